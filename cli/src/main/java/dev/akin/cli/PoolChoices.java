package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.search.Query;
import dev.akin.study.choose.ChoiceGrid;
import dev.akin.study.choose.JudgingPool;
import dev.akin.study.system.Systems;
import dev.akin.text.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A file of documents to be judged. */
final class PoolChoices {
  @Option(
      names = "--make-pool",
      paramLabel = "FILE",
      description =
          "Instead of measuring, write what to judge: for each query the first documents of bm25"
              + " and every encoder (tab-separated: query-id, corpus-id, score, query, document)."
              + " Fill in the column score and give the file as --qrels.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--pool-depth",
      paramLabel = "N",
      description = "Documents of each system. Default: 10.")
  private int depth = 10;

  /**
   * What is to be judged.
   *
   * @param queries with any text, judged or not
   */
  record Unjudged(Corpus corpus, List<Query> queries) {}

  boolean isAsked() {
    return file.isPresent();
  }

  void write(Console console, Systems systems, Unjudged data, ChoiceGrid grid) throws IOException {
    Path to = file.orElseThrow();
    if (Files.exists(to)) {
      throw CommandException.badUse(
          "--make-pool %s: exists already, and may hold judgments; name another file"
              .formatted(to));
    }
    if (depth < 1) {
      throw CommandException.badUse("--pool-depth is 1 or more, got " + depth);
    }
    JudgingPool pool = JudgingPool.of(systems, grid, data.corpus(), data.queries(), depth);
    pool.write(to);
    console.line(
        String.format(
            Locale.ROOT,
            "%s: %,d documents of %,d queries to judge, the first %d of %s",
            to,
            pool.size(),
            data.queries().size(),
            depth,
            String.join(", ", pool.systems())));
    console.line(
        "Fill in the third column (0 not relevant, 1 relevant, 2 and more for degrees), then: akin"
            + " evaluate --corpus SOURCE --queries FILE --qrels "
            + to);
  }
}
