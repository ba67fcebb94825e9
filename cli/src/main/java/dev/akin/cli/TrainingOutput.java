package dev.akin.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.TrainingRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a training writes to, and how it keeps its state. */
final class TrainingOutput {
  @Mixin private VectorFileChoices file = new VectorFileChoices();

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

  /** The file that is written to. */
  VectorFileChoices file() {
    return file;
  }

  /** Refuses what cannot be written to, before any work. */
  void check() {
    if (saveEvery < 1) {
      throw CommandException.badUse("--save-every is 1 or more, got " + saveEvery);
    }
    if (maxMemory.orElse(1L) < 1) {
      throw CommandException.badUse("--max-memory is 1 or more, got " + maxMemory.get());
    }
    file.check();
  }

  /** The run in a folder beside the file, which is made. */
  TrainingRun start() throws IOException {
    Path folder = file.out().resolveSibling(file.out().getFileName() + ".training");
    Files.createDirectories(folder);
    var run = new TrainingRun(folder, Duration.ofSeconds(saveEvery), memory());
    if (restart) {
      run.clear();
    }
    return run;
  }

  private long memory() {
    if (maxMemory.isPresent()) {
      return TableChoices.bytes(maxMemory.get());
    }
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  /** Writes the file at once, whole or not at all, and forgets the state only then. */
  void write(TrainingRun run, Interruption interruption, WholeFile.Writing writing)
      throws IOException {
    file.write(interruption, writing);
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
