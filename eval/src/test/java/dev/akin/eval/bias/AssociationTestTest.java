package dev.akin.eval.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssociationTestTest {
  @Test
  void handComputedFigures() {
    // Means 0.6 and 0.1; over 0.7, 0.5, 0.2, 0.0: mean 0.35, squares 0.1225 + 0.0225 + 0.0225 +
    // 0.1225 = 0.29.
    var test = AssociationTest.of(new double[] {0.7, 0.5}, new double[] {0.2, 0.0});
    assertThat(test.effectSize()).isCloseTo(0.5 / Math.sqrt(0.29 / 3), within(1e-12));
    // Of six partitions none reaches as much but the observed one.
    assertThat(test.chance(10, 1)).isEqualTo(new AssociationTest.Chance(1 / 6.0, 6, true));
  }

  @Test
  void anAssociationIsTheDifferenceOfTwoMeans() {
    double[] associations =
        AssociationTest.associations(
            new double[][] {{0.5, 0.7}, {0.1, 0.1}}, new double[][] {{0.2}, {0.4}});
    assertThat(associations).containsExactly(new double[] {0.4, -0.3}, within(1e-12));
  }

  @Test
  void pIsWhatEveryPartitionCountedByItsBitsGives() {
    Seeds.forEach(
        1000,
        random -> {
          double[] x = coarse(random, random.nextInt(1, 6));
          double[] y = coarse(random, random.nextInt(2, 6));
          if (isConstant(x, y)) {
            return;
          }
          int size = x.length + y.length;
          int reached = 0;
          int partitions = 0;
          for (int bits = 0; bits < 1 << size; bits++) {
            if (Integer.bitCount(bits) == x.length) {
              partitions++;
              reached += difference(x, y, bits) >= difference(x, y, (1 << x.length) - 1) ? 1 : 0;
            }
          }
          assertThat(AssociationTest.of(x, y).chance(1, 1))
              .isEqualTo(
                  new AssociationTest.Chance((double) reached / partitions, partitions, true));
        });
  }

  /** In quarters, so that sums are exact and many partitions tie. */
  private static double[] coarse(SplittableRandom random, int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextInt(-4, 5) / 4.0;
    }
    return values;
  }

  private static boolean isConstant(double[] x, double[] y) {
    for (int i = 0; i < x.length + y.length; i++) {
      if ((i < x.length ? x[i] : y[i - x.length]) != x[0]) {
        return false;
      }
    }
    return true;
  }

  /** Mean of the chosen ones less that of the others, in a common denominator: exact. */
  private static double difference(double[] x, double[] y, int chosen) {
    double inside = 0;
    double outside = 0;
    for (int i = 0; i < x.length + y.length; i++) {
      double value = i < x.length ? x[i] : y[i - x.length];
      if ((chosen >> i & 1) == 1) {
        inside += value;
      } else {
        outside += value;
      }
    }
    return inside * y.length - outside * x.length;
  }

  @Test
  void manyTargetsAreDrawnWithASeedAndComeNearTheTruth() {
    SplittableRandom random = new SplittableRandom(5);
    double[] x = random.doubles(20).toArray();
    double[] y = random.doubles(20).toArray();
    var test = AssociationTest.of(x, y);
    AssociationTest.Chance chance = test.chance(20_000, 7);
    assertThat(chance.isExact()).isFalse();
    assertThat(chance.partitions()).isEqualTo(20_000);
    assertThat(test.chance(20_000, 7)).isEqualTo(chance);
    // The normal limit of the permutation distribution: z = effect · √(n_x n_y / (N …)).
    double z = test.effectSize() * Math.sqrt(20 * 20 / 40.0);
    double expected = 1 - normal(z);
    // Five standard errors of 20,000 draws, and what the limit is off at 40 targets.
    assertThat(chance.p())
        .isCloseTo(expected, within(5 * Math.sqrt(expected * (1 - expected) / 20_000) + 0.01));
  }

  /** Φ by its series, good to 1e-10 for |z| up to 4. */
  private static double normal(double z) {
    double sum = z;
    double term = z;
    for (int i = 1; i < 200; i++) {
      term *= z * z / (2 * i + 1);
      sum += term;
    }
    return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  @Test
  void swappingTheTargetsTurnsTheEffect() {
    Seeds.forEach(
        100,
        random -> {
          double[] x = random.doubles(5).toArray();
          double[] y = random.doubles(7).toArray();
          assertThat(AssociationTest.of(x, y).effectSize())
              .isCloseTo(-AssociationTest.of(y, x).effectSize(), within(1e-12));
        });
  }

  @Test
  void whatHasNoEffectIsRefused() {
    assertThatThrownBy(() -> AssociationTest.of(new double[1], new double[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 and 0 targets: each set needs 1, both together 3");
    assertThatThrownBy(() -> AssociationTest.of(new double[2], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("all 4 targets have the association 0.0: there is no effect to measure");
    assertThatThrownBy(() -> AssociationTest.of(new double[] {1, 2}, new double[] {Double.NaN}))
        .hasMessage("association of Y, 0 is NaN: it must be a finite number");
    assertThatThrownBy(() -> AssociationTest.of(new double[] {1, 2}, new double[2]).chance(0, 1))
        .hasMessage("0 draws: at least 1 is needed");
    assertThatThrownBy(() -> AssociationTest.associations(new double[1][0], new double[1][1]))
        .hasMessage("target 0 has 0 and 1 attributes: at least 1 of each is needed");
    assertThatThrownBy(() -> AssociationTest.associations(new double[1][1], new double[2][1]))
        .hasMessage("1 targets with A and 2 targets with B: one of each is needed for every item");
  }
}
