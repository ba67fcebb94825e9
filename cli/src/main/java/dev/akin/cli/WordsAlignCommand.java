package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.text.Json;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Alignment;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.DictionarySet;
import dev.akin.words.geometry.Rcsls;
import dev.akin.words.geometry.SelfLearning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin words align}. */
@Command(
    name = "align",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Brings the vectors of two languages into one space by a dictionary (word<TAB>word), or"
          + " without one where both spaces have the same shape.",
      "Both sides are brought to length 1 and centred first; so both are written."
    },
    footer = {
      "",
      "Examples:",
      "  akin words align en.vec de.vec --dictionary en-de.tsv --out en.aligned.vec --target-out"
          + " de.aligned.vec",
      "  akin words evaluate en.aligned.vec test.tsv --target de.aligned.vec",
      "  akin words align en.vec de.vec --method self_learning --out en.aligned.vec --target-out"
          + " de.aligned.vec"
    })
final class WordsAlignCommand implements Callable<Integer> {
  private static final int NEIGHBOURS = 10;
  private static final int ROUNDS = 50;
  private static final int EPOCHS = 10;
  private static final double RIDGE = 0.1;

  /** How the map is made. */
  enum Method {
    PROCRUSTES,
    LEAST_SQUARES,
    REWEIGHTED,
    RCSLS,
    SELF_LEARNING
  }

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "SOURCE", description = "Vectors that are mapped.")
  private Path source = Path.of("");

  @Parameters(index = "1", paramLabel = "TARGET", description = "Vectors of the other language.")
  private Path target = Path.of("");

  @Option(
      names = "--dictionary",
      paramLabel = "FILE",
      description =
          "Words of the source and their translations, word<TAB>word. Self-learning can do"
              + " without.")
  private Optional<Path> dictionary = Optional.empty();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Mapped sources.")
  private Path out = Path.of("");

  @Option(
      names = "--target-out",
      required = true,
      paramLabel = "FILE",
      description = "Targets in the same space.")
  private Path targetOut = Path.of("");

  @Option(
      names = "--method",
      paramLabel = "procrustes|least_squares|reweighted|rcsls|self_learning",
      description =
          "A rotation (default), least squares, the supervised steps of VecMap, RCSLS, or a"
              + " rotation that finds its own pairs from few.")
  private Method method = Method.PROCRUSTES;

  @Option(
      names = "--first",
      paramLabel = "N",
      description =
          "Self-learning and RCSLS look at the first N words of each side. Default: 10000.")
  private int first = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of self-learning without a dictionary. Default: 1.")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--force", description = "Replace existing files.")
  private boolean force;

  WordsAlignCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    if (first < NEIGHBOURS) {
      throw CommandException.badUse("--first is %d or more, got %d".formatted(NEIGHBOURS, first));
    }
    if (dictionary.isEmpty() && method != Method.SELF_LEARNING) {
      throw CommandException.badUse(
          "--method %s learns from pairs: give a --dictionary, or take --method self_learning"
              .formatted(method.name().toLowerCase(Locale.ROOT)));
    }
    if (dictionary.isPresent() && seed.isPresent()) {
      throw CommandException.badUse(
          "--seed is about self-learning without a dictionary; leave it out");
    }
    WordRowsOut sources = new WordRowsOut(out, force, invocation.interruption());
    WordRowsOut targets = new WordRowsOut(targetOut, force, invocation.interruption());
    sources.check("--out");
    targets.check("--target-out");
    OutFile.checkDifferent(List.of(out, targetOut));
    Optional<DictionarySet> words =
        dictionary.isPresent()
            ? Optional.of(DictionarySet.read(dictionary.get()))
            : Optional.empty();
    Console console = invocation.console();
    try (WordVectors from = WordsFile.open(console, source);
        WordVectors to = WordsFile.open(console, target);
        Matrix x = normalised(from);
        Matrix z = normalised(to)) {
      Optional<Alignment.Pairs> pairs = words.map(known -> pairs(known, from, to));
      Alignment alignment = pairs.isPresent() ? align(x, z, pairs.get()) : alignAlone(x, z);
      try (Matrix mapped = alignment.source().apply(x);
          Matrix kept = alignment.target().apply(z)) {
        sources.write(from.words(), mapped);
        targets.write(to.words(), kept);
      }
      report(console, pairs.map(Alignment.Pairs::size).orElse(0), words);
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(Failures.message(e));
    }
    return ExitCode.OK;
  }

  private Alignment alignAlone(Matrix x, Matrix z) {
    var scan = new ExactScan(Runtime.getRuntime().availableProcessors());
    try (Matrix a = head(x);
        Matrix b = head(z)) {
      return new SelfLearning(ROUNDS, NEIGHBOURS, scan).learn(a, b, seed.orElse(1L)).alignment();
    }
  }

  private static Matrix normalised(WordVectors vectors) {
    Matrix rows = vectors.unitRows(vectors.size());
    return Alignment.normalisation(rows).apply(rows);
  }

  private Alignment.Pairs pairs(DictionarySet words, WordVectors from, WordVectors to) {
    List<Integer> left = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    words
        .translations()
        .forEach((word, translations) -> {
          for (String translation : translations) {
            if (from.find(word).isPresent() && to.find(translation).isPresent()) {
              left.add(from.find(word).getAsInt());
              right.add(to.find(translation).getAsInt());
            }
          }
        });
    if (left.isEmpty()) {
      throw CommandException.failed(
          "%s: no word and its translation are in %s and %s"
              .formatted(dictionaryName(), source, target));
    }
    return new Alignment.Pairs(
        left.stream().mapToInt(Integer::intValue).toArray(),
        right.stream().mapToInt(Integer::intValue).toArray());
  }

  private Alignment align(Matrix x, Matrix z, Alignment.Pairs pairs) {
    var scan = new ExactScan(Runtime.getRuntime().availableProcessors());
    return switch (method) {
      case PROCRUSTES -> Alignment.procrustes(x, z, pairs);
      case LEAST_SQUARES -> Alignment.leastSquares(x, z, pairs, RIDGE);
      case REWEIGHTED -> Alignment.reweighted(x, z, pairs);
      case RCSLS ->
          frequent(
              x,
              z,
              pairs,
              (a, b, near) -> new Rcsls(NEIGHBOURS, EPOCHS, 1, scan).learn(a, b, near));
      case SELF_LEARNING ->
          frequent(
              x,
              z,
              pairs,
              (a, b, near) ->
                  new SelfLearning(ROUNDS, NEIGHBOURS, scan).learn(a, b, near).alignment());
    };
  }

  /** Learns on the frequent words of both sides. */
  private interface Learner {
    Alignment learn(Matrix x, Matrix z, Alignment.Pairs pairs);
  }

  private Alignment frequent(Matrix x, Matrix z, Alignment.Pairs pairs, Learner learner) {
    int[] among =
        IntStream.range(0, pairs.size())
            .filter(i -> pairs.first()[i] < first && pairs.second()[i] < first)
            .toArray();
    if (among.length == 0) {
      throw CommandException.failed(
          "no pair of %s is among the first %,d words of both sides; raise --first"
              .formatted(dictionaryName(), first));
    }
    try (Matrix a = head(x);
        Matrix b = head(z)) {
      return learner.learn(
          a,
          b,
          new Alignment.Pairs(
              IntStream.of(among).map(i -> pairs.first()[i]).toArray(),
              IntStream.of(among).map(i -> pairs.second()[i]).toArray()));
    }
  }

  private Matrix head(Matrix rows) {
    Matrix head = Matrix.allocate(Math.min(first, rows.rows()), rows.dimension());
    for (int i = 0; i < head.rows(); i++) {
      head.setRow(i, rows.copyRow(i));
    }
    return head;
  }

  private String dictionaryName() {
    return dictionary.map(Path::toString).orElse("no dictionary");
  }

  private void report(Console console, int pairs, Optional<DictionarySet> words) {
    if (common.json) {
      console.json(
          Console.members(
              "out", Json.of(out.toString()),
              "target_out", Json.of(targetOut.toString()),
              "pairs", Json.of(pairs),
              "words", Json.of(words.map(known -> known.translations().size()).orElse(0))));
      return;
    }
    String by =
        words.isPresent()
            ? "by %,d pairs of the %,d words in %s"
                .formatted(pairs, words.get().translations().size(), dictionaryName())
            : "without a dictionary: check it on words you know";
    console.note("akin: aligned %s; written to %s and %s".formatted(by, out, targetOut));
  }
}
