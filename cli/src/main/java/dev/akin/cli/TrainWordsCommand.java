package dev.akin.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.akin.cli.console.Console;
import dev.akin.cli.console.Progress;
import dev.akin.format.words.WordFormat;
import dev.akin.reader.IcuBoundaries;
import dev.akin.text.Json;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.TextWords;
import dev.akin.words.training.TrainedTables;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.TrainingRun;
import dev.akin.words.training.Vocabulary;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin train words}. */
@Command(
    name = "words",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Learns word vectors from a text, and writes them in the format that the name of --out"
          + " says: .vec or .txt word2vec's text, .bin word2vec's binary, or fastText's for the"
          + " methods with n-grams.",
      "A training that was stopped, even by kill -9, goes on where its state was last saved when"
          + " the same command is given again. The state is in the folder OUT.training."
    },
    footer = {
      "",
      "Examples:",
      "  akin train words wiki.txt --out wiki.vec",
      "  akin train words papers/ --out papers.bin --method fasttext --dimension 200"
    })
final class TrainWordsCommand implements Callable<Integer> {
  /** How words are told apart. */
  enum Splitting {
    BLANKS,
    UNICODE
  }

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "A text file, or what is read as documents.")
  private Path path = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
  private Path out = Path.of("");

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description =
          "word2vec, word2vec-binary, word2vec-packed, glove or fasttext. Default: by the name.")
  private Optional<String> as = Optional.empty();

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  @Option(names = "--restart", description = "Forget the state of a training that was stopped.")
  private boolean restart;

  @Option(
      names = "--words",
      paramLabel = "blanks|unicode",
      description =
          "blanks: what stands between blanks, as it is, a line a sentence, as word2vec and"
              + " fastText do; unicode: words of documents by Unicode's rules, in lower case."
              + " Default: blanks for .txt and .txt.gz files, else unicode.")
  private Optional<Splitting> splitting = Optional.empty();

  @Mixin private TrainingChoices choices = new TrainingChoices();

  @Option(
      names = "--save-every",
      paramLabel = "SECONDS",
      description = "How often the state is saved. Default: 60.")
  private int saveEvery = 60;

  @Option(
      names = "--max-memory",
      paramLabel = "MB",
      description = "What the tables may take. Default: the memory of the machine.")
  private Optional<Long> maxMemory = Optional.empty();

  @Mixin private SourceChoices reading = new SourceChoices();

  TrainWordsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    TrainingOptions options = choices.options();
    WordFormat format = format(options);
    if (saveEvery < 1 || maxMemory.orElse(1L) < 1) {
      throw CommandException.badUse("--save-every and --max-memory are 1 or more");
    }
    if (Files.exists(out) && !force) {
      throw CommandException.badUse(out + " exists; --force replaces it");
    }
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    WordSource source = source();
    long start = System.nanoTime();
    Path folder = folder();
    var run = new TrainingRun(folder, Duration.ofSeconds(saveEvery), memory());
    try (TrainedTables learned = train(source, options, run)) {
      if (!learned.isComplete()) {
        throw CommandException.interrupted(
            "stopped; the state is kept in %s, and the same command goes on from it"
                .formatted(folder));
      }
      write(learned, format);
      report(learned, format, (System.nanoTime() - start) / 1e9);
    } finally {
      removeIfUnused(folder);
    }
    return ExitCode.OK;
  }

  private WordFormat format(TrainingOptions options) {
    boolean hasNgrams = options.subwords().most() > 0;
    if (as.isPresent()) {
      return WordsConvertCommand.format(as.get());
    }
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".vec") || name.endsWith(".txt")) {
      return WordFormat.WORD2VEC_TEXT;
    }
    if (name.endsWith(".bin")) {
      return hasNgrams ? WordFormat.FASTTEXT : WordFormat.WORD2VEC_BINARY;
    }
    throw CommandException.badUse(
        "--out %s: the name does not say which format; end it with .vec, .txt or .bin, or name the"
                .formatted(out)
            + " format with --as");
  }

  private WordSource source() throws IOException {
    String name = path.toString().toLowerCase(Locale.ROOT);
    boolean isPlain =
        Files.isRegularFile(path) && (name.endsWith(".txt") || name.endsWith(".txt.gz"));
    Splitting chosen = splitting.orElse(isPlain ? Splitting.BLANKS : Splitting.UNICODE);
    return switch (chosen) {
      case BLANKS -> {
        if (Files.isDirectory(path)) {
          throw CommandException.badUse(
              "--words blanks reads one text file, and %s is a folder".formatted(path));
        }
        yield new TextWords(path);
      }
      case UNICODE ->
          new DocumentWords(Source.of(path, reading.options()).corpus(), IcuBoundaries.root());
    };
  }

  private Path folder() throws IOException {
    Path folder = out.resolveSibling(out.getFileName() + ".training");
    Files.createDirectories(folder);
    if (restart) {
      Files.deleteIfExists(folder.resolve(LookupTrainer.STATE));
    }
    return folder;
  }

  /** The folder stays only where a state is in it. */
  private static void removeIfUnused(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(LookupTrainer.STATE))) {
      Files.deleteIfExists(folder.resolve(LookupTrainer.TOKENS));
      Files.deleteIfExists(folder);
    }
  }

  private long memory() {
    if (maxMemory.isPresent()) {
      return Math.multiplyExact(maxMemory.get(), 1L << 20);
    }
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  private TrainedTables train(WordSource source, TrainingOptions options, TrainingRun run)
      throws IOException {
    try (Progress progress = invocation.console().progress("learning words")) {
      progress.say("counting");
      return new LookupTrainer(options)
          .train(
              source,
              run,
              at -> {
                progress.at(
                    at.done(),
                    at.resumed(),
                    OptionalLong.of(at.total()),
                    Double.isNaN(at.loss())
                        ? ""
                        : String.format(Locale.ROOT, "loss %.3f", at.loss()));
                return !invocation.interruption().isRequested();
              });
    }
  }

  private void write(TrainedTables learned, WordFormat format) throws IOException {
    Path part = VectorSink.part(out);
    try {
      learned.write(part, format);
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(Failures.message(e));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void report(TrainedTables learned, WordFormat format, double seconds) {
    Console console = invocation.console();
    Vocabulary vocabulary = learned.vocabulary();
    if (common.json) {
      console.json(
          Console.members(
              "out", Json.of(out.toString()),
              "format", Json.of(format.label()),
              "method", Json.of(learned.options().method().label()),
              "words", Json.of(vocabulary.size()),
              "distinctWords", Json.of(vocabulary.text().distinct()),
              "tokens", Json.of(vocabulary.text().tokens()),
              "tokensLearned", Json.of(vocabulary.tokens()),
              "dimension", Json.of(learned.options().dimension()),
              "epochs", Json.of(learned.options().epochs()),
              "seconds", Json.of(seconds)));
      return;
    }
    console.note(
        String.format(
            Locale.ROOT,
            "akin: %s of %,d, %d dimensions, from %,d tokens in %.1f s, written to %s as %s%s",
            Messages.count(vocabulary.size(), "word"),
            vocabulary.text().distinct(),
            learned.options().dimension(),
            vocabulary.text().tokens(),
            seconds,
            out,
            format.label(),
            vocabulary.text().pruned() ? "; rare words were forgotten while counting" : ""));
  }
}
