package dev.akin.search.filter;

import dev.akin.search.filter.Filter.Field;
import dev.akin.search.filter.Filter.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Recursive descent over the filter language.
 *
 * <pre>
 * or      = and { OR and }          and   = not { AND not }
 * not     = NOT not | "(" or ")" | test
 * test    = name ( ":" value | sign value )
 * value   = word ["*"] | "…" ["*"] | "*"
 * </pre>
 */
final class FilterParser {
  /**
   * Parentheses and NOTs inside one another: a bound on the stack, far beyond what people write.
   */
  private static final int DEEPEST = 200;

  /** Characters of a filter that an error shows. */
  private static final int SHOWN = 80;

  private static final Map<String, Relation> SIGNS =
      Map.of(
          "=", Relation.EQUAL,
          "<", Relation.LESS,
          "<=", Relation.AT_MOST,
          ">", Relation.MORE,
          ">=", Relation.AT_LEAST);

  private final String text;
  private int at;
  private int depth;

  FilterParser(String text) {
    this.text = text;
  }

  Filter parse() {
    skipSpace();
    if (at == text.length()) {
      throw wrong(at, "a filter is empty; write a condition like year >= 2015");
    }
    Filter filter = parseOr();
    if (at < text.length()) {
      throw wrong(at, "expected AND, OR or the end, found '" + rest() + "'");
    }
    return filter;
  }

  private Filter parseOr() {
    List<Filter> parts = new ArrayList<>();
    do {
      parts.add(parseAnd());
    } while (takeWord("OR"));
    return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
  }

  private Filter parseAnd() {
    List<Filter> parts = new ArrayList<>();
    do {
      parts.add(parseNot());
    } while (takeWord("AND"));
    return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
  }

  private Filter parseNot() {
    if (++depth > DEEPEST) {
      throw wrong(at, "more than %d conditions inside one another".formatted(DEEPEST));
    }
    try {
      if (takeWord("NOT")) {
        return new Filter.Not(parseNot());
      }
      if (peek() == '(') {
        int open = at;
        at++;
        skipSpace();
        Filter inner = parseOr();
        if (peek() != ')') {
          throw wrong(open, "this parenthesis is never closed");
        }
        at++;
        skipSpace();
        return inner;
      }
      return parseTest();
    } finally {
      depth--;
    }
  }

  private Filter parseTest() {
    int column = at + 1;
    Field field = new Field(takeName(), column);
    int signAt = at;
    if (peek() == ':') {
      at++;
      skipSpace();
      return parseValue(field);
    }
    String sign = takeSign();
    if (sign.equals("!=")) {
      return new Filter.Not(new Filter.Compare(field, Relation.EQUAL, takeValue()));
    }
    Relation relation = SIGNS.get(sign);
    if (relation == null) {
      throw wrong(
          signAt,
          "expected one of : = != < <= > >= after the field %s, found %s"
              .formatted(field, signAt == text.length() ? "the end" : "'" + rest() + "'"));
    }
    return new Filter.Compare(field, relation, takeValue());
  }

  private Filter parseValue(Field field) {
    if (peek() == '*') {
      at++;
      skipSpace();
      return new Filter.Exists(field);
    }
    String value = takeRaw("a value");
    boolean prefix = peek() == '*';
    if (prefix) {
      at++;
    }
    skipSpace();
    return prefix
        ? new Filter.StartsWith(field, value)
        : new Filter.Compare(field, Relation.EQUAL, value);
  }

  private String takeName() {
    int start = at;
    String name = takeRaw("a field name");
    skipSpace();
    if (name.isEmpty()) {
      throw wrong(start, "a field name is empty");
    }
    return name;
  }

  private String takeValue() {
    skipSpace();
    String value = takeRaw("a value");
    if (peek() == '*') {
      throw wrong(at, "a prefix is written field:%s*, with a colon".formatted(value));
    }
    skipSpace();
    return value;
  }

  private String takeSign() {
    int start = at;
    while (at < text.length() && "=<>!".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String sign = text.substring(start, at);
    if (sign.equals("!=") || SIGNS.containsKey(sign)) {
      return sign;
    }
    at = start;
    return "";
  }

  private String takeRaw(String what) {
    if (peek() == '"') {
      return takeQuoted();
    }
    int start = at;
    while (at < text.length() && isBare(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw wrong(
          at,
          "expected %s, found %s"
              .formatted(what, at == text.length() ? "the end" : "'" + rest() + "'"));
    }
    return text.substring(start, at);
  }

  private String takeQuoted() {
    int open = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw wrong(open, "this quotation mark is never closed");
    }
    at++;
    return value.toString();
  }

  /** Takes one of the words AND, OR, NOT where it stands alone. */
  private boolean takeWord(String word) {
    int end = at + word.length();
    if (!text.regionMatches(true, at, word, 0, word.length())
        || (end < text.length() && (isBare(text.charAt(end)) || isSign(text.charAt(end))))) {
      return false;
    }
    int before = at;
    at = end;
    skipSpace();
    if (at < text.length() && isSign(text.charAt(at))) {
      at = before;
      return false;
    }
    return true;
  }

  private static boolean isSign(char c) {
    return ":=<>!".indexOf(c) >= 0;
  }

  private static boolean isBare(char c) {
    return !Character.isWhitespace(c) && "()\"*:=<>!".indexOf(c) < 0;
  }

  /** Whether a name or value needs no quotation marks. */
  static boolean isBare(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> isBare((char) c));
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : -1;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String rest() {
    return text.substring(at, Math.min(text.length(), at + 12));
  }

  /** The filter, of a long one what stands around a place. */
  private String around(int offset) {
    int start = text.length() <= SHOWN ? 0 : Math.max(0, offset - SHOWN / 2);
    int end = Math.min(text.length(), start + SHOWN);
    return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
  }

  private IllegalArgumentException wrong(int offset, String problem) {
    return new IllegalArgumentException(
        "filter, column %d: %s; in '%s'".formatted(offset + 1, problem, around(offset)));
  }
}
