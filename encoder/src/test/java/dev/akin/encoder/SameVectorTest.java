package dev.akin.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.vector.Matrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A text's vector is that of the independent path (the Hugging Face tokenizer, one unpadded run),
 * and the same alone, in a batch of 64, in another order and with another number of threads.
 */
@Tag("slow")
class SameVectorTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "word ".repeat(600),
          "日本語のテキストです。中文也可以，没有空格。",
          "🙂👩‍👩‍👧 emoji 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
          "e\u0301tude cafe\u0301 naïve ﬁne",
          "tabs\tand\r\nnew  lines\n\n",
          "nul \u0000 inside",
          "مرحبا بالعالم שלום עולם",
          "Supercalifragilisticexpialidocious".repeat(5),
          "Which birds steer by the stars at night?");

  @ParameterizedTest
  @ValueSource(strings = {"minilm", "bge-small"})
  void vectorsAreThoseOfTheIndependentPath(String model) throws Exception {
    try (Reference reference = new Reference(model);
        Encoder encoder = open(model, 2);
        Matrix rows = encoder.encode(TEXTS, Role.DOCUMENT)) {
      for (int i = 0; i < TEXTS.size(); i++) {
        float[] expected = reference.vector(TEXTS.get(i));
        assertThat(rows.copyRow(i)).as(TEXTS.get(i)).containsExactly(expected, within(1e-4f));
        assertThat(cosine(rows.copyRow(i), expected)).isGreaterThanOrEqualTo(0.99999);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"minilm", "bge-small"})
  void vectorsDoNotDependOnBatchOrderOrThreads(String model) throws Exception {
    List<String> batch = new ArrayList<>(TEXTS);
    Random random = new Random(3);
    while (batch.size() < 64) {
      batch.add("filler " + "text of any length ".repeat(random.nextInt(12)) + batch.size());
    }
    List<String> shuffled = new ArrayList<>(batch);
    Collections.shuffle(shuffled, random);
    try (Encoder one = open(model, 1);
        Encoder three = open(model, 3);
        Matrix together = three.encode(batch, Role.DOCUMENT);
        Matrix reordered = three.encode(shuffled, Role.DOCUMENT)) {
      for (int i = 0; i < TEXTS.size(); i++) {
        String text = TEXTS.get(i);
        float[] alone = one.encode(text, Role.DOCUMENT);
        assertThat(cosine(alone, together.copyRow(i))).as(text).isGreaterThanOrEqualTo(1 - 1e-6);
        assertThat(cosine(alone, reordered.copyRow(shuffled.indexOf(text))))
            .as(text)
            .isGreaterThanOrEqualTo(1 - 1e-6);
      }
    }
  }

  private static Encoder open(String model, int threads) throws Exception {
    return Models.open(
        model, EncoderOptions.defaults().withThreads(threads).withTruncation(Truncation.CUT));
  }

  private static double cosine(float[] a, float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }
}
