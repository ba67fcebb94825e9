package dev.akin.words.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.vector.ExactScan;
import dev.akin.words.Neighbour;
import dev.akin.words.Tables;
import dev.akin.words.UnknownWordException;
import dev.akin.words.WordVectors;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordChangeTest {
  private static final ExactScan SCAN = new ExactScan(1);
  private static final int ALL = Integer.MAX_VALUE;

  @Test
  void theMeasuresOfASmallTableAreThoseByHand() {
    // Angles in degrees: w 0, x 0, y 90, z 180 before; w 90, x 0, y 90 and v 0 after.
    try (WordVectors before =
            Tables.of(List.of("w", "x", "y", "z"), row(1, 0), row(2, 0), row(0, 1), row(-3, 0));
        WordVectors after =
            Tables.of(List.of("w", "x", "y", "v"), row(0, 2), row(1, 0), row(0, 4), row(2, 0))) {
      WordChange change = WordChange.between(before, after, ALL, 2, SCAN);
      assertThat(change.common()).containsExactly("w", "x", "y");
      assertThat(change.score(ChangeMeasure.COSINE, "w")).isCloseTo(0, within(1e-6));
      assertThat(change.score(ChangeMeasure.COSINE, "x")).isCloseTo(1, within(1e-6));
      // Near w before: x, y; after: y, then x (a tie with v, by place). Before (1, 0), after (0,
      // 1).
      assertThat(change.score(ChangeMeasure.NEIGHBOURHOOD, "w")).isCloseTo(0, within(1e-6));
      assertThat(change.score(ChangeMeasure.INTERSECTION, "w")).isEqualTo(1);
      // Near x before: w, y; after: v, then w. Cells for w, y, v; the mean before is (0, 1/4).
      // Before (1, 0, 0), after (0, 0, 1).
      assertThat(change.score(ChangeMeasure.NEIGHBOURHOOD, "x")).isCloseTo(0, within(1e-6));
      assertThat(change.score(ChangeMeasure.MOVING, "x")).isCloseTo(0.5, within(1e-6));
      assertThat(change.score(ChangeMeasure.INTERSECTION, "x")).isEqualTo(0.5);
      // Near y before: w, x (ties by place); after: w, x. Before (0, 0): not a number would be a
      // cosine with zeros, which is 0 here.
      assertThat(change.ranked(ChangeMeasure.COSINE).stream().map(Neighbour::word))
          .containsExactly("w", "x", "y");
    }
  }

  @Test
  void aTableThatTurnedAsAWholeHasOtherCosinesAndTheSameNeighbourhoods() {
    SplittableRandom random = new SplittableRandom(5);
    try (WordVectors before = Tables.random(random, 50, 6);
        WordVectors after = WordVectors.of(before.words(), turned(before))) {
      WordChange change = WordChange.between(before, after, ALL, 10, SCAN);
      for (String word : List.of("w0", "w17", "w49")) {
        assertThat(change.score(ChangeMeasure.NEIGHBOURHOOD, word)).isCloseTo(1, within(1e-5));
        assertThat(change.score(ChangeMeasure.INTERSECTION, word)).isEqualTo(1);
        assertThat(change.score(ChangeMeasure.COSINE, word)).isLessThan(0.99);
      }
    }
  }

  /** Cells moved on by one place, a rotation. */
  private static dev.akin.vector.Matrix turned(WordVectors vectors) {
    float[][] rows = new float[vectors.size()][];
    for (int i = 0; i < rows.length; i++) {
      float[] row = vectors.vector(i);
      rows[i] = new float[row.length];
      for (int c = 0; c < row.length; c++) {
        rows[i][(c + 1) % row.length] = row[c];
      }
    }
    return dev.akin.vector.Matrix.of(rows);
  }

  private static float[] row(float... cells) {
    return cells;
  }

  @Test
  void wordsBeyondTheFirstAreNotLookedAtAndWrongThingsAreRefused() {
    SplittableRandom random = new SplittableRandom(6);
    try (WordVectors before = Tables.random(random, 20, 4);
        WordVectors after = Tables.random(random, 12, 4);
        WordVectors wide = Tables.random(random, 12, 5)) {
      assertThat(WordChange.between(before, after, 7, 3, SCAN).common()).hasSize(7);
      assertThat(WordChange.between(before, after, 99, 3, SCAN).common()).hasSize(12);
      assertThatThrownBy(() -> WordChange.between(before, wide, 7, 3, SCAN))
          .hasMessageContaining("vectors of 4 and of 5 cells");
      assertThatThrownBy(() -> WordChange.between(before, after, 7, 0, SCAN))
          .hasMessageContaining("0 neighbours");
      assertThatThrownBy(() ->
              WordChange.between(before, after, 7, 3, SCAN).score(ChangeMeasure.COSINE, "none"))
          .isInstanceOf(UnknownWordException.class);
    }
  }
}
