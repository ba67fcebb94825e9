package dev.akin.vector.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.vector.Matrix;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SubspaceTest {
  private static Matrix random(long seed, int rows, int cells) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] all = new double[rows][];
    for (int i = 0; i < rows; i++) {
      all[i] = random.doubles(cells, -1, 1).toArray();
    }
    return AlignmentTest.matrix(all);
  }

  @Test
  void whatIsRejectedHasNoPartInTheSubspaceAndTheRestIsNotTouched() {
    try (Matrix rows = random(1, 3, 10);
        Matrix others = random(2, 20, 10)) {
      Subspace subspace = Subspace.spannedBy(rows);
      assertThat(subspace.rank()).isEqualTo(3);
      Transform rejection = subspace.rejection(1);
      Transform projection = subspace.projection();
      for (int i = 0; i < 20; i++) {
        float[] row = others.copyRow(i);
        float[] rest = rejection.apply(row);
        assertThat(subspace.share(rest)).isLessThan(1e-6);
        assertThat(rejection.apply(rest)).containsExactly(rest, within(1e-6f));
        float[] part = projection.apply(row);
        for (int c = 0; c < 10; c++) {
          assertThat(rest[c] + part[c]).isCloseTo(row[c], within(1e-6f));
        }
      }
      assertThat(subspace.share(rows.copyRow(1))).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void halfTheStrengthTakesHalf() {
    try (Matrix rows = Matrix.of(new float[] {3, 0, 0})) {
      assertThat(Subspace.spannedBy(rows).rejection(0.5).apply(new float[] {4, 5, 6}))
          .containsExactly(2, 5, 6);
      assertThat(Subspace.spannedBy(rows).rejection(0).apply(new float[] {4, 5, 6}))
          .containsExactly(4, 5, 6);
    }
  }

  @Test
  void theRankIsWhatTheRowsHave() {
    try (Matrix rows = Matrix.of(new float[] {1, 1, 0}, new float[] {2, 2, 0})) {
      Subspace subspace = Subspace.of(rows, 3);
      assertThat(subspace.rank()).isEqualTo(1);
      assertThat(subspace.share(0)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void zerosAndNoDirectionsAreRefused() {
    try (Matrix rows = Matrix.allocate(2, 3)) {
      assertThatThrownBy(() -> Subspace.spannedBy(rows)).hasMessageContaining("zeros");
      assertThatThrownBy(() -> Subspace.of(rows, 0)).hasMessageContaining("1 direction or more");
    }
  }

  @Test
  void allButTheTopLeavesNothingAlongTheFirstAxes() {
    try (Matrix rows = random(4, 100, 8)) {
      PrincipalAxes axes = PrincipalAxes.fit(rows);
      try (Matrix images = axes.allButTheTop(2).apply(rows)) {
        PrincipalAxes after = PrincipalAxes.fit(images);
        assertThat(after.rank()).isEqualTo(6);
        for (int i = 0; i < 6; i++) {
          assertThat(after.variances()[i]).isCloseTo(axes.variances()[i + 2], within(1e-6));
        }
      }
    }
  }
}
