package dev.akin.study.json;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A JSON value and where it stands, so that an error can say so.
 *
 * @param where the file, and the members on the way down
 */
public record JsonPlace(Json value, String where) {
  /** The value of a whole text. */
  public static JsonPlace parse(String text, String where) {
    return new JsonPlace(Json.parse(text, where), where);
  }

  /**
   * A number that may be infinite or none, which JSON has no numerals for: such a one is a text.
   * {@link #number} reads both.
   */
  public static Json number(double value) {
    return Double.isFinite(value) ? Json.of(value) : Json.of(Double.toString(value));
  }

  /** A list of texts. */
  public static Json texts(List<String> items) {
    return new Json.Array(items.stream().map(Json::of).toList());
  }

  /** A constant, as its name in small letters. */
  public static Json constant(Enum<?> value) {
    return Json.of(value.name().toLowerCase(Locale.ROOT));
  }

  /** The member of that name; empty where it is absent or null. */
  public Optional<JsonPlace> find(String name) {
    Optional<Json> found =
        value instanceof Json.Members members ? members.find(name) : Optional.empty();
    return found.map(json -> new JsonPlace(json, where + ", " + name));
  }

  /**
   * The member of that name.
   *
   * @throws FormatException if there is none
   */
  public JsonPlace require(String name) {
    return find(name).orElseThrow(() -> new FormatException(where, "no member \"" + name + "\""));
  }

  /** The items of the list of that name. */
  public List<JsonPlace> list(String name) {
    return require(name).items();
  }

  /** The items of this list. */
  public List<JsonPlace> items() {
    if (value instanceof Json.Array(List<Json> items)) {
      return items.stream().map(item -> new JsonPlace(item, where)).toList();
    }
    throw wrong("a list");
  }

  /** The members of this object, in the file's order. */
  public SequencedMap<String, JsonPlace> members() {
    if (value instanceof Json.Members members) {
      SequencedMap<String, JsonPlace> all = new LinkedHashMap<>();
      members
          .members()
          .forEach((name, json) -> all.put(name, new JsonPlace(json, where + ", " + name)));
      return all;
    }
    throw wrong("an object");
  }

  public String text() {
    if (value instanceof Json.Text(String text)) {
      return text;
    }
    throw wrong("a text");
  }

  /** A number, or one of those that {@link #number(double)} wrote as texts. */
  public double number() {
    return switch (value) {
      case Json.Num number -> number.asDouble();
      case Json.Text(String text) when List.of("NaN", "Infinity", "-Infinity").contains(text) ->
          Double.parseDouble(text);
      default -> throw wrong("a number");
    };
  }

  /** A whole number. */
  public long whole() {
    if (value instanceof Json.Num number && number.isLong()) {
      return number.asLong();
    }
    throw wrong("a whole number");
  }

  /** A whole number that an int holds. */
  public int count() {
    long whole = whole();
    if (whole != (int) whole) {
      throw wrong("a number below 2^31");
    }
    return (int) whole;
  }

  /** What {@link #constant(Enum)} wrote. */
  public <E extends Enum<E>> E constant(Class<E> type) {
    String name = text();
    E[] constants = type.getEnumConstants();
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
        return constant;
      }
    }
    throw wrong("one of " + Arrays.toString(constants).toLowerCase(Locale.ROOT));
  }

  private FormatException wrong(String expected) {
    String line = value.toLine();
    String shown = line.length() > 60 ? line.substring(0, 60) + "…" : line;
    return new FormatException(where, "expected %s, got %s".formatted(expected, shown));
  }
}
