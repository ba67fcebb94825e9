package dev.akin.format.tensor;

import dev.akin.vector.FormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON of safetensors headers: objects, strings, whole numbers and arrays of these, nothing
 * else. Values come out as {@link Map}, {@link String}, {@link Long} and {@link List}.
 */
final class HeaderJson {
  /** Headers nest three deep; a hostile one must not exhaust the stack. */
  private static final int DEEPEST = 8;

  private final String text;
  private final String where;
  private int at;

  private HeaderJson(String text, String where) {
    this.text = text;
    this.where = where;
  }

  /**
   * The object a text holds.
   *
   * @param where the file, for errors
   */
  static Map<String, Object> parse(String text, String where) {
    HeaderJson parser = new HeaderJson(text, where);
    parser.skipSpaces();
    Map<String, Object> object = parser.object(0);
    parser.skipSpaces();
    if (parser.at < text.length()) {
      throw parser.error("more after the end of the header");
    }
    return object;
  }

  /** The text in quotes, escaped as JSON wants it. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private Object value(int depth) {
    if (depth > DEEPEST) {
      throw error("nested deeper than %d".formatted(DEEPEST));
    }
    skipSpaces();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) {
    expect('{');
    Map<String, Object> members = new LinkedHashMap<>();
    skipSpaces();
    if (accept('}')) {
      return members;
    }
    do {
      skipSpaces();
      String name = string();
      skipSpaces();
      expect(':');
      if (members.put(name, value(depth + 1)) != null) {
        throw error("the name %s a second time".formatted(quote(name)));
      }
      skipSpaces();
    } while (accept(','));
    expect('}');
    return members;
  }

  private List<Object> array(int depth) {
    expect('[');
    List<Object> items = new ArrayList<>();
    skipSpaces();
    if (accept(']')) {
      return items;
    }
    do {
      items.add(value(depth + 1));
      skipSpaces();
    } while (accept(','));
    expect(']');
    return items;
  }

  private Long number() {
    int start = at;
    accept('-');
    while (Character.isDigit(peek())) {
      at++;
    }
    try {
      return Long.valueOf(text.substring(start, at));
    } catch (NumberFormatException e) {
      at = start;
      throw error("expected a string, a whole number, { or [");
    }
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (!accept('"')) {
      char c = peek();
      at++;
      if (c == '\\') {
        out.append(escape());
      } else if (c < ' ') {
        at--;
        throw error("a string without an end");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
          int digit = Character.digit(peek(), 16);
          if (digit < 0) {
            throw error("\\u needs four hexadecimal digits");
          }
          code = code << 4 | digit;
        }
        yield (char) code;
      }
      default -> throw error("no escape is written \\" + c);
    };
  }

  private void skipSpaces() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The next character, NUL at the end: no token starts with that. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean accept(char c) {
    if (peek() == c && at < text.length()) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw error("expected " + c);
    }
  }

  private FormatException error(String problem) {
    String found = at < text.length() ? "“" + text.charAt(at) + "”" : "the end";
    return new FormatException(
        "%s, header character %d".formatted(where, at), problem + ", found " + found);
  }
}
