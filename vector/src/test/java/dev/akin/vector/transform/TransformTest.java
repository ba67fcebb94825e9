package dev.akin.vector.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.vector.Matrix;
import dev.akin.vector.RandomRows;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TransformTest {
  @Test
  void matryoshkaCutsAndRenormalises() {
    Transform shorter = Transform.matryoshka(4, 2);
    assertThat(shorter.apply(new float[] {3, 4, 5, 6}))
        .containsExactly(new float[] {0.6f, 0.8f}, within(1e-7f));
    assertThat(shorter.apply(new float[] {0, 0, 5, 6})).containsExactly(0, 0);
    assertThat(shorter.inputDimension()).isEqualTo(4);
    assertThat(shorter.outputDimension()).isEqualTo(2);
    assertThat(shorter).hasToString("cut 4 to 2 → unit length of 2");
  }

  @Test
  void centredRowsHaveMeanZero() {
    try (Matrix rows = Matrix.of(new float[] {1, 10}, new float[] {3, 30});
        Matrix centred = Transform.centre(rows).apply(rows)) {
      assertThat(centred.copyRow(0)).containsExactly(-1, -10);
      assertThat(centred.copyRow(1)).containsExactly(1, 10);
    }
  }

  @Test
  void anAffineMapIsWTimesXLessCPlusB() {
    Transform map =
        Transform.affine(
            new float[] {1, 2},
            new float[][] {{1, 10}, {0, 1}, {2, 0}},
            new float[] {0.5f, 0, -1},
            new Fit("hand", 0, 0));
    assertThat(map.apply(new float[] {3, 5})).containsExactly(32.5f, 3, 3);
  }

  @Test
  void aChainAppliesItsStepsInOrder() {
    Transform doubled =
        Transform.affine(
            new float[2], new float[][] {{2, 0}, {0, 2}}, new float[2], new Fit("twice", 0, 0));
    Transform moved =
        Transform.affine(
            new float[2],
            new float[][] {{1, 0}, {0, 1}},
            new float[] {1, 1},
            new Fit("moved", 0, 0));
    float[] row = {3, 4};
    assertThat(doubled.then(moved).apply(row)).containsExactly(7, 9);
    assertThat(moved.then(doubled).apply(row)).containsExactly(8, 10);
    assertThat(row).containsExactly(3, 4);
    assertThat(doubled.then(moved).then(doubled)).isEqualTo(doubled.then(moved.then(doubled)));
  }

  @Test
  void aRowHasTheSameImageAloneAndAmongOthers() {
    SplittableRandom random = new SplittableRandom(4);
    try (Matrix rows = RandomRows.matrix(random, 40, 17)) {
      Transform map = PrincipalAxes.fit(rows).whitening(7).then(Transform.unitLength(7));
      try (Matrix images = map.apply(rows)) {
        for (int i = 0; i < 40; i++) {
          assertThat(images.copyRow(i)).isEqualTo(map.apply(rows.copyRow(i)));
        }
      }
    }
  }

  @Test
  void fitsThatDoNotComposeOrApplyAreRefused() {
    Transform cut = Transform.cut(5, 3);
    assertThatThrownBy(() -> cut.then(Transform.unitLength(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("[cut 5 to 3] gives 3 cells, [unit length of 4] takes 4");
    assertThatThrownBy(() -> cut.apply(new float[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows of 4 cells for a transform of 5: cut 5 to 3");
    try (Matrix rows = Matrix.allocate(1, 4)) {
      assertThatThrownBy(() -> cut.apply(rows))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("rows of 4 cells");
    }
  }

  @Test
  void impossiblePartsAreRefused() {
    Fit fit = new Fit("x", 1, 2);
    float[] two = new float[2];
    assertThatThrownBy(() -> Transform.cut(3, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot cut rows of 3 cells to 4");
    assertThatThrownBy(() -> Transform.unitLength(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no rows have 0 cells");
    assertThatThrownBy(() -> Transform.affine(two, new float[][] {two}, two, fit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 rows of weights for 2 cells in and 2 out");
    assertThatThrownBy(() -> Transform.affine(two, new float[][] {two, {1}}, two, fit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 1 of the weights has 1 cells, the input 2");
    assertThatThrownBy(() -> Transform.affine(two, new float[][] {two, {1, 1 / 0f}}, two, fit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights, row 1, cell 1 is Infinity");
    assertThatThrownBy(() -> new Fit("", 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no fit is named '' (0 bytes of 1 to 64) on 1 rows");
    assertThatThrownBy(() -> new Chain(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a chain needs a step");
  }
}
