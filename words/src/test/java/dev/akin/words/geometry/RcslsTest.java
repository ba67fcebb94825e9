package dev.akin.words.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Alignment;
import dev.akin.vector.transform.Transform;
import dev.akin.words.Csls;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RcslsTest {
  private static final ExactScan SCAN = new ExactScan(1);
  private static final int CELLS = 10;
  private static final int ROWS = 300;
  private static final int PAIRS = 150;

  /** Both sides of one space, the second stretched along its axes, so that no rotation fits. */
  private static Matrix[] stretched(SplittableRandom random) {
    float[][] x = new float[ROWS][CELLS];
    float[][] z = new float[ROWS][CELLS];
    for (int i = 0; i < ROWS; i++) {
      for (int c = 0; c < CELLS; c++) {
        x[i][c] = (float) random.nextGaussian();
        z[i][(c + 3) % CELLS] =
            (float) (x[i][c] * (c % 2 == 0 ? 3 : 1 / 3.0) + random.nextGaussian());
      }
    }
    try (Matrix left = Matrix.of(x);
        Matrix right = Matrix.of(z)) {
      return new Matrix[] {
        Alignment.normalisation(left).apply(left), Alignment.normalisation(right).apply(right)
      };
    }
  }

  private static Alignment.Pairs pairs() {
    int[] same = IntStream.range(0, PAIRS).toArray();
    return new Alignment.Pairs(same, same);
  }

  private static double[][] gaussian(SplittableRandom random) {
    double[][] cells = new double[CELLS][CELLS];
    for (double[] row : cells) {
      for (int c = 0; c < CELLS; c++) {
        row[c] = random.nextGaussian();
      }
    }
    return cells;
  }

  private static double[][] sum(double[][] a, double factor, double[][] b) {
    double[][] sum = new double[CELLS][CELLS];
    for (int i = 0; i < CELLS; i++) {
      for (int c = 0; c < CELLS; c++) {
        sum[i][c] = a[i][c] + factor * b[i][c];
      }
    }
    return sum;
  }

  private static double dot(double[][] a, double[][] b) {
    double dot = 0;
    for (int i = 0; i < CELLS; i++) {
      for (int c = 0; c < CELLS; c++) {
        dot += a[i][c] * b[i][c];
      }
    }
    return dot;
  }

  @Test
  void theGradientIsWhatFiniteDifferencesOfTheLossGive() {
    Rcsls rcsls = new Rcsls(10, 10, 1, SCAN);
    Seeds.forEach(
        5,
        random -> {
          Matrix[] sides = stretched(random);
          try (Matrix x = sides[0];
              Matrix z = sides[1]) {
            double[][] map = gaussian(random);
            double[][] gradient = rcsls.slope(x, z, pairs(), map).gradient();
            double[][] direction = gaussian(random);
            // Rows are float32: a smaller step drowns in their rounding, a larger one changes
            // neighbours.
            double step = 1e-3;
            double rise =
                rcsls.slope(x, z, pairs(), sum(map, step, direction)).loss()
                    - rcsls.slope(x, z, pairs(), sum(map, -step, direction)).loss();
            double sizes = Math.sqrt(dot(gradient, gradient) * dot(direction, direction));
            assertThat(rise / (2 * step)).isCloseTo(dot(gradient, direction), within(1e-3 * sizes));
          }
        });
  }

  @Test
  void theLossLiesAboveEveryTangentBecauseItIsConvex() {
    Rcsls rcsls = new Rcsls(10, 10, 1, SCAN);
    Seeds.forEach(
        5,
        random -> {
          Matrix[] sides = stretched(random);
          try (Matrix x = sides[0];
              Matrix z = sides[1]) {
            double[][] here = gaussian(random);
            double[][] there = gaussian(random);
            Rcsls.Slope slope = rcsls.slope(x, z, pairs(), here);
            double tangent = slope.loss() + dot(slope.gradient(), sum(there, -1, here));
            assertThat(rcsls.slope(x, z, pairs(), there).loss()).isGreaterThan(tangent);
          }
        });
  }

  @Test
  void whereARotationIsNotEnoughTheLossFallsBelowTheRotationsAndMoreWordsAreFound() {
    Rcsls rcsls = new Rcsls(10, 20, 1, SCAN);
    Seeds.forEach(
        3,
        random -> {
          Matrix[] sides = stretched(random);
          try (Matrix x = sides[0];
              Matrix z = sides[1]) {
            Alignment rotation = Alignment.procrustes(x, z, pairs());
            Alignment learned = rcsls.learn(x, z, pairs());
            double[][] first = Rcsls.weights(rotation.source());
            double[][] last = Rcsls.weights(learned.source());
            // A map twice as large has twice the loss: only the loss a unit of size compares maps.
            double before = rcsls.slope(x, z, pairs(), first).loss() / Math.sqrt(dot(first, first));
            double after = rcsls.slope(x, z, pairs(), last).loss() / Math.sqrt(dot(last, last));
            assertThat(before).isNegative();
            assertThat(after).isLessThan(1.1 * before);
            assertThat(found(x, z, learned)).isGreaterThan(found(x, z, rotation));
          }
        });
  }

  /** Of the rows behind the pairs how many have their own image as nearest by CSLS. */
  private static int found(Matrix x, Matrix z, Alignment alignment) {
    Transform unit = alignment.source().then(Transform.unitLength(CELLS));
    try (Matrix mapped = unit.apply(x)) {
      Csls csls = Csls.between(mapped, z, 10, SCAN);
      int found = 0;
      for (int i = PAIRS; i < ROWS; i++) {
        found += csls.nearest(mapped.copyRow(i), 1).getFirst().ordinal() == i ? 1 : 0;
      }
      return found;
    }
  }
}
