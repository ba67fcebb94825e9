package dev.akin.study.page;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements that are well-formed both as HTML and as XML. Texts and values of attributes are
 * escaped here, and nowhere else; names of elements and attributes come from this package.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; {@link #close} ends it. */
  Markup open(String tag, String... namesAndValues) {
    start(tag, namesAndValues).out.append('>');
    open.push(tag);
    return this;
  }

  /** An element without content. */
  Markup empty(String tag, String... namesAndValues) {
    start(tag, namesAndValues).out.append("/>");
    return this;
  }

  /** An element that holds a text only. */
  Markup element(String tag, String text, String... namesAndValues) {
    return open(tag, namesAndValues).text(text).close();
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** A line break between blocks, for those who read the source. */
  Markup line() {
    out.append('\n');
    return this;
  }

  /** The rules of the page: ours, without anything to escape. */
  Markup style(String css) {
    out.append("<style>\n").append(css).append("</style>");
    return this;
  }

  private Markup start(String tag, String... namesAndValues) {
    out.append('<').append(tag);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.append(' ').append(namesAndValues[i]).append("=\"");
      escape(namesAndValues[i + 1]);
      out.append('"');
    }
    return this;
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
          }
        });
  }

  /** XML 1.0 has no control characters but these, no lone surrogates and no U+FFFE. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c < 0x7F)
        || (c >= 0xA0 && c < 0xD800)
        || (c >= 0xE000 && c < 0xFFFE)
        || c >= 0x10000;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }
}
