package dev.akin.words.counting;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Cells in random order, from the disk: each goes to a file drawn at random, and a file is shuffled
 * when it is read. Owns its files.
 */
final class GloveCells implements AutoCloseable {
  private static final int CELL_BYTES = 16;
  private static final int BUFFER = 1 << 16;

  private final List<Path> files;
  private final int[] sizes;

  private GloveCells(List<Path> files, int[] sizes) {
    this.files = files;
    this.sizes = sizes;
  }

  /** What is asked of a pair of words, and how much it counts. */
  @FunctionalInterface
  interface Sink {
    void cell(int row, int column, float logarithm, float weight);
  }

  /**
   * Distributes the cells.
   *
   * @param most cells of a file, about
   */
  static GloveCells of(Cooccurrences counts, Glove glove, int most, Path folder, long seed)
      throws IOException {
    int number = Math.toIntExact(Math.max(1, Math.ceilDiv(counts.cells(), most)));
    List<Path> files = new ArrayList<>();
    List<DataOutputStream> outs = new ArrayList<>();
    int[] sizes = new int[number];
    GloveCells cells = new GloveCells(files, sizes);
    try {
      for (int i = 0; i < number; i++) {
        files.add(folder.resolve("glove-%d.cells".formatted(i)));
        outs.add(
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(files.get(i)), BUFFER)));
      }
      SplittableRandom random = new SplittableRandom(seed);
      counts.forEach((row, column, count) -> {
        int file = random.nextInt(number);
        sizes[file]++;
        write(outs.get(file), row, column, (float) Math.log(count), (float) glove.weight(count));
      });
      for (DataOutputStream out : outs) {
        out.close();
      }
      return cells;
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      discard(outs, cells, cause);
      throw cause;
    } catch (IOException | RuntimeException e) {
      discard(outs, cells, e);
      throw e;
    }
  }

  /** Closes and deletes what was begun; what fails at that is told beside the first failure. */
  private static void discard(
      List<? extends AutoCloseable> outs, GloveCells cells, Exception failure) {
    List<AutoCloseable> all = new ArrayList<>(outs);
    all.add(cells);
    for (AutoCloseable each : all) {
      try {
        each.close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
  }

  private static void write(DataOutputStream out, int row, int column, float log, float weight) {
    try {
      out.writeInt(row);
      out.writeInt(column);
      out.writeFloat(log);
      out.writeFloat(weight);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives all cells once, in an order that the random numbers decide. */
  void forEach(SplittableRandom random, Sink sink) throws IOException {
    for (int f = 0; f < files.size(); f++) {
      int size = sizes[f];
      int[] rows = new int[size];
      int[] columns = new int[size];
      float[] logs = new float[size];
      float[] weights = new float[size];
      try (var in =
          new DataInputStream(
              new BufferedInputStream(Files.newInputStream(files.get(f)), CELL_BYTES * BUFFER))) {
        for (int i = 0; i < size; i++) {
          // The place of the next cell in an order of equal chance (Durstenfeld's, inside out).
          int at = random.nextInt(i + 1);
          rows[i] = rows[at];
          columns[i] = columns[at];
          logs[i] = logs[at];
          weights[i] = weights[at];
          rows[at] = in.readInt();
          columns[at] = in.readInt();
          logs[at] = in.readFloat();
          weights[at] = in.readFloat();
        }
      }
      for (int i = 0; i < size; i++) {
        sink.cell(rows[i], columns[i], logs[i], weights[i]);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
