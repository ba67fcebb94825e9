package dev.akin.words.training;

import dev.akin.format.words.FastTextArgs;
import dev.akin.format.words.FastTextModel;
import dev.akin.format.words.WordFormat;
import dev.akin.format.words.WordTableWriter;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * What was learned. Owns its tables, whose rows are filled up with zeros to the stride of a {@link
 * dev.akin.vector.RowBlock}.
 */
public final class TrainedTables implements AutoCloseable {
  private static final int FASTTEXT_UPDATE_RATE = 100;

  private final Vocabulary vocabulary;
  private final Vocabulary predicted;
  private final TrainingOptions options;
  private final Features features;
  private final Layout layout;
  private Matrix input;
  private Matrix output;
  private final int emptyDocuments;
  private final boolean isComplete;

  TrainedTables(
      TrainingOptions options,
      LookupTrainer.Setting setting,
      Features features,
      Tile.Tables tables,
      boolean isComplete) {
    this.vocabulary = setting.vocabulary();
    this.predicted = setting.predicted();
    this.options = options;
    this.features = features;
    this.layout = setting.layout();
    this.emptyDocuments = options.method().learnsDocuments() ? setting.tokens().emptyLines() : 0;
    this.input = tables.input();
    this.output = tables.output();
    this.isComplete = isComplete;
  }

  /** The words and their counts; of pairs, the first words. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The words that are predicted and their counts: those of {@link #vocabulary}, but of pairs. */
  public Vocabulary predicted() {
    return predicted;
  }

  /** How they were learned. */
  public TrainingOptions options() {
    return options;
  }

  /**
   * Rows of words, then of n-grams, of documents, of the positions of a window, of what stands
   * where there is no word.
   */
  public Matrix input() {
    return input;
  }

  /**
   * Rows that predict: of words, or of the inner nodes of the tree; once for each position of a
   * window where positions have rows of their own; by {@link Method#ORDER_CBOW} a row is as long as
   * those of all places of the window, one behind another.
   */
  public Matrix output() {
    return output;
  }

  /**
   * The senses of the words; the tables stay this object's.
   *
   * @throws IllegalArgumentException if words have no senses
   */
  public WordSenses senses() {
    if (!options.method().learnsSenses()) {
      throw new IllegalArgumentException(
          "senses are learned by the methods senses and mssg, and these are " + this);
    }
    return new WordSenses(
        options, vocabulary, layout, new Tile.Tables(input, output, options.dimension()));
  }

  /** Whether the training came to its end. */
  public boolean isComplete() {
    return isComplete;
  }

  /** How many documents have vectors: as many as lines of the source, where lines are documents. */
  public int documents() {
    return Math.toIntExact(layout.documents());
  }

  /** How many documents hold no word that was learned: their vectors are zero. */
  public int emptyDocuments() {
    return emptyDocuments;
  }

  /**
   * The vector of a document, by the number of its line; of binary codes, a cell is 1 for a bit
   * that is set and −1 for one that is not, so that cosines rank as Hamming distances do: cosine =
   * 1 − 2 · distance / dimension.
   */
  public float[] document(int line) {
    return document(input, layout, Objects.checkIndex(line, documents()), options);
  }

  /**
   * The real vector of a document that has a code beside it.
   *
   * @throws IllegalArgumentException if documents have no vector but the one that {@link #document}
   *     gives
   */
  public float[] realDocument(int line) {
    requireReals(options);
    return RealBinaryBag.real(
        input, layout, options.dimension(), Objects.checkIndex(line, documents()));
  }

  static void requireReals(TrainingOptions options) {
    if (options.realDimension() == 0) {
      throw new IllegalArgumentException(
          "documents by %s have one vector; real ones beside codes are learned by %s"
              .formatted(options.method().label(), Method.REAL_BINARY_PV.label()));
    }
  }

  static float[] document(Matrix table, Layout layout, int line, TrainingOptions options) {
    float[] cells =
        options.realDimension() > 0
            ? RealBinaryBag.projected(table, layout, options.dimension(), line)
            : Arrays.copyOf(table.copyRow(layout.document(line)), options.dimension());
    if (options.method().learnsBits()) {
      for (int c = 0; c < cells.length; c++) {
        cells[c] = Math.signum(cells[c]);
      }
    }
    return cells;
  }

