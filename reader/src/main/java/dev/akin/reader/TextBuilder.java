package dev.akin.reader;

import dev.akin.text.Origin;
import java.util.Arrays;

/** A text put together from stretches of a file, remembering on which line each began. */
final class TextBuilder {
  private final StringBuilder text = new StringBuilder();
  private int[] offsets = new int[16];
  private int[] lines = new int[16];
  private int count;

  /** From here on the text stands on this line of the file. */
  void atLine(int line) {
    if (count > 0 && lines[count - 1] == line) {
      return;
    }
    if (count > 0 && offsets[count - 1] == text.length()) {
      lines[count - 1] = line;
      return;
    }
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
      lines = Arrays.copyOf(lines, count * 2);
    }
    offsets[count] = count == 0 ? 0 : text.length();
    lines[count++] = line;
  }

  TextBuilder append(CharSequence more) {
    text.append(more);
    return this;
  }

  TextBuilder append(char more) {
    text.append(more);
    return this;
  }

  int length() {
    return text.length();
  }

  char last() {
    return text.charAt(text.length() - 1);
  }

  boolean endsWithBlankLine() {
    return text.length() > 1 && last() == '\n' && text.charAt(text.length() - 2) == '\n';
  }

  /** Takes spaces (not line breaks) off the end. */
  void stripSpaces() {
    while (!text.isEmpty() && (last() == ' ' || last() == '\t')) {
      text.setLength(text.length() - 1);
    }
  }

  /** The text without the space at its end. */
  String text() {
    return text.toString().stripTrailing();
  }

  Origin origin(String file) {
    return count == 0
        ? Origin.ofLine(file, 1)
        : Origin.ofBlocks(file, Arrays.copyOf(offsets, count), Arrays.copyOf(lines, count));
  }
}
