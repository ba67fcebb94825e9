package dev.akin.study.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.significance.Estimate;
import dev.akin.format.words.WordList;
import dev.akin.study.task.LabelledTexts;
import dev.akin.vector.Matrix;
import dev.akin.words.WordVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FewLabelsTest {
  private static final int LEARNED = 200;
  private static final int ASKED = 120;

  /** Every tenth text is of the rare kind. */
  private static LabelledTexts texts(String name, int count) {
    List<String> labels = IntStream.range(0, count).mapToObj(FewLabelsTest::kind).toList();
    return new LabelledTexts(IntStream.range(0, count).mapToObj(i -> name + i).toList(), labels);
  }

  private static String kind(int i) {
    return i % 10 == 0 ? "rare" : "usual";
  }

  private static FewLabels task(double share, int draws) {
    return new FewLabels("few", texts("learned", LEARNED), texts("asked", ASKED), share, draws, 5);
  }

  /** A word a text, whose vector shows its kind or nothing. */
  private static WordVectors vectors(boolean showsKind) {
    SplittableRandom random = new SplittableRandom(3);
    List<String> words = new ArrayList<>();
    float[][] rows = new float[LEARNED + ASKED][4];
    for (int i = 0; i < rows.length; i++) {
      int place = i < LEARNED ? i : i - LEARNED;
      words.add((i < LEARNED ? "learned" : "asked") + place);
      for (int c = 0; c < 4; c++) {
        rows[i][c] = (float) random.nextGaussian();
      }
      int side = kind(place).equals("rare") ? 9 : -9;
      rows[i][0] += showsKind ? side : 0;
    }
    return WordVectors.of(WordList.of(words), Matrix.of(rows));
  }

  @Test
  void aRareLabelWeighsAsMuchAsAUsualOne() {
    try (WordVectors telling = vectors(true);
        WordVectors silent = vectors(false)) {
      assertThat(task(0.5, 2).evaluate(telling).value()).isEqualTo(1);
      // All are called usual: F1 of the usual ones is 2·108/(108 + 120), that of the rare ones 0.
      assertThat(task(0.5, 2).evaluate(silent).value())
          .isCloseTo(108.0 / 228, within(0.1))
          .isLessThan(0.6);
    }
  }

  @Test
  void theFigureIsTheMeanOfTheDrawsOverTheSameItems() {
    try (WordVectors silent = vectors(false)) {
      Estimate all = task(0.5, 2).evaluate(silent);
      int[] half = IntStream.range(0, 60).toArray();
      Estimate first = task(0.5, 1).evaluate(silent);
      Estimate second =
          new FewLabels("few", texts("learned", LEARNED), texts("asked", ASKED), 0.5, 1, 6)
              .evaluate(silent);
      assertThat(all.size()).isEqualTo(ASKED);
      assertThat(all.value()).isCloseTo((first.value() + second.value()) / 2, within(1e-12));
      assertThat(all.resampled(half))
          .isCloseTo((first.resampled(half) + second.resampled(half)) / 2, within(1e-12));
    }
  }

  @Test
  void aDrawHasItsShareOfTheTextsAndAnotherSeedOthers() {
    FewLabels task = task(0.1, 2);
    assertThat(task.drawn(0)).hasSize(20).isSorted().doesNotHaveDuplicates();
    assertThat(task.drawn(0)).isNotEqualTo(task.drawn(1)).isEqualTo(task(0.1, 1).drawn(0));
  }
}
