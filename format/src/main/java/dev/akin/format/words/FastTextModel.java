package dev.akin.format.words;

import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A fastText model: words with a row each, and rows for n-grams of characters, so that words that
 * never stood in the text have a vector too.
 *
 * <p>A word's vector is the mean of its own row and those of its n-grams, summed in float32 in
 * fastText's order, so that it has the same bits. Rows of a plain file are mapped. Immutable, safe
 * for many threads.
 */
public final class FastTextModel implements WordFile {
  /** The end of a line, a word without n-grams. */
  static final byte[] LINE_END = "</s>".getBytes(StandardCharsets.UTF_8);

  private final String name;
  private final FastTextArgs args;
  private final FastTextDictionary dictionary;
  private final InputRows input;
  private final InputRows output;

  FastTextModel(
      String name,
      FastTextArgs args,
      FastTextDictionary dictionary,
      InputRows input,
      InputRows output) {
    this.name = name;
    this.args = args;
    this.dictionary = dictionary;
    this.input = input;
    this.output = output;
  }

  /**
   * A model of these rows, which it owns from now on.
   *
   * @param counts how often each word stood in the text
   * @param input [words + buckets × dimension]
   * @param output [words × dimension], what words are predicted with
   * @throws IllegalArgumentException if the shapes do not fit, or the kind is supervised
   */
  public static FastTextModel of(
      FastTextArgs args, WordList words, long[] counts, Matrix input, Matrix output) {
    long rows = (long) words.size() + args.subwords().buckets();
    if (args.kind() == FastTextArgs.Kind.SUPERVISED
        || input.rows() != rows
        || output.rows() != words.size()
        || input.dimension() != args.dimension()
        || output.dimension() != args.dimension()) {
      throw new IllegalArgumentException(
          "%s, %s words and %d buckets of %d cells do not make a model with %s and %s"
              .formatted(
                  args.kind(),
                  words.size(),
                  args.subwords().buckets(),
                  args.dimension(),
                  input,
                  output));
    }
    return new FastTextModel(
        "model",
        args,
        FastTextDictionary.ofWords(words, counts.clone()),
        new InputRows.Dense(input),
        new InputRows.Dense(output));
  }

  /**
   * A model that gives these vectors and no others: no n-grams, an output matrix of zeros, counts
   * of 1 where none are known.
   *
   * @param rows [words × dimension], owned by the model from now on
   */
  public static FastTextModel ofTable(WordList words, Matrix rows) {
    long[] counts = new long[words.size()];
    Arrays.fill(counts, 1);
    Matrix output = Matrix.allocate(words.size(), rows.dimension());
    return of(FastTextArgs.ofTable(rows.dimension()), words, counts, rows, output);
  }

  @Override
  public WordFormat format() {
    return input instanceof QuantizedRows ? WordFormat.FASTTEXT_QUANTIZED : WordFormat.FASTTEXT;
  }

  /** How it was trained. */
  public FastTextArgs args() {
    return args;
  }

  @Override
  public WordList words() {
    return dictionary.words();
  }

  /** The classes of a supervised model, in its file's order; none otherwise. */
  public WordList labels() {
    return dictionary.labels();
  }

  /** How often a word stood in the text it was trained on. */
  public long count(int ordinal) {
    return dictionary.counts()[ordinal];
  }

  /** How many tokens that text had. */
  public long tokens() {
    return dictionary.tokens();
  }

  @Override
  public int dimension() {
    return args.dimension();
  }

  @Override
  public Oddities oddities() {
    return Oddities.NONE;
  }

  /**
   * {@inheritDoc}
   *
   * @throws FormatException if a row of it holds a cell that is not finite
   */
  @Override
  public float[] copyVector(int ordinal) {
    byte[] word = words().bytes(ordinal);
    float[] sum = new float[dimension()];
    input.addTo(sum, ordinal);
    int rows = 1 + addSubwords(word, sum);
    return mean(sum, rows, word);
  }

  /**
   * The mean of the n-grams of a word that the model does not have.
   *
   * @return empty if it has none: the model was trained without, or the word is too short for the
   *     shortest, or pruning left none of them
   * @throws FormatException if a row of it holds a cell that is not finite
   */
  public Optional<float[]> compose(String word) {
    Optional<byte[]> bytes = WordList.utf8(word);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    float[] sum = new float[dimension()];
    int rows = addSubwords(bytes.get(), sum);
    return rows == 0 ? Optional.empty() : Optional.of(mean(sum, rows, bytes.get()));
  }

