package dev.akin.text.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundariesTest {
  private final Boundaries jdk = Boundaries.jdk(Locale.ROOT);

  @Test
  void cutsSentencesWordsAndGraphemes() {
    assertThat(jdk.sentences("One two. Three.")).containsExactly(0, 9, 15);
    assertThat(jdk.words("One two.")).containsExactly(0, 3, 4, 7, 8);
    assertThat(jdk.graphemes("e\u0301👍🏽x")).containsExactly(0, 2, 6, 7);
  }

  @Test
  void lexicalWordsHoldALetterOrDigitAndAreAsWritten() {
    assertThat(jdk.lexicalWords("Birds, 3 of them – steer!"))
        .containsExactly("Birds", "3", "of", "them", "steer");
    assertThat(jdk.lexicalWords(" … ")).isEmpty();
  }

  @Test
  void theEmptyTextHasOneCut() {
    assertThat(jdk.sentences("")).containsExactly(0);
    assertThat(jdk.words("")).containsExactly(0);
    assertThat(jdk.graphemes("")).containsExactly(0);
  }

  @Test
  void cutsOfAnyTextAscendFromStartToEnd() {
    Seeds.forEach(
        100,
        random -> {
          var text = RandomText.of(random, 1 + random.nextInt(60));
          for (int[] cuts :
              new int[][] {jdk.sentences(text), jdk.words(text), jdk.graphemes(text)}) {
            assertThat(cuts[0]).isZero();
            assertThat(cuts[cuts.length - 1]).isEqualTo(text.length());
            assertThat(IntStream.range(1, cuts.length)).allMatch(i -> cuts[i - 1] < cuts[i]);
          }
        });
  }
}
