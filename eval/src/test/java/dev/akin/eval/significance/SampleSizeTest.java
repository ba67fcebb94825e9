package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleSizeTest {
  private static final ComparisonOptions OPTIONS = ComparisonOptions.DEFAULT;

  /**
   * The smallest n with a power of 0.8 by the noncentral t of scipy 1.17.1: 787, 199, 90, 34, 15,
   * 8. Central quantiles, as here, come out at the same n or the one below.
   */
  @Test
  void theItemsNeededAreThoseOfTheNoncentralT() {
    double[] effects = {0.1, 0.2, 0.3, 0.5, 0.8, 1.2};
    int[] needed = {787, 199, 90, 34, 15, 8};
    for (int i = 0; i < effects.length; i++) {
      // With 100 items and a deviation of 1 the standard error is 0.1.
      SampleSize sample = SampleSize.of(100, -effects[i], 0.1, OPTIONS);
      assertThat(sample.itemsToSettle().getAsLong()).isBetween(needed[i] - 1L, (long) needed[i]);
    }
  }

  @Test
  void theDetectableDifferenceIsTheOneThatNeedsAsManyItemsAsThereAre() {
    for (int items : new int[] {5, 30, 300, 5000}) {
      double standardError = 0.2 / Math.sqrt(items);
      double detectable = SampleSize.of(items, 0.1, standardError, OPTIONS).minimumDetectable();
      SampleSize back = SampleSize.of(items, detectable, standardError, OPTIONS);
      assertThat(back.itemsToSettle().getAsLong()).isBetween(items - 1L, items + 1L);
    }
  }

  @Test
  void halfTheEffectNeedsAboutFourTimesTheItems() {
    SampleSize sample =
        SampleSize.of(400, 0.02, 0.01, OPTIONS.withMinimumEffect(0.01).withLevel(0.99));
    double ratio = (double) sample.itemsToSettleMinimum() / sample.itemsToSettle().getAsLong();
    assertThat(ratio).isCloseTo(4, within(0.1));
    assertThat(SampleSize.of(400, 0.02, 0.01, OPTIONS).itemsToSettle().getAsLong())
        .isLessThan(sample.itemsToSettle().getAsLong());
  }

  @Test
  void noDifferenceIsNeverSettledAndAHugeOneByTwo() {
    assertThat(SampleSize.of(50, 0, 0.1, OPTIONS).itemsToSettle()).isEmpty();
    assertThat(SampleSize.of(50, 0, 0, OPTIONS).itemsToSettleMinimum()).isEqualTo(2);
    assertThat(SampleSize.of(50, 1, 0, OPTIONS).itemsToSettle()).hasValue(2);
    assertThat(SampleSize.of(50, 1e-12, 0.1, OPTIONS).itemsToSettle().getAsLong())
        .isGreaterThan(1_000_000_000_000L);
  }
}
