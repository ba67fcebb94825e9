package dev.akin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that grows beside its place and gets its name only when it is whole. What is not finished
 * leaves nothing behind, also where the user ends the process. Where two processes write the same
 * file, each has a part of its own, and the file is that of the last to finish.
 */
final class WholeFile implements AutoCloseable {
  private final Path file;
  private final Path part;
  private final Interruption.Guard guard;

  private WholeFile(Path file, Path part, Interruption.Guard guard) {
    this.file = file;
    this.part = part;
    this.guard = guard;
  }

  /** Writes to a file. */
  @FunctionalInterface
  interface Writing {
    void to(Path file) throws IOException;
  }

  /** Begins a file, to be written to {@link #part}. */
  static WholeFile begin(Path file, Interruption interruption) {
    long process = ProcessHandle.current().pid();
    Path part = file.resolveSibling(file.getFileName() + "." + process + ".part");
    return new WholeFile(file, part, interruption.cleaning(() -> remove(part)));
  }

  /** Writes a file at once. */
  static void write(Path file, Interruption interruption, Writing writing) throws IOException {
    try (WholeFile whole = begin(file, interruption)) {
      writing.to(whole.part());
      whole.finish();
    }
  }

  /** Where it grows. */
  Path part() {
    return part;
  }

  /** All is written: gives the file its name, and replaces what had it. */
  void finish() throws IOException {
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    guard.close();
    remove(part);
  }

  /** Also what writers that join header and rows keep beside it. */
  private static void remove(Path part) throws IOException {
    Files.deleteIfExists(part.resolveSibling(part.getFileName() + ".part"));
    Files.deleteIfExists(part);
  }
}
