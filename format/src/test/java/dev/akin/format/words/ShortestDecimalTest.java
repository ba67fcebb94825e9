package dev.akin.format.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShortestDecimalTest {
  private static final byte[] BYTES = new byte[ShortestDecimal.LONGEST + 2];

  @Test
  void anyFloatIsWrittenAsTheJdkWritesIt() {
    Seeds.forEach(
        20,
        random -> {
          for (int i = 0; i < 50_000; i++) {
            assertWritten(Float.intBitsToFloat(random.nextInt()));
          }
        });
  }

  @Test
  void cellsOfVectorsAreWrittenAsTheJdkWritesThem() {
    Seeds.forEach(
        20,
        random -> {
          double scale = Math.pow(10, random.nextInt(12) - 5);
          for (int i = 0; i < 50_000; i++) {
            assertWritten((float) (random.nextGaussian() * scale));
          }
        });
  }

  @Test
  void roundNumbersAndTheirNeighboursAreWrittenAsTheJdkWritesThem() {
    for (int power = -46; power < 40; power++) {
      for (int digits = 1; digits < 2000; digits++) {
        float round = Float.parseFloat(digits + "e" + power);
        assertWritten(round);
        assertWritten(Math.nextUp(round));
        assertWritten(-Math.nextDown(round));
      }
    }
  }

  @Test
  void powersOfTwoAndTheirNeighboursAreWrittenAsTheJdkWritesThem() {
    for (int power = Float.MIN_EXPONENT - 24; power <= Float.MAX_EXPONENT + 1; power++) {
      float exact = Math.scalb(1f, power);
      assertWritten(exact);
      assertWritten(Math.nextDown(exact));
      assertWritten(Math.nextUp(exact));
    }
  }

  @Test
  void whatIsNoNumberAndTheEndsOfRangesAreWrittenAsTheJdkWritesThem() {
    for (float value :
        new float[] {
          0f,
          -0f,
          Float.NaN,
          Float.POSITIVE_INFINITY,
          Float.NEGATIVE_INFINITY,
          Float.MIN_VALUE,
          -Float.MIN_NORMAL,
          Float.MAX_VALUE,
          9_999_999f,
          1e7f,
          1e-3f,
          8388608f,
          8388609f
        }) {
      assertWritten(value);
    }
  }

  /** Compares without the machinery of assertions, which would take most of the time. */
  private static void assertWritten(float value) {
    BYTES[0] = '<';
    int end = ShortestDecimal.write(value, BYTES, 1);
    String written = new String(BYTES, 1, end - 1, StandardCharsets.US_ASCII);
    String expected = Float.toString(value);
    if (!written.equals(expected)) {
      assertThat(written)
          .as(Integer.toHexString(Float.floatToRawIntBits(value)))
          .isEqualTo(expected);
    }
  }
}
