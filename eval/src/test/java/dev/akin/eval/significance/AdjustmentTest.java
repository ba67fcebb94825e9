package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AdjustmentTest {
  private static final double[] P = {0.01, 0.04, 0.03, 0.005, 0.5};

  @Test
  void holmIsTheHandComputedValue() {
    // Rising: 5 · 0.005, 4 · 0.01, 3 · 0.03, 2 · 0.04 (raised to the one before), 1 · 0.5.
    assertThat(Adjustment.HOLM.adjusted(P))
        .containsExactly(new double[] {0.04, 0.09, 0.09, 0.025, 0.5}, within(1e-15));
  }

  /** scipy 1.17.1, false_discovery_control: .025 .05 .05 .025 .5. */
  @Test
  void benjaminiHochbergIsThatOfScipy() {
    assertThat(Adjustment.BENJAMINI_HOCHBERG.adjusted(P))
        .containsExactly(new double[] {0.025, 0.05, 0.05, 0.025, 0.5}, within(1e-15));
  }

  @Test
  void noneLeavesThemAsTheyAre() {
    assertThat(Adjustment.NONE.adjusted(P)).containsExactly(P);
    assertThat(Adjustment.HOLM.adjusted()).isEmpty();
    assertThat(Adjustment.HOLM.adjusted(0.03)).containsExactly(0.03);
  }

  @Test
  void adjustedValuesKeepTheOrderAndLieBetweenPAndBonferroni() {
    Seeds.forEach(
        200,
        random -> {
          double[] p = random.doubles(random.nextInt(1, 12)).toArray();
          for (Adjustment adjustment : Adjustment.values()) {
            double[] adjusted = adjustment.adjusted(p);
            for (int i = 0; i < p.length; i++) {
              assertThat(adjusted[i]).isBetween(p[i], Math.min(1, p.length * p[i]) + 1e-15);
              for (int j = 0; j < p.length; j++) {
                assertThat(p[i] < p[j] && adjusted[i] > adjusted[j]).isFalse();
              }
            }
          }
        });
  }

  /** Holm's procedure as it is told: go up while p(i) ≤ α/(m − i + 1). */
  @Test
  void holmRejectsWhatItsStepsReject() {
    Seeds.forEach(
        300,
        random -> {
          double[] p = random.doubles(random.nextInt(1, 9), 0, 0.1).toArray();
          double alpha = 0.05;
          double[] rising = Arrays.stream(p).sorted().toArray();
          int rejected = 0;
          while (rejected < p.length && rising[rejected] <= alpha / (p.length - rejected)) {
            rejected++;
          }
          assertThat(Arrays.stream(Adjustment.HOLM.adjusted(p)).filter(v -> v <= alpha).count())
              .isEqualTo(rejected);
        });
  }

  @Test
  void whatIsNoPValueIsRefused() {
    assertThatThrownBy(() -> Adjustment.HOLM.adjusted(0.1, 1.5)).hasMessage("1.5 is no p-value");
    assertThatThrownBy(() -> Adjustment.NONE.adjusted(Double.NaN)).hasMessage("NaN is no p-value");
  }
}
