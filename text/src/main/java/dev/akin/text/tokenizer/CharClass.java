package dev.akin.text.tokenizer;

/** Kinds of characters as the tokenizers of the field see them. */
final class CharClass {
  private CharClass() {}

  /** White space by Unicode's property White_Space (Java's own methods differ from it). */
  static boolean isWhitespace(int c) {
    if (c < 0x80) {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return c == 0x85
        || c == 0xA0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  /** What BERT's cleaning drops: control, format and private characters. */
  static boolean isControl(int c) {
    if (c < 0x80) {
      return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE ->
          !OlderUnicode.LATER_FORMATS.contains(c);
      default -> false;
    };
  }

  /** ASCII punctuation and symbols, and everything in Unicode's categories P. */
  static boolean isPunctuation(int c) {
    if (c < 0x80) {
      return (c > ' ' && c < '0')
          || (c > '9' && c < 'A')
          || (c > 'Z' && c < 'a')
          || (c > 'z' && c < 0x7F);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          !OlderUnicode.LATER_PUNCTUATION.contains(c);
      default -> c == 0x166D || c == 0x111C9; // Symbols now, punctuation once.
    };
  }

  /** The blocks of Chinese characters that BERT sets apart. */
  static boolean isChinese(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2B73F)
        || (c >= 0x2B740 && c <= 0x2B81F)
        || (c >= 0x2B920 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }

  /** Marks without a width of their own: category Mn. */
  static boolean isNonspacingMark(int c) {
    if (c < 0x300) {
      return false;
    }
    return Character.getType(c) == Character.NON_SPACING_MARK
        ? !OlderUnicode.LATER_NONSPACING_MARKS.contains(c)
        : c == 0x1734 || c == 0x1171E; // Spacing now, not so once.
  }

  /** Marks of all kinds: categories M. */
  static boolean isMark(int c) {
    if (c < 0x300) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          !OlderUnicode.LATER_MARKS.contains(c);
      default -> c == 0x1CF2 || c == 0x1CF3; // Letters now, marks once.
    };
  }

  /** Lower case of one character, of Unicode 17 where the JDK is older. */
  static int lowerCase(int c) {
    if (c == 0xA7CE || c == 0xA7D2 || c == 0xA7D4) {
      return c + 1;
    }
    return c >= 0x16EA0 && c <= 0x16EB8 ? c + 0x1B : Character.toLowerCase(c);
  }

  /** What {@code \w} means by Unicode's rule: letters, marks, digits, connectors, joiners. */
  static boolean isWord(int c) {
    if (c < 0x80) {
      return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    }
    if (Character.isAlphabetic(c) || c == 0x200C || c == 0x200D) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.CONNECTOR_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** Unicode's categories L. */
  static boolean isLetter(int c) {
    return Character.isLetter(c);
  }

  /** Unicode's categories N: digits, letters used as numbers, other numbers. */
  static boolean isNumber(int c) {
    if (c < 0x80) {
      return c >= '0' && c <= '9';
    }
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  /** Unicode 17's categories N where the JDK is older. */
  static boolean isNumeric(int c) {
    return isNumber(c) || (c >= 0x11DE0 && c <= 0x11DE9) || (c >= 0x16FF4 && c <= 0x16FF6);
  }
}
