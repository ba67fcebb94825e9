package dev.akin.text.tokenizer;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * A text under normalisation that remembers, for every UTF-16 unit, the span of the original text
 * it stands for.
 *
 * <p>As long as nothing was inserted or removed the spans are the positions themselves and take no
 * memory. Lone surrogates, which no Unicode text holds, are read as U+FFFD. Mutable, for one
 * thread.
 */
final class AlignedText {
  private static final int[] NONE = {};

  private final int base;
  private char[] chars;
  private int length;
  private boolean isAligned;
  private int[] starts = NONE;
  private int[] ends = NONE;

  private AlignedText(char[] chars, int base) {
    this.chars = chars;
    this.length = chars.length;
    this.base = base;
  }

  /** The part of an original text between two UTF-16 indices. */
  static AlignedText of(String original, int from, int to) {
    char[] chars = new char[to - from];
    original.getChars(from, to, chars, 0);
    for (int i = 0; i < chars.length; i++) {
      if (Character.isSurrogate(chars[i])) {
        if (Character.isHighSurrogate(chars[i])
            && i + 1 < chars.length
            && Character.isLowSurrogate(chars[i + 1])) {
          i++;
        } else {
          chars[i] = '\uFFFD';
        }
      }
    }
    return new AlignedText(chars, from);
  }

  int length() {
    return length;
  }

  /** The units themselves, borrowed: the first {@link #length()} count. */
  char[] chars() {
    return chars;
  }

  int codePointAt(int index) {
    return Character.codePointAt(chars, index, length);
  }

  int codePointBefore(int index) {
    return Character.codePointBefore(chars, index);
  }

  /** Puts another unit in the place of one; the span stays. */
  void set(int index, char unit) {
    chars[index] = unit;
  }

  /** Where in the original text the code point that holds this unit starts. */
  int start(int index) {
    if (isAligned) {
      return starts[index];
    }
    boolean isSecond = index > 0 && Character.isLowSurrogate(chars[index]);
    return base + index - (isSecond ? 1 : 0);
  }

  /** Where in the original text the code point that holds this unit ends, exclusive. */
  int end(int index) {
    if (isAligned) {
      return ends[index];
    }
    return base + index + (Character.isHighSurrogate(chars[index]) ? 2 : 1);
  }

  /** Where in the original text this text starts. */
  int base() {
    return base;
  }

  /** Copies a part into a text of its own. */
  AlignedText slice(int from, int to) {
    var part = new AlignedText(Arrays.copyOfRange(chars, from, to), from < to ? start(from) : base);
    if (isAligned) {
      part.isAligned = true;
      part.starts = Arrays.copyOfRange(starts, from, to);
      part.ends = Arrays.copyOfRange(ends, from, to);
    }
    return part;
  }

  /** Whether no unit of the text is above U+007F. */
  boolean isAscii() {
    for (int i = 0; i < length; i++) {
      if (chars[i] > 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** Drops the code points that do not pass. */
  void keep(IntPredicate passes) {
    int i = 0;
    while (i < length && passes.test(codePointAt(i))) {
      i += Character.charCount(codePointAt(i));
    }
    if (i == length) {
      return;
    }
    var rewriter = rewrite();
    for (i = 0; i < length; ) {
      int c = codePointAt(i);
      if (passes.test(c)) {
        rewriter.put(c, i);
      }
      i += Character.charCount(c);
    }
    rewriter.commit();
  }

  /** Puts another code point of the basic plane in the place of each that maps to another. */
  void map(IntUnaryOperator mapped) {
    for (int i = 0; i < length; i++) {
      if (!Character.isSurrogate(chars[i])) {
        chars[i] = (char) mapped.applyAsInt(chars[i]);
      }
    }
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  /** Starts to write this text anew; nothing changes until {@link Rewriter#commit()}. */
  Rewriter rewrite() {
    return new Rewriter(this);
  }

  /** The next state of a text: code points, each with the span of a unit of the present state. */
  static final class Rewriter {
    private final AlignedText text;
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    private Rewriter(AlignedText text) {
      this.text = text;
      int room = text.length + text.length / 4 + 16;
      chars = new char[room];
      starts = new int[room];
      ends = new int[room];
    }

    /**
     * Adds a code point with the span of the unit at an index of the present state; −1 gives the
     * empty span where the text starts.
     */
    void put(int codePoint, int index) {
      int start = index < 0 ? text.base : text.start(index);
      int end = index < 0 ? text.base : text.end(index);
      if (length + 2 > chars.length) {
        grow();
      }
      if (Character.isBmpCodePoint(codePoint)) {
        putUnit((char) codePoint, start, end);
      } else {
        putUnit(Character.highSurrogate(codePoint), start, end);
        putUnit(Character.lowSurrogate(codePoint), start, end);
      }
    }

    /**
     * Adds a code point the way the Hugging Face library counts: change 1 adds it beside the
     * character before {@code at}, 0 puts it in the place of the character at {@code at}, −n does
     * that and drops the n characters after it.
     *
     * @return where the next character of the present state is
     */
    int putChanged(int codePoint, int change, int at) {
      if (change > 0) {
        put(codePoint, at - 1);
        return at;
      }
      put(codePoint, at);
      int next = at;
      for (int dropped = change; dropped <= 0 && next < text.length; dropped++) {
        next += Character.charCount(text.codePointAt(next));
      }
      return next;
    }

    /** Adds the units between two indices of the present state, each with its own span. */
    void putAll(int from, int to) {
      for (int i = from; i < to; ) {
        int c = text.codePointAt(i);
        put(c, i);
        i += Character.charCount(c);
      }
    }

    /** Adds a string with the span of the unit at {@code from}, then all units up to {@code to}. */
    void putPrefixed(String prefix, int from, int to) {
      for (int i = 0; i < prefix.length(); ) {
        int c = prefix.codePointAt(i);
        put(c, from);
        i += Character.charCount(c);
      }
      putAll(from, to);
    }

    private void putUnit(char unit, int start, int end) {
      chars[length] = unit;
      starts[length] = start;
      ends[length++] = end;
    }

    private void grow() {
      int room = chars.length * 2;
      chars = Arrays.copyOf(chars, room);
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
    }

    /** How many units were put. */
    int length() {
      return length;
    }

    /** Makes what was put the state of the text. */
    void commit() {
      text.chars = chars;
      text.length = length;
      text.starts = starts;
      text.ends = ends;
      text.isAligned = true;
    }
  }
}
