package dev.akin.eval.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DesignTest {
  @Test
  void aFactorHasAColumnForEachLevelButTheFirst() {
    Design design = Design.of(4).withFactor("model", List.of("b", "a", "c", "a"));
    assertThat(design.names()).containsExactly("intercept", "model=a", "model=c");
    assertThat(design.copyColumns()[0]).containsExactly(1, 1, 1, 1);
    assertThat(design.copyColumns()[1]).containsExactly(0, 1, 0, 1);
    assertThat(design.copyColumns()[2]).containsExactly(0, 0, 1, 0);
    assertThat(design).hasToString("Design[4 rows of [intercept, model=a, model=c]]");
  }

  @Test
  void aFactorOfOneLevelAddsNothing() {
    assertThat(Design.of(2).withFactor("model", List.of("a", "a")).names())
        .containsExactly("intercept");
  }

  @Test
  void anotherColumnMakesAnotherDesign() {
    double[] values = {1, 2};
    Design design = Design.of(2);
    Design longer = design.with("x", values);
    values[0] = 9;
    longer.copyColumns()[1][1] = 9;
    assertThat(design.names()).hasSize(1);
    assertThat(longer.copyColumns()[1]).containsExactly(1, 2);
    assertThat(longer.rows()).isEqualTo(2);
  }

  @Test
  void aColumnOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Design.of(3).withFactor("model", List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column model has 1 rows, the design 3");
    assertThatThrownBy(() -> Design.of(1).with("intercept", 1))
        .hasMessage("there are two columns named intercept");
  }
}
