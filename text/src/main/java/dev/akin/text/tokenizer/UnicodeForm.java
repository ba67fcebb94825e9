package dev.akin.text.tokenizer;

import java.text.Normalizer.Form;
import java.util.Arrays;

/**
 * Unicode normal form of a text, with each character of the result aligned to the characters it was
 * made of.
 *
 * <p>The alignment is that of the Hugging Face library: the first character of a decomposition
 * stands for the original, the further ones share the span of what stands before them, and a
 * composed character has the span of its first part.
 */
record UnicodeForm(Form form) implements Normalizer {
  @Override
  public void normalize(AlignedText text) {
    if (isBelow(text, 0xC0) && (text.isAscii() || isCanonical())) {
      return;
    }
    String before = text.toString();
    String after = normalForm(before);
    if (before.equals(after)) {
      return;
    }
    align(text, decomposed(before), after.codePoints().toArray());
  }

  /** The normal form, of the stretches between characters that count as unassigned. */
  private String normalForm(String text) {
    var out = new StringBuilder();
    int done = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isLater(c)) {
        out.append(java.text.Normalizer.normalize(text.substring(done, i), form));
        out.appendCodePoint(c);
        done = next;
      }
      i = next;
    }
    String rest = java.text.Normalizer.normalize(text.substring(done), form);
    return done == 0 ? rest : out.append(rest).toString();
  }

  private static boolean isLater(int c) {
    return c > 0x7FC && OlderUnicode.LATER_FORMS.contains(c);
  }

  private boolean isCanonical() {
    return form == Form.NFC || form == Form.NFD;
  }

  private static boolean isBelow(AlignedText text, int limit) {
    char[] chars = text.chars();
    for (int i = 0; i < text.length(); i++) {
      if (chars[i] >= limit) {
        return false;
      }
    }
    return true;
  }

  /** Every character of a text decomposed by itself, before marks are put in order. */
  private Parts decomposed(String text) {
    Form decomposition = isCanonical() ? Form.NFD : Form.NFKD;
    var parts = new Parts(text.length() * 2);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0xA0 || isLater(c)) {
        parts.add(c, 0);
      } else {
        String all = java.text.Normalizer.normalize(Character.toString(c), decomposition);
        for (int k = 0; k < all.length(); k += Character.charCount(all.codePointAt(k))) {
          parts.add(all.codePointAt(k), k == 0 ? 0 : 1);
        }
      }
    }
    return parts;
  }

  /** Writes the result: each of its characters uses up the parts it is composed of, in order. */
  private void align(AlignedText text, Parts parts, int[] after) {
    boolean composes = form == Form.NFC || form == Form.NFKC;
    var rewriter = text.rewrite();
    int at = 0;
    for (int c : after) {
      int change = composes && c >= 0xC0 && !isLater(c) ? parts.takeAll(c) : parts.take(c);
      at = rewriter.putChanged(c, change, at);
    }
    rewriter.commit();
  }

  /**
   * Decomposed characters in order, each with its change: 0 if it stands for a character of the
   * text, 1 if it was added. A character is taken once; equal ones in their order, because putting
   * marks in order keeps equal marks in order.
   */
  private static final class Parts {
    private int[] codePoints;
    private byte[] changes;
    private boolean[] isTaken;
    private int size;
    private int first;

    Parts(int room) {
      codePoints = new int[room + 8];
      changes = new byte[room + 8];
      isTaken = new boolean[room + 8];
    }

    void add(int codePoint, int change) {
      if (size == codePoints.length) {
        codePoints = Arrays.copyOf(codePoints, 2 * size);
        changes = Arrays.copyOf(changes, 2 * size);
        isTaken = Arrays.copyOf(isTaken, 2 * size);
      }
      codePoints[size] = codePoint;
      changes[size++] = (byte) change;
    }

    /** The change of a character of the result that is one part. */
    int take(int codePoint) {
      while (first < size && isTaken[first]) {
        first++;
      }
      for (int i = first; i < size; i++) {
        if (!isTaken[i] && codePoints[i] == codePoint) {
          isTaken[i] = true;
          return changes[i];
        }
      }
      throw new IllegalStateException("normalisation made U+%04X of nothing".formatted(codePoint));
    }

    /** The change of a composed character: each part beyond the first removes one. */
    int takeAll(int codePoint) {
      String canonical = java.text.Normalizer.normalize(Character.toString(codePoint), Form.NFD);
      int change = 1;
      for (int k = 0; k < canonical.length(); k += Character.charCount(canonical.codePointAt(k))) {
        change += take(canonical.codePointAt(k)) - 1;
      }
      return change;
    }
  }
}
