package dev.akin.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.Role;
import dev.akin.format.words.WordList;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Transform;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentenceEncoderTest {
  /** In the order of frequency; all lean to the first cell, as words do. */
  private static WordVectors vectors() {
    return WordVectors.of(
        WordList.of(List.of("the", "cat", "dog", "tax")),
        Matrix.of(
            new float[] {4, 0.1f, 0},
            new float[] {2, 1, 0},
            new float[] {2, 0.9f, 0.2f},
            new float[] {2, 0, 1}));
  }

  @Test
  void weightsAreThoseOfTheFormulas() {
    double[] shares = {0.6, 0.3, 0.1};
    double[] sif = new SentenceWeighting.Sif(0.01).weights(shares, 4);
    assertThat(sif[0]).isCloseTo(0.01 / 0.61, within(1e-12));
    assertThat(sif[2]).isCloseTo(0.01 / 0.11, within(1e-12));
    // A word of equal chance is in a sentence of one word with 1/3: one of three words is above.
    double[] usif = SentenceWeighting.Usif.USUAL.weights(shares, 1);
    double a = (1 - 1 / 3.0) / (1 / 3.0 * 1.5);
    assertThat(usif[0]).isCloseTo(a / (a / 2 + 0.6), within(1e-12));
    assertThat(usif[1]).isCloseTo(a / (a / 2 + 0.3), within(1e-12));
  }

  @Test
  void theCommonComponentIsTakenOutOnceOrByItsShare() {
    try (Matrix rows =
        Matrix.of(
            new float[] {3, 0}, new float[] {-3, 0}, new float[] {0, 1}, new float[] {0, 1})) {
      Transform sif = SentenceWeighting.Sif.USUAL.removal(rows);
      assertThat(sif.apply(new float[] {5, 7})).containsExactly(new float[] {0, 7}, within(1e-5f));
      // Squared singular values 18 and 2.
      Transform usif = new SentenceWeighting.Usif(2).removal(rows);
      assertThat(usif.apply(new float[] {5, 7}))
          .containsExactly(new float[] {0.5f, 6.3f}, within(1e-5f));
    }
  }

  @Test
  void sentencesAreComparedByWhatIsNotCommon() {
    List<String> sentences = List.of("the cat", "the dog", "the tax", "the the cat", "the tax tax");
    try (SentenceEncoder encoder =
            SentenceEncoder.fit(
                vectors(),
                WordEncoderOptions.defaults(),
                SentenceWeighting.Sif.USUAL,
                sentences.stream());
        WordVectorEncoder plain =
            WordVectorEncoder.of("plain", vectors(), WordEncoderOptions.defaults())) {
      assertThat(cosine(plain.encode("the cat", Role.QUERY), plain.encode("the tax", Role.QUERY)))
          .isGreaterThan(0.9f);
      assertThat(
              cosine(encoder.encode("the cat", Role.QUERY), encoder.encode("the tax", Role.QUERY)))
          .isLessThan(0f);
      assertThat(cosine(encoder.encode("the cat", Role.QUERY), encoder.encode("a dog", Role.QUERY)))
          .isGreaterThan(0.5f);
      assertThat(encoder.encode("unknown words", Role.QUERY)).containsOnly(0);
      try (SentenceEncoder other =
          SentenceEncoder.fit(
              vectors(),
              WordEncoderOptions.defaults(),
              SentenceWeighting.Usif.USUAL,
              sentences.stream())) {
        assertThat(other.identity().isSameSpace(encoder.identity())).isFalse();
      }
    }
  }

  private static float cosine(float[] a, float[] b) {
    return dev.akin.vector.Similarity.COSINE.between(a, b);
  }

  @Test
  void tooFewSentencesAreRefused() {
    try (WordVectors vectors = vectors()) {
      assertThatThrownBy(() ->
              SentenceEncoder.fit(
                  vectors,
                  WordEncoderOptions.defaults(),
                  SentenceWeighting.Sif.USUAL,
                  Stream.of("the cat", "xyzzy")))
          .hasMessageContaining("1 of 2 sentences");
    }
    assertThatThrownBy(() -> new SentenceWeighting.Sif(0)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> new SentenceWeighting.Usif(0)).hasMessageContaining("got 0");
  }
}
