package dev.akin.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphTest {
  private static final Console PLAIN = console(false);
  private static final Console COLOURED = console(true);

  private static Console console(boolean colours) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new Console(nowhere, nowhere, new Terminal(colours, false, 80, colours));
  }

  @Test
  void linesBreakAtBlanks() {
    assertThat(Paragraph.of("one two  three\nfour", List.of()).lines(PLAIN, 9, 9))
        .containsExactly("one two", "three", "four");
  }

  @Test
  void wideCharactersBreakAnywhereAndAreNeverHalved() {
    assertThat(Paragraph.of("日本語の文章です", List.of()).lines(PLAIN, 7, 9))
        .containsExactly("日本語", "の文章", "です");
    assertThat(Paragraph.of("aaaaaaaaaa", List.of()).lines(PLAIN, 4, 9))
        .containsExactly("aaaa", "aaaa", "aa");
  }

  @Test
  void noLineIsWiderThanAskedForAndNothingIsLost() {
    Seeds.forEach(
        300,
        random -> {
          int[] alphabet = {'a', 'b', ' ', ' ', 0x4e2d, 0x1f600, 0x301, 0xe9, '\n', 0x1b};
          var text = new StringBuilder();
          for (int i = random.nextInt(120); i > 0; i--) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
          }
          int columns = 2 + random.nextInt(20);
          List<String> lines =
              Paragraph.of(text.toString(), List.of()).lines(PLAIN, columns, Integer.MAX_VALUE);
          assertThat(lines).allMatch(line -> DisplayWidth.of(line) <= columns);
          assertThat(String.join("", lines).replace(" ", ""))
              .isEqualTo(text.toString().replaceAll("[ \n\u001b]", ""));
        });
  }

  @Test
  void marksAreColouredOnlyWhereThereAreColours() {
    Paragraph paragraph = Paragraph.of("find birds here", List.of(new Mark(5, 10)));
    assertThat(paragraph.lines(PLAIN, 80, 3)).containsExactly("find birds here");
    assertThat(paragraph.lines(COLOURED, 80, 3))
        .containsExactly("find \u001b[1;33mbirds\u001b[0m here");
  }

  @Test
  void aLongTextIsShownAroundItsMarks() {
    String text = "x ".repeat(50) + "birds steer " + "y ".repeat(50);
    assertThat(Paragraph.of(text, List.of(new Mark(100, 105))).lines(PLAIN, 20, 2))
        .hasSize(2)
        .anyMatch(line -> line.contains("birds"))
        .last()
        .asString()
        .endsWith(" …");
  }

  @Test
  void codesForTheTerminalDoNotPass() {
    assertThat(Paragraph.flat("a\u001b[31mb\u0007c\u202ed")).isEqualTo("a [31mb c d");
  }

  @Test
  void textsAreCutAndPaddedByWhatTheyTakeOnTheScreen() {
    assertThat(DisplayWidth.cut("日本語", 5)).isEqualTo("日本…");
    assertThat(DisplayWidth.cut("日本語", 4)).isEqualTo("日…");
    assertThat(DisplayWidth.cut("abc", 3)).isEqualTo("abc");
    assertThat(DisplayWidth.pad("日", 4)).isEqualTo("日  ");
    assertThat(DisplayWidth.of("e\u0301👍")).isEqualTo(3);
  }
}
