package dev.akin.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Role;
import dev.akin.vector.Matrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every encoder promises. */
abstract class EncoderContract {
  /** Short, long, empty, many scripts, white space, a lone surrogate, a NUL. */
  static final List<String> TEXTS =
      List.of(
          "The cat sat on the mat.",
          "compress vectors to bits",
          "",
          "a",
          "日本語のテキストです。",
          "Привет, мир! مرحبا بالعالم",
          "naïve cafés, ﬁne e\u0301tude",
          "tabs\tand\nnew lines  and   spaces ",
          "🙂👩‍👩‍👧 emoji",
          "nul \u0000 inside",
          "half of a pair \ud83d alone",
          "word ".repeat(60).strip(),
          "Supercalifragilisticexpialidocious".repeat(5));

  private Encoder encoder;

  /** A new encoder, which the test closes. */
  abstract Encoder open() throws Exception;

  /** The least cosine of one text's rows in two batches. */
  double batchBound() {
    return 1 - 1e-6;
  }

  @BeforeEach
  void openEncoder() throws Exception {
    encoder = open();
  }

  @AfterEach
  void closeEncoder() {
    encoder.close();
  }

  @Test
  void aTextHasTheSameRowAloneInABatchAndInAnotherOrder() {
    List<String> batch = new ArrayList<>();
    for (int i = 0; batch.size() < 64; i++) {
      batch.add(TEXTS.get(i % TEXTS.size()) + (i < TEXTS.size() ? "" : " " + i));
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(7));
    try (Matrix together = encoder.encode(batch, Role.DOCUMENT);
        Matrix shuffled = encoder.encode(order.stream().map(batch::get).toList(), Role.DOCUMENT)) {
      for (int i = 0; i < TEXTS.size(); i++) {
        float[] alone = encoder.encode(batch.get(i), Role.DOCUMENT);
        assertSame(alone, together.copyRow(i), batch.get(i));
        assertSame(alone, shuffled.copyRow(order.indexOf(i)), batch.get(i));
      }
    }
  }

  @Test
  void manyThreadsGetTheSameRows() throws Exception {
    try (Matrix expected = encoder.encode(TEXTS, Role.QUERY);
        var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<float[]>> jobs = new ArrayList<>();
      for (String text : TEXTS) {
        jobs.add(() -> encoder.encode(text, Role.QUERY));
      }
      var results = threads.invokeAll(jobs);
      for (int i = 0; i < TEXTS.size(); i++) {
        assertSame(results.get(i).get(), expected.copyRow(i), TEXTS.get(i));
      }
    }
  }

  @Test
  void rowsAreFiniteAndOfTheDimension() {
    try (Matrix rows = encoder.encode(TEXTS, Role.DOCUMENT)) {
      assertThat(rows.dimension())
          .isEqualTo(encoder.dimension())
          .isEqualTo(encoder.identity().dimension());
      for (int i = 0; i < rows.rows(); i++) {
        for (float value : rows.copyRow(i)) {
          assertThat(Float.isFinite(value)).as(TEXTS.get(i)).isTrue();
        }
      }
    }
  }

  @Test
  void theReportCountsTextsAndTokens() {
    try (Matrix rows = Matrix.allocate(TEXTS.size(), encoder.dimension())) {
      EncodingReport report = encoder.encode(TEXTS, Role.DOCUMENT, rows, 0);
      assertThat(report.texts()).isEqualTo(TEXTS.size());
      assertThat(report.tokens()).isPositive();
      assertThat(report.truncated()).isBetween(0L, (long) TEXTS.size());
    }
  }

  @Test
  void noTextsGiveNoRowsAndAnEmptyReport() {
    try (Matrix rows = Matrix.allocate(0, encoder.dimension())) {
      assertThat(encoder.encode(List.of(), Role.QUERY, rows, 0)).isEqualTo(EncodingReport.NOTHING);
    }
  }

  @Test
  void rowsAreWrittenFromTheRowAskedForAndNowhereElse() {
    try (Matrix rows = Matrix.allocate(3, encoder.dimension())) {
      encoder.encode(List.of("middle"), Role.DOCUMENT, rows, 1);
      assertThat(rows.copyRow(0)).containsOnly(0f);
      assertThat(rows.copyRow(2)).containsOnly(0f);
      assertSame(rows.copyRow(1), encoder.encode("middle", Role.DOCUMENT), "middle");
    }
  }

  @Test
  void rowsThatDoNotFitAreRefused() {
    try (Matrix rows = Matrix.allocate(1, encoder.dimension());
        Matrix narrow = Matrix.allocate(2, encoder.dimension() + 1)) {
      assertThatThrownBy(() -> encoder.encode(List.of("a", "b"), Role.QUERY, rows, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2");
      assertThatThrownBy(() -> encoder.encode(List.of("a", "b"), Role.QUERY, narrow, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(encoder.dimension()));
    }
  }

  @Test
  void theSameEncoderOpenedAgainIsTheSameSpace() throws Exception {
    try (Encoder again = open()) {
      assertThat(again.identity()).isEqualTo(encoder.identity());
      assertThat(again.identity().isSameSpace(encoder.identity())).isTrue();
    }
  }

  @Test
  void tokensAreCountedAndLongerTextsHaveMore() {
    assertThat(encoder.countTokens("one two three")).isPositive();
    assertThat(encoder.countTokens("one two three four five six"))
        .isGreaterThan(encoder.countTokens("one two three"));
    assertThat(encoder.maxTokens()).isPositive();
  }

  private void assertSame(float[] expected, float[] actual, String text) {
    double dot = 0;
    double a = 0;
    double b = 0;
    for (int i = 0; i < expected.length; i++) {
      dot += (double) expected[i] * actual[i];
      a += (double) expected[i] * expected[i];
      b += (double) actual[i] * actual[i];
    }
    assertThat(b).as("squared length for '%s'", text).isCloseTo(a, within(1e-4 * (1 + a)));
    if (a > 0) {
      assertThat(dot / Math.sqrt(a * b)).as(text).isGreaterThanOrEqualTo(batchBound());
    }
  }
}
