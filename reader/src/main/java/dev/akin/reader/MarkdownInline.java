package dev.akin.reader;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** One line of Markdown without the marks inside the line. */
final class MarkdownInline {
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9-]*(?:\\s[^<>]*)?/?>");
  private static final Pattern ADDRESS =
      Pattern.compile("<([A-Za-z][A-Za-z0-9+.-]*:[^\\s<>]*|[^\\s<>@]+@[^\\s<>]+)>");

  /** The words of a link are looked for in so many characters; bounds the nesting as well. */
  private static final int MAX_LINK_WORDS = 1000;

  private static final int MAX_ENTITY = 32;

  private final String line;
  private final StringBuilder out = new StringBuilder();
  private int at;

  /** Steps left for finding brackets; keeps a line of brackets alone from costing its square. */
  private long steps;

  private MarkdownInline(String line) {
    this.line = line;
    this.steps = 64L * line.length();
  }

  static String plain(String line) {
    var inline = new MarkdownInline(line);
    while (inline.at < line.length()) {
      inline.step();
    }
    return inline.out.toString();
  }

  private void step() {
    char c = line.charAt(at);
    boolean isDone =
        switch (c) {
          case '\\' -> escape();
          case '`' -> code();
          case '!' -> at + 1 < line.length() && line.charAt(at + 1) == '[' && link(at + 1);
          case '[' -> link(at);
          case '<' -> tag();
          case '&' -> entity();
          case '*', '_', '~' -> emphasis(c);
          default -> false;
        };
    if (!isDone) {
      out.append(c);
      at++;
    }
  }

  private boolean escape() {
    if (at + 1 < line.length() && PUNCTUATION.indexOf(line.charAt(at + 1)) >= 0) {
      out.append(line.charAt(at + 1));
      at += 2;
      return true;
    }
    return false;
  }

  private int run(int from, char c) {
    int end = from;
    while (end < line.length() && line.charAt(end) == c) {
      end++;
    }
    return end - from;
  }

  private boolean code() {
    int length = run(at, '`');
    int close = at + length;
    while ((close = line.indexOf('`', close)) >= 0) {
      int closing = run(close, '`');
      if (closing == length) {
        out.append(line.substring(at + length, close).strip());
        at = close + length;
        return true;
      }
      close += closing;
    }
    out.repeat('`', length);
    at += length;
    return true;
  }

  /** The words of {@code [words](address)}, {@code [words][name]} and {@code ![words](address)}. */
  private boolean link(int bracket) {
    int close = matching(bracket, '[', ']', MAX_LINK_WORDS);
    if (close < 0) {
      return false;
    }
    char after = close + 1 < line.length() ? line.charAt(close + 1) : ' ';
    int end =
        switch (after) {
          case '(' -> matching(close + 1, '(', ')', line.length());
          case '[' -> line.indexOf(']', close + 1);
          default -> -1;
        };
    if (end < 0) {
      return false;
    }
    out.append(plain(line.substring(bracket + 1, close)));
    at = end + 1;
    return true;
  }

  private int matching(int from, char open, char close, int within) {
    int depth = 0;
    for (int i = from; i < line.length() && i - from < within && steps-- > 0; i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private boolean tag() {
    var address = ADDRESS.matcher(line).region(at, line.length());
    if (address.lookingAt()) {
      out.append(address.group(1));
      at = address.end();
      return true;
    }
    var tag = TAG.matcher(line).region(at, line.length());
    if (tag.lookingAt()) {
      at = tag.end();
      return true;
    }
    return false;
  }

  private boolean entity() {
    int end = line.indexOf(';', at, Math.min(line.length(), at + MAX_ENTITY));
    if (end < 0) {
      return false;
    }
    String written = line.substring(at, end + 1);
    String meant = Parser.unescapeEntities(written, false);
    if (meant.equals(written)) {
      return false;
    }
    out.append(meant);
    at = end + 1;
    return true;
  }

  /** Takes off marks that can open or close emphasis; in snake_case and 2 * 3 they are letters. */
  private boolean emphasis(char c) {
    int length = run(at, c);
    char before = at == 0 ? ' ' : line.charAt(at - 1);
    char after = at + length == line.length() ? ' ' : line.charAt(at + length);
    boolean isBetweenSpaces = Character.isWhitespace(before) && Character.isWhitespace(after);
    boolean isInWord = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
    if (isBetweenSpaces || (c == '_' && isInWord) || (c == '~' && length < 2)) {
      out.repeat(c, length);
    }
    at += length;
    return true;
  }
}
