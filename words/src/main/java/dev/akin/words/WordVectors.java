package dev.akin.words;

import dev.akin.encoder.head.RowLayer;
import dev.akin.format.words.FastTextModel;
import dev.akin.format.words.Oddities;
import dev.akin.format.words.WordFile;
import dev.akin.format.words.WordFormat;
import dev.akin.format.words.WordList;
import dev.akin.format.words.WordTable;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Words and their vectors: what a look-up table of words is, wherever it came from.
 *
 * <p>Immutable, safe for many threads. Owns the rows, and rows of length 1 that are computed when a
 * search first needs them; all are freed by {@link #close}.
 */
public final class WordVectors implements AutoCloseable {
  /** Rows computed at once by a thread: enough to be worth handing over. */
  private static final int BLOCK = 256;

  private static final RowLayer UNIT = new RowLayer.Normalize();

  private final WordFile file;

  /** Rows of length 1 of the first n words, by n. */
  private final Map<Integer, Matrix> unitRows = new HashMap<>();

  private WordVectors(WordFile file) {
    this.file = file;
  }

  /**
   * Reads a file of any format that {@link WordFile} knows.
   *
   * @throws dev.akin.vector.FormatException if it is none of them, or damaged
   */
  public static WordVectors open(Path file) throws IOException {
    return new WordVectors(WordFile.open(file));
  }

  /** The vectors of a file that was read; they own it from now on. */
  public static WordVectors of(WordFile file) {
    return new WordVectors(file);
  }

  /**
   * Vectors of these words, whose rows they own from now on.
   *
   * @param rows [words × dimension]
   * @throws IllegalArgumentException if there are not as many rows as words
   */
  public static WordVectors of(WordList words, Matrix rows) {
    return new WordVectors(new WordTable(WordFormat.WORD2VEC_TEXT, words, rows, Oddities.NONE));
  }

  /** The words, in the order of their ordinals; in most files the most frequent first. */
  public WordList words() {
    return file.words();
  }

  /** How many words. */
  public int size() {
    return file.words().size();
  }

  public int dimension() {
    return file.dimension();
  }

  /** How the file they came from was laid out, and what was noticed in it. */
  public WordFile file() {
    return file;
  }

  /** The place of a word, exactly as it is written. */
  public OptionalInt find(String word) {
    return file.words().find(word);
  }

  /** A copy of the vector of a word. */
  public float[] vector(int ordinal) {
    return file.copyVector(ordinal);
  }

  /** The vector of a word, or what the policy gives words that are not in the vocabulary. */
  public Optional<float[]> findVector(String word, OutOfVocabulary unknown) {
    OptionalInt ordinal = find(word);
    if (ordinal.isPresent()) {
      return Optional.of(vector(ordinal.getAsInt()));
    }
    return switch (unknown) {
      case ABSENT -> Optional.empty();
      case COMPOSED -> file instanceof FastTextModel model ? model.compose(word) : Optional.empty();
    };
  }

  /**
   * The vector of a word, its own or composed.
   *
   * @throws UnknownWordException if it has neither
   */
  public float[] requireVector(String word) {
    return findVector(word, OutOfVocabulary.COMPOSED)
        .orElseThrow(() -> new UnknownWordException(word));
  }

  /** Whether words that are not in the vocabulary can get a vector from their n-grams. */
  public boolean composes() {
    return file instanceof FastTextModel model && model.args().subwords().most() > 0;
  }

  /** How often a word stood in the text the vectors were learned from, where that is known. */
  public OptionalLong count(int ordinal) {
    return file instanceof FastTextModel model
        ? OptionalLong.of(model.count(ordinal))
        : OptionalLong.empty();
  }

  /**
   * The cosine of two words, in [−1, 1].
   *
   * @throws UnknownWordException if one has no vector, not even a composed one
   */
  public float similarity(String a, String b) {
    return Similarity.COSINE.between(requireVector(a), requireVector(b));
  }

  /**
   * The vectors of the first words brought to length 1, computed when first asked for and lent; a
   * vector of zeros stays so.
   *
   * @return [first × dimension]
   * @throws IllegalArgumentException if there are not so many words
   */
  public Matrix unitRows(int first) {
    if (first < 1 || first > size()) {
      throw new IllegalArgumentException(
          "the first %d words of %d; it is 1 or more and not more than there are"
              .formatted(first, size()));
    }
    synchronized (unitRows) {
      return unitRows.computeIfAbsent(first, this::computeUnitRows);
    }
  }

  private Matrix computeUnitRows(int first) {
    Matrix rows = Matrix.allocate(first, dimension());
    try {
      IntStream.range(0, Math.ceilDiv(first, BLOCK))
          .parallel()
          .forEach(block -> {
            int end = Math.min(first, (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < end; i++) {
              rows.setRow(i, unit(vector(i)));
            }
          });
      return rows;
    } catch (RuntimeException | Error e) {
      rows.close();
      throw e;
    }
  }

  /** The same brought to length 1 in place; zeros stay so. */
  static float[] unit(float[] vector) {
    return UNIT.apply(vector);
  }

  @Override
  public void close() {
    synchronized (unitRows) {
      unitRows.values().forEach(Matrix::close);
      unitRows.clear();
    }
    file.close();
  }

  @Override
  public String toString() {
    return "WordVectors[%d words, %d d]".formatted(size(), dimension());
  }
}
