package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.text.Json;
import dev.akin.vector.Matrix;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.AssociationSet;
import dev.akin.words.geometry.Debiasing;
import dev.akin.words.geometry.Debiasing.WordPair;
import dev.akin.words.geometry.WordLists;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin words debias}. */
@Command(
    name = "debias",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Takes the direction in which the words of pairs differ out of all words that do not mean it"
          + " (hard debiasing), or part of it and keeps inner products near what they were"
          + " (--soft), and says how much of it there was before and after.",
      "Lists are JSON ([[\"she\",\"he\"],…], [\"mother\",…]) or lines of words. A test of"
          + " associations (WEAT) is a JSON object of targ1, targ2, attr1 and attr2, each with a"
          + " category and examples."
    },
    footer = {
      "",
      "Examples:",
      "  akin words debias vectors.vec --pairs definitional.json --specific gendered.json"
          + " --equalise equal.json --measure professions.json --out neutral.vec",
      "  akin words debias vectors.vec --pairs definitional.json --weat weat6.jsonl --indirect"
          + " pairs.txt --out neutral.vec"
    })
final class WordsDebiasCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "FILE", description = "A file of word vectors.")
  private Path file = Path.of("");

  @Option(
      names = "--pairs",
      required = true,
      paramLabel = "FILE",
      description = "Pairs that differ in the bias: she, he.")
  private Path pairs = Path.of("");

  @Option(
      names = "--specific",
      paramLabel = "FILE",
      description = "Words that mean it and keep it: mother, beard.")
  private Optional<Path> specific = Optional.empty();

  @Option(
      names = "--equalise",
      paramLabel = "FILE",
      description = "Pairs that are to differ in nothing else.")
  private Optional<Path> equalise = Optional.empty();

  @Option(
      names = "--measure",
      paramLabel = "FILE",
      description = "Words that should have none of it, for the direct bias: professions.")
  private Optional<Path> measure = Optional.empty();

  @Option(
      names = "--strictness",
      paramLabel = "C",
      description =
          "Of the direct bias, the mean of |cos| to the power of C: the smaller, the more a small"
              + " part counts. Default: 1.")
  private Optional<Double> strictness = Optional.empty();

  @Option(
      names = "--weat",
      paramLabel = "FILE",
      description =
          "A test of associations, measured before and after: effect size and p. May be given"
              + " several times; words are looked up as written, else in lower case.")
  private List<Path> weat = List.of();

  @Option(
      names = "--indirect",
      paramLabel = "FILE",
      description =
          "Pairs of words, for the indirect bias: what share of their cosine comes from it.")
  private Optional<Path> indirect = Optional.empty();

  @Option(
      names = "--soft",
      paramLabel = "STRENGTH",
      description =
          "Soft debiasing: at 1 the mean square of what is left of the bias weighs as much as that"
              + " of what inner products change.")
  private Optional<Double> soft = Optional.empty();

  @Option(names = "--directions", paramLabel = "N", description = "How many. Default: 1.")
  private int directions = 1;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  WordsDebiasCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    WordRowsOut written = new WordRowsOut(out, force, invocation.interruption());
    written.check("--out");
    if (directions < 1) {
      throw CommandException.badUse("--directions is 1 or more, got " + directions);
    }
    if (soft.isPresent() && !(soft.get() > 0 && Double.isFinite(soft.get()))) {
      throw CommandException.badUse("--soft is a number above 0, got " + soft.get());
    }
    if (soft.isPresent() && equalise.isPresent()) {
      throw CommandException.badUse("--equalise is about hard debiasing; leave it or --soft out");
    }
    if (strictness.isPresent() && !(strictness.get() > 0 && Double.isFinite(strictness.get()))) {
      throw CommandException.badUse("--strictness is a number above 0, got " + strictness.get());
    }
    if (strictness.isPresent() && measure.isEmpty()) {
      throw CommandException.badUse("--strictness is about the words under --measure; name them");
    }
    List<WordPair> definitional = WordLists.pairs(pairs);
    List<WordPair> equal = equalise.isPresent() ? WordLists.pairs(equalise.get()) : List.of();
    List<String> kept = specific.isPresent() ? WordLists.firsts(specific.get()) : List.of();
    BiasMeasures measures = measures();
    Console console = invocation.console();
    try (WordVectors vectors = WordsFile.open(console, file)) {
      Debiasing debiasing = Debiasing.fit(vectors, definitional, directions);
      HashSet<String> specificWords = new HashSet<>(kept);
      definitional.forEach(pair -> {
        specificWords.add(pair.first());
        specificWords.add(pair.second());
      });
      Matrix rows =
          soft.isPresent()
              ? debiasing.applySoftly(vectors, specificWords, soft.get())
              : debiasing.apply(vectors, specificWords, equal);
      // The rows are these vectors' from now on.
      try (WordVectors debiased = WordVectors.of(vectors.words(), rows)) {
        written.write(vectors.words(), rows);
        report(
            vectors,
            debiasing,
            new BiasReport(
                measures, measures.of(vectors, debiasing), measures.of(debiased, debiasing)));
      }
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(pairs + ": " + Failures.message(e));
    }
    return ExitCode.OK;
  }

  private BiasMeasures measures() throws IOException {
    List<AssociationSet> associations = new ArrayList<>();
    for (Path test : weat) {
      associations.add(AssociationSet.read(test));
    }
    return new BiasMeasures(
        measure.isPresent() ? WordLists.firsts(measure.get()) : List.of(),
        strictness.orElse(1.0),
        associations,
        indirect.isPresent() ? WordLists.pairs(indirect.get()) : List.of());
  }

  private void report(WordVectors vectors, Debiasing debiasing, BiasReport report) {
    Console console = invocation.console();
    double share = debiasing.subspace().share(0);
    List<String> words = report.measures().words();
    long covered = words.stream().filter(word -> vectors.find(word).isPresent()).count();
    if (common.json) {
      console.json(
          Console.members(
              "out", Json.of(out.toString()),
              "pairs", Json.of(debiasing.pairs()),
              "first_direction_share", Json.of(share),
              "measured_words", Json.of(covered),
              "direct_bias_before", json(report.before().direct()),
              "direct_bias_after", json(report.after().direct()),
              "associations", report.associations(),
              "indirect_bias", report.indirect()));
      return;
    }
    console.line(
        "%s; the first direction has %.0f %% of their difference"
            .formatted(Messages.count(debiasing.pairs(), "pair"), share * 100));
    if (covered > 0) {
      console.line(
          "direct bias %.4f before, %.4f after, of %,d of %,d words"
              .formatted(report.before().direct(), report.after().direct(), covered, words.size()));
    } else if (measure.isPresent()) {
      console.note(
          "akin: none of the %,d words under --measure has a vector".formatted(words.size()));
    }
    report.print(console);
    console.note("akin: written to " + out);
  }

  private static Json json(double value) {
    return Double.isNaN(value) ? new Json.Null() : Json.of(value);
  }
}
