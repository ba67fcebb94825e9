package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Style;
import dev.akin.search.Query;
import dev.akin.search.Ranking;
import dev.akin.search.SearchMode;
import dev.akin.search.Searcher;
import dev.akin.search.filter.Filter;
import dev.akin.search.index.Result;
import dev.akin.search.index.SearchIndex;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin search}: the main job. */
@Command(
    name = "search",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Finds by meaning and by words in a folder, a file, a BEIR folder or an index.",
      "A source is indexed on first use into the user's cache folder (AKIN_CACHE, else"
          + " ~/.cache/akin) and refreshed when its files have changed."
    },
    footer = {
      "",
      "Examples:",
      "  akin search notes/ \"how do birds steer\"",
      "  akin search papers.jsonl \"word vectors\" -k 5 --filter \"year >= 2015\" --json",
      "  akin search scifact --queries scifact/queries.jsonl --qrels scifact/qrels/test.tsv --run"
          + " out.run"
    })
final class SearchCommand implements Callable<Integer> {
  private static final int DEFAULT_K = 10;

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "QUERY",
      description = "What to look for; or use --queries.")
  private Optional<String> query = Optional.empty();

  @Option(
      names = "-k",
      paramLabel = "K",
      description = "How many documents. Default: 10; with --queries 1000.")
  private Optional<Integer> k = Optional.empty();

  @Mixin private SearchChoices choices = new SearchChoices();
  @Mixin private BatchChoices batch = new BatchChoices();
  @Mixin private IndexOpener opener = new IndexOpener();

  SearchCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    SearchMode mode = choices.mode();
    Filter filter = choices.filter();
    batch.check(query);
    if (query.isPresent() && query.get().isBlank()) {
      throw CommandException.badUse("the query is empty; say what to look for");
    }
    int most = k.orElse(query.isPresent() ? DEFAULT_K : BatchChoices.DEFAULT_K);
    if (most < 1) {
      throw CommandException.badUse("-k is 1 or more, got " + most);
    }
    opener.check();
    Optional<BatchChoices.Batch> many =
        query.isPresent() ? Optional.empty() : Optional.of(batch.read());
    try (OpenIndex open = opener.open(invocation, choices.isLexical())) {
      search(open.index(), open.index().searcher(mode).filteredBy(filter), many, most);
      return ExitCode.OK;
    }
  }

  /** What is wrong with a filter or a query shows only in a search: that is a bad use too. */
  private void search(
      SearchIndex index, Searcher searcher, Optional<BatchChoices.Batch> many, int most)
      throws IOException {
    try {
      if (many.isPresent()) {
        batch.run(invocation, many.get(), searcher, new BatchChoices.Depth(most, common.json));
      } else {
        answer(index, searcher.search(Query.of(query.orElseThrow()), most));
      }
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private void answer(SearchIndex index, Ranking ranking) throws IOException {
    Console console = invocation.console();
    var printer = new ResultPrinter(console, opener.place());
    List<Result> results = index.results(ranking);
    if (results.isEmpty()) {
      console.note("akin: nothing found");
    }
    for (Result result : results) {
      if (common.json) {
        console.json(printer.json(ranking, result));
      } else {
        printer.print(result);
      }
    }
    if (!common.json && !ranking.query().filter().isAll()) {
      console.line(console.paint(Style.FAINT, Stages.line(ranking.stages())));
    }
  }
}
