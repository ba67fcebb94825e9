package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.format.words.FastTextArgs;
import dev.akin.format.words.FastTextModel;
import dev.akin.format.words.Oddities;
import dev.akin.format.words.WordFile;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code akin words info}. */
@Command(
    name = "info",
    description = "Reads a file of word vectors whole and shows what it is and what is odd in it.",
    footer = {"", "Example:", "  akin words info vectors.bin --json"})
final class WordsInfoCommand implements Callable<Integer> {
  /** As many of the first words as a line shows. */
  private static final int SHOWN = 8;

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "FILE", description = "A file of word vectors.")
  private Path file = Path.of("");

  WordsInfoCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    Map<String, Json> facts = new LinkedHashMap<>();
    try (WordFile words = WordFile.open(file)) {
      facts.put("file", Json.of(file.toString()));
      facts.put("size", Json.of(Messages.bytes(Files.size(file))));
      facts.put("format", Json.of(words.format().label()));
      facts.put("words", Json.of(words.words().size()));
      facts.put("dimension", Json.of(words.dimension()));
      if (words instanceof FastTextModel model) {
        addTraining(facts, model);
      }
      addOddities(facts, words.oddities());
      facts.put("firstWords", first(words));
    }
    Console console = invocation.console();
    if (common.json) {
      console.json(new Json.Members(facts));
    } else {
      facts.forEach(
          (name, value) -> console.line(DisplayWidth.pad(name, 16) + InfoCommand.plain(value)));
    }
    return ExitCode.OK;
  }

  private static void addTraining(Map<String, Json> facts, FastTextModel model) {
    FastTextArgs args = model.args();
    facts.put("model", Json.of(low(args.kind())));
    facts.put("loss", Json.of(low(args.loss())));
    facts.put("tokens", Json.of(model.tokens()));
    facts.put("labels", Json.of(model.labels().size()));
    facts.put(
        "ngrams",
        Json.of(
            args.subwords().most() <= 0
                ? "none"
                : "%d to %d characters in %d buckets"
                    .formatted(
                        args.subwords().least(),
                        args.subwords().most(),
                        args.subwords().buckets())));
  }

  private static void addOddities(Map<String, Json> facts, Oddities oddities) {
    facts.put("duplicates", Json.of(oddities.duplicates()));
    facts.put("nameless", Json.of(oddities.nameless()));
    facts.put("notUtf8", Json.of(oddities.notUtf8()));
    facts.put("withBlank", Json.of(oddities.withBlank()));
    facts.put("unterminated", Json.of(oddities.isUnterminated()));
  }

  private static Json first(WordFile words) {
    List<Json> first = new ArrayList<>();
    for (int ordinal = 0; ordinal < Math.min(SHOWN, words.words().size()); ordinal++) {
      first.add(Json.of(Messages.oneLine(words.words().word(ordinal))));
    }
    return new Json.Array(first);
  }

  private static String low(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
