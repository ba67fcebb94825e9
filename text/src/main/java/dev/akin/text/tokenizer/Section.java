package dev.akin.text.tokenizer;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object of {@code tokenizer.json} with its place in the file: every complaint names the
 * key, and a key nobody asked for is an error rather than ignored.
 */
final class Section {
  private final String where;
  private final String path;
  private final Json.Members members;
  private final Set<String> known = new HashSet<>();

  private Section(String where, String path, Json.Members members) {
    this.where = where;
    this.path = path;
    this.members = members;
  }

  /** The object that is the whole file. */
  static Section root(String where, Json json) {
    if (!(json instanceof Json.Members members)) {
      throw new FormatException(where, "expected a JSON object, found " + kind(json));
    }
    return new Section(where, "", members);
  }

  /** The same object seen by someone who knows none of its keys yet. */
  private Section(Section parent, String path, Json json) {
    this(parent.where, path, parent.expect(path, Json.Members.class, json, "an object"));
  }

  String where() {
    return where;
  }

  /** The value of {@code "type"}. */
  String type() {
    return text("type");
  }

  /** A complaint about a key of this object. */
  FormatException error(String key, String problem) {
    return new FormatException(where, pathOf(key) + ": " + problem);
  }

  /** A complaint that the component named by {@code "type"} is not known here. */
  FormatException unknownType(String expected) {
    return error("type", "unknown \"%s\"; known are %s".formatted(type(), expected));
  }

  boolean has(String key) {
    known.add(key);
    return members.find(key).isPresent();
  }

  /** Takes note of a key whose value makes no difference here. */
  Section ignore(String... keys) {
    known.addAll(List.of(keys));
    return this;
  }

  Set<String> keys() {
    return members.members().keySet();
  }

  String text(String key) {
    return findText(key).orElseThrow(() -> missing(key));
  }

  Optional<String> findText(String key) {
    return find(key).map(j -> expect(pathOf(key), Json.Text.class, j, "a string").value());
  }

  boolean flag(String key) {
    return findFlag(key).orElseThrow(() -> missing(key));
  }

  boolean flag(String key, boolean absent) {
    return findFlag(key).orElse(absent);
  }

  Optional<Boolean> findFlag(String key) {
    return find(key).map(j -> expect(pathOf(key), Json.Bool.class, j, "true or false").value());
  }

  int whole(String key) {
    return find(key).map(j -> whole(pathOf(key), j)).orElseThrow(() -> missing(key));
  }

  int whole(String key, int absent) {
    return find(key).map(j -> whole(pathOf(key), j)).orElse(absent);
  }

  double number(String key) {
    return find(key)
        .map(j -> expect(pathOf(key), Json.Num.class, j, "a number").asDouble())
        .orElseThrow(() -> missing(key));
  }

  Optional<Integer> findWhole(String key) {
    return find(key).map(j -> whole(pathOf(key), j));
  }

  Section section(String key) {
    return findSection(key).orElseThrow(() -> missing(key));
  }

  Optional<Section> findSection(String key) {
    return find(key).map(j -> new Section(this, pathOf(key), j));
  }

  /** The objects of an array. */
  List<Section> sections(String key) {
    List<Json> items = array(key);
    var sections = new java.util.ArrayList<Section>(items.size());
    for (int i = 0; i < items.size(); i++) {
      sections.add(new Section(this, pathOf(key) + "[" + i + "]", items.get(i)));
    }
    return sections;
  }

  List<Json> array(String key) {
    return findArray(key).orElseThrow(() -> missing(key));
  }

  Optional<List<Json>> findArray(String key) {
    return find(key).map(j -> expect(pathOf(key), Json.Array.class, j, "an array").items());
  }

  /** A string at an index of an array of this object. */
  String textAt(String key, int index, Json item) {
    String place = pathOf(key) + "[" + index + "]";
    return expect(place, Json.Text.class, item, "a string").value();
  }

  /** A number at an index of an array of this object. */
  double numberAt(String key, int index, Json item) {
    String place = pathOf(key) + "[" + index + "]";
    return SerdeNumber.asDouble(expect(place, Json.Num.class, item, "a number"));
  }

  /** A whole number at an index of an array of this object. */
  int wholeAt(String key, int index, Json item) {
    return whole(pathOf(key) + "[" + index + "]", item);
  }

  Optional<Json> find(String key) {
    known.add(key);
    return members.find(key);
  }

  /** Refuses what nobody asked for; called when all of this object has been read. */
  void done() {
    for (String key : keys()) {
      if (!known.contains(key)) {
        throw error(key, "unknown option");
      }
    }
  }

  private FormatException missing(String key) {
    return error(key, "missing");
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private int whole(String place, Json json) {
    Json.Num number = expect(place, Json.Num.class, json, "a whole number");
    double value = number.asDouble();
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new FormatException(
          where, "%s: expected a whole number, found %s".formatted(place, number.literal()));
    }
    return (int) value;
  }

  private <T extends Json> T expect(String place, Class<T> type, Json json, String expected) {
    if (!type.isInstance(json)) {
      throw new FormatException(
          where, "%s: expected %s, found %s".formatted(place, expected, kind(json)));
    }
    return type.cast(json);
  }

  private static String kind(Json json) {
    return switch (json) {
      case Json.Null _ -> "null";
      case Json.Bool(boolean value) -> Boolean.toString(value);
      case Json.Num(String literal) -> "the number " + literal;
      case Json.Text(String value) -> "the string \"" + value + "\"";
      case Json.Array(var items) -> "an array of " + items.size();
      case Json.Members(var members) -> "an object with the keys " + members.keySet();
    };
  }
}
