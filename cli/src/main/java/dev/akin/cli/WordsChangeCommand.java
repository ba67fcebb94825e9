package dev.akin.cli;

import dev.akin.vector.ExactScan;
import dev.akin.words.Neighbour;
import dev.akin.words.WordVectors;
import dev.akin.words.geometry.ChangeMeasure;
import dev.akin.words.geometry.WordChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin words change}. */
@Command(
    name = "change",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "The words whose meaning differs most between two files of vectors in one space, such as two"
          + " slices learned by one compass; or how alike the words named are in both. Lower scores"
          + " differ more."
    },
    footer = {
      "",
      "Examples:",
      "  akin words change 1990.vec 2020.vec",
      "  akin words change 1990.vec 2020.vec cell web --measure lncs2"
    })
final class WordsChangeCommand implements Callable<Integer> {
  private static final int NEAR = 25;

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "BEFORE", description = "A file of word vectors.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "Another in the same space.")
  private Path after = Path.of("");

  @Parameters(index = "2..*", paramLabel = "WORD", description = "Only these words.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--measure",
      paramLabel = "cosine|lncs2|moving|intersection",
      description =
          "cosine of the two vectors; lncs2: of how near the words around are in each; moving: the"
              + " mean of both; intersection: the share of nearest words in common. Default:"
              + " cosine.")
  private String measure = ChangeMeasure.COSINE.label();

  @Option(
      names = "--neighbours",
      paramLabel = "N",
      description = "Words that count as near. Default: 25.")
  private int neighbours = NEAR;

  @Option(
      names = "--first",
      paramLabel = "N",
      description =
          "Look at the first N words of each file: rare words seem to change most. Default: 10000.")
  private int first = 10_000;

  @Option(names = "-k", paramLabel = "K", description = "How many words. Default: 20.")
  private int k = 20;

  WordsChangeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    WordsAnalogyCommand.checkK(k);
    ChangeMeasure chosen = chosen();
    if (first < 1 || neighbours < 1) {
      throw CommandException.badUse(
          "--first and --neighbours are 1 or more, got %d and %d".formatted(first, neighbours));
    }
    try (WordVectors old = WordsFile.open(invocation.console(), before);
        WordVectors young = WordsFile.open(invocation.console(), after)) {
      WordChange change = change(old, young);
      List<Neighbour> answers =
          words.isEmpty()
              ? change.ranked(chosen).stream().limit(k).toList()
              : words.stream().map(word -> answer(change, chosen, old, young, word)).toList();
      if (answers.isEmpty()) {
        throw CommandException.failed(
            "no word is among the first %,d of both %s and %s".formatted(first, before, after));
      }
      WordsFile.print(invocation.console(), common.json, answers);
      return ExitCode.OK;
    }
  }

  private ChangeMeasure chosen() {
    List<String> names = new ArrayList<>();
    for (ChangeMeasure each : ChangeMeasure.values()) {
      if (each.label().equals(measure)) {
        return each;
      }
      names.add(each.label());
    }
    throw CommandException.badUse(
        "--measure %s: no measure has that name%s; measures: %s"
            .formatted(
                Messages.oneLine(measure),
                Messages.didYouMean(measure, names),
                String.join(", ", names)));
  }

  private WordChange change(WordVectors old, WordVectors young) {
    try {
      return WordChange.between(old, young, first, neighbours, new ExactScan(1));
    } catch (IllegalArgumentException e) {
      throw CommandException.failed("%s and %s: %s".formatted(before, after, Failures.message(e)));
    }
  }

  private Neighbour answer(
      WordChange change, ChangeMeasure chosen, WordVectors old, WordVectors young, String word) {
    requireWord(old, before, word);
    requireWord(young, after, word);
    return new Neighbour(old.find(word).orElseThrow(), word, (float) change.score(chosen, word));
  }

  private static void requireWord(WordVectors vectors, Path file, String word) {
    if (vectors.find(word).isEmpty()) {
      throw CommandException.failed(
          "no word '%s' among the %,d of %s%s"
              .formatted(
                  Messages.oneLine(word),
                  vectors.size(),
                  file,
                  WordSuggestion.of(word, vectors.words())));
    }
  }
}
