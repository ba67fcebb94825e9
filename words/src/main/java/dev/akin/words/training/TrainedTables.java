package dev.akin.words.training;

import dev.akin.format.words.FastTextArgs;
import dev.akin.format.words.FastTextModel;
import dev.akin.format.words.WordFormat;
import dev.akin.format.words.WordTableWriter;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What was learned. Owns its tables, whose rows are filled up with zeros to the stride of a {@link
 * dev.akin.vector.RowBlock}.
 */
public final class TrainedTables implements AutoCloseable {
  private static final int FASTTEXT_UPDATE_RATE = 100;

  private final Vocabulary vocabulary;
  private final TrainingOptions options;
  private final Features features;
  private Matrix input;
  private Matrix output;
  private final boolean isComplete;

  TrainedTables(
      Vocabulary vocabulary,
      TrainingOptions options,
      Features features,
      Tile.Tables tables,
      boolean isComplete) {
    this.vocabulary = vocabulary;
    this.options = options;
    this.features = features;
    this.input = tables.input();
    this.output = tables.output();
    this.isComplete = isComplete;
  }

  /** The words and their counts. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** How they were learned. */
  public TrainingOptions options() {
    return options;
  }

  /** Rows of words, then of n-grams. */
  public Matrix input() {
    return input;
  }

  /** Rows that predict: of words, or of the inner nodes of the tree. */
  public Matrix output() {
    return output;
  }

  /** Whether the training came to its end. */
  public boolean isComplete() {
    return isComplete;
  }

  /** The vector of a word: its row, or the mean of its row and those of its n-grams. */
  public float[] vector(int ordinal) {
    float[] sum = new float[options.dimension()];
    int[] rows = features.rows(ordinal);
    for (int row : rows) {
      for (int c = 0; c < sum.length; c++) {
        sum[c] += input.get(row, c);
      }
    }
    float factor = (float) (1.0 / rows.length);
    for (int c = 0; c < sum.length; c++) {
      sum[c] *= factor;
    }
    return sum;
  }

  /**
   * Writes the vectors of the words, the most frequent first, row by row; a fastText model with its
   * n-grams and its output table, for which the tables are moved together in place and hold no
   * zeros afterwards.
   *
   * @throws IllegalArgumentException if the format cannot hold a word, or is quantised
   */
  public void write(Path file, WordFormat format) throws IOException {
    if (format == WordFormat.FASTTEXT) {
      writeFastText(file);
      return;
    }
    try (var out = WordTableWriter.create(file, format, options.dimension())) {
      for (int word = 0; word < vocabulary.size(); word++) {
        out.append(vocabulary.words().bytes(word), vector(word));
      }
    }
  }

  private void writeFastText(Path file) throws IOException {
    input = input.narrowed(options.dimension());
    output = output.narrowed(options.dimension());
    var args =
        new FastTextArgs(
            options.dimension(),
            options.window(),
            options.epochs(),
            Math.toIntExact(options.leastCount()),
            options.negatives(),
            1,
            options.negatives() > 0
                ? FastTextArgs.Loss.NEGATIVE_SAMPLING
                : FastTextArgs.Loss.HIERARCHICAL_SOFTMAX,
            options.method() == Method.CBOW ? FastTextArgs.Kind.CBOW : FastTextArgs.Kind.SKIP_GRAM,
            options.subwords(),
            FASTTEXT_UPDATE_RATE,
            options.sampling());
    // Not closed: the tables stay ours.
    FastTextModel.of(args, vocabulary.words(), vocabulary.counts(), input, output).write(file);
  }

  @Override
  public void close() {
    input.close();
    output.close();
  }

  @Override
  public String toString() {
    return "TrainedTables[%s words, %d d, %s]"
        .formatted(vocabulary.size(), options.dimension(), options.method().label());
  }
}