  /** The vector of a word, its own or composed. */
  Optional<float[]> findVector(String word) {
    OptionalInt ordinal = words().find(word);
    return ordinal.isPresent() ? Optional.of(copyVector(ordinal.getAsInt())) : compose(word);
  }

  /**
   * What fastText makes of a line of text: the vector that {@code fasttext print-sentence-vectors}
   * prints. O((words + n-grams) · dimension).
   *
   * @param text read as one line whatever it holds
   * @throws FormatException if a row of it holds a cell that is not finite
   */
  public FastTextSentence sentence(String text) {
    return FastTextSentence.of(this, text);
  }

  /** How many words {@link #sentence} sees in a text. */
  public int countWords(String text) {
    return FastTextSentence.words(this, text).size();
  }

  /** Adds the rows of a word, its own if it has one and those of its n-grams; how many. */
  int addRows(byte[] word, float[] sum) {
    OptionalInt ordinal = words().find(word);
    ordinal.ifPresent(row -> input.addTo(sum, row));
    return (ordinal.isPresent() ? 1 : 0) + addSubwords(word, sum);
  }

  private int addSubwords(byte[] word, float[] sum) {
    if (args.subwords().most() <= 0 || Arrays.equals(word, LINE_END)) {
      return 0;
    }
    int added = 0;
    for (int bucket : args.subwords().bucketsOf(word)) {
      added += addBucket(bucket, sum);
    }
    return added;
  }

  /** Adds the row of a bucket, unless pruning left it out; how many rows. */
  int addBucket(int bucket, float[] sum) {
    Optional<Map<Integer, Integer>> kept = dictionary.kept();
    Integer row = kept.isPresent() ? kept.get().get(bucket) : Integer.valueOf(bucket);
    if (row == null) {
      return 0;
    }
    input.addTo(sum, words().size() + row);
    return 1;
  }

  private float[] mean(float[] sum, int rows, byte[] word) {
    float factor = (float) (1.0 / rows);
    for (int i = 0; i < sum.length; i++) {
      sum[i] *= factor;
    }
    requireFinite(sum, word);
    return sum;
  }

  void requireFinite(float[] vector, byte[] text) {
    for (int i = 0; i < vector.length; i++) {
      if (!Float.isFinite(vector[i])) {
        throw new FormatException(
            name,
            "cell %d of %d of the vector of '%s' is %s: one of its rows is damaged"
                .formatted(
                    i + 1, vector.length, new String(text, StandardCharsets.UTF_8), vector[i]));
      }
    }
  }

  /** Adds what decides {@link #sentence} beside what {@link #addTo} adds: kind, n-grams, labels. */
  public void addSentencesTo(MessageDigest digest) {
    Digests.add(digest, "%s, word n-grams %d".formatted(args.kind(), args.wordNgrams()));
    labels().addTo(digest);
  }

  @Override
  public void addTo(MessageDigest digest) {
    words().addTo(digest);
    Digests.add(digest, args.subwords() + " " + dictionary.kept().orElse(Map.of()));
    input.addTo(digest);
  }

  /** Whether its rows are full float32, so that {@link #write} can write them. */
  public boolean isWritable() {
    return input instanceof InputRows.Dense && output instanceof InputRows.Dense;
  }

  /**
   * Writes the model as version 12 of fastText's {@code .bin}, replacing the file.
   *
   * @throws IllegalArgumentException if its rows are quantised, or a word holds a NUL
   */
  public void write(Path file) throws IOException {
    if (!(input instanceof InputRows.Dense(Matrix in))
        || !(output instanceof InputRows.Dense(Matrix out))) {
      throw new IllegalArgumentException(
          name + " is quantised: its rows are approximate, and it is not written as a full model");
    }
    new FastTextWriter(args, dictionary).write(file, in, out);
  }

  @Override
  public void close() {
    input.close();
    output.close();
  }

  @Override
  public String toString() {
    return "FastTextModel[%d words, %d d, %s]".formatted(words().size(), dimension(), args.kind());
  }
}
