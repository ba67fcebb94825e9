package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.search.Query;
import dev.akin.search.RankedDocument;
import dev.akin.search.SearchMode;
import dev.akin.search.filter.Filter;
import dev.akin.search.index.Explanation;
import dev.akin.search.index.SearchIndex;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin explain}: why a result is where it is, why a document is missing. */
@Command(
    name = "explain",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Says why each result is where it is; for a document by its id, also which stage lost it: not"
          + " indexed, filtered, truncated away, below the candidates, or outranked.",
    },
    footer = {
      "",
      "Examples:",
      "  akin explain papers.akin \"compress vectors to bits\"",
      "  akin explain papers.akin \"compress vectors to bits\" p017 --filter \"year >= 2020\""
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int DEFAULT_K = 10;

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private IndexOpener opener = new IndexOpener();

  @Parameters(index = "1", paramLabel = "QUERY", description = "What was looked for.")
  private String query = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "DOC",
      description = "The id of a document that may be missing.")
  private Optional<String> document = Optional.empty();

  @Option(
      names = "-k",
      paramLabel = "K",
      description = "How many results a search shows. Default: 10.")
  private int k = DEFAULT_K;

  @Mixin private SearchChoices choices = new SearchChoices();

  ExplainCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    SearchMode mode = choices.mode();
    Filter filter = choices.filter();
    if (query.isBlank()) {
      throw CommandException.badUse("the query is empty; say what was looked for");
    }
    if (k < 1) {
      throw CommandException.badUse("-k is 1 or more, got " + k);
    }
    opener.check();
    try (OpenIndex open = opener.open(invocation, choices.isLexical())) {
      explain(open.index(), mode, filter);
      return ExitCode.OK;
    }
  }

  private void explain(SearchIndex index, SearchMode mode, Filter filter) throws IOException {
    try {
      Query asked = Query.of(query).filteredBy(filter);
      List<String> documents =
          document.isPresent()
              ? List.of(document.get())
              : index.searcher(mode).search(asked, k).documents().stream()
                  .map(RankedDocument::documentId)
                  .toList();
      if (documents.isEmpty()) {
        invocation.console().note("akin: nothing found, so nothing to explain; name a document");
      }
      for (String id : documents) {
        print(index.explain(mode, asked, id, k));
      }
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private void print(Explanation explanation) throws IOException {
    Console console = invocation.console();
    var printer = new ExplanationPrinter(console, opener.place());
    if (common.json) {
      console.json(printer.json(explanation));
    } else {
      printer.print(explanation);
    }
  }
}
