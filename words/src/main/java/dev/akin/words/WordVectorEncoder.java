package dev.akin.words;

import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import dev.akin.encoder.RowRange;
import dev.akin.encoder.Sha256;
import dev.akin.encoder.WholeTextEncoder;
import dev.akin.format.words.FastTextModel;
import dev.akin.format.words.FastTextSentence;
import dev.akin.vector.Matrix;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Any word vectors as an encoder: the row of a text is the weighted mean of the vectors of its
 * words brought to length 1, or fastText's {@link TextRow sentence vector}.
 *
 * <p>Words are what the boundaries cut out that holds a letter or digit. Words without a vector are
 * left out and counted in the report; a text without any other is the zero row. Both roles give the
 * same row, and texts of any length are read whole. Immutable, safe for many threads; owns the
 * vectors.
 */
public final class WordVectorEncoder implements WholeTextEncoder {
  /** Part of the identity: raise it when rows of the same vectors change. */
  private static final String RECIPE = "mean of word vectors, recipe 1";

  /** The same for {@link TextRow#FASTTEXT_SENTENCE}. */
  private static final String FASTTEXT_RECIPE = "fastText sentence, recipe 1";

  /** Before the file, in the name of a model whose rows are means of words. */
  public static final String PREFIX = "words:";

  /** Before the file, in the name of a model whose rows are fastText's sentence vectors. */
  static final String FASTTEXT_PREFIX = "fasttext:";

  private final WordVectors vectors;
  private final WordEncoderOptions options;
  private final WordLookup lookup;

  /** What makes the rows, where they are fastText's. */
  private final Optional<FastTextModel> sentences;

  private final Identity identity;

  private WordVectorEncoder(WordVectors vectors, WordEncoderOptions options, Identity identity) {
    this.vectors = vectors;
    this.options = options;
    this.lookup = new WordLookup(vectors, options.casing(), options.unknown());
    this.sentences =
        options.row() == TextRow.FASTTEXT_SENTENCE
            ? Optional.of(requireModel(identity.name(), vectors))
            : Optional.empty();
    this.identity = identity;
  }

  /**
   * The file of a model called {@code words:FILE} or {@code fasttext:FILE}; empty for other names.
   * Which options the name stands for: {@link WordEncoderOptions#ofName}.
   */
  public static Optional<Path> findFile(String name) {
    return Stream.of(PREFIX, FASTTEXT_PREFIX)
        .filter(name::startsWith)
        .map(prefix -> Path.of(name.substring(prefix.length())))
        .findFirst();
  }

  /**
   * An encoder on these vectors, which it owns from now on. Reads all of them once, for its
   * identity.
   *
   * @param name what people call it
   * @throws IllegalArgumentException if the weights are those of another vocabulary, or fastText's
   *     sentence vectors are asked of vectors that are no fastText model; the vectors are the
   *     caller's then
   */
  public static WordVectorEncoder of(String name, WordVectors vectors, WordEncoderOptions options) {
    options.weights().checkFits(vectors);
    MessageDigest digest = Sha256.digest();
    switch (options.row()) {
      case MEAN_OF_WORDS ->
          addParts(
              digest,
              RECIPE,
              options.boundaries().toString(),
              options.casing().toString(),
              options.unknown().toString(),
              options.weights().key());
      case FASTTEXT_SENTENCE -> {
        addParts(digest, FASTTEXT_RECIPE);
        requireModel(name, vectors).addSentencesTo(digest);
      }
    }
    vectors.file().addTo(digest);
    String hash = HexFormat.of().formatHex(digest.digest());
    return new WordVectorEncoder(vectors, options, new Identity(name, hash, vectors.dimension()));
  }

  private static void addParts(MessageDigest digest, String... parts) {
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
  }

  private static FastTextModel requireModel(String name, WordVectors vectors) {
    if (vectors.file() instanceof FastTextModel model) {
      return model;
    }
    throw new IllegalArgumentException(
        "%s: fastText's sentence vectors need its model (.bin, .ftz), and this is a file of %s; words:FILE takes any"
            .formatted(name, vectors.file().format().label()));
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    RowRange.check(texts.size(), dimension(), out, firstRow);
    long tokens = 0;
    long unknown = 0;
    for (int i = 0; i < texts.size(); i++) {
      Row row = row(texts.get(i));
      tokens += row.words();
      unknown += row.unknown();
      out.setRow(firstRow + i, row.cells());
    }
    return new EncodingReport(texts.size(), tokens, 0, 0, unknown);
  }

  /** The row of a text, how many words it has and how many of them no vector. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, compared nowhere
  private record Row(float[] cells, int words, int unknown) {}

  private Row row(String text) {
    if (sentences.isPresent()) {
      FastTextSentence sentence = sentences.get().sentence(text);
      return new Row(sentence.vector(), sentence.words(), sentence.unknown());
    }
    double[] sum = new double[dimension()];
    List<String> words = words(text);
    int unknown = 0;
    for (String word : words) {
      unknown += add(word, sum) ? 0 : 1;
    }
    return new Row(unit(sum), words.size(), unknown);
  }

  /** The weighted mean of the words of a text that have a vector; zeros if none has. */
  double[] mean(String text) {
    double[] sum = new double[dimension()];
    int known = 0;
    for (String word : words(text)) {
      known += add(word, sum) ? 1 : 0;
    }
    for (int i = 0; known > 0 && i < sum.length; i++) {
      sum[i] /= known;
    }
    return sum;
  }

  private boolean add(String word, double[] sum) {
    OptionalInt ordinal = lookup.find(word);
    if (ordinal.isPresent()) {
      add(vectors.vector(ordinal.getAsInt()), options.weights().of(ordinal.getAsInt()), sum);
      return true;
    }
    Optional<float[]> composed = lookup.findVector(word);
    composed.ifPresent(vector -> add(vector, options.weights().ofOthers(), sum));
    return composed.isPresent();
  }

  private static void add(float[] vector, float weight, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (double) weight * vector[i];
    }
  }

  /** The sum brought to length 1, which is the mean brought there. */
  private static float[] unit(double[] sum) {
    double square = 0;
    for (double cell : sum) {
      square += cell * cell;
    }
    double length = Math.sqrt(square);
    float[] unit = new float[sum.length];
    for (int i = 0; length > 0 && i < unit.length; i++) {
      unit[i] = (float) (sum[i] / length);
    }
    return unit;
  }

  private List<String> words(String text) {
    return options.boundaries().lexicalWords(text);
  }

  @Override
  public int countTokens(String text) {
    return sentences.isPresent() ? sentences.get().countWords(text) : words(text).size();
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public String toString() {
    return identity.toString();
  }

  @Override
  public void close() {
    vectors.close();
  }
}
