package dev.akin.text.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Stretches of one text with their token counts, and how a stretch falls apart: sentences into
 * lines, lines into words, words into grapheme clusters. Each level counts the stretch once more,
 * so a text is counted at most four times however it is cut.
 */
final class Pieces {
  private final String text;
  private final Boundaries boundaries;
  private final ToIntFunction<String> tokens;

  Pieces(String text, Boundaries boundaries, ToIntFunction<String> tokens) {
    this.text = text;
    this.boundaries = boundaries;
    this.tokens = tokens;
  }

  /** How fine a stretch is; the order is the order of cutting. */
  enum Level {
    SENTENCE,
    LINE,
    WORD,
    GRAPHEME
  }

  /** A stretch [start, end) of the text and its tokens, special tokens not among them. */
  record Piece(int start, int end, int tokens, Level level) {}

  /** Cuts between the sentences of the text; a single line break does not end a sentence. */
  int[] sentences() {
    int[] cuts = boundaries.sentences(withSoftLineBreaks(text));
    return betweenGraphemes(text, cuts);
  }

  Piece piece(int start, int end, Level level) {
    return new Piece(start, end, tokens.applyAsInt(text.substring(start, end)), level);
  }

  /** The parts of a piece at the next level that cuts it; the piece alone when none does. */
  List<Piece> finer(Piece piece) {
    String stretch = text.substring(piece.start(), piece.end());
    for (Level level : Level.values()) {
      if (level.compareTo(piece.level()) <= 0) {
        continue;
      }
      List<Integer> cuts = cuts(stretch, level);
      if (cuts.size() > 2) {
        List<Piece> parts = new ArrayList<>(cuts.size() - 1);
        for (int i = 1; i < cuts.size(); i++) {
          parts.add(piece(piece.start() + cuts.get(i - 1), piece.start() + cuts.get(i), level));
        }
        return parts;
      }
    }
    return List.of(piece);
  }

  /**
   * The last words of a piece whose tokens together are at most {@code limit}, never all of it;
   * empty if not even the last word fits.
   */
  List<Piece> tail(Piece piece, int limit) {
    String stretch = text.substring(piece.start(), piece.end());
    List<Integer> cuts = cuts(stretch, Level.WORD);
    int sum = 0;
    int from = cuts.size() - 1;
    while (from > 1) {
      Piece word =
          piece(piece.start() + cuts.get(from - 1), piece.start() + cuts.get(from), Level.WORD);
      if (sum + word.tokens() > limit) {
        break;
      }
      sum += word.tokens();
      from--;
    }
    return from == cuts.size() - 1
        ? List.of()
        : List.of(new Piece(piece.start() + cuts.get(from), piece.end(), sum, Level.LINE));
  }

  private List<Integer> cuts(String stretch, Level level) {
    List<Integer> kept = new ArrayList<>();
    kept.add(0);
    int[] all =
        switch (level) {
          case SENTENCE -> throw new IllegalArgumentException("nothing falls apart into sentences");
          case LINE -> lineEnds(stretch);
          case WORD -> betweenGraphemes(stretch, boundaries.words(stretch));
          case GRAPHEME -> boundaries.graphemes(stretch);
        };
    for (int cut : all) {
      if (cut > 0 && cut < stretch.length() && mayBegin(stretch, cut, level)) {
        kept.add(cut);
      }
    }
    kept.add(stretch.length());
    return kept;
  }

  /** Space and closing punctuation stay with what they follow. */
  private static boolean mayBegin(String stretch, int cut, Level level) {
    if (level != Level.WORD) {
      return true;
    }
    int c = stretch.codePointAt(cut);
    return !Character.isWhitespace(c)
        && switch (Character.getType(c)) {
          case Character.END_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              false;
          default -> true;
        };
  }

  /**
   * The cuts that do not stand inside a grapheme cluster; sentence and word rules know nothing of
   * flags and joined emoji. The clusters are looked for only when some cut is not plainly between.
   */
  private int[] betweenGraphemes(String stretch, int[] cuts) {
    if (IntStream.of(cuts).allMatch(cut -> isPlainCut(stretch, cut))) {
      return cuts;
    }
    int[] clusters = boundaries.graphemes(stretch);
    return IntStream.of(cuts).filter(cut -> Arrays.binarySearch(clusters, cut) >= 0).toArray();
  }

  private static boolean isPlainCut(String stretch, int cut) {
    if (cut == 0 || cut == stretch.length()) {
      return true;
    }
    char before = stretch.charAt(cut - 1);
    char after = stretch.charAt(cut);
    return before < 0x80 && (after < 0x80 ? before != '\r' : Character.isLetter(after));
  }

  private static int[] lineEnds(String stretch) {
    return IntStream.range(1, stretch.length())
        .filter(i -> stretch.charAt(i - 1) == '\n')
        .toArray();
  }

  /**
   * The text with every line break that is not part of a blank line turned into a space, at the
   * same length: by UAX #29 each line break would end a sentence, which breaks wrapped prose apart.
   */
  static String withSoftLineBreaks(String text) {
    int at = text.indexOf('\n');
    if (at < 0) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (; at >= 0; at = text.indexOf('\n', at + 1)) {
      int before = at - 1;
      while (before >= 0 && isBlankInLine(text.charAt(before))) {
        before--;
      }
      int after = at + 1;
      while (after < chars.length && isBlankInLine(text.charAt(after))) {
        after++;
      }
      boolean blankLine =
          before < 0
              || text.charAt(before) == '\n'
              || after == chars.length
              || text.charAt(after) == '\n';
      if (!blankLine) {
        chars[at] = ' ';
        if (at > 0 && chars[at - 1] == '\r') {
          chars[at - 1] = ' ';
        }
      }
    }
    return new String(chars);
  }

  private static boolean isBlankInLine(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }
}
