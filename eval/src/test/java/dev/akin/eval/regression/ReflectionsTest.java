package dev.akin.eval.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReflectionsTest {
  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static Design random(SplittableRandom random, int rows, int columns) {
    Design design = Design.of(rows);
    for (int c = 0; c < columns; c++) {
      design = design.with("c" + c, random.doubles(rows, -1, 1).toArray());
    }
    return design;
  }

  @Test
  void aRotationKeepsLengthsAndAngles() {
    Seeds.forEach(
        100,
        random -> {
          int rows = random.nextInt(4, 30);
          Reflections factored = new Reflections(random(random, rows, random.nextInt(0, 4)));
          double[] a = random.doubles(rows).toArray();
          double[] b = random.doubles(rows).toArray();
          assertThat(product(factored.rotated(a), factored.rotated(b)))
              .isCloseTo(product(a, b), within(1e-12 * rows));
        });
  }

  @Test
  void whatColumnsMakeUpIsExplainedToTheEnd() {
    Seeds.forEach(
        100,
        random -> {
          int rows = random.nextInt(6, 30);
          Design design = random(random, rows, 3);
          double[] weights = random.doubles(4, -2, 2).toArray();
          double[][] columns = design.copyColumns();
          double[] y = new double[rows];
          for (int i = 0; i < rows; i++) {
            for (int c = 0; c < 4; c++) {
              y[i] += weights[c] * columns[c][i];
            }
          }
          Reflections factored = new Reflections(design);
          double[] rotated = factored.rotated(y);
          double[] solved = factored.solve(rotated);
          for (int c = 0; c < 4; c++) {
            // Six random rows of four columns may have a condition of some thousands.
            assertThat(solved[c]).isCloseTo(weights[c], within(1e-9));
          }
          for (int i = 4; i < rows; i++) {
            assertThat(rotated[i]).isCloseTo(0, within(1e-12));
          }
        });
  }

  /** Of a single column beside the intercept, (XᵀX)⁻¹ is written out. */
  @Test
  void theInverseDiagonalIsTheTextbooks() {
    double[] x = {1, 2, 4, 7, 11};
    double[] diagonal = new Reflections(Design.of(5).with("x", x)).inverseDiagonal();
    double mean = 5;
    double squares = 16 + 9 + 1 + 4 + 36;
    assertThat(diagonal[1]).isCloseTo(1 / squares, within(1e-15));
    assertThat(diagonal[0]).isCloseTo(1.0 / 5 + mean * mean / squares, within(1e-14));
  }
}
