package dev.akin.format.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalFloatTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "+1",
        "1.",
        ".5",
        "-.5e3",
        "1e10",
        "1E-10",
        "0.1",
        "16777217",
        "1.17549435e-38",
        "1.4e-45",
        "7.0e-46",
        "3.4028235e38",
        "3.4028236e38",
        "3.5e38",
        "1e400",
        "-1e400",
        "1e-400",
        "0e999999999",
        "123456789012345678901234567890",
        "0.034159999340772629",
        "0.00000000000000000000000000000000000001",
        "9007199254740993",
        "1.00000017881393421514957253",
        "1.00000017881393432617187499",
        "1.00000017881393432617187500",
        "1.0000001788139343261718750001"
      })
  void aDecimalIsRoundedAsTheJdkRounds(String text) {
    assertThat(parse(text)).as(text).isEqualTo(Float.parseFloat(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "e5",
        "1e",
        "1e+",
        "1f",
        "1d",
        "0x1p3",
        "NaN",
        "nan",
        "Infinity",
        "-inf",
        "1.2.3",
        "1,5",
        "1 ",
        " 1",
        "--1",
        "1e5.5",
        "१"
      })
  void whatIsNoDecimalIsNaN(String text) {
    assertThat(parse(text)).as(text).isNaN();
  }

  @Test
  void everyFloatIsReadBackFromAnyWayItIsPrinted() {
    Seeds.forEach(
        2000,
        random -> {
          float value = Float.intBitsToFloat(random.nextInt());
          if (!Float.isFinite(value)) {
            return;
          }
          for (String text :
              new String[] {
                Float.toString(value),
                Double.toString(value),
                new BigDecimal(value).toPlainString(),
                String.format(Locale.ROOT, "%.8e", value),
                String.format(Locale.ROOT, "%.17g", (double) value)
              }) {
            assertThat(parse(text)).as(text).isEqualTo(value);
          }
        });
  }

  @Test
  void decimalsNearTheMiddleOfTwoFloatsAreRoundedRight() {
    Seeds.forEach(
        2000,
        random -> {
          float value =
              Float.intBitsToFloat((random.nextInt(200) + 20) << 23 | random.nextInt(1 << 23));
          BigDecimal middle =
              new BigDecimal(value).add(new BigDecimal(Math.nextUp(value))).divide(BigDecimal.TWO);
          int digits = 5 + random.nextInt(20);
          String text =
              middle
                  .round(new java.math.MathContext(digits, java.math.RoundingMode.HALF_EVEN))
                  .toString();
          assertThat(parse(text)).as(text).isEqualTo(Float.parseFloat(text));
        });
  }

  private static float parse(String text) {
    byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
    return DecimalFloat.parse(bytes, 1, bytes.length - 1);
  }
}
