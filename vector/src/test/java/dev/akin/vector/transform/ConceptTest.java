package dev.akin.vector.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.vector.Matrix;
import dev.akin.vector.transform.ConceptFilter.Filtered;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Erasing, editing and filtering what rows say of a concept. */
class ConceptTest {
  private static final int CELLS = 20;

  private static double[][] gaussian(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] all = new double[rows][CELLS];
    for (double[] row : all) {
      for (int i = 0; i < CELLS; i++) {
        row[i] = random.nextGaussian() * (1 + i % 3);
      }
    }
    return all;
  }

  @Test
  void classesHaveOneMeanAfterErasureAndRowsMoveLessThanByProjection() {
    double[][] rows = gaussian(1, 600);
    int[] classes = new int[600];
    for (int i = 0; i < 600; i++) {
      classes[i] = i % 3;
      rows[i][2] += 2 * classes[i];
      rows[i][5] -= classes[i] == 1 ? 3 : 0;
    }
    try (Matrix before = AlignmentTest.matrix(rows)) {
      Transform erasure = ConceptErasure.fit(before, classes);
      try (Matrix after = erasure.apply(before)) {
        double[][] means = means(after, classes);
        assertThat(distance(means[0], means[1])).isLessThan(1e-4);
        assertThat(distance(means[0], means[2])).isLessThan(1e-4);
        double[][] old = means(before, classes);
        assertThat(distance(old[0], old[1])).isGreaterThan(3);
        double[][] directions = new double[2][CELLS];
        for (int c = 0; c < CELLS; c++) {
          directions[0][c] = old[0][c] - old[1][c];
          directions[1][c] = old[0][c] - old[2][c];
        }
        Transform projection = Subspace.of(directions, 2, new Fit("means", 0, 0)).rejection(1);
        Transform centre = Transform.centre(before);
        assertThat(moved(before, erasure))
            .isLessThan(movedAround(before, centre.then(projection), centre));
      }
    }
  }

  private static double[][] means(Matrix rows, int[] classes) {
    double[][] means = new double[3][CELLS];
    for (int i = 0; i < rows.rows(); i++) {
      Dense.addScaled(means[classes[i]], 3.0 / rows.rows(), Dense.row(rows, i));
    }
    return means;
  }

  private static double distance(double[] a, double[] b) {
    double[] difference = a.clone();
    Dense.addScaled(difference, -1, b);
    return Dense.norm(difference);
  }

  private static double moved(Matrix rows, Transform map) {
    return movedAround(rows, map, Transform.cut(CELLS, CELLS));
  }

  private static double movedAround(Matrix rows, Transform map, Transform from) {
    double sum = 0;
    for (int i = 0; i < rows.rows(); i++) {
      float[] a = map.apply(rows.copyRow(i));
      float[] b = from.apply(rows.copyRow(i));
      for (int c = 0; c < a.length; c++) {
        sum += Math.pow(a[c] - b[c], 2);
      }
    }
    return sum / rows.rows();
  }

  @Test
  void oneClassIsNothingToErase() {
    try (Matrix rows = AlignmentTest.matrix(gaussian(1, 3))) {
      assertThatThrownBy(() -> ConceptErasure.fit(rows, new int[3]))
          .hasMessageContaining("3 rows and 3 classes in 1 kinds");
    }
  }

  @Test
  void anEditIsTheMinimumOfItsObjective() {
    double[][] all = gaussian(7, 12);
    try (Matrix concepts = AlignmentTest.matrix(java.util.Arrays.copyOfRange(all, 0, 3));
        Matrix targets = AlignmentTest.matrix(java.util.Arrays.copyOfRange(all, 3, 6));
        Matrix preserved = AlignmentTest.matrix(java.util.Arrays.copyOfRange(all, 6, 12))) {
      Transform edit = ConceptEdit.USUAL.fit(concepts, targets, preserved);
      double least = objective(edit, concepts, targets, preserved);
      SplittableRandom random = new SplittableRandom(9);
      for (int i = 0; i < 100; i++) {
        float[][] weights = new float[CELLS][CELLS];
        for (int o = 0; o < CELLS; o++) {
          for (int c = 0; c < CELLS; c++) {
            weights[o][c] = ((Affine) edit).weight(o, c) + (float) (0.01 * random.nextGaussian());
          }
        }
        float[] zero = new float[CELLS];
        Transform near = Affine.of(zero, weights, zero, new Fit("near", 0, 0));
        assertThat(objective(near, concepts, targets, preserved)).isGreaterThan(least);
      }
    }
  }

  private static double objective(Transform edit, Matrix c, Matrix t, Matrix p) {
    double sum = 0;
    for (int i = 0; i < c.rows(); i++) {
      sum += square(edit.apply(c.copyRow(i)), t.copyRow(i));
    }
    for (int i = 0; i < p.rows(); i++) {
      sum += 0.1 * square(edit.apply(p.copyRow(i)), p.copyRow(i));
    }
    for (int i = 0; i < CELLS; i++) {
      float[] axis = new float[CELLS];
      axis[i] = 1;
      sum += 0.1 * square(edit.apply(axis), axis);
    }
    return sum;
  }

  private static double square(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.pow((double) a[i] - b[i], 2);
    }
    return sum;
  }

  @Test
  void aDerivedRowReachesThroughAnEditWhatWasErased() {
    double[][] all = gaussian(8, 20);
    try (Matrix concepts = AlignmentTest.matrix(java.util.Arrays.copyOfRange(all, 0, 2));
        Matrix targets = Matrix.allocate(2, CELLS);
        Matrix preserved = AlignmentTest.matrix(java.util.Arrays.copyOfRange(all, 2, 20))) {
      Transform edit = ConceptEdit.USUAL.fit(concepts, targets, preserved);
      float[] concept = concepts.copyRow(0);
      double erased =
          Math.sqrt(
              square(edit.apply(concept), new float[CELLS]) / square(concept, new float[CELLS]));
      assertThat(erased).as("what an edit leaves of a concept").isLessThan(0.3);
      float[] derived = ConceptEdit.derive(edit, concept, 1e-6);
      double reached =
          Math.sqrt(square(edit.apply(derived), concept) / square(concept, new float[CELLS]));
      assertThat(reached).as("how far a derived row stays from it").isLessThan(0.3);
    }
  }

  @Test
  void theTokenThatCarriesTheConceptIsFoundAndTheOthersStayAsTheyAre() {
    double[][] rows = new double[6][CELLS];
    SplittableRandom random = new SplittableRandom(3);
    for (double[] row : rows) {
      for (int i = 1; i < CELLS; i++) {
        row[i] = 1 + 0.3 * random.nextGaussian();
      }
    }
    rows[4] = new double[CELLS];
    rows[4][0] = 9;
    float[] axis = new float[CELLS];
    axis[0] = 1;
    try (Matrix tokens = AlignmentTest.matrix(rows);
        Matrix concept = Matrix.of(axis)) {
      Subspace unwanted = Subspace.spannedBy(concept);
      Filtered filtered = new ConceptFilter(unwanted, 0.05).apply(tokens);
      assertThat(filtered.flagged()).containsExactly(4);
      assertThat(unwanted.share(filtered.rows().get(4))).isLessThan(1e-5);
      assertThat(filtered.rows().get(1)).isEqualTo(tokens.copyRow(1));
      assertThat(filtered.strength()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aConceptOfMostDirectionsIsRefused() {
    try (Matrix wide = AlignmentTest.matrix(gaussian(2, 9))) {
      Subspace concept = Subspace.spannedBy(wide);
      assertThatThrownBy(() -> new ConceptFilter(concept, 0.05))
          .hasMessageContaining("9 directions in 20 cells");
      assertThat(concept.rank()).isEqualTo(9);
      assertThat(concept.share(wide.copyRow(0))).isCloseTo(1, within(1e-6));
    }
  }
}
