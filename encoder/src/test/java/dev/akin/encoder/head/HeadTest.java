package dev.akin.encoder.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.head.Dense.Linear;
import dev.akin.encoder.head.Dense.Residual;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadTest {
  /** Rows (1, −2), (3, 4), (5, 0) behind one cell that belongs to nobody. */
  private final TokenRows rows = new TokenRows(new float[] {99, 1, -2, 3, 4, 5, 0, 99}, 1, 3, 2);

  private float[] pool(Pooling pooling) {
    float[] out = new float[1 + pooling.outputDimension(2)];
    pooling.pool(rows, out, 1);
    assertThat(out[0]).isZero();
    return Arrays.copyOfRange(out, 1, out.length);
  }

  @Test
  void poolingsAreThoseOfTheirFormulas() {
    assertThat(pool(new Pooling.FirstToken())).containsExactly(1, -2);
    assertThat(pool(new Pooling.LastToken())).containsExactly(5, 0);
    assertThat(pool(new Pooling.Max())).containsExactly(5, 4);
    assertThat(pool(new Pooling.Mean())).containsExactly(new float[] {3, 2 / 3f}, within(1e-6f));
    assertThat(pool(new Pooling.WeightedMean()))
        .containsExactly(new float[] {22 / 6f, 1}, within(1e-6f));
    float root = (float) Math.sqrt(3);
    assertThat(pool(new Pooling.MeanSqrtLength()))
        .containsExactly(new float[] {9 / root, 2 / root}, within(1e-6f));
    assertThat(pool(new Pooling.Concat(List.of(new Pooling.Max(), new Pooling.FirstToken()))))
        .containsExactly(5, 4, 1, -2);
  }

  @Test
  void aTextWithoutTokensGivesTheZeroRow() {
    float[] out = {7, 7};
    new Pooling.Max().pool(TokenRows.none(2), out, 0);
    assertThat(out).containsExactly(0, 0);
    assertThat(rows.withoutFirst(9).count()).isZero();
    assertThat(rows.withoutFirst(1).firstRow()).containsExactly(3, 4);
  }

  @Test
  void concatNeedsTwo() {
    assertThatThrownBy(() -> new Pooling.Concat(List.of(new Pooling.Mean())))
        .hasMessage("concat needs 2 or more poolings, got [Mean[]]");
  }

  @Test
  void activationsAreThoseOfTheirFormulas() {
    assertThat(Activation.IDENTITY.apply(-2)).isEqualTo(-2);
    assertThat(Activation.RELU.apply(-2)).isZero();
    assertThat(Activation.TANH.apply(1)).isCloseTo(0.7615942f, within(1e-6f));
    assertThat(Activation.SIGMOID.apply(1)).isCloseTo(0.7310586f, within(1e-6f));
    assertThat(Activation.SILU.apply(-1)).isCloseTo(-0.26894143f, within(1e-6f));
    assertThat(Activation.GELU.apply(1)).isCloseTo(0.8413447f, within(1e-6f));
    assertThat(Activation.GELU.apply(-1)).isCloseTo(-0.15865526f, within(1e-6f));
  }

  @Test
  void denseAddsItsResidualAfterTheActivation() {
    Linear linear = new Linear(new float[] {1, 2, -3, 4}, new float[] {0.5f, 0}, 2);
    Linear map = new Linear(new float[] {0, 10, 10, 0}, new float[2], 2);
    float[] x = {1, 0};
    assertThat(new Dense(linear, Activation.RELU, new Residual.None()).apply(x))
        .containsExactly(1.5f, 0);
    assertThat(new Dense(linear, Activation.RELU, new Residual.Input()).apply(x))
        .containsExactly(2.5f, 0);
    assertThat(new Dense(linear, Activation.RELU, new Residual.Projected(map)).apply(x))
        .containsExactly(1.5f, 10);
  }

  @Test
  void layersRefuseRowsTheyWereNotMadeFor() {
    Linear narrow = new Linear(new float[2], new float[1], 2);
    assertThatThrownBy(() -> new Dense(narrow, Activation.TANH, new Residual.Input()))
        .hasMessage("the residual does not fit a dense layer from 2 to 1 cells");
    assertThatThrownBy(() -> new Linear(new float[5], new float[2], 2))
        .hasMessage("a map to 2 cells from 2 needs 4 weights, got 5");
    assertThatThrownBy(() -> new LayerNorm(new float[3], new float[2]))
        .hasMessage("a layer norm of 3 weights and 2 biases");
    assertThatThrownBy(() -> new LayerNorm(new float[3], new float[3]).outputDimension(2))
        .hasMessage("a layer norm for rows of 3 cells got rows of 2");
    assertThatThrownBy(() -> new RowLayer.Cut(0)).hasMessage("rows cannot be cut to 0 cells");
    assertThatThrownBy(() -> new RowLayer.Cut(3).outputDimension(2))
        .hasMessage("rows of 2 cells cannot be cut to 3");
  }

  @Test
  void normalizingLeavesTheZeroRowZero() {
    assertThat(new RowLayer.Normalize().apply(new float[] {0, 0})).containsExactly(0, 0);
    assertThat(new RowLayer.Normalize().apply(new float[] {3, 4}))
        .containsExactly(new float[] {0.6f, 0.8f}, within(1e-7f));
  }

  @Test
  void layersFollowOneAnother() {
    Head head = new Head(new Pooling.Mean(), List.of(new RowLayer.Normalize())).cutTo(1);
    assertThat(head.outputDimension(2)).isEqualTo(1);
    assertThat(head.apply(rows)).containsExactly(1);
    assertThat(head.isUnit()).isTrue();
  }
}
