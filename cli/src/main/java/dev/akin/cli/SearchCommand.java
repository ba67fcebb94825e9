package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.encoder.Encoder;
import dev.akin.search.Query;
import dev.akin.search.Ranking;
import dev.akin.search.SearchMode;
import dev.akin.search.Searcher;
import dev.akin.search.filter.Filter;
import dev.akin.search.index.ForeignEncoderException;
import dev.akin.search.index.Result;
import dev.akin.search.index.SearchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin search}: the main job. */
@Command(
    name = "search",
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

  /** The words-only index has no use for vectors: the smallest there are. */
  private static final String WORDS_ONLY = "hashed-8";

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "SOURCE", description = "A folder, file or index folder.")
  private Path path = Path.of("");

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

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Keep the source's index here, not in the cache folder.")
  private Optional<Path> folder = Optional.empty();

  @Mixin private SearchChoices choices = new SearchChoices();
  @Mixin private BatchChoices batch = new BatchChoices();
  @Mixin private ModelChoice model = new ModelChoice();
  @Mixin private IndexChoices indexing = new IndexChoices();
  @Mixin private SourceChoices reading = new SourceChoices();

  SearchCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    SearchMode mode = choices.mode();
    Filter filter = choices.filter();
    indexing.check();
    batch.check(query);
    if (query.isPresent() && query.get().isBlank()) {
      throw CommandException.badUse("the query is empty; say what to look for");
    }
    int most = k.orElse(query.isPresent() ? DEFAULT_K : BatchChoices.DEFAULT_K);
    if (most < 1) {
      throw CommandException.badUse("-k is 1 or more, got " + most);
    }
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    try (OpenIndex open = open()) {
      Searcher searcher = open.index().searcher(mode).filteredBy(filter);
      if (query.isPresent()) {
        answer(open.index(), searcher.search(Query.of(query.get()), most));
      } else {
        batch.run(invocation, searcher, most, common.json);
      }
      return ExitCode.OK;
    } catch (ForeignEncoderException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private OpenIndex open() throws IOException {
    if (SearchIndex.isIndex(path)) {
      return OpenIndex.open(path, invocation, model);
    }
    String name = model.named().orElse(ModelChoice.DEFAULT);
    ModelChoice.check(name);
    Source source = Source.of(path, reading.options());
    SourceIndex cached = at(source, name);
    if (cached.isFresh()) {
      return OpenIndex.open(cached.index(), invocation, model);
    }
    if (choices.isLexical() && model.named().isEmpty()) {
      name = WORDS_ONLY;
      cached = at(source, name);
      if (cached.isFresh()) {
        return OpenIndex.open(cached.index(), invocation, model);
      }
    }
    Encoder encoder = model.open(invocation, name, indexing.truncation());
    try {
      cached.refresh(encoder, indexing);
      return OpenIndex.open(cached.index(), invocation, model).with(Optional.of(encoder));
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  private SourceIndex at(Source source, String name) throws IOException {
    return folder.isPresent()
        ? new SourceIndex(invocation, source, folder.get())
        : SourceIndex.cached(invocation, source, name, indexing.key());
  }

  private void answer(SearchIndex index, Ranking ranking) throws IOException {
    Console console = invocation.console();
    boolean isIndex = SearchIndex.isIndex(path);
    Source source = Source.of(path, reading.options());
    UnaryOperator<String> place = isIndex ? UnaryOperator.identity() : source::place;
    var printer = new ResultPrinter(console, place);
    List<Result> results = index.results(ranking);
    if (results.isEmpty()) {
      console.note("akin: nothing found");
    }
    for (Result result : results) {
      if (common.json) {
        console.json(printer.json(ranking.query().text(), result));
      } else {
        printer.print(result);
      }
    }
  }
}
