package dev.akin.words.counting;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A file of cells in the order of their keys: eight bytes of key and eight of sum each, the highest
 * byte first.
 *
 * @param cells how many
 */
record CellRun(Path file, long cells) {
  static final int CELL_BYTES = Long.BYTES + Double.BYTES;
  private static final int BUFFER = 1 << 16;

  /** Writes the cells of a table. */
  static CellRun write(CellTable table, Path file) throws IOException {
    try (var out = new Writer(file)) {
      for (long key : table.sortedKeys()) {
        out.write(key, table.sum(key));
      }
      return new CellRun(file, out.cells);
    }
  }

  /** Merges runs into one file, sums of a key added in the order of the runs, and deletes them. */
  static CellRun merge(List<CellRun> runs, Path file) throws IOException {
    List<Reader> readers = new ArrayList<>();
    try (var out = new Writer(file)) {
      var heads =
          new PriorityQueue<Reader>(
              Comparator.<Reader>comparingLong(r -> r.key).thenComparingInt(r -> r.order));
      for (CellRun run : runs) {
        Reader reader = new Reader(run, readers.size());
        readers.add(reader);
        addIfAny(reader, heads);
      }
      while (!heads.isEmpty()) {
        long key = heads.element().key;
        double sum = 0;
        while (!heads.isEmpty() && heads.element().key == key) {
          Reader reader = heads.remove();
          sum += reader.sum;
          addIfAny(reader, heads);
        }
        out.write(key, sum);
      }
      return new CellRun(file, out.cells);
    } finally {
      for (Reader reader : readers) {
        reader.close();
      }
      for (CellRun run : runs) {
        Files.deleteIfExists(run.file);
      }
    }
  }

  private static void addIfAny(Reader reader, PriorityQueue<Reader> heads) throws IOException {
    if (reader.advance()) {
      heads.add(reader);
    }
  }

  private static final class Writer implements AutoCloseable {
    private final DataOutputStream out;
    private long cells;

    Writer(Path file) throws IOException {
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    void write(long key, double sum) throws IOException {
      out.writeLong(key);
      out.writeDouble(sum);
      cells++;
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** The cell at the head of a run. */
  private static final class Reader implements AutoCloseable {
    private final DataInputStream in;
    private final int order;
    private long left;
    private long key;
    private double sum;

    Reader(CellRun run, int order) throws IOException {
      this.in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(run.file), BUFFER));
      this.order = order;
      this.left = run.cells;
    }

    boolean advance() throws IOException {
      if (left == 0) {
        return false;
      }
      key = in.readLong();
      sum = in.readDouble();
      left--;
      return true;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
