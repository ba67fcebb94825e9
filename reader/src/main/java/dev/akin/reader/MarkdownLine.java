package dev.akin.reader;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of line a line of Markdown is; every question is answered in linear time. */
final class MarkdownLine {
  private static final Pattern FENCE = Pattern.compile(" {0,3}(```+|~~~+)([^`]*)");
  private static final Pattern LINK_DEFINITION =
      Pattern.compile(" {0,3}\\[[^\\]]++\\]:[ \t]*+\\S.*");
  private static final Pattern LIST_MARK =
      Pattern.compile("[ \t]*+(?:[-*+]|\\d{1,9}[.)])[ \t]++(?:\\[[ xX]\\][ \t]++)?");
  private static final int MAX_INDENT = 3;

  private MarkdownLine() {}

  /** The words of a heading marked by number signs. */
  static Optional<String> heading(String line) {
    int start = indent(line);
    int end = start;
    while (end < line.length() && line.charAt(end) == '#') {
      end++;
    }
    boolean isHeading =
        start <= MAX_INDENT
            && end > start
            && end - start <= 6
            && (end == line.length() || isSpace(line.charAt(end)));
    if (!isHeading) {
      return Optional.empty();
    }
    String words = line.substring(end).strip();
    int close = words.length();
    while (close > 0 && words.charAt(close - 1) == '#') {
      close--;
    }
    boolean isClosed = close < words.length() && (close == 0 || isSpace(words.charAt(close - 1)));
    return Optional.of(isClosed ? words.substring(0, close).strip() : words);
  }

  /** Equals signs or hyphens alone, which make the line above a heading. */
  static boolean isUnderline(String line) {
    String marks = line.strip();
    return !marks.isEmpty()
        && indent(line) <= MAX_INDENT
        && (marks.charAt(0) == '=' || marks.charAt(0) == '-')
        && marks.chars().allMatch(c -> c == marks.charAt(0));
  }

  /** The backticks or tildes that open a block of code. */
  static Optional<String> fence(String line) {
    Matcher fence = FENCE.matcher(line);
    return fence.matches() ? Optional.of(fence.group(1)) : Optional.empty();
  }

  static boolean closes(String fence, String line) {
    String marks = line.strip();
    return marks.length() >= fence.length() && marks.chars().allMatch(c -> c == fence.charAt(0));
  }

  /** A line that says nothing: a rule, the line below a table's header, a link's definition. */
  static boolean isMarkupOnly(String line) {
    return isRule(line) || isTableRule(line) || LINK_DEFINITION.matcher(line).matches();
  }

  static boolean isRule(String line) {
    String marks = line.strip();
    if (marks.length() < 3 || "*-_".indexOf(marks.charAt(0)) < 0) {
      return false;
    }
    char mark = marks.charAt(0);
    return marks.chars().allMatch(c -> c == mark || isSpace((char) c))
        && marks.chars().filter(c -> c == mark).limit(3).count() == 3;
  }

  private static boolean isTableRule(String line) {
    return line.indexOf('|') >= 0
        && line.indexOf('-') >= 0
        && line.chars().allMatch(c -> "|:- \t".indexOf(c) >= 0);
  }

  /** The line behind its quote marks. */
  static String withoutQuoteMarks(String line) {
    int at = 0;
    while (true) {
      int mark = at;
      while (mark < line.length() && line.charAt(mark) == ' ' && mark - at < MAX_INDENT) {
        mark++;
      }
      if (mark == line.length() || line.charAt(mark) != '>') {
        return line.substring(at);
      }
      at = mark + 1;
      at += at < line.length() && line.charAt(at) == ' ' ? 1 : 0;
    }
  }

  /** The line behind its bullet or number and box. */
  static String withoutListMark(String line) {
    Matcher mark = LIST_MARK.matcher(line);
    return mark.lookingAt() ? line.substring(mark.end()) : line;
  }

  /** The cells of a table row, two spaces between them. */
  static String withoutCellBorders(String line) {
    String row = line.strip();
    if (row.length() < 2 || !row.startsWith("|") || !row.endsWith("|")) {
      return line;
    }
    var cells = new StringBuilder();
    for (String cell : row.substring(1, row.length() - 1).split("\\|", -1)) {
      if (!cell.isBlank()) {
        cells.append(cells.isEmpty() ? "" : "  ").append(cell.strip());
      }
    }
    return cells.toString();
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
