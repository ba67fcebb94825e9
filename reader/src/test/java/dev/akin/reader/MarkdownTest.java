package dev.akin.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import dev.akin.text.Document;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
  private static final SourceFile FILE = new SourceFile(Path.of("a.md"), "a.md", "a.md");

  private static Document read(String text) {
    return Markdown.read(text, FILE);
  }

  @Test
  void theFirstHeadingIsTheTitleAndTheTextIsWithoutMarkup() {
    var document =
        read(
            """
            ---
            layout: post
            ---
            <!-- a
            comment -->
            # The *title* #

            Some **bold** and `code` and [a link](http://x "t").
            Second line.

            ## Part
            > quoted
            - item
              1. [x] done

            | a | b |
            |---|--:|
            | 1 | 2 |

            ```java
            int *x = a_b; # kept
            ```
            ***
            [ref]: http://x
            End.
            """);

    assertThat(document.title()).isEqualTo("The title");
    assertThat(document.text())
        .isEqualTo(
            """
            Some bold and code and a link.
            Second line.

            Part
            quoted
            item
            done

            a  b

            1  2

            int *x = a_b; # kept

            End.\
            """);
  }

  @Test
  void everyLineKnowsWhereItStood() {
    var document = read("# T\n\nfirst\n\n\n\nsecond *x*\n```\ncode\n```\nlast\n");

    for (var expected : new String[] {"first:3", "second:7", "code:9", "last:11"}) {
      var words = expected.substring(0, expected.indexOf(':'));
      assertThat(document.origin().locate(document.text().indexOf(words)))
          .isEqualTo("a.md:" + expected.substring(words.length() + 1));
    }
  }

  @Test
  void aLineUnderlinedIsAHeading() {
    assertThat(read("Title\n=====\n\nText\n\nPart\n---\nmore").title()).isEqualTo("Title");
    assertThat(read("Title\n=====\n\nText\n\nPart\n---\nmore").text())
        .isEqualTo("Text\n\nPart\nmore");
  }

  @ParameterizedTest
  @CsvSource({
    "snake_case_name, snake_case_name",
    "2 * 3 * 4, 2 * 3 * 4",
    "_it_ is **so**, it is so",
    "~~gone~~ ~1, gone ~1",
    "![alt text](i.png), alt text",
    "[![badge](b.svg)](http://x), badge",
    "[a][ref] [b], a [b]",
    "``a `b` c``, a `b` c",
    "'1 \\* 2 \\\\ x', '1 * 2 \\ x'",
    "a &amp; b &nosuch; &#233;, a & b &nosuch; é",
    "<b>x</b> <br/> 1 < 2, x  1 < 2",
    "<http://x.org> <a@b.c>, http://x.org a@b.c",
    "[a](b(c)d) e, a e",
    "`open, `open",
    "C:\\dir, C:\\dir",
  })
  void marksInsideALineAreTakenOff(String line, String plain) {
    assertThat(MarkdownInline.plain(line)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "'# One', One",
    "'## Two ##', Two",
    "'#hash', ''",
    "'####### seven', ''",
    "'#', ''",
    "'   # three', three",
    "'# C#', C#",
    "'# a #b', 'a #b'",
  })
  void headingsAreThoseOfCommonMark(String line, String words) {
    assertThat(MarkdownLine.heading(line).orElse("")).isEqualTo(words);
  }

  @Test
  void textInEqualsTextOutWhenThereIsNoMarkup() {
    Seeds.forEach(
        200,
        random -> {
          var text = new StringBuilder("start");
          for (int i = random.nextInt(60); i > 0; i--) {
            text.append(
                new String[] {" word", " Wörter", "\nline", ", and", " 12"}[random.nextInt(5)]);
          }
          var document = read(text.toString());
          assertThat(document.text()).isEqualTo(text.toString());
          int at = random.nextInt(text.length());
          long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
          assertThat(document.origin().lineAt(at)).isEqualTo((int) line);
        });
  }

  @Test
  void longLinesOfMarksTakeNoLongTime() {
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (var marks :
              new String[] {
                "[", "[a](", "*", "`", "&", "<", "> ", "- ", "|", "# ", "\\", "![", "_a"
              }) {
            read(marks.repeat(200_000));
          }
        });
  }
}
