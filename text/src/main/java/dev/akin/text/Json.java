package dev.akin.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A JSON value (RFC 8259). Immutable; object members keep the order of the file.
 *
 * <p>Metadata of documents, {@code tokenizer.json} and model folders are read into these values and
 * the {@code --json} lines of the command are written from them.
 */
public sealed interface Json {
  /** The literal null. */
  record Null() implements Json {}

  /** true or false. */
  record Bool(boolean value) implements Json {}

  /** A number, kept as written: {@code 1e2}, {@code 100} and {@code 100.0} stay three texts. */
  record Num(String literal) implements Json {
    public Num {
      Objects.requireNonNull(literal, "literal");
    }

    /** The nearest double. */
    public double asDouble() {
      return Double.parseDouble(literal);
    }

    /** Whether {@link #asLong()} returns this number exactly. */
    public boolean isLong() {
      double value = asDouble();
      return value == Math.rint(value) && Math.abs(value) < 0x1p53;
    }

    /**
     * The whole number.
     *
     * @throws ArithmeticException if this number has a fraction or is beyond 2^53 and not an
     *     integer literal of 64 bits
     */
    public long asLong() {
      try {
        return Long.parseLong(literal);
      } catch (NumberFormatException notAnIntegerLiteral) {
        if (!isLong()) {
          throw new ArithmeticException("not a whole number: " + literal);
        }
        return (long) asDouble();
      }
    }
  }

  /** A string. */
  record Text(String value) implements Json {
    public Text {
      Objects.requireNonNull(value, "value");
    }
  }

  /** An array. */
  record Array(List<Json> items) implements Json {
    public Array {
      items = List.copyOf(items);
    }
  }

  /** An object; a name occurs once. */
  record Members(Map<String, Json> members) implements Json {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The member of that name, unless it is absent or null. */
    public Optional<Json> find(String name) {
      Json value = members.get(name);
      return value == null || value instanceof Null ? Optional.empty() : Optional.of(value);
    }

    /** The string member of that name, unless it is absent, null or not a string. */
    public Optional<String> findText(String name) {
      return find(name)
          .flatMap(value -> value instanceof Text t ? Optional.of(t.value()) : Optional.empty());
    }
  }

  static Json of(String value) {
    return new Text(value);
  }

  static Json of(boolean value) {
    return new Bool(value);
  }

  static Json of(long value) {
    return new Num(Long.toString(value));
  }

  /**
   * A number.
   *
   * @throws IllegalArgumentException if the value is NaN or infinite, which JSON cannot say
   */
  static Json of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number for " + value);
    }
    return new Num(Double.toString(value));
  }

  /** The shortest number that reads back as this float. */
  static Json of(float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number for " + value);
    }
    return new Num(Float.toString(value));
  }

  /**
   * The value in a text.
   *
   * @param where names the text in errors ("corpus.jsonl:17")
   * @throws FormatException if the text is not exactly one JSON value, with the column
   */
  static Json parse(CharSequence text, String where) {
    return new JsonParser(text, where).parseDocument();
  }

  /** This value on one line, without spaces. */
  default String toLine() {
    return JsonWriter.write(this);
  }
}
