package dev.akin.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.akin.format.words.WordFormat;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.TrainingRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a training writes to, and how it keeps its state. */
final class TrainingOutput {
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
      names = "--save-every",
      paramLabel = "SECONDS",
      description = "How often the state is saved. Default: 60.")
  private int saveEvery = 60;

  @Option(
      names = "--max-memory",
      paramLabel = "MB",
      description = "What the tables may take. Default: the memory of the machine.")
  private Optional<Long> maxMemory = Optional.empty();

  /** Writes to a file. */
  @FunctionalInterface
  interface Writing {
    void to(Path file) throws IOException;
  }

  Path out() {
    return out;
  }

  /** Whether what is there may be replaced. */
  boolean replaces() {
    return force;
  }

  /** Refuses what cannot be written to, before any work. */
  void check() {
    if (saveEvery < 1 || maxMemory.orElse(1L) < 1) {
      throw CommandException.badUse("--save-every and --max-memory are 1 or more");
    }
    if (Files.exists(out) && !force) {
      throw CommandException.badUse(out + " exists; --force replaces it");
    }
  }

  /**
   * The format that is asked for or that the name says.
   *
   * @param ofBin what a name in .bin says
   */
  WordFormat format(WordFormat ofBin) {
    if (as.isPresent()) {
      return WordsConvertCommand.format(as.get());
    }
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".vec") || name.endsWith(".txt")) {
      return WordFormat.WORD2VEC_TEXT;
    }
    if (name.endsWith(".bin")) {
      return ofBin;
    }
    throw CommandException.badUse(
        "--out %s: the name does not say which format; end it with .vec, .txt or .bin, or name the"
                .formatted(out)
            + " format with --as");
  }

  /** The run in a folder beside the file, which is made. */
  TrainingRun start() throws IOException {
    Path folder = out.resolveSibling(out.getFileName() + ".training");
    Files.createDirectories(folder);
    var run = new TrainingRun(folder, Duration.ofSeconds(saveEvery), memory());
    if (restart) {
      run.clear();
    }
    return run;
  }

  private long memory() {
    if (maxMemory.isPresent()) {
      return Math.multiplyExact(maxMemory.get(), 1L << 20);
    }
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  /** Writes the file at once, whole or not at all, and forgets the state only then. */
  void write(TrainingRun run, Writing writing) throws IOException {
    Path part = VectorSink.part(out);
    try {
      writing.to(part);
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(Failures.message(e));
    } finally {
      Files.deleteIfExists(part);
    }
    run.clear();
  }

  /** Removes the folder of the run unless a state is in it. */
  void end(TrainingRun run) throws IOException {
    if (!Files.exists(run.folder().resolve(LookupTrainer.STATE))) {
      run.clear();
      Files.deleteIfExists(run.folder());
    }
  }
}
