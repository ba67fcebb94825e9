package dev.akin.study.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
  private static List<String> ticks(Axis axis, double... values) {
    return Scale.around(axis, values, 0, 500).ticks().stream().map(Scale.Tick::text).toList();
  }

  @Test
  void ticksAreRoundNumbers() {
    assertThat(ticks(Axis.linear("x"), 0, 1))
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(ticks(Axis.linear("x"), -0.031, 0.052))
        .containsExactly("−0.02", "0.00", "0.02", "0.04");
    assertThat(ticks(Axis.linear("x"), 0, 71_244)).containsExactly("0", "20 k", "40 k", "60 k");
    assertThat(ticks(Axis.logarithmic("x"), 0.3, 2000)).containsExactly("1", "10", "100", "1000");
    assertThat(ticks(Axis.logarithmic("x"), 20, 300)).containsExactly("20", "50", "100", "200");
  }

  @Test
  void anyRangeHasAFewTicksInsideItAndItsValuesInOrder() {
    Seeds.forEach(
        500,
        random -> {
          double size = Math.pow(10, random.nextDouble(-6, 8));
          double low = random.nextBoolean() ? random.nextDouble(-size, size) : size;
          double high = low + size * random.nextDouble(1e-3, 1);
          for (Axis axis : List.of(Axis.linear("x"), Axis.logarithmic("x"))) {
            if (axis.isLogarithmic() && low <= 0) {
              continue;
            }
            Scale scale = Scale.around(axis, new double[] {low, high}, 100, 600);
            assertThat(scale.at(low)).isBetween(100.0, scale.at(high));
            assertThat(scale.at(high)).isLessThan(600);
            List<Scale.Tick> ticks = scale.ticks();
            assertThat(ticks.size()).isBetween(2, 13);
            double before = 99.9;
            for (Scale.Tick tick : ticks) {
              assertThat(scale.at(tick.value())).isBetween(before, 600.1);
              before = scale.at(tick.value());
            }
            assertThat(ticks.stream().map(Scale.Tick::text)).doesNotHaveDuplicates();
          }
        });
  }

  @Test
  void oneValueAloneStandsInTheMiddle() {
    for (double value : new double[] {0, 1, -3, 7e9}) {
      assertThat(Scale.around(Axis.linear("x"), new double[] {value}, 0, 100).at(value))
          .isCloseTo(50, within(1e-6));
    }
  }
}
