package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.text.Json;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code akin words similarity}. */
@Command(
    name = "similarity",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = "The cosine of two words.",
    footer = {"", "Example:", "  akin words similarity vectors.bin frog toad"})
final class WordsSimilarityCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private WordsFile file = new WordsFile();

  @Parameters(index = "1", paramLabel = "WORD", description = "A word.")
  private String a = "";

  @Parameters(index = "2", paramLabel = "WORD", description = "Another word.")
  private String b = "";

  WordsSimilarityCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    return file.ask(
        invocation,
        search -> {
          float cosine = search.vectors().similarity(a, b);
          Console console = invocation.console();
          if (common.json) {
            console.json(
                Console.members("a", Json.of(a), "b", Json.of(b), "cosine", Json.of(cosine)));
          } else {
            console.line("%.4f".formatted(cosine));
          }
        });
  }
}
