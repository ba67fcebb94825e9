package dev.akin.cli.console;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A text as lines of a terminal: white space and control characters become single blanks (a text
 * cannot send codes to the terminal), lines break at blanks or, where a word is wider than a line
 * or wide characters stand side by side, between characters; what is too long is shown around its
 * marks.
 */
public final class Paragraph {
  private final String text;
  private final BitSet marked = new BitSet();

  private Paragraph(String text) {
    this.text = text;
  }

  /** The text on one line, without marks. */
  public static String flat(String text) {
    return of(text, List.of()).text;
  }

  /**
   * A text and its marks.
   *
   * @param marks parts of the text; parts outside of it are left out
   */
  public static Paragraph of(String text, List<Mark> marks) {
    var source = new BitSet();
    for (Mark mark : marks) {
      int start = Math.clamp(mark.start(), 0, text.length());
      source.set(start, Math.clamp(mark.end(), start, text.length()));
    }
    var flat = new StringBuilder(text.length());
    var kept = new BitSet();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isISOControl(c) || isDirection(c)) {
        if (!flat.isEmpty() && flat.charAt(flat.length() - 1) != ' ') {
          flat.append(' ');
        }
      } else {
        kept.set(flat.length(), source.get(i));
        flat.append(c);
      }
    }
    var paragraph = new Paragraph(flat.toString().stripTrailing());
    paragraph.marked.or(kept);
    return paragraph;
  }

  /** Marks that turn the direction of what follows them on the screen. */
  private static boolean isDirection(char c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }

  /**
   * The lines.
   *
   * @param columns of each line
   * @param most lines; a longer text is cut to the part with most marks
   */
  public List<String> lines(Console console, int columns, int most) {
    List<int[]> all = breakLines(columns);
    int from = all.size() <= most ? 0 : bestWindow(all, most);
    var lines = new ArrayList<String>();
    for (int i = from; i < Math.min(all.size(), from + most); i++) {
      boolean isCut = i == from + most - 1 && i + 1 < all.size();
      lines.add(render(console, all.get(i), columns, isCut));
    }
    return lines;
  }

  /** Start and end of each line in the flat text. */
  private List<int[]> breakLines(int columns) {
    var lines = new ArrayList<int[]>();
    int start = 0;
    while (start < text.length()) {
      int used = 0;
      int end = start;
      int breakAt = -1;
      while (end < text.length()) {
        int codePoint = text.codePointAt(end);
        int width = DisplayWidth.of(codePoint);
        if (used + width > columns && end > start) {
          break;
        }
        used += width;
        end += Character.charCount(codePoint);
        if (end == text.length() || text.charAt(end) == ' ' || width == 2) {
          breakAt = end;
        }
      }
      int stop = end == text.length() || breakAt < 0 ? end : breakAt;
      lines.add(new int[] {start, stop});
      start = stop;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
    }
    return lines;
  }

  /** The first of as many lines with the most marked characters; the earliest of equals. */
  private int bestWindow(List<int[]> lines, int most) {
    int best = 0;
    int bestMarked = -1;
    for (int from = 0; from + most <= lines.size(); from++) {
      int count = marked.get(lines.get(from)[0], lines.get(from + most - 1)[1]).cardinality();
      if (count > bestMarked) {
        best = from;
        bestMarked = count;
      }
    }
    return best;
  }

  private String render(Console console, int[] line, int columns, boolean isCut) {
    int end = line[1];
    if (isCut) {
      while (end > line[0] && DisplayWidth.of(text.substring(line[0], end)) > columns - 2) {
        end = text.offsetByCodePoints(end, -1);
      }
    }
    var out = new StringBuilder();
    int at = line[0];
    while (at < end) {
      boolean isMarked = marked.get(at);
      int next = isMarked ? marked.nextClearBit(at) : marked.nextSetBit(at);
      int stop = next < 0 ? end : Math.min(next, end);
      String piece = text.substring(at, stop);
      out.append(isMarked ? console.paint(Style.MATCH, piece) : piece);
      at = stop;
    }
    return isCut ? out.append(" …").toString() : out.toString();
  }
}
