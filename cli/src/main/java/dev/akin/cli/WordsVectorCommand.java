package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.text.Json;
import dev.akin.words.WordVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code akin words vector}. */
@Command(
    name = "vector",
    abbreviateSynopsis = true,
    sortOptions = false,
    description =
        "The vectors of words, as the file has them or composed from n-grams; each cell is the"
            + " shortest decimal that reads back as the same float.",
    footer = {"", "Example:", "  akin words vector cc.en.300.bin frog froggish"})
final class WordsVectorCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private WordsFile file = new WordsFile();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORD", description = "The words.")
  private List<String> words = List.of();

  WordsVectorCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    return file.ask(invocation, search -> words.forEach(word -> print(word, search.vectors())));
  }

  private void print(String word, WordVectors vectors) {
    float[] vector = vectors.requireVector(word);
    Console console = invocation.console();
    if (common.json) {
      List<Json> cells = new ArrayList<>(vector.length);
      for (float cell : vector) {
        cells.add(Json.of(cell));
      }
      console.json(
          Console.members(
              "word", Json.of(word),
              "composed", Json.of(vectors.find(word).isEmpty()),
              "vector", new Json.Array(cells)));
      return;
    }
    var line = new StringBuilder(Messages.oneLine(word));
    for (float cell : vector) {
      line.append(' ').append(cell);
    }
    console.line(line.toString());
  }
}
