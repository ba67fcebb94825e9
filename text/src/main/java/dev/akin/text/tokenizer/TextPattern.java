package dev.akin.text.tokenizer;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What {@code Split} and {@code Replace} look for. Immutable. */
sealed interface TextPattern {
  /** The matches between two indices, in order: from, to, from, to … */
  int[] matches(AlignedText text, int from, int to);

  /** Reads {"String": "…"} or {"Regex": "…"}. */
  static TextPattern read(Section section) {
    TextPattern pattern =
        section
            .findText("String")
            .<TextPattern>map(Literal::new)
            .orElseGet(() -> regex(section, section.text("Regex")));
    section.done();
    return pattern;
  }

  /**
   * A regular expression of Oniguruma's Ruby syntax, in which {@code ^} and {@code $} match at
   * lines, {@code .} everything but line feed, and {@code \s \w \d} by Unicode.
   */
  private static TextPattern regex(Section section, String regex) {
    if (regex.contains("[:") || regex.matches("(?s).*(?<!\\\\)(\\\\\\\\)*\\\\[hHKyYgk].*")) {
      throw section.error(
          "Regex", "\"%s\" uses [:…:] or \\h \\K \\y \\g \\k, not known here".formatted(regex));
    }
    try {
      int flags = Pattern.UNICODE_CHARACTER_CLASS | Pattern.MULTILINE | Pattern.UNIX_LINES;
      return new Regex(Pattern.compile(withWordsOf(regex), flags));
    } catch (PatternSyntaxException e) {
      throw section.error("Regex", "\"%s\": %s".formatted(regex, e.getDescription()));
    }
  }

  /** Oniguruma's {@code \\w} knows no joiners, but superscript digits and fractions of Latin-1. */
  private static String withWordsOf(String regex) {
    String words = "[\\w&&[^\\x{200C}\\x{200D}]]\\xB2\\xB3\\xB9\\xBC-\\xBE]";
    var out = new StringBuilder();
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      char next = i + 1 < regex.length() ? regex.charAt(i + 1) : 0;
      if (c != '\\') {
        out.append(c);
      } else {
        out.append(next == 'w' ? "[" + words : next == 'W' ? "[^" + words : "\\" + next);
        i++;
      }
    }
    return out.toString();
  }

  /** A string as it stands. */
  record Literal(String content) implements TextPattern {
    @Override
    public int[] matches(AlignedText text, int from, int to) {
      if (content.isEmpty()) {
        return new int[0];
      }
      var found = new Bounds();
      for (int i = from; i + content.length() <= to; ) {
        if (isAt(text.chars(), i)) {
          found.add(i, i + content.length());
          i += content.length();
        } else {
          i++;
        }
      }
      return found.toArray();
    }

    private boolean isAt(char[] chars, int at) {
      for (int i = 0; i < content.length(); i++) {
        if (chars[at + i] != content.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }

  /** A regular expression; it sees nothing outside of the range. */
  record Regex(Pattern pattern) implements TextPattern {
    @Override
    public int[] matches(AlignedText text, int from, int to) {
      var found = new Bounds();
      Matcher matcher = pattern.matcher(CharBuffer.wrap(text.chars(), from, to - from));
      while (matcher.find()) {
        found.add(from + matcher.start(), from + matcher.end());
      }
      return found.toArray();
    }
  }

  /** Pairs of indices as they are found. */
  final class Bounds {
    private int[] bounds = new int[16];
    private int size;

    void add(int from, int to) {
      if (size == bounds.length) {
        bounds = Arrays.copyOf(bounds, 2 * size);
      }
      bounds[size++] = from;
      bounds[size++] = to;
    }

    int[] toArray() {
      return Arrays.copyOf(bounds, size);
    }
  }
}
