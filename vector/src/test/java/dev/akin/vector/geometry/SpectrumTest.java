package dev.akin.vector.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.vector.Matrix;
import dev.akin.vector.RandomRows;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpectrumTest {
  @Test
  void handComputedFigures() {
    // Variances 4 and 1 around the mean (5, 0).
    try (Matrix rows =
        Matrix.of(
            new float[] {5 + 2, 1}, new float[] {5 + 2, -1},
            new float[] {5 - 2, 1}, new float[] {5 - 2, -1})) {
      Spectrum spectrum = Spectrum.aroundMean(rows);
      assertThat(spectrum.variances()).containsExactly(new double[] {4, 1}, within(1e-12));
      assertThat(spectrum.shareOfFirst(1)).isCloseTo(0.8, within(1e-12));
      assertThat(spectrum.shareOfFirst(2)).isCloseTo(1, within(1e-12));
      // Roots 2 and 1: shares 2/3 and 1/3.
      double entropy = -(2 / 3.0 * Math.log(2 / 3.0) + 1 / 3.0 * Math.log(1 / 3.0));
      assertThat(spectrum.effectiveRank()).isCloseTo(Math.exp(entropy), within(1e-12));
      // Λ = √2/√17 (4, 1); δ² (n − √n) = Σ (Λ − 1)² / 2.
      double scale = Math.sqrt(2 / 17.0);
      double defect = (Math.pow(4 * scale - 1, 2) + Math.pow(scale - 1, 2)) / 2;
      assertThat(spectrum.isoScore())
          .isCloseTo(2 * Math.pow((2 - defect) / 2, 2) - 1, within(1e-12));
      // Around the origin 25 is added to the first one.
      assertThat(Spectrum.aroundOrigin(rows).variances())
          .containsExactly(new double[] {29, 1}, within(1e-12));
    }
  }

  @Test
  void aLineHasOneDirectionAndACubeAll() {
    try (Matrix line = Matrix.of(new float[] {1, 2, 3}, new float[] {2, 4, 6});
        Matrix cube = Matrix.allocate(8, 3)) {
      for (int corner = 0; corner < 8; corner++) {
        for (int i = 0; i < 3; i++) {
          cube.set(corner, i, (corner >> i & 1) * 2 - 1);
        }
      }
      assertThat(Spectrum.aroundMean(line).isoScore()).isCloseTo(0, within(1e-12));
      assertThat(Spectrum.aroundMean(line).effectiveRank()).isCloseTo(1, within(1e-6));
      assertThat(Spectrum.aroundMean(line).shareOfFirst(1)).isCloseTo(1, within(1e-12));
      assertThat(Spectrum.aroundMean(cube).isoScore()).isCloseTo(1, within(1e-12));
      assertThat(Spectrum.aroundMean(cube).effectiveRank()).isCloseTo(3, within(1e-12));
      assertThat(Spectrum.aroundMean(cube).shareOfFirst(1)).isCloseTo(1 / 3.0, within(1e-12));
    }
  }

  @Test
  void turningTheRowsChangesNothing() {
    Seeds.forEach(
        20,
        random -> {
          try (Matrix rows = RandomRows.matrix(random, 50, 4);
              Matrix turned = Matrix.allocate(50, 4)) {
            double cosine = 0.6;
            double sine = 0.8;
            for (int r = 0; r < 50; r++) {
              float[] x = rows.copyRow(r);
              float first = (float) (cosine * x[0] - sine * x[2]);
              float third = (float) (sine * x[0] + cosine * x[2]);
              turned.setRow(r, new float[] {first, x[1], third, x[3]});
            }
            Spectrum before = Spectrum.aroundMean(rows);
            Spectrum after = Spectrum.aroundMean(turned);
            assertThat(after.isoScore()).isCloseTo(before.isoScore(), within(1e-5));
            assertThat(after.effectiveRank()).isCloseTo(before.effectiveRank(), within(1e-5));
            assertThat(Isotropy.meanCosine(turned))
                .isCloseTo(Isotropy.meanCosine(rows), within(1e-6));
            assertThat(Isotropy.partitionRatio(turned))
                .isCloseTo(Isotropy.partitionRatio(rows), within(1e-4));
          }
        });
  }

  @Test
  void whatHasNoSpectrumIsRefused() {
    try (Matrix one = Matrix.allocate(1, 2);
        Matrix same = Matrix.of(new float[] {1, 2}, new float[] {1, 2});
        Matrix narrow = Matrix.of(new float[] {1}, new float[] {2})) {
      assertThatThrownBy(() -> Spectrum.aroundMean(one))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("axes need 2 or more rows to fit on, got 1");
      assertThatThrownBy(() -> Spectrum.aroundMean(same))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the rows are all the same: there is no variance to share");
      assertThatThrownBy(() -> Spectrum.aroundMean(narrow).isoScore())
          .hasMessage("IsoScore needs rows of 2 or more cells, got 1");
      assertThatThrownBy(() -> Spectrum.aroundMean(narrow).shareOfFirst(2))
          .hasMessage("the first 2 axes of 1: between 1 and all");
      same.set(1, 1, Float.NaN);
      assertThatThrownBy(() -> Spectrum.aroundOrigin(same)).hasMessage("row 1, cell 1 is NaN");
    }
  }

  @Test
  void partitionRatioIsHandComputed() {
    // Axes e₁ and e₂: Z(±e₁) = e^±1 + e^±2, Z(±e₂) = e^½ + e^−½ each way.
    try (Matrix rows = Matrix.of(new float[] {1, 0.5f}, new float[] {2, -0.25f})) {
      double most = 0;
      double least = Double.POSITIVE_INFINITY;
      // Second moments [[5, 0], [0, 0.3125]]: 1·0.5 − 2·0.25 = 0 off the diagonal.
      double[][] products = {{1, 2}, {-1, -2}, {0.5, -0.25}, {-0.5, 0.25}};
      for (double[] each : products) {
        double sum = Math.exp(each[0]) + Math.exp(each[1]);
        most = Math.max(most, sum);
        least = Math.min(least, sum);
      }
      assertThat(Isotropy.partitionRatio(rows)).isCloseTo(least / most, within(1e-9));
    }
  }

  @Test
  void aCommonDirectionLowersThePartitionRatio() {
    SplittableRandom random = new SplittableRandom(2);
    try (Matrix rows = RandomRows.matrix(random, 2000, 10);
        Matrix shifted = Matrix.allocate(2000, 10)) {
      for (int r = 0; r < 2000; r++) {
        float[] row = rows.copyRow(r);
        row[3] += 2;
        shifted.setRow(r, row);
      }
      assertThat(Isotropy.partitionRatio(rows)).isGreaterThan(0.7);
      assertThat(Isotropy.partitionRatio(shifted)).isLessThan(0.1);
      assertThat(Isotropy.meanCosine(rows)).isCloseTo(0, within(0.01));
      assertThat(Isotropy.meanCosine(shifted)).isGreaterThan(0.2);
    }
  }
}
