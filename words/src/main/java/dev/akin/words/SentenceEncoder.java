package dev.akin.words;

import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import dev.akin.encoder.RowRange;
import dev.akin.encoder.Sha256;
import dev.akin.encoder.WholeTextEncoder;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Transform;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sentences from word vectors, weighed and without what they have in common: SIF and uSIF. Fitted
 * on sentences like those to be compared.
 *
 * <p>Immutable, safe for many threads; owns the vectors.
 */
public final class SentenceEncoder implements WholeTextEncoder {
  /** Sentences that the common components are learned from at most, the first ones. */
  private static final int MOST_SENTENCES = 50_000;

  private final WordVectorEncoder words;
  private final Transform removal;
  private final Identity identity;

  private SentenceEncoder(WordVectorEncoder words, Transform removal, Identity identity) {
    this.words = words;
    this.removal = removal;
    this.identity = identity;
  }

  /**
   * Fits an encoder on sentences.
   *
   * <p>Words are weighed by their share of all text: their counts where the vectors come with
   * counts, else their ranks; see {@link WordWeights#sif}.
   *
   * @param vectors owned by the encoder from now on
   * @param options how texts become words; their weights are not used
   * @param sentences read once; the caller closes the stream
   * @throws IllegalArgumentException if there are not two sentences with a word that is known
   */
  public static SentenceEncoder fit(
      WordVectors vectors,
      WordEncoderOptions options,
      SentenceWeighting weighting,
      Stream<String> sentences) {
    List<String> texts = sentences.limit(MOST_SENTENCES).toList();
    WordVectorEncoder plain = WordVectorEncoder.of("words", vectors, options);
    double average = texts.stream().mapToInt(plain::countTokens).average().orElse(0);
    double[] weights = weighting.weights(WordWeights.shares(vectors), average);
    WordVectorEncoder words =
        WordVectorEncoder.of(
            "words", vectors, options.withWeights(WordWeights.of(weighting.text(), weights)));
    Transform removal = removal(words, weighting, texts);
    return new SentenceEncoder(words, removal, identity(words, weighting, removal));
  }

  private static Transform removal(
      WordVectorEncoder words, SentenceWeighting weighting, List<String> texts) {
    List<double[]> means = texts.stream().map(words::mean).filter(mean -> !isZero(mean)).toList();
    if (means.size() < 2) {
      throw new IllegalArgumentException(
          "%d of %d sentences have a word with a vector; what sentences have in common is learned from 2 or more"
              .formatted(means.size(), texts.size()));
    }
    try (Matrix rows = Matrix.allocate(means.size(), words.dimension())) {
      for (int i = 0; i < means.size(); i++) {
        rows.setRow(i, rounded(means.get(i)));
      }
      return weighting.removal(rows);
    }
  }

  private static boolean isZero(double[] row) {
    for (double cell : row) {
      if (cell != 0) {
        return false;
      }
    }
    return true;
  }

  private static float[] rounded(double[] row) {
    float[] rounded = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      rounded[i] = (float) row[i];
    }
    return rounded;
  }

  private static Identity identity(
      WordVectorEncoder words, SentenceWeighting weighting, Transform removal) {
    MessageDigest digest = Sha256.digest();
    digest.update(
        "%s of %s, %s"
            .formatted(weighting.text(), words.identity().hash(), removal.fingerprint())
            .getBytes(StandardCharsets.UTF_8));
    return new Identity(
        weighting.text(), HexFormat.of().formatHex(digest.digest()), words.dimension());
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    RowRange.check(texts.size(), dimension(), out, firstRow);
    Transform whole = removal.then(Transform.unitLength(dimension()));
    long tokens = 0;
    for (int i = 0; i < texts.size(); i++) {
      tokens += words.countTokens(texts.get(i));
      out.setRow(firstRow + i, whole.apply(rounded(words.mean(texts.get(i)))));
    }
    return new EncodingReport(texts.size(), tokens, 0, 0);
  }

  @Override
  public int countTokens(String text) {
    return words.countTokens(text);
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
    words.close();
  }
}
