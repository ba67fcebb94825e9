package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void aMeanIsThatOfItsItemsAndOfAnyResample() {
    Estimate mean = Estimate.mean(1, 2, 6);
    assertThat(mean.size()).isEqualTo(3);
    assertThat(mean.value()).isEqualTo(3);
    assertThat(mean.resampled(new int[] {2, 2, 0, 0})).isEqualTo(3.5);
    assertThat(mean.perItem().orElseThrow()).containsExactly(1, 2, 6);
    assertThat(mean.clusters()).isEmpty();
  }

  @Test
  void aMeanKeepsItsOwnCopyOfTheValues() {
    double[] values = {1, 2};
    Estimate mean = Estimate.mean(values);
    values[0] = 100;
    mean.perItem().orElseThrow()[1] = 100;
    assertThat(mean.resampled(new int[] {0, 1})).isEqualTo(1.5);
  }

  @Test
  void aFigureIsComputedOnWhatIsAskedFor() {
    double[] values = {4, 1, 7};
    Estimate largest =
        Estimate.of(3, items -> Arrays.stream(items).mapToDouble(i -> values[i]).max().orElse(0));
    assertThat(largest.value()).isEqualTo(7);
    assertThat(largest.resampled(new int[] {1, 0, 1})).isEqualTo(4);
    assertThat(largest.perItem()).isEmpty();
  }

  @Test
  void clustersChangeWhatIsDrawnAndNotTheFigure() {
    Estimate mean = Estimate.mean(1, 2, 6).clustered(7, 7, 9);
    assertThat(mean.value()).isEqualTo(3);
    assertThat(mean.resampled(new int[] {2})).isEqualTo(6);
    assertThat(mean.perItem().orElseThrow()).containsExactly(1, 2, 6);
    assertThat(mean.clusters().orElseThrow()).containsExactly(7, 7, 9);
    assertThat(mean.size()).isEqualTo(3);
  }

  @Test
  void valuesThatAreNoNumbersAreRefusedByItem() {
    assertThatThrownBy(() -> Estimate.mean(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the value of item 1 is NaN");
    assertThatThrownBy(() -> Estimate.mean(Double.POSITIVE_INFINITY))
        .hasMessageContaining("the value of item 0 is Infinity");
    assertThatThrownBy(() -> Estimate.of(2, items -> Double.NaN))
        .hasMessageContaining("the figure of all 2 items is NaN");
  }

  @Test
  void whatHasNoItemsIsRefused() {
    assertThatThrownBy(() -> Estimate.mean()).hasMessageContaining("at least one item");
    assertThatThrownBy(() -> Estimate.of(0, items -> 0)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> Estimate.mean(1, 2).clustered(1))
        .hasMessageContaining("2 items, but 1 are given a cluster");
  }
}
