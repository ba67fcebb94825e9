package dev.akin.vector.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.vector.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoftRejectionTest {
  private static final int CELLS = 6;

  private static double[][] rows(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[count][CELLS];
    for (double[] row : rows) {
      for (int c = 0; c < CELLS; c++) {
        row[c] = (float) (random.nextGaussian() * (c + 1) / CELLS);
      }
    }
    return rows;
  }

  /** The objective by its definition: loops over rows and pairs of them. */
  private static double objective(
      double[][] x, double[][] rows, double[][] neutral, double[] direction, double strength) {
    double kept = 0;
    for (double[] a : rows) {
      double[] image = Dense.times(new double[][] {a}, x)[0];
      for (double[] b : rows) {
        double change = Dense.dot(image, b) - Dense.dot(a, b);
        kept += change * change;
      }
    }
    double left = 0;
    for (double[] n : neutral) {
      double part = Dense.dot(Dense.times(new double[][] {n}, x)[0], direction);
      left += part * part;
    }
    return kept / ((double) rows.length * rows.length) + strength * left / neutral.length;
  }

  private static double[][] square(Transform map) {
    double[][] t = new double[CELLS][];
    for (int i = 0; i < CELLS; i++) {
      float[] axis = new float[CELLS];
      axis[i] = 1;
      float[] image = map.apply(axis);
      t[i] = new double[CELLS];
      for (int c = 0; c < CELLS; c++) {
        t[i][c] = image[c];
      }
    }
    return Dense.times(t, Dense.transposed(t));
  }

  @Test
  void noNearbyMapHasASmallerObjective() {
    double[][] all = rows(5, 60);
    double[][] neutral = Arrays.copyOf(all, 40);
    try (Matrix rows = AlignmentTest.matrix(all);
        Matrix neutralRows = AlignmentTest.matrix(neutral);
        Matrix bias = Matrix.of(new float[] {1, 2, 0, -1, 1, 1})) {
      Subspace subspace = Subspace.spannedBy(bias);
      double[] direction = subspace.direction(0);
      double[][] x = square(SoftRejection.fit(rows, neutralRows, subspace, 0.3));
      double found = objective(x, all, neutral, direction, 0.3);
      assertThat(found)
          .isLessThan(0.7 * objective(Dense.identity(CELLS), all, neutral, direction, 0.3));
      SplittableRandom random = new SplittableRandom(6);
      for (int trial = 0; trial < 200; trial++) {
        double[] r = random.doubles(CELLS, -1, 1).toArray();
        double[][] other = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
        // Up and down, along symmetric changes of rank one.
        Dense.addOuter(other, trial % 2 == 0 ? 0.01 : -0.01, r, r);
        assertThat(objective(other, all, neutral, direction, 0.3)).isGreaterThan(found - 1e-7);
      }
    }
  }

  @Test
  void noStrengthMovesNothingAndAGreatOneLeavesNothingOfTheSubspaceInNeutralRows() {
    double[][] all = rows(7, 80);
    try (Matrix rows = AlignmentTest.matrix(all);
        Matrix neutral = AlignmentTest.matrix(Arrays.copyOf(all, 50));
        Matrix bias = Matrix.of(new float[] {0, 1, 0, 0, 1, 0})) {
      Subspace subspace = Subspace.spannedBy(bias);
      float[] row = rows.copyRow(3);
      assertThat(SoftRejection.fit(rows, neutral, subspace, 0).apply(row))
          .containsExactly(row, within(1e-5f));
      double before = share(subspace, neutral, Transform.cut(CELLS, CELLS));
      double some = share(subspace, neutral, SoftRejection.fit(rows, neutral, subspace, 0.1));
      double all10 = share(subspace, neutral, SoftRejection.fit(rows, neutral, subspace, 100));
      assertThat(some).isLessThan(before);
      assertThat(all10).isLessThan(0.1 * before);
    }
  }

  private static double share(Subspace subspace, Matrix rows, Transform map) {
    double sum = 0;
    for (int i = 0; i < rows.rows(); i++) {
      sum += subspace.share(map.apply(rows.copyRow(i)));
    }
    return sum / rows.rows();
  }

  @Test
  void directionsThatNoRowHasStayAsTheyAre() {
    double[][] flat = rows(8, 30);
    Arrays.stream(flat).forEach(row -> row[5] = 0);
    try (Matrix rows = AlignmentTest.matrix(flat);
        Matrix bias = Matrix.of(new float[] {1, 1, 0, 0, 0, 0})) {
      Transform map = SoftRejection.fit(rows, rows, Subspace.spannedBy(bias), 1);
      assertThat(map.apply(new float[] {0, 0, 0, 0, 0, 2}))
          .containsExactly(new float[] {0, 0, 0, 0, 0, 2}, within(1e-4f));
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    try (Matrix rows = AlignmentTest.matrix(rows(9, 9));
        Matrix bias = Matrix.of(new float[] {1, 0, 0, 0, 0, 0});
        Matrix short5 = Matrix.of(new float[] {1, 0, 0, 0, 0})) {
      Subspace subspace = Subspace.spannedBy(bias);
      assertThatThrownBy(() -> SoftRejection.fit(rows, rows, subspace, -1))
          .hasMessage("a strength is 0 or more, got -1.0");
      assertThatThrownBy(() -> SoftRejection.fit(rows, short5, subspace, 1))
          .hasMessage("rows of 6, neutral ones of 5 and a subspace of 6 cells");
    }
  }
}
