package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Progress;
import dev.akin.format.words.WordFormat;
import dev.akin.text.Json;
import dev.akin.words.counting.BitCipher;
import dev.akin.words.counting.CountedVectors;
import dev.akin.words.counting.CountingMethod;
import dev.akin.words.counting.CountingOptions;
import dev.akin.words.counting.CountingRun;
import dev.akin.words.counting.Glove;
import dev.akin.words.counting.PpmiSvd;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code akin train counts}. */
@Command(
    name = "counts",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Learns word vectors from how often words stand near each other, and writes them as"
          + " word2vec's text (.vec, .txt) or binary (.bin). Counts that do not fit into memory are"
          + " kept on the disk.",
      "The words of .txt and .txt.gz files are what stands between blanks, of others the words of"
          + " documents by Unicode's rules, in lower case."
    },
    footer = {
      "",
      "Examples:",
      "  akin train counts wiki.txt --out wiki.vec --method glove",
      "  akin train counts papers/ --out papers.vec --method ppmi-svd --dimension 300 --shift 5"
    })
final class TrainCountsCommand implements Callable<Integer> {
  private static final List<CountingMethod> METHODS =
      List.of(Glove.usual(), PpmiSvd.usual(), BitCipher.sum(), BitCipher.concatenation());

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private WordSourceChoices text = new WordSourceChoices();

  @Mixin private VectorFileChoices file = new VectorFileChoices();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "glove, ppmi-svd, bit-cipher or bit-cipher-concat, whose --dimension is the bits of a"
              + " code. Default: glove.")
  private String method = "glove";

  @Mixin private CountingChoices counting = new CountingChoices();

  @Mixin private TableChoices table = new TableChoices();

  @Option(
      names = "--count-memory",
      paramLabel = "MB",
      description = "What the table that counts may take. Default: 512.")
  private long countMemory = 512;

  TrainCountsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    CountingMethod chosen = counting.applied(method());
    CountingOptions options = options(chosen);
    WordFormat format = file.format(WordFormat.WORD2VEC_BINARY);
    file.check();
    text.check();
    long start = System.nanoTime();
    Path folder = Files.createTempDirectory(parent(), "akin-counts");
    try (var _ = invocation.interruption().cleaning(() -> clear(folder));
        CountedVectors learned = learn(chosen, options, folder)) {
      file.write(invocation.interruption(), to -> learned.write(to, format));
      report(learned, (System.nanoTime() - start) / 1e9);
    } finally {
      clear(folder);
    }
    return ExitCode.OK;
  }

  private CountingMethod method() {
    List<String> names = METHODS.stream().map(CountingMethod::label).toList();
    return METHODS.stream()
        .filter(known -> known.label().equals(method))
        .findFirst()
        .orElseThrow(() ->
            CommandException.badUse(
                "--method %s: no method has that name%s; methods: %s"
                    .formatted(
                        Messages.oneLine(method),
                        Messages.didYouMean(method, names),
                        String.join(", ", names))));
  }

  private CountingOptions options(CountingMethod chosen) {
    int dimension = table.dimension().orElse(CountingOptions.defaults().dimension());
    long minCount = table.minCount().orElse(CountingOptions.defaults().leastCount());
    if (countMemory < 1) {
      throw CommandException.badUse("--count-memory is 1 or more, got " + countMemory);
    }
    if (minCount < 1) {
      throw CommandException.badUse("--min-count is 1 or more, got " + minCount);
    }
    long heap = Runtime.getRuntime().maxMemory();
    if (TableChoices.bytes(countMemory) > heap) {
      throw CommandException.badUse(
          "--count-memory %d: the JVM may take %d MB in all; ask for less, or give it more as in"
                  .formatted(countMemory, heap >> 20)
              + " AKIN_JAVA_OPTIONS=-Xmx8g");
    }
    try {
      CountingOptions options =
          new CountingOptions(dimension, minCount, TableChoices.bytes(countMemory), table.seed());
      chosen.cells(options);
      return options;
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse("--" + Failures.message(e));
    }
  }

  private Path parent() {
    Path parent = file.out().toAbsolutePath().getParent();
    return parent == null ? Path.of("").toAbsolutePath() : parent;
  }

  private CountedVectors learn(CountingMethod chosen, CountingOptions options, Path folder)
      throws IOException {
    WordSource source = new StoppableWords(text.source(), this::requireGoingOn);
    try (Progress progress = invocation.console().progress("learning words")) {
      progress.say("counting");
      return CountedVectors.learn(
          source,
          chosen,
          options,
          new CountingRun(
              folder,
              (done, of, loss) -> {
                requireGoingOn();
                progress.at(done, OptionalLong.of(of));
              }));
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(Failures.message(e));
    }
  }

  private void requireGoingOn() {
    if (invocation.interruption().isRequested()) {
      throw CommandException.interrupted("stopped; nothing was written");
    }
  }

  /** May be called twice, from two threads when the user ends the process. */
  private static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> left;
    try (Stream<Path> inside = Files.list(folder)) {
      left = inside.toList();
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }

  private void report(CountedVectors learned, double seconds) {
    Console console = invocation.console();
    if (common.json) {
      console.json(
          Console.members(
              "out", Json.of(file.out().toString()),
              "method", Json.of(method),
              "words", Json.of(learned.vocabulary().size()),
              "tokens", Json.of(learned.vocabulary().text().tokens()),
              "pairs", Json.of(learned.pairs()),
              "dimension", Json.of(learned.rows().dimension()),
              "seconds", Json.of(seconds)));
      return;
    }
    console.note(
        String.format(
            Locale.ROOT,
            "akin: %s, %d dimensions, from %,d pairs in %,d tokens in %.1f s, written to %s",
            Messages.count(learned.vocabulary().size(), "word"),
            learned.rows().dimension(),
            learned.pairs(),
            learned.vocabulary().text().tokens(),
            seconds,
            file.out()));
  }
}
