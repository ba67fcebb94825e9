package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FriedmanTest {
  private static final double[][] SCORES = {
    {.71, .62, .55, .80, .44, .67},
    {.69, .64, .50, .81, .40, .61},
    {.60, .58, .52, .70, .41, .60},
    {.71, .50, .49, .66, .39, .66}
  };

  /** scipy 1.17.1: friedmanchisquare with its tie correction, f.sf, studentized_range.ppf. */
  @Test
  void theTestIsThatOfScipy() {
    Friedman friedman = Friedman.test(SCORES);
    assertThat(friedman.chiSquare()).isCloseTo(7.372881355932204, within(1e-12));
    assertThat(friedman.p()).isCloseTo(0.06091622563838631, within(1e-12));
    assertThat(friedman.f()).isCloseTo(3.4688995215311014, within(1e-12));
    assertThat(friedman.fP()).isCloseTo(0.04302397836111975, within(1e-12));
    assertThat(friedman.criticalDifference(0.05)).isCloseTo(1.9148432265902373, within(1e-6));
    double[] ranks = friedman.meanRanks().stream().mapToDouble(rank -> rank).toArray();
    assertThat(ranks).containsExactly(new double[] {8.5 / 6, 14.0 / 6, 3, 19.5 / 6}, within(1e-12));
    // The widest gap, 1.83, is below the critical 1.91: nothing is told apart.
    assertThat(friedman.letters(0.05)).containsExactly("a", "a", "a", "a");
  }

  /**
   * Demšar (2006), section 3.2.2: 4 systems, 14 data sets. The paper prints two .975 of voting and
   * ranks them 2 and 3: one is a digit lower here.
   */
  @Test
  void demsarsExampleComesOut() {
    double[][] scores = {
      {.763, .599, .954, .628, .882, .936, .661, .583, .775, 1.00, .940, .619, .972, .957},
      {.768, .591, .971, .661, .888, .931, .668, .583, .838, 1.00, .962, .666, .981, .978},
      {.771, .590, .968, .654, .886, .916, .609, .563, .866, 1.00, .965, .614, .975, .946},
      {.798, .569, .967, .657, .898, .931, .685, .625, .875, 1.00, .962, .669, .9749, .970}
    };
    Friedman friedman = Friedman.test(scores);
    double[] ranks = friedman.meanRanks().stream().mapToDouble(rank -> rank).toArray();
    assertThat(ranks).containsExactly(new double[] {3.143, 2.000, 2.893, 1.964}, within(0.0005));
    assertThat(friedman.criticalDifference(0.05)).isCloseTo(1.25, within(0.005));
    assertThat(friedman.criticalDifference(0.10)).isCloseTo(1.12, within(0.005));
    // At 0.10 the first differs from the second and the fourth, as the paper finds.
    assertThat(friedman.letters(0.10)).containsExactly("b", "a", "ab", "a");
  }

  @Test
  void systemsInTheSameOrderEverywhereAreAsFarApartAsCanBe() {
    Friedman friedman = Friedman.test(new double[][] {{3, 3, 3, 3}, {2, 2, 2, 2}, {1, 1, 1, 1}});
    assertThat(friedman.chiSquare()).isCloseTo(8, within(1e-12));
    assertThat(friedman.f()).isInfinite();
    assertThat(friedman.fP()).isZero();
    assertThat(friedman.letters(0.05)).containsExactly("a", "ab", "b");
  }

  @Test
  void systemsThatAreAlikeEverywhereAreNotToldApart() {
    Friedman friedman = Friedman.test(new double[][] {{1, 2, 3}, {1, 2, 3}, {1, 2, 3}});
    assertThat(friedman.chiSquare()).isZero();
    assertThat(friedman.p()).isEqualTo(1);
    assertThat(friedman.meanRanks()).containsExactly(2.0, 2.0, 2.0);
  }

  @Test
  void nullDataIsCalledDifferentAboutAsOftenAsTheLevelSays() {
    SplittableRandom random = new SplittableRandom(17);
    int called = 0;
    for (int i = 0; i < 500; i++) {
      double[][] scores = new double[5][];
      for (int s = 0; s < 5; s++) {
        scores[s] = Samples.normal(random, 20, 0, 1);
      }
      called += Friedman.test(scores).fP() <= 0.05 ? 1 : 0;
    }
    // 25 expected; 42 or more have probability 0.001 under a binomial of 500 × 0.05.
    assertThat(called).isBetween(10, 41);
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertThatThrownBy(() -> Friedman.test(new double[][] {{1, 2}}))
        .hasMessageContaining("got 1 and 2");
    assertThatThrownBy(() -> Friedman.test(new double[0][])).hasMessageContaining("got 0 and 0");
    assertThatThrownBy(() -> Friedman.test(new double[][] {{1, 2}, {1}}))
        .hasMessageContaining("system 1 has 1 scores, system 0 has 2");
    assertThatThrownBy(() -> Friedman.test(new double[][] {{1, 2}, {1, Double.NaN}}))
        .hasMessage("system 1, data set 1: NaN");
  }
}
