package dev.akin.words;

import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import dev.akin.encoder.RowRange;
import dev.akin.encoder.Sha256;
import dev.akin.encoder.WholeTextEncoder;
import dev.akin.vector.Matrix;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Any word vectors as an encoder: the row of a text is the weighted mean of the vectors of its
 * words brought to length 1.
 *
 * <p>Words are what the boundaries cut out that holds a letter or digit. Words without a vector are
 * left out and counted in the report; a text without any other is the zero row. Both roles give the
 * same row, and texts of any length are read whole. Immutable, safe for many threads; owns the
 * vectors.
 */
public final class WordVectorEncoder implements WholeTextEncoder {
  /** Part of the identity: raise it when rows of the same vectors change. */
  private static final String RECIPE = "mean of word vectors, recipe 1";

  private static final String PREFIX = "words:";

  private final WordVectors vectors;
  private final WordEncoderOptions options;
  private final WordLookup lookup;
  private final Identity identity;

  private WordVectorEncoder(WordVectors vectors, WordEncoderOptions options, Identity identity) {
    this.vectors = vectors;
    this.options = options;
    this.lookup = new WordLookup(vectors, options.casing(), options.unknown());
    this.identity = identity;
  }

  /** The file of a model called {@code words:FILE}; empty for other names. */
  public static Optional<Path> findFile(String name) {
    return name.startsWith(PREFIX)
        ? Optional.of(Path.of(name.substring(PREFIX.length())))
        : Optional.empty();
  }

  /**
   * An encoder on these vectors, which it owns from now on. Reads all of them once, for its
   * identity.
   *
   * @param name what people call it
   * @throws IllegalArgumentException if the weights are those of another vocabulary
   */
  public static WordVectorEncoder of(String name, WordVectors vectors, WordEncoderOptions options) {
    options.weights().checkFits(vectors);
    MessageDigest digest = Sha256.digest();
    for (String part :
        List.of(
            RECIPE,
            options.boundaries().toString(),
            options.casing().toString(),
            options.unknown().toString(),
            options.weights().key())) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    vectors.file().addTo(digest);
    String hash = HexFormat.of().formatHex(digest.digest());
    return new WordVectorEncoder(vectors, options, new Identity(name, hash, vectors.dimension()));
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    RowRange.check(texts.size(), dimension(), out, firstRow);
    long tokens = 0;
    long unknown = 0;
    for (int i = 0; i < texts.size(); i++) {
      double[] sum = new double[dimension()];
      for (String word : words(texts.get(i))) {
        tokens++;
        unknown += add(word, sum) ? 0 : 1;
      }
      out.setRow(firstRow + i, unit(sum));
    }
    return new EncodingReport(texts.size(), tokens, 0, 0, unknown);
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
    return words(text).size();
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
