package dev.akin.vector.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.vector.Matrix;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignmentTest {
  private static final int CELLS = 12;

  private static double[][] gaussian(SplittableRandom random, int rows, int cells) {
    double[][] all = new double[rows][cells];
    for (double[] row : all) {
      for (int i = 0; i < cells; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return all;
  }

  /** Q of a matrix of chance, by Gram and Schmidt. */
  private static double[][] rotation(SplittableRandom random, int n) {
    double[][] q = gaussian(random, n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        Dense.addScaled(q[i], -Dense.dot(q[i], q[j]), q[j]);
      }
      double norm = Dense.norm(q[i]);
      for (int c = 0; c < n; c++) {
        q[i][c] /= norm;
      }
    }
    return q;
  }

  static Matrix matrix(double[][] rows) {
    return Matrix.of(Dense.rounded(rows));
  }

  private static Alignment.Pairs firstRows(int count) {
    int[] same = IntStream.range(0, count).toArray();
    return new Alignment.Pairs(same, same);
  }

  @Test
  void aPlantedRotationIsFoundByEveryWay() {
    Seeds.forEach(
        3,
        random -> {
          double[][] x = gaussian(random, 200, CELLS);
          double[][] q = rotation(random, CELLS);
          try (Matrix sources = matrix(x);
              Matrix targets = matrix(Dense.times(x, q))) {
            Alignment.Pairs pairs = firstRows(100);
            for (Alignment found :
                new Alignment[] {
                  Alignment.procrustes(sources, targets, pairs),
                  Alignment.leastSquares(sources, targets, pairs, 1e-3),
                  Alignment.reweighted(sources, targets, pairs)
                }) {
              for (int i = 0; i < 200; i++) {
                float[] image = found.source().apply(sources.copyRow(i));
                float[] wanted = found.target().apply(targets.copyRow(i));
                for (int c = 0; c < CELLS; c++) {
                  assertThat(image[c]).isCloseTo(wanted[c], within(2e-3f));
                }
              }
            }
          }
        });
  }

  @Test
  void aRotationOfFewPairsKeepsEveryLength() {
    Seeds.forEach(
        5,
        random -> {
          try (Matrix sources = matrix(gaussian(random, 40, CELLS));
              Matrix targets = matrix(gaussian(random, 40, CELLS))) {
            Transform rotation = Alignment.procrustes(sources, targets, firstRows(4)).source();
            for (int i = 0; i < 40; i++) {
              double before = length(sources.copyRow(i));
              assertThat(length(rotation.apply(sources.copyRow(i))))
                  .isCloseTo(before, within(1e-5 * before));
            }
          }
        });
  }

  private static double length(float[] row) {
    double sum = 0;
    for (float cell : row) {
      sum += (double) cell * cell;
    }
    return Math.sqrt(sum);
  }

  @Test
  void noOtherRotationFitsThePairsBetter() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] x = gaussian(random, 60, 4);
    double[][] z = gaussian(random, 60, 4);
    try (Matrix sources = matrix(x);
        Matrix targets = matrix(z)) {
      Transform best = Alignment.procrustes(sources, targets, firstRows(60)).source();
      double least = error(sources, targets, best);
      for (int i = 0; i < 200; i++) {
        float[] zero = new float[4];
        Transform other =
            Transform.affine(
                zero, Dense.rounded(rotation(random, 4)), zero, new Fit("chance", 0, 0));
        assertThat(error(sources, targets, other)).isGreaterThanOrEqualTo(least);
      }
    }
  }

  private static double error(Matrix x, Matrix z, Transform map) {
    double error = 0;
    for (int i = 0; i < x.rows(); i++) {
      float[] image = map.apply(x.copyRow(i));
      float[] wanted = z.copyRow(i);
      for (int c = 0; c < image.length; c++) {
        error += Math.pow(image[c] - wanted[c], 2);
      }
    }
    return error;
  }

  @Test
  void normalisedRowsHaveLengthOneAndNearlyNoMean() {
    double[][] rows = gaussian(new SplittableRandom(5), 400, CELLS);
    for (double[] row : rows) {
      row[0] += 4;
    }
    try (Matrix raw = matrix(rows);
        Matrix images = Alignment.normalisation(raw).apply(raw)) {
      assertThat(length(images.copyRow(7))).isCloseTo(1, within(1e-6));
      assertThat(length(Moments.mean(images))).isLessThan(0.1);
    }
  }

  @Test
  void pairsOutsideTheRowsAndUnequalSidesAreRefused() {
    try (Matrix a = matrix(gaussian(new SplittableRandom(1), 3, 4));
        Matrix b = matrix(gaussian(new SplittableRandom(2), 3, 5))) {
      assertThatThrownBy(() -> Alignment.procrustes(a, b, firstRows(2)))
          .hasMessageContaining("rows of 4 and 5 cells");
      assertThatThrownBy(() -> Alignment.procrustes(a, a, firstRows(4)))
          .hasMessageContaining("pair 3 is of the rows 3 and 3; there are 3 and 3");
      assertThatThrownBy(() -> new Alignment.Pairs(new int[0], new int[0]))
          .hasMessageContaining("at least one");
      assertThatThrownBy(() -> Alignment.leastSquares(a, b, firstRows(2), 0))
          .hasMessageContaining("ridge");
    }
  }
}
