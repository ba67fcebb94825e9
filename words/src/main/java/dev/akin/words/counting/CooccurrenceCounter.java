package dev.akin.words.counting;

import dev.akin.format.words.WordList;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Counts pairs while words come in; for one pass. */
final class CooccurrenceCounter implements WordSource.Sink, AutoCloseable {
  /** Runs merged at once: open files, a buffer each. */
  private static final int MOST_RUNS = 64;

  private final WordList words;
  private final ContextWindow window;
  private final Path folder;
  private final CellTable table;
  private final List<CellRun> runs = new ArrayList<>();
  private int runsMade;

  /** The last words of the line, the newest before {@link #length} modulo its size. */
  private final int[] recent;

  private long length;

  CooccurrenceCounter(WordList words, ContextWindow window, long mostBytes, Path folder) {
    this.words = words;
    this.window = window;
    this.folder = folder;
    this.table = new CellTable(mostBytes);
    this.recent = new int[Math.max(window.left(), window.right())];
  }

  @Override
  public void word(byte[] bytes, int from, int to) throws IOException {
    int word = words.find(bytes, from, to);
    if (word < 0) {
      return;
    }
    int before = (int) Math.min(length, recent.length);
    for (int distance = 1; distance <= before; distance++) {
      int other = recent[(int) ((length - distance) % recent.length)];
      if (distance <= window.left()) {
        add(word, other, -distance, window.weight().of(distance, window.left()));
      }
      if (distance <= window.right()) {
        add(other, word, distance, window.weight().of(distance, window.right()));
      }
    }
    recent[(int) (length % recent.length)] = word;
    length++;
  }

  private void add(int row, int context, int place, double weight) throws IOException {
    long column = (long) window.block(place) * words.size() + context;
    table.add((long) row << Integer.SIZE | column, weight);
    if (table.isFull()) {
      spill();
    }
  }

  @Override
  public void lineEnd() {
    length = 0;
  }

  private void spill() throws IOException {
    runs.add(CellRun.write(table, next()));
    table.clear();
    if (runs.size() == MOST_RUNS) {
      CellRun merged = CellRun.merge(List.copyOf(runs), next());
      runs.clear();
      runs.add(merged);
    }
  }

  private Path next() {
    return folder.resolve("cells-%d.run".formatted(runsMade++));
  }

  /** All cells in one file. */
  CellRun finish(Path file) throws IOException {
    if (!table.isEmpty()) {
      runs.add(CellRun.write(table, next()));
      table.clear();
    }
    CellRun merged = CellRun.merge(List.copyOf(runs), file);
    runs.clear();
    return merged;
  }

  @Override
  public void close() throws IOException {
    for (CellRun run : runs) {
      Files.deleteIfExists(run.file());
    }
  }
}
