package dev.akin.vector.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.vector.Matrix;
import dev.akin.vector.RandomRows;
import dev.akin.vector.Similarity;
import org.junit.jupiter.api.Test;

class SphereTest {
  @Test
  void handComputedFigures() {
    // Unit rows (1,0), (0,1), (−1,0): squared distances 2, 4, 2; cosines 0, −1, 0.
    try (Matrix rows = Matrix.of(new float[] {3, 0}, new float[] {0, 0.5f}, new float[] {-1, 0});
        Matrix others = Matrix.of(new float[] {9, 0}, new float[] {2, 0}, new float[] {4, 0})) {
      assertThat(Sphere.uniformity(rows, 2, 1))
          .isCloseTo(Math.log((2 * Math.exp(-2 * 2) + Math.exp(-2 * 4)) / 3), within(1e-9));
      assertThat(Isotropy.meanCosine(rows)).isCloseTo(-1 / 3.0, within(1e-12));
      assertThat(Sphere.alignments(rows, others))
          .containsExactly(new double[] {0, 2, 4}, within(1e-12));
    }
  }

  @Test
  void figuresAreThoseOfAllPairsAndThreadsChangeNoBit() {
    Seeds.forEach(
        8,
        random -> {
          int count = random.nextInt(2, 300);
          try (Matrix rows = RandomRows.matrix(random, count, random.nextInt(1, 20))) {
            double powers = 0;
            double cosines = 0;
            for (int i = 0; i < count; i++) {
              for (int j = 0; j < i; j++) {
                double cosine = Similarity.COSINE.between(rows.copyRow(i), rows.copyRow(j));
                cosines += cosine;
                powers += Math.exp(-3 * (2 - 2 * cosine));
              }
            }
            double pairs = count * (count - 1) / 2.0;
            double uniformity = Sphere.uniformity(rows, 3, 1);
            // Cosines are float32: 6 · 1.2e-6 in the exponent.
            assertThat(uniformity).isCloseTo(Math.log(powers / pairs), within(1e-5));
            assertThat(Sphere.uniformity(rows, 3, 3)).isEqualTo(uniformity);
            assertThat(Isotropy.meanCosine(rows)).isCloseTo(cosines / pairs, within(1e-6));
          }
        });
  }

  @Test
  void rowsInOneDirectionAreNotSpreadAtAll() {
    try (Matrix rows = Matrix.of(new float[] {1, 1}, new float[] {2, 2}, new float[] {5, 5})) {
      assertThat(Sphere.uniformity(rows, Sphere.UNIFORMITY_SHARPNESS, 1))
          .isCloseTo(0, within(1e-6));
      assertThat(Isotropy.meanCosine(rows)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void whatHasNoPlaceOnTheSphereIsRefused() {
    try (Matrix rows = Matrix.of(new float[] {1, 1}, new float[] {0, 0});
        Matrix one = Matrix.of(new float[] {1, 1})) {
      assertThatThrownBy(() -> Sphere.uniformity(rows, 2, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 1 has the length 0.0: it has no direction");
      assertThatThrownBy(() -> Isotropy.meanCosine(rows))
          .hasMessage("row 1 has the length 0.0: it has no direction");
      assertThatThrownBy(() -> Sphere.alignments(rows, rows))
          .hasMessage("row 1 has the length 0.0: it has no direction");
      assertThatThrownBy(() -> Sphere.alignments(rows, one))
          .hasMessage("no pairs between [2 × 2] and [1 × 2]");
      assertThatThrownBy(() -> Sphere.uniformity(one, 2, 1))
          .hasMessage("1 rows: at least 2 are needed");
      assertThatThrownBy(() -> Sphere.uniformity(rows, 0, 1))
          .hasMessage("t is 0.0: it must be above 0");
      one.set(0, 0, Float.NaN);
      assertThatThrownBy(() -> Sphere.alignments(one, one))
          .hasMessage("row 0 has the length NaN: it has no direction");
    }
  }
}
