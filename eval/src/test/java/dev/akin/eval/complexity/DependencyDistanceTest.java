package dev.akin.eval.complexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DependencyDistanceTest {
  private static String word(String id, String head) {
    return String.join("\t", id, "w", "w", "X", "_", "_", head, "dep", "_", "_");
  }

  /** Two sentences of four and two words. */
  private static final String FILE =
      String.join(
          "\n",
          "# text = Birds sing old songs",
          word("1", "2"),
          word("2", "0"),
          word("3", "4"),
          word("4", "2"),
          "",
          "# a word of two parts, and one that is only understood",
          word("1-2", "_"),
          word("1", "0"),
          word("2", "1"),
          word("2.1", "_"),
          "");

  @Test
  void theMeanIsTheHandComputedValue() {
    DependencyDistance distance = DependencyDistance.parse(FILE.lines());
    // 1 to 2, 3 to 4, 4 to 2, and 2 to 1: 1 + 1 + 2 + 1 over 4.
    assertThat(distance).isEqualTo(new DependencyDistance(1.25, 4, 2));
  }

  @Test
  void theLastSentenceNeedsNoEmptyLine() {
    assertThat(DependencyDistance.parse(FILE.strip().lines()))
        .isEqualTo(DependencyDistance.parse(FILE.lines()));
    assertThat(DependencyDistance.parse(Stream.of())).isEqualTo(new DependencyDistance(0, 0, 0));
  }

  @Test
  void badLinesAreRefusedByLineAndValue() {
    assertRefused("line 1: 2 fields instead of 10", "1\tbirds");
    assertRefused("line 2: word 3 where word 2 should stand", word("1", "0"), word("3", "1"));
    assertRefused("line 1: the head '_' is no number", word("1", "_"));
    assertRefused("line 1: the word number 'x' is no number", word("x", "0"));
    assertRefused(
        "the sentence before line 3: word 2 of 2 has the head 5",
        word("1", "0"),
        word("2", "5"),
        "");
    assertRefused("word 1 of 1 has the head 1", word("1", "1"));
    assertRefused("word 1 of 1 has the head -1", word("1", "-1"));
  }

  private static void assertRefused(String message, String... lines) {
    assertThatThrownBy(() -> DependencyDistance.parse(Stream.of(lines)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aCutFileIsReadOrRefusedWithItsLine() {
    for (int length = 0; length < FILE.length(); length++) {
      assertReadOrRefused(FILE.substring(0, length));
    }
  }

  @Test
  void aDamagedFileIsReadOrRefusedWithItsLine() {
    Seeds.forEach(
        500,
        random -> {
          StringBuilder damaged = new StringBuilder(FILE);
          for (int i = 0; i < 3; i++) {
            damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(9, 128));
          }
          assertReadOrRefused(damaged.toString());
        });
  }

  private static void assertReadOrRefused(String file) {
    try {
      assertThat(DependencyDistance.parse(file.lines()).sentences()).isBetween(0, 12);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("line ");
    }
  }
}
