package dev.akin.cli;

import dev.akin.study.report.Provenance.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process runs on. */
final class MachineFacts {
  /** Where Linux describes its processors. */
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private MachineFacts() {}

  static Machine current() {
    return new Machine(
        "%s, %s".formatted(Runtime.version(), property("java.vm.name")),
        "%s %s %s".formatted(property("os.name"), property("os.version"), property("os.arch")),
        processor(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory());
  }

  /** The model's name where the system tells it, else the architecture. */
  private static String processor() {
    if (!Files.isReadable(PROCESSORS)) {
      return property("os.arch");
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(property("os.arch"));
    } catch (IOException notTold) {
      return property("os.arch");
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