  /**
   * The vector of a word: its row, or the mean of its row and those of its n-grams; where words do
   * not predict, the row that is predicted; of senses, their mean, each as often as it stands.
   *
   * @throws IllegalStateException if words do not predict and a tree stands for them
   */
  public float[] vector(int ordinal) {
    if (options.method().learnsSenses()) {
      return meanSense(ordinal);
    }
    if (!options.method().hasWordInputs()) {
      if (options.negatives() == 0) {
        throw new IllegalStateException(
            "%s by hierarchical softmax learns no row of a word"
                .formatted(options.method().label()));
      }
      return Arrays.copyOf(output.copyRow(ordinal), options.dimension());
    }
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

  private float[] meanSense(int word) {
    WordSenses senses = senses();
    float[] mean = new float[options.dimension()];
    double sum = 0;
    for (int sense = 0; sense < senses.count(word); sense++) {
      float[] vector = senses.vector(word, sense);
      double prior = senses.prior(word, sense);
      sum += prior;
      for (int c = 0; c < mean.length; c++) {
        mean[c] += (float) (prior * vector[c]);
      }
    }
    for (int c = 0; sum > 0 && c < mean.length; c++) {
      mean[c] /= (float) sum;
    }
    return mean;
  }

  /**
   * Writes the vectors of the words, the most frequent first, row by row; of senses each under its
   * word and number, {@code bank#1} the one that stands most often; a fastText model with its
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
        if (options.method().learnsSenses()) {
          appendSenses(out, word);
        } else {
          out.append(vocabulary.words().bytes(word), vector(word));
        }
      }
    }
  }

  /**
   * Writes the vectors of the second words of pairs, which are predicted, the most frequent first:
   * their inner product with the vector of a first word is the higher the more it predicts them.
   *
   * @throws IllegalArgumentException if these are no pairs, a tree stands for the second words, or
   *     the format cannot hold a word or is fastText's
   */
  public void writePredicted(Path file, WordFormat format) throws IOException {
    if (options.method() != Method.PAIRS || options.negatives() == 0) {
      throw new IllegalArgumentException(
          "what is predicted has words and rows of its own by pairs with noise words, and these are"
              + " learned by %s with %d noise words"
                  .formatted(options.method().label(), options.negatives()));
    }
    try (var out = WordTableWriter.create(file, format, options.dimension())) {
      for (int word = 0; word < predicted.size(); word++) {
        float[] row = Arrays.copyOf(output.copyRow(word), options.dimension());
        out.append(predicted.words().bytes(word), row);
      }
    }
  }

  private void appendSenses(WordTableWriter out, int word) throws IOException {
    WordSenses senses = senses();
    for (int sense = 0; sense < senses.count(word); sense++) {
      byte[] name = senses.name(word, sense).getBytes(StandardCharsets.UTF_8);
      out.append(name, senses.vector(word, sense));
    }
  }

  /**
   * Writes the vectors of the documents under their names, in their order.
   *
   * @throws IllegalArgumentException if there are not as many names as documents, or the format
   *     cannot hold one
   */
  public void writeDocuments(Path file, WordFormat format, List<String> names) throws IOException {
    writeDocuments(file, format, names, options.dimension(), this::document);
  }

  /**
   * Writes the real vectors of documents that have codes beside them.
   *
   * @throws IllegalArgumentException also if they have none
   */
  public void writeRealDocuments(Path file, WordFormat format, List<String> names)
      throws IOException {
    requireReals(options);
    writeDocuments(file, format, names, options.realDimension(), this::realDocument);
  }

  private void writeDocuments(
      Path file, WordFormat format, List<String> names, int dimension, IntFunction<float[]> vector)
      throws IOException {
    if (names.size() != documents()) {
      throw new IllegalArgumentException(
          "%d names for %d documents".formatted(names.size(), documents()));
    }
    try (var out = WordTableWriter.create(file, format, dimension)) {
      for (int line = 0; line < names.size(); line++) {
        out.append(names.get(line).getBytes(StandardCharsets.UTF_8), vector.apply(line));
      }
    }
  }

  /**
   * Writes what vectors of other documents are inferred with, or senses in other texts are chosen
   * with, into a folder, which must be there; see {@link ParagraphModel} and {@link SenseModel}.
   *
   * @throws IllegalArgumentException if neither documents nor senses were learned, or words have
   *     n-grams, or a word is not UTF-8
   */
  public void writeModel(Path folder) throws IOException {
    if (options.method().learnsSenses()) {
      SenseModel.write(this, folder);
    } else {
      ParagraphModel.write(this, folder);
    }
  }

  private void writeFastText(Path file) throws IOException {
    if (options.method() != Method.SKIP_GRAM && options.method() != Method.CBOW) {
      throw new IllegalArgumentException(
          "fastText's format holds skip-gram and CBOW, and these vectors are learned by "
              + options.method().label());
    }
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
