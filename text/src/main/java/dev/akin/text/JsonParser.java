package dev.akin.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Strict recursive-descent JSON reader over a text held in memory. */
final class JsonParser {
  /** Deeper nesting is refused rather than overflowing the stack. */
  private static final int MAX_DEPTH = 512;

  private final CharSequence text;
  private final String where;
  private int at;
  private int depth;

  JsonParser(CharSequence text, String where) {
    this.text = text;
    this.where = where;
  }

  Json parseDocument() {
    skipSpace();
    Json value = parseValue();
    skipSpace();
    if (at < text.length()) {
      throw error("text after the end of the JSON value");
    }
    return value;
  }

  private Json parseValue() {
    if (at == text.length()) {
      throw error("JSON ends where a value should be");
    }
    return switch (text.charAt(at)) {
      case '{' -> parseMembers();
      case '[' -> parseArray();
      case '"' -> new Json.Text(parseText());
      case 't' -> literal("true", new Json.Bool(true));
      case 'f' -> literal("false", new Json.Bool(false));
      case 'n' -> literal("null", new Json.Null());
      default -> parseNumber();
    };
  }

  private Json literal(String word, Json value) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= text.length() || text.charAt(at + i) != word.charAt(i)) {
        throw error("not a JSON value");
      }
    }
    at += word.length();
    return value;
  }

  private Json parseMembers() {
    enter();
    Map<String, Json> members = new LinkedHashMap<>();
    if (!isNext('}')) {
      do {
        skipSpace();
        if (at == text.length() || text.charAt(at) != '"') {
          throw error("expected a member name in double quotes");
        }
        int nameAt = at;
        String name = parseText();
        skipSpace();
        expect(':');
        skipSpace();
        if (members.put(name, parseValue()) != null) {
          at = nameAt;
          throw error("member name twice in one object");
        }
      } while (isNext(','));
      expect('}');
    }
    depth--;
    return new Json.Members(members);
  }

  private Json parseArray() {
    enter();
    List<Json> items = new ArrayList<>();
    if (!isNext(']')) {
      do {
        skipSpace();
        items.add(parseValue());
      } while (isNext(','));
      expect(']');
    }
    depth--;
    return new Json.Array(items);
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw error("JSON nested deeper than " + MAX_DEPTH);
    }
  }

  private String parseText() {
    int start = ++at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return text.subSequence(start, at++).toString();
      }
      if (c == '\\') {
        return parseEscapedText(start);
      }
      if (c < 0x20) {
        throw error("control character in a JSON string");
      }
      at++;
    }
    throw error("JSON string without its closing quote");
  }

  private String parseEscapedText(int start) {
    var out = new StringBuilder().append(text, start, at);
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c < 0x20) {
        at--;
        throw error("control character in a JSON string");
      }
      out.append(c == '\\' ? parseEscape() : c);
    }
    throw error("JSON string without its closing quote");
  }

  private char parseEscape() {
    if (at == text.length()) {
      throw error("JSON string without its closing quote");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> parseUnit();
      default -> {
        at--;
        throw error("no such escape in a JSON string");
      }
    };
  }

  private char parseUnit() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0 || text.charAt(at) > 'f') {
        throw error("\\u wants four hexadecimal digits");
      }
      unit = unit << 4 | digit;
      at++;
    }
    return (char) unit;
  }

  private Json parseNumber() {
    int start = at;
    skipOne('-');
    if (!skipOne('0')) {
      requireDigits(start);
    }
    if (skipOne('.')) {
      requireDigits(start);
    }
    if (skipOne('e') || skipOne('E')) {
      if (!skipOne('-')) {
        skipOne('+');
      }
      requireDigits(start);
    }
    return new Json.Num(text.subSequence(start, at).toString());
  }

  private void requireDigits(int numberStart) {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      at = numberStart;
      throw error("not a JSON value");
    }
  }

  private boolean skipOne(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private boolean isNext(char c) {
    skipSpace();
    return skipOne(c);
  }

  private void expect(char c) {
    skipSpace();
    if (!skipOne(c)) {
      throw error("expected '" + c + "'");
    }
  }

  private void skipSpace() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return;
      }
      at++;
    }
  }

  private FormatException error(String problem) {
    int end = Math.min(text.length(), at + 20);
    String found =
        at == text.length()
            ? "the end"
            : "'" + text.subSequence(at, end) + (end < text.length() ? "…'" : "'");
    return new FormatException(
        where, "%s at character %d: found %s".formatted(problem, at + 1, found));
  }
}
