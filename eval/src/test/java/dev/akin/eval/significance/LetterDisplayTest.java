package dev.akin.eval.significance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LetterDisplayTest {
  @Test
  void aChainOverlaps() {
    LetterDisplay display = new LetterDisplay(4);
    assertThat(display.letters(3)).isEqualTo("a");
    display.separate(0, 2);
    display.separate(0, 3);
    display.separate(1, 3);
    assertThat(display.letters(0)).isEqualTo("a");
    assertThat(display.letters(1)).isEqualTo("ab");
    assertThat(display.letters(2)).isEqualTo("bc");
    assertThat(display.letters(3)).isEqualTo("c");
  }

  @Test
  void membersShareALetterExactlyWhenNotSeparated() {
    Seeds.forEach(
        300,
        random -> {
          int n = random.nextInt(1, 10);
          LetterDisplay display = new LetterDisplay(n);
          Set<Integer> separated = new HashSet<>();
          for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
              if (random.nextInt(3) == 0) {
                display.separate(i, j);
                separated.add(i * n + j);
              }
            }
          }
          for (int i = 0; i < n; i++) {
            assertThat(display.letters(i)).isNotEmpty();
            for (int j = i + 1; j < n; j++) {
              assertThat(share(display.letters(i), display.letters(j)))
                  .isEqualTo(!separated.contains(i * n + j));
            }
          }
        });
  }

  @Test
  void beyondTheAlphabetLettersGetAMark() {
    LetterDisplay display = new LetterDisplay(28);
    for (int i = 0; i < 28; i++) {
      for (int j = i + 1; j < 28; j++) {
        display.separate(i, j);
      }
    }
    assertThat(display.letters(25)).isEqualTo("z");
    assertThat(display.letters(26)).isEqualTo("a'");
    assertThat(display.letters(27)).isEqualTo("b'");
  }

  private static boolean share(String a, String b) {
    return a.chars().anyMatch(letter -> b.indexOf(letter) >= 0);
  }
}
