package dev.akin.words.counting;

import dev.akin.words.training.Vocabulary;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How often words stand near words: a sparse matrix [words × words · blocks of the window] on the
 * disk, its cells in the order of rows and columns.
 *
 * <p>Owns its file, which {@link #close} deletes. Any number of threads may read.
 */
public final class Cooccurrences implements AutoCloseable {
  private static final ValueLayout.OfLong KEY =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfDouble SUM =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final int rows;
  private final int blocks;
  private final CellRun run;
  private final Arena arena;
  private final MemorySegment cells;

  private Cooccurrences(int rows, int blocks, CellRun run) throws IOException {
    this.rows = rows;
    this.blocks = blocks;
    this.run = run;
    this.arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(run.file())) {
      this.cells = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /** Takes the cells one by one. */
  @FunctionalInterface
  public interface Sink {
    /** What was counted of a column's word near a row's. */
    void cell(int row, int column, double count);
  }

  /**
   * Counts in one pass. Words outside the vocabulary are left out as if they did not stand there; a
   * window does not reach over the end of a line.
   *
   * <p>Counts are kept in a table of {@code mostBytes}; each time it is full they are written down
   * in order, and all is merged at the end. The bound changes where sums are rounded, and nothing
   * else.
   *
   * @param mostBytes what the table may take
   * @param folder where files are made
   */
  public static Cooccurrences count(
      WordSource source, Vocabulary vocabulary, ContextWindow window, long mostBytes, Path folder)
      throws IOException {
    long columns = (long) vocabulary.size() * window.blocks();
    if (columns > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%,d words at %d places are more columns than there can be; learn fewer words or a smaller window"
              .formatted(vocabulary.size(), window.blocks()));
    }
    try (var counter = new CooccurrenceCounter(vocabulary.words(), window, mostBytes, folder)) {
      source.read(counter);
      CellRun run = counter.finish(folder.resolve("cells"));
      return new Cooccurrences(vocabulary.size(), window.blocks(), run);
    }
  }

  /** Words. */
  public int rows() {
    return rows;
  }

  /** Words times {@link #blocks}. */
  public int columns() {
    return rows * blocks;
  }

  /** Groups of columns: places of the window, or 1. */
  public int blocks() {
    return blocks;
  }

  /** How many cells are not 0. */
  public long cells() {
    return run.cells();
  }

  /** Reads all cells, in the order of rows and then columns. */
  public void forEach(Sink sink) {
    for (long at = 0; at < cells.byteSize(); at += CellRun.CELL_BYTES) {
      long key = cells.get(KEY, at);
      sink.cell((int) (key >>> Integer.SIZE), (int) key, cells.get(SUM, at + Long.BYTES));
    }
  }

  @Override
  public void close() throws IOException {
    arena.close();
    Files.deleteIfExists(run.file());
  }

  @Override
  public String toString() {
    return "co-occurrences [%d × %d], %,d cells".formatted(rows(), columns(), cells());
  }
}
