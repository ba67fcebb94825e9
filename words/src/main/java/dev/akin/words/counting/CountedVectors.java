package dev.akin.words.counting;

import dev.akin.format.words.WordFormat;
import dev.akin.format.words.WordTableWriter;
import dev.akin.vector.Matrix;
import dev.akin.words.training.Vocabulary;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.file.Path;

/** Words and their vectors, learned from counts. Owns its rows. */
public final class CountedVectors implements AutoCloseable {
  /** Different words held while counting. */
  private static final int MOST_WORDS = 30_000_000;

  private final Vocabulary vocabulary;
  private final Matrix rows;
  private final long cells;

  private CountedVectors(Vocabulary vocabulary, Matrix rows, long cells) {
    this.vocabulary = vocabulary;
    this.rows = rows;
    this.cells = cells;
  }

  /**
   * Counts words, then pairs, and makes vectors of them. Reads the source twice.
   *
   * @throws IllegalArgumentException if there is nothing to learn from, or not for so many cells
   */
  public static CountedVectors learn(
      WordSource source, CountingMethod method, CountingOptions options, CountingRun run)
      throws IOException {
    method.cells(options); // before anything is read
    Vocabulary vocabulary = Vocabulary.count(source, options.leastCount(), MOST_WORDS);
    try (Cooccurrences counts =
        Cooccurrences.count(
            source, vocabulary, method.contexts(), options.mostBytes(), run.folder())) {
      if (counts.cells() == 0) {
        throw new IllegalArgumentException(
            "%s: no word stands near another, so there is nothing to count; words are near in one line"
                .formatted(source));
      }
      return new CountedVectors(vocabulary, method.learn(counts, options, run), counts.cells());
    }
  }

  /** The words and how often they stand. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Vectors by the words' ordinals [words × cells]; borrowed. */
  public Matrix rows() {
    return rows;
  }

  /** How many pairs of words stand near each other. */
  public long pairs() {
    return cells;
  }

  /**
   * Writes the vectors, the most frequent word first.
   *
   * @throws IllegalArgumentException if the format cannot hold a word, or is not one of plain
   *     vectors
   */
  public void write(Path file, WordFormat format) throws IOException {
    try (var out = WordTableWriter.create(file, format, rows.dimension())) {
      for (int word = 0; word < vocabulary.size(); word++) {
        out.append(vocabulary.words().bytes(word), rows.copyRow(word));
      }
    }
  }

  @Override
  public void close() {
    rows.close();
  }

  @Override
  public String toString() {
    return "%d vectors of %d cells from %,d pairs"
        .formatted(vocabulary.size(), rows.dimension(), cells);
  }
}
