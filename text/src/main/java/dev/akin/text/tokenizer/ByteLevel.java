package dev.akin.text.tokenizer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * GPT-2's byte level (Radford et al. 2019): every byte of the UTF-8 text is a visible character, so
 * that no character is unknown; the text is first cut into words, numbers and the rest.
 */
record ByteLevel(boolean addsPrefixSpace, boolean cuts)
    implements PreTokenizer, Normalizer, Decoder {
  private static final char SPACE_SIGN = '\u0120';
  private static final char[] SIGNS = new char[256];
  private static final int[] BYTES = new int[0x144];

  static {
    Arrays.fill(BYTES, -1);
    char next = 0x100;
    for (int b = 0; b < 256; b++) {
      boolean isVisible = (b > 32 && b < 127) || (b > 160 && b != 173);
      SIGNS[b] = isVisible ? (char) b : next++;
      BYTES[SIGNS[b]] = b;
    }
  }

  /** The character that stands for a byte. */
  static char sign(int unsignedByte) {
    return SIGNS[unsignedByte];
  }

  /** The byte a character stands for, or −1. */
  static int byteOf(int sign) {
    return sign < BYTES.length ? BYTES[sign] : -1;
  }

  /** How many space signs or white space a token starts with, or ends with. */
  static int spaces(String token, boolean atEnd) {
    int count = 0;
    while (count < token.length()
        && isSpace(token.charAt(atEnd ? token.length() - 1 - count : count))) {
      count++;
    }
    return count;
  }

  private static boolean isSpace(char c) {
    return c == SPACE_SIGN || CharClass.isWhitespace(c);
  }

  @Override
  public void normalize(AlignedText text) {
    map(text, Pieces.whole(text));
  }

  @Override
  public Pieces split(Pieces pieces) {
    Pieces prefixed = addsPrefixSpace ? prefix(pieces) : pieces;
    return map(prefixed.text(), cuts ? Gpt2Split.split(prefixed) : prefixed);
  }

  private static Pieces prefix(Pieces pieces) {
    AlignedText text = pieces.text();
    var prefixed = new Pieces(text, pieces.size());
    var rewriter = text.rewrite();
    for (int i = 0; i < pieces.size(); i++) {
      int start = rewriter.length();
      String prefix = text.chars()[pieces.from(i)] == ' ' ? "" : " ";
      rewriter.putPrefixed(prefix, pieces.from(i), pieces.to(i));
      prefixed.add(start, rewriter.length());
    }
    rewriter.commit();
    return prefixed;
  }

  /** Signs for bytes; a text of ASCII alone keeps its length. */
  private static Pieces map(AlignedText text, Pieces pieces) {
    if (text.isAscii()) {
      char[] chars = text.chars();
      for (int i = 0; i < text.length(); i++) {
        chars[i] = SIGNS[chars[i]];
      }
      return pieces;
    }
    var mapped = new Pieces(text, pieces.size());
    var rewriter = text.rewrite();
    for (int i = 0; i < pieces.size(); i++) {
      int start = rewriter.length();
      putSigns(text, pieces.from(i), pieces.to(i), rewriter);
      mapped.add(start, rewriter.length());
    }
    rewriter.commit();
    return mapped;
  }

  private static void putSigns(AlignedText text, int from, int to, AlignedText.Rewriter rewriter) {
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      if (c < 0x80) {
        rewriter.put(SIGNS[c], i);
      } else if (c < 0x800) {
        rewriter.put(SIGNS[0xC0 | (c >> 6)], i);
        rewriter.put(SIGNS[0x80 | (c & 0x3F)], i);
      } else {
        if (c < 0x10000) {
          rewriter.put(SIGNS[0xE0 | (c >> 12)], i);
        } else {
          rewriter.put(SIGNS[0xF0 | (c >> 18)], i);
          rewriter.put(SIGNS[0x80 | ((c >> 12) & 0x3F)], i);
        }
        rewriter.put(SIGNS[0x80 | ((c >> 6) & 0x3F)], i);
        rewriter.put(SIGNS[0x80 | (c & 0x3F)], i);
      }
      i += Character.charCount(c);
    }
  }

  /** The bytes of all tokens as one text; what is not UTF-8 becomes U+FFFD. */
  @Override
  public List<String> decode(List<String> tokens) {
    var bytes = new ByteArrayOutputStream();
    for (String token : tokens) {
      bytesOf(token)
          .ifPresentOrElse(
              bytes::writeBytes, () -> bytes.writeBytes(token.getBytes(StandardCharsets.UTF_8)));
    }
    return List.of(bytes.toString(StandardCharsets.UTF_8));
  }

  /** The bytes a token stands for, unless one of its characters is no sign. */
  private static Optional<byte[]> bytesOf(String token) {
    byte[] bytes = new byte[token.length()];
    for (int i = 0; i < bytes.length; i++) {
      int b = byteOf(token.charAt(i));
      if (b < 0) {
        return Optional.empty();
      }
      bytes[i] = (byte) b;
    }
    return Optional.of(bytes);
  }
}
