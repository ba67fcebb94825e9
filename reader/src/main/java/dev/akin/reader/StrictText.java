package dev.akin.reader;

import dev.akin.text.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text, refusing what the charset does not allow instead of replacing it. */
final class StrictText {
  private StrictText() {}

  /** The charset a byte order mark declares, and how long the mark is. */
  enum Mark {
    NONE(0, StandardCharsets.UTF_8),
    UTF_8(3, StandardCharsets.UTF_8),
    UTF_16_BE(2, StandardCharsets.UTF_16BE),
    UTF_16_LE(2, StandardCharsets.UTF_16LE);

    private final int bytes;
    private final Charset charset;

    Mark(int bytes, Charset charset) {
      this.bytes = bytes;
      this.charset = charset;
    }

    int bytes() {
      return bytes;
    }

    Charset charset() {
      return charset;
    }

    boolean isUtf16() {
      return bytes == 2;
    }

    static Mark of(byte[] head) {
      if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
        return UTF_16_BE;
      }
      if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
        return UTF_16_LE;
      }
      boolean utf8 =
          head.length >= 3
              && head[0] == (byte) 0xef
              && head[1] == (byte) 0xbb
              && head[2] == (byte) 0xbf;
      return utf8 ? UTF_8 : NONE;
    }
  }

  /**
   * All bytes of a file.
   *
   * @throws FormatException if they are more than {@code maxBytes}; no more is read then
   */
  static byte[] readWhole(InputStream in, SourceFile file, int maxBytes) throws IOException {
    byte[] bytes = in.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw file.error(
          "longer than %d bytes, the most one document may have;".formatted(maxBytes)
              + " raise max-document-bytes or split the file");
    }
    return bytes;
  }

  /**
   * The text of a file, by its byte order mark if it has one, else by {@code charset}.
   *
   * @throws FormatException naming line and byte offset of what is not in the charset or is NUL
   */
  static String decode(byte[] bytes, Charset charset, SourceFile file) {
    Mark mark = Mark.of(bytes);
    Charset used = mark == Mark.NONE ? charset : mark.charset();
    String text = new String(bytes, mark.bytes(), bytes.length - mark.bytes(), used);
    if (text.indexOf('\uFFFD') >= 0) {
      int bad = firstMalformed(bytes, mark.bytes(), bytes.length - mark.bytes(), used);
      if (bad >= 0) {
        int line = 1;
        String before = new String(bytes, mark.bytes(), bad, used);
        for (int i = before.indexOf('\n'); i >= 0; i = before.indexOf('\n', i + 1)) {
          line++;
        }
        throw file.error(line, notInCharset(used, bytes[mark.bytes() + bad], mark.bytes() + bad));
      }
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      long line = 1 + text.substring(0, nul).chars().filter(c -> c == '\n').count();
      throw file.error(line, "a NUL character, which no text has; the file is binary or damaged");
    }
    return text;
  }

  static String notInCharset(Charset charset, byte bad, long offset) {
    return "not %s: byte 0x%02X at offset %d; convert the file to UTF-8"
        .formatted(charset, bad, offset);
  }

  /** Where the first bytes stand, from {@code offset}, that the charset does not allow; or −1. */
  static int firstMalformed(byte[] bytes, int offset, int length, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes, offset, length).slice();
    var out = CharBuffer.allocate(8192);
    while (true) {
      var result = decoder.decode(in, out.clear(), true);
      if (result.isError()) {
        return in.position();
      }
      if (result.isUnderflow()) {
        return -1;
      }
    }
  }
}
