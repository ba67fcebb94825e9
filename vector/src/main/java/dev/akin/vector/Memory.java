package dev.akin.vector;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One piece of memory off the heap with its owner; freed for every thread at once. */
record Memory(Arena arena, MemorySegment cells) implements AutoCloseable {
  /** A cache line: rows that fill whole lines stay in them. */
  private static final long ALIGNMENT = 64;

  static Memory allocate(long bytes) {
    Arena arena = Arena.ofShared();
    try {
      MemorySegment cells = arena.allocate(bytes, ALIGNMENT);
      LargePages.useFor(cells);
      return new Memory(arena, cells);
    } catch (OutOfMemoryError | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /** Part of a file, read-only; {@code shape} is what the complaint about a short file names. */
  static Memory map(Path file, long offset, long bytes, String shape) throws IOException {
    if (offset < 0) {
      throw new IllegalArgumentException(
          "%s: rows cannot start at offset %d".formatted(file, offset));
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() - offset < bytes) {
        throw new FormatException(
            file + ", offset " + offset,
            "shape %s needs %d bytes, the file has %d left"
                .formatted(shape, bytes, Math.max(0, channel.size() - offset)));
      }
      Arena arena = Arena.ofShared();
      try {
        return new Memory(arena, channel.map(FileChannel.MapMode.READ_ONLY, offset, bytes, arena));
      } catch (IOException | RuntimeException e) {
        arena.close();
        throw e;
      }
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
