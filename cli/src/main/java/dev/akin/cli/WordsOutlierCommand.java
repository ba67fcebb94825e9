package dev.akin.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code akin words outlier}. */
@Command(
    name = "outlier",
    abbreviateSynopsis = true,
    sortOptions = false,
    description =
        "Which word does not belong: each with its cosine to the mean of all, the one that fits"
            + " least first.",
    footer = {"", "Example:", "  akin words outlier vectors.bin breakfast lunch dinner car"})
final class WordsOutlierCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private WordsFile file = new WordsFile();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORD", description = "Three or more.")
  private List<String> words = List.of();

  WordsOutlierCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    if (words.size() < 3) {
      throw CommandException.badUse(
          "an outlier among %s; three or more are needed"
              .formatted(Messages.count(words.size(), "word")));
    }
    return file.ask(
        invocation,
        search -> WordsFile.print(invocation.console(), common.json, search.outliers(words)));
  }
}
