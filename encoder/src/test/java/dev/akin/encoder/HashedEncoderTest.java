package dev.akin.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.vector.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashedEncoderTest {
  private final HashedEncoder encoder = HashedEncoder.of(256);

  @Test
  void textsThatShareWordsAreCloserThanOthers() {
    float[] query = encoder.encode("compress vectors to bits", Role.QUERY);
    float[] near = encoder.encode("Compressing a vector to single bits.", Role.DOCUMENT);
    float[] far = encoder.encode("The cat sat by the window", Role.DOCUMENT);
    assertThat(dot(query, near)).isGreaterThan(dot(query, far) + 0.2);
  }

  @Test
  void rowsHaveLengthOneAndTheTextWithoutAWordIsZero() {
    assertThat(norm(encoder.encode("naïve 東京 x1", Role.QUERY))).isCloseTo(1, within(1e-6));
    assertThat(norm(encoder.encode(" \t—!", Role.QUERY))).isZero();
  }

  @Test
  void caseAndPunctuationDoNotCountAndBothRolesAgree() {
    assertThat(encoder.encode("Word, EMBEDDING!", Role.QUERY))
        .isEqualTo(encoder.encode("word embedding", Role.DOCUMENT));
  }

  @Test
  void aRowDoesNotDependOnItsNeighbours() {
    List<String> texts = List.of("one", "", "two three", "one");
    try (Matrix rows = encoder.encode(texts, Role.DOCUMENT)) {
      for (int i = 0; i < texts.size(); i++) {
        assertThat(rows.copyRow(i)).isEqualTo(encoder.encode(texts.get(i), Role.DOCUMENT));
      }
    }
  }

  @Test
  void theReportCountsWordsAndNothingIsCut() {
    try (Matrix out = Matrix.allocate(2, 256)) {
      EncodingReport report =
          encoder.encode(List.of("a b c", "d".repeat(100_000)), Role.QUERY, out, 0);
      assertThat(report).isEqualTo(new EncodingReport(2, 4, 0, 0));
    }
    assertThat(encoder.countTokens("a b c")).isEqualTo(3);
  }

  @Test
  void theIdentityNamesTheDimension() {
    assertThat(encoder.identity().isSameSpace(HashedEncoder.of(256).identity())).isTrue();
    assertThat(encoder.identity().isSameSpace(HashedEncoder.of(128).identity())).isFalse();
    assertThat(encoder.identity().hash()).hasSize(64);
  }

  @Test
  void wrongShapesAreRefusedWithBothShapes() {
    try (Matrix out = Matrix.allocate(1, 256)) {
      assertThatThrownBy(() -> encoder.encode(List.of("a", "b"), Role.QUERY, out, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("2 texts from row 0 on need a matrix [≥ 2 × 256], got Matrix[1 × 256]");
    }
    assertThatThrownBy(() -> HashedEncoder.of(4))
        .hasMessage("a hashed encoder needs a dimension of 8 or more, got 4");
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(float[] a) {
    return Math.sqrt(dot(a, a));
  }
}
