package dev.akin.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ItemsTest {
  @Test
  void distinctValuesRise() {
    assertThat(Items.distinct(new int[] {3, -1, 3, 7, -1})).containsExactly(-1, 3, 7);
    assertThat(Items.distinct(new int[0])).isEmpty();
    assertThat(Items.distinct(new double[] {0.5, -0.0, 0.0, 0.5})).containsExactly(0.0, 0.5);
  }

  @Test
  void placesAreThoseAmongTheDistinctAndMinusZeroIsZero() {
    double[] values = {0.5, -0.0, 2, 0.0};
    assertThat(Items.places(values, Items.distinct(values))).containsExactly(1, 0, 2, 0);
  }

  @Test
  void theMeanOfNothingIsZero() {
    assertThat(Items.mean(new double[0])).isZero();
    assertThat(Items.mean(new double[] {1, 2, 6})).isEqualTo(3);
  }

  @Test
  void whatIsRefusedIsNamed() {
    assertThatThrownBy(() -> Items.requireSame("scores", 3, "judgments", 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 scores and 2 judgments: one of each is needed for every item");
    assertThatThrownBy(() -> Items.requireSame("scores", 0, "judgments", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no items: 0 scores and 0 judgments");
    assertThatThrownBy(() -> Items.requireFinite("score", new double[] {1, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("score 1 is NaN: it must be a finite number");
    assertThatThrownBy(() -> Items.requireFinite("score", new double[] {Double.NEGATIVE_INFINITY}))
        .hasMessage("score 0 is -Infinity: it must be a finite number");
    assertThatThrownBy(() -> Items.requireResample(new int[] {0, 4}, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a resample of item 4: there are 4 items, from 0");
    assertThatThrownBy(() -> Items.requireResample(new int[] {-1}, 4))
        .hasMessage("a resample of item -1: there are 4 items, from 0");
    assertThatThrownBy(() -> Items.requireResample(new int[0], 4))
        .hasMessage("a resample of 0 items: at least 1 is needed");
  }
}
