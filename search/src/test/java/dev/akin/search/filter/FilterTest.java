package dev.akin.search.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "year >= 2015 | year >= 2015",
        "year>=2015 | year >= 2015",
        "year != 3 | NOT year = 3",
        "venue:ACL* | venue:ACL*",
        "authors:\"X Y\" | authors = \"X Y\"",
        "doi:* | doi:*",
        "\"my field\" < b | \"my field\" < b",
        "a:1 and b:2 Or not c:3 | ((a = 1 AND b = 2) OR NOT c = 3)",
        "a:1 AND (b:2 OR c:3) | (a = 1 AND (b = 2 OR c = 3))",
        "NOT NOT a:1 | NOT NOT a = 1",
        "title:\"say \\\"so\\\"\" | title = \"say \\\"so\\\"\"",
        "title:\"X Y\"* | title:\"X Y\"*",
        "and:1 | and = 1",
        "  a : b  | a = b",
      })
  void isWrittenAsPeopleWriteIt(String text, String printed) {
    assertThat(Filter.parse(text)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "' ' | column 2: a filter is empty",
        "year | column 5: expected one of : = != < <= > >= after the field year, found the end",
        "year 2015 | column 6: expected one of : = != < <= > >= after the field year, found '2015'",
        "year >= | column 8: expected a value, found the end",
        "year == 3 | column 6: expected one of",
        "(a:1 | column 1: this parenthesis is never closed",
        "a:1) | column 4: expected AND, OR or the end, found ')'",
        "a:1 b:2 | column 5: expected AND, OR or the end, found 'b:2'",
        "a:\"x | column 3: this quotation mark is never closed",
        "a = AC* | column 7: a prefix is written field:AC*, with a colon",
        "a:1 AND | column 8: expected a field name, found the end",
        "\"\":1 | column 1: a field name is empty",
      })
  void anErrorPointsAtTheColumn(String text, String message) {
    assertThatThrownBy(() -> Filter.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageEndingWith("; in '" + text + "'");
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackEnds() {
    assertThatThrownBy(() -> Filter.parse("(".repeat(100_000) + "a:1" + ")".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 200 conditions inside one another; in '…((((")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  @Test
  void whatIsPrintedParsesToTheSame() {
    for (String text :
        List.of("year >= 2015 AND NOT (a:b* OR \"c d\":\"e \\\\ f\")", "x:* OR y<1")) {
      String once = Filter.parse(text).toString();
      assertThat(Filter.parse(once)).hasToString(once);
    }
  }

  @Test
  void anyTextIsAFilterOrAnError() {
    String letters = "ab12:=<>!*\"\\() ANDORNOT";
    Seeds.forEach(
        2_000,
        random -> {
          StringBuilder text = new StringBuilder();
          for (int i = random.nextInt(24); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
          }
          try {
            String once = Filter.parse(text.toString()).toString();
            assertThat(Filter.parse(once)).hasToString(once);
          } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("column");
          }
        });
  }

  @Test
  void joiningKeepsEveryCondition() {
    Filter both = Filter.parse("a:1").and(Filter.parse("b:2 AND c:3"));
    assertThat(both.conjuncts()).hasSize(3);
    assertThat(Filter.all().and(Filter.parse("a:1"))).hasToString("a = 1");
    assertThat(Filter.all().and(Filter.all()).isAll()).isTrue();
    assertThat(both.fields().map(Filter.Field::name)).containsExactly("a", "b", "c");
  }
}
