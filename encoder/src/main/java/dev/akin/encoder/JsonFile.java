package dev.akin.encoder;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A JSON object of a model folder with typed, complaining access; null counts as absent. */
final class JsonFile {
  /** Configuration files have a few kilobytes; a larger one is something else. */
  private static final long LARGEST = 16 << 20;

  private final Json.Members members;
  private final String where;

  private JsonFile(Json.Members members, String where) {
    this.members = members;
    this.where = where;
  }

  static JsonFile of(Json value, String where) {
    if (value instanceof Json.Members members) {
      return new JsonFile(members, where);
    }
    throw new FormatException(where, "expected an object, found " + shortened(value));
  }

  static JsonFile parse(String json, String where) {
    return of(Json.parse(json, where), where);
  }

  static JsonFile read(Path file) throws IOException {
    return of(readValue(file), file.toString());
  }

  /** The object in a file, or an empty one where there is no file. */
  static JsonFile readIfThere(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? read(file)
        : new JsonFile(new Json.Members(Map.of()), file.toString());
  }

  static Json readValue(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FormatException(file.toString(), "no such file, and the model needs it");
    }
    if (Files.size(file) > LARGEST) {
      throw new FormatException(
          file.toString(), "%d bytes are too many for a configuration".formatted(Files.size(file)));
    }
    return Json.parse(
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
  }

  String where() {
    return where;
  }

  boolean has(String name) {
    return members.find(name).isPresent();
  }

  Optional<Json> find(String name) {
    return members.find(name);
  }

  Optional<String> findText(String name) {
    return find(name)
        .map(value -> {
          if (value instanceof Json.Text(String text)) {
            return text;
          }
          throw wrong(name, value, "a string");
        });
  }

  String requireText(String name) {
    return findText(name).orElseThrow(() -> error("it has no \"%s\"".formatted(name)));
  }

  boolean isTrue(String name, boolean otherwise) {
    return find(name)
        .map(value -> {
          if (value instanceof Json.Bool(boolean flag)) {
            return flag;
          }
          throw wrong(name, value, "true or false");
        })
        .orElse(otherwise);
  }

  OptionalDouble findDouble(String name) {
    Optional<Json> value = find(name);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (value.get() instanceof Json.Num number) {
      return OptionalDouble.of(number.asDouble());
    }
    throw wrong(name, value.get(), "a number");
  }

  /** A whole number above 0; one beyond the largest int (1e30 means "no limit") becomes that. */
  OptionalInt findPositive(String name) {
    OptionalDouble value = findDouble(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!(value.getAsDouble() >= 1)) {
      throw error("its \"%s\" is %s, expected 1 or more".formatted(name, value.getAsDouble()));
    }
    return OptionalInt.of((int) value.getAsDouble());
  }

  int requirePositive(String name) {
    return findPositive(name).orElseThrow(() -> error("it has no \"%s\"".formatted(name)));
  }

  List<Json> requireItems(String name) {
    Json value = find(name).orElseThrow(() -> error("it has no \"%s\"".formatted(name)));
    if (value instanceof Json.Array(List<Json> items)) {
      return items;
    }
    throw wrong(name, value, "a list");
  }

  JsonFile object(String name) {
    return find(name)
        .map(value -> of(value, where + ", \"" + name + "\""))
        .orElseGet(() -> new JsonFile(new Json.Members(Map.of()), where));
  }

  FormatException error(String problem) {
    return new FormatException(where, problem);
  }

  private FormatException wrong(String name, Json value, String expected) {
    return error("its \"%s\" is %s, expected %s".formatted(name, shortened(value), expected));
  }

  private static String shortened(Json value) {
    String line = value.toLine();
    return line.length() <= 40 ? line : line.substring(0, 40) + "…";
  }
}
