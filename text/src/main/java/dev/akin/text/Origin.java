package dev.akin.text;

import java.util.Arrays;
import java.util.Objects;

/**
 * Where a document's text stands in its file: maps an offset in the text to a line of the file.
 *
 * <p>Immutable. Holds two ints for each place where offset and line start to run apart, so a JSON
 * Lines record costs one pair and an extracted page one pair a block.
 */
public final class Origin {
  private final String file;
  private final int[] offsets;
  private final int[] lines;

  private Origin(String file, int[] offsets, int[] lines) {
    this.file = Objects.requireNonNull(file, "file");
    this.offsets = offsets;
    this.lines = lines;
  }

  /** The whole text stands on one line of the file: a JSON Lines or CSV record. */
  public static Origin ofLine(String file, int line) {
    return new Origin(file, new int[] {0}, new int[] {line});
  }

  /**
   * The text is the file's own, character for character, its first line being {@code firstLine}.
   */
  public static Origin ofText(String file, String text, int firstLine) {
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      count++;
    }
    int[] offsets = new int[count];
    int[] lines = new int[count];
    lines[0] = firstLine;
    for (int i = text.indexOf('\n'), k = 1; i >= 0; i = text.indexOf('\n', i + 1), k++) {
      offsets[k] = i + 1;
      lines[k] = firstLine + k;
    }
    return new Origin(file, offsets, lines);
  }

  /**
   * The text was put together from blocks of the file.
   *
   * @param offsets where each block starts in the text: ascending, the first 0
   * @param lines the line of the file on which each block starts (of a PDF: the page), from 1
   */
  public static Origin ofBlocks(String file, int[] offsets, int[] lines) {
    if (offsets.length == 0 || offsets.length != lines.length || offsets[0] != 0) {
      throw new IllegalArgumentException(
          "%d block offsets for %d lines; need as many, the first at 0"
              .formatted(offsets.length, lines.length));
    }
    for (int i = 1; i < offsets.length; i++) {
      if (offsets[i] < offsets[i - 1]) {
        throw new IllegalArgumentException(
            "block %d starts at %d, before block %d at %d"
                .formatted(i, offsets[i], i - 1, offsets[i - 1]));
      }
    }
    return new Origin(file, offsets.clone(), lines.clone());
  }

  /** The file as the user named it, or as it was found below the folder the user named. */
  public String file() {
    return file;
  }

  /**
   * Line of the file (from 1) that holds the character at this offset of the text. O(log blocks).
   */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(offsets, Objects.checkIndex(offset, Integer.MAX_VALUE));
    return lines[found >= 0 ? found : -found - 2];
  }

  /**
   * Offset and line of every place where the two start to run apart, one behind the other: two
   * origins of a file with the same numbers give every character the same line. O(blocks).
   */
  public int[] places() {
    int[] places = new int[2 * offsets.length];
    for (int i = 0; i < offsets.length; i++) {
      places[2 * i] = offsets[i];
      places[2 * i + 1] = lines[i];
    }
    return places;
  }

  /** {@code file:line} of the character at this offset of the text. */
  public String locate(int offset) {
    return file + ":" + lineAt(offset);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin o
        && file.equals(o.file)
        && Arrays.equals(offsets, o.offsets)
        && Arrays.equals(lines, o.lines);
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, Arrays.hashCode(offsets), Arrays.hashCode(lines));
  }

  @Override
  public String toString() {
    return locate(0);
  }
}
