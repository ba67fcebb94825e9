package dev.akin.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void everyKindOfValueIsRead() {
    Json json =
        Json.parse(" {\"a\" : [1, -2.5e3 ,true,false,null], \"b\":{}, \"c\":[ ] }\n", "test");
    var members = new LinkedHashMap<String, Json>();
    members.put(
        "a",
        new Json.Array(
            List.of(
                new Json.Num("1"),
                new Json.Num("-2.5e3"),
                Json.of(true),
                Json.of(false),
                new Json.Null())));
    members.put("b", new Json.Members(Map.of()));
    members.put("c", new Json.Array(List.of()));
    assertThat(json).isEqualTo(new Json.Members(members));
  }

  @Test
  void membersKeepTheirOrder() {
    Json.Members members = (Json.Members) Json.parse("{\"z\":1,\"a\":2,\"m\":3}", "test");
    assertThat(members.members().keySet()).containsExactly("z", "a", "m");
  }

  @Test
  void escapesAreRead() {
    assertThat(Json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\"", "test"))
        .isEqualTo(Json.of("\"\\/\b\f\n\r\t\u00e9\ud83d\ude00"));
  }

  @Test
  void loneSurrogatesSurviveARoundTrip() {
    for (String text : List.of("\ud83d", "\ude00", "\ude00\ud83d", "a\ud83db", "\ud83d\ude00")) {
      assertThat(Json.parse(Json.of(text).toLine(), "test")).isEqualTo(Json.of(text));
    }
    assertThat(Json.of("\ud83d").toLine()).isEqualTo("\"\\ud83d\"");
    assertThat(Json.of("\ud83d\ude00").toLine()).isEqualTo("\"\ud83d\ude00\"");
  }

  @Test
  void whatBreaksLinesIsEscaped() {
    assertThat(Json.of("a\n\r\t\u0000\u007f\u2028\u2029\"\\").toLine())
        .isEqualTo("\"a\\n\\r\\t\\u0000\\u007f\\u2028\\u2029\\\"\\\\\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|JSON ends where a value should be at character 1: found the end",
        "`[1,]`|not a JSON value at character 4: found ']'",
        "`[1 2]`|expected ']' at character 4: found '2]'",
        "`{1:2}`|expected a member name in double quotes at character 2: found '1:2}'",
        "`{\"a\" 1}`|expected ':' at character 6: found '1}'",
        "`{\"a\":1,}`|expected a member name in double quotes at character 8: found '}'",
        "`{\"a\":1,\"a\":2}`|member name twice in one object at character 8: found '\"a\":2}'",
        "`{\"a\":1`|expected '}' at character 7: found the end",
        "`\"abc`|JSON string without its closing quote at character 5: found the end",
        "`\"a\\`|JSON string without its closing quote at character 4: found the end",
        "`\"\\x\"`|no such escape in a JSON string at character 3: found 'x\"'",
        "`\"\\u12g4\"`|\\u wants four hexadecimal digits at character 6: found 'g4\"'",
        "`tru`|not a JSON value at character 1: found 'tru'",
        "`nul1`|not a JSON value at character 1: found 'nul1'",
        "`01`|text after the end of the JSON value at character 2: found '1'",
        "`-`|not a JSON value at character 1: found '-'",
        "`1.`|not a JSON value at character 1: found '1.'",
        "`.5`|not a JSON value at character 1: found '.5'",
        "`1e+`|not a JSON value at character 1: found '1e+'",
        "`+1`|not a JSON value at character 1: found '+1'",
        "`NaN`|not a JSON value at character 1: found 'NaN'",
        "`'a'`|not a JSON value at character 1: found ''a''",
        "`1 // a comment longer than that`|text after the end of the JSON value at character 3:"
            + " found '// a comment longer …'",
      })
  void brokenTextIsRefusedWithItsPlace(String text, String problem) {
    assertThatThrownBy(() -> Json.parse(text, "file.json:3"))
        .isInstanceOf(FormatException.class)
        .hasMessage("file.json:3: " + problem);
  }

  @Test
  void controlCharactersInStringsAreRefused() {
    assertThatThrownBy(() -> Json.parse("\"a\nb\"", "test"))
        .hasMessageStartingWith("test: control character in a JSON string at character 3");
    assertThatThrownBy(() -> Json.parse("\"\\n\tb\"", "test"))
        .hasMessageStartingWith("test: control character in a JSON string at character 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void nestingBeyondTheLimitIsRefused(String open) {
    String close = open.equals("[") ? "]" : "}";
    String deep = open.repeat(511) + "[]" + close.repeat(511);
    assertThat(Json.parse(deep, "test").toLine()).isEqualTo(deep);
    assertThatThrownBy(() -> Json.parse(open.repeat(100_000), "test"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("JSON nested deeper than 512");
  }

  @Test
  void numbersKeepTheirDigits() {
    for (String literal :
        List.of("0", "-0", "1e2", "100", "100.0", "0.1", "123456789012345678901")) {
      assertThat(Json.parse(literal, "test").toLine()).isEqualTo(literal);
    }
    assertThat(new Json.Num("1e2").asLong()).isEqualTo(100);
    assertThat(new Json.Num("9007199254740993").asLong()).isEqualTo(9007199254740993L);
    assertThat(new Json.Num("1.5").isLong()).isFalse();
    assertThatThrownBy(() -> new Json.Num("1.5").asLong())
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("not a whole number: 1.5");
    assertThatThrownBy(() -> Json.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JSON has no number for NaN");
    assertThatThrownBy(() -> Json.of(Float.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JSON has no number for Infinity");
  }

  @Test
  void membersOfTheWrongKindAreNotFound() {
    Json.Members members = (Json.Members) Json.parse("{\"a\":null,\"b\":1,\"c\":\"x\"}", "test");
    assertThat(members.find("a")).isEmpty();
    assertThat(members.find("d")).isEmpty();
    assertThat(members.findText("b")).isEmpty();
    assertThat(members.findText("c")).contains("x");
  }

  @Test
  void anyValueComesBackFromItsLine() {
    Seeds.forEach(
        300,
        random -> {
          Json json = random(random, 4);
          String line = json.toLine();
          assertThat(line).doesNotContain("\n");
          assertThat(Json.parse(line, "test")).isEqualTo(json);
        });
  }

  @Test
  void anyDamageIsReadOrRefusedByName() {
    Seeds.forEach(
        500,
        random -> {
          var line = new StringBuilder(random(random, 3).toLine());
          line.setCharAt(random.nextInt(line.length()), (char) random.nextInt(0x80));
          try {
            Json.parse(line.substring(0, random.nextInt(line.length() + 1)), "test");
          } catch (FormatException e) {
            assertThat(e).hasMessageContaining("test: ").hasMessageContaining("at character ");
          }
        });
  }

  private static Json random(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> new Json.Null();
      case 1 -> Json.of(random.nextBoolean());
      case 2 -> random.nextBoolean() ? Json.of(random.nextLong()) : Json.of(random.nextDouble());
      case 3 -> Json.of(text(random));
      case 4 -> {
        var items = new ArrayList<Json>();
        for (int i = random.nextInt(5); i > 0; i--) {
          items.add(random(random, depth - 1));
        }
        yield new Json.Array(items);
      }
      default -> {
        var members = new LinkedHashMap<String, Json>();
        for (int i = random.nextInt(5); i > 0; i--) {
          members.put(text(random), random(random, depth - 1));
        }
        yield new Json.Members(members);
      }
    };
  }

  private static String text(SplittableRandom random) {
    char[] units = new char[random.nextInt(6)];
    for (int i = 0; i < units.length; i++) {
      units[i] = (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000);
    }
    return new String(units);
  }
}
