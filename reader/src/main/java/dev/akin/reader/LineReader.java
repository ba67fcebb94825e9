package dev.akin.reader;

import dev.akin.text.FormatException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a text in UTF-8, or in UTF-16 with a byte order mark. A bad line is refused when its
 * text is asked for, and the lines behind it can still be read. Not for many threads.
 *
 * <p>A line ends at LF or CR LF. Memory follows the longest line, at most {@code maxBytes} and
 * some.
 */
final class LineReader implements Closeable {
  private final InputStream in;
  private final SourceFile file;
  private final int maxBytes;
  private final StrictText.Mark mark;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private int next;
  private int filled;
  private boolean hasEnded;

  /** Reading failed inside a line; the rest of it will not come. */
  private boolean isBroken;

  private boolean isTooLong;
  private int number;

  /** Offset of the line in the file: in bytes, of UTF-16 in units behind the mark. */
  private long offset;

  private long nextOffset;

  LineReader(BufferedInputStream in, SourceFile file, int maxBytes) throws IOException {
    this.file = file;
    this.maxBytes = maxBytes;
    this.mark = StrictText.Mark.of(Unpacking.head(in, 3));
    in.skipNBytes(mark.bytes());
    this.in = mark.isUtf16() ? new Utf16Stream(in, mark == StrictText.Mark.UTF_16_BE) : in;
    this.nextOffset = mark.isUtf16() ? 0 : mark.bytes();
  }

  /** Goes to the next line; false at the end. */
  boolean advance() throws IOException {
    if (isBroken) {
      return false;
    }
    offset = nextOffset;
    start = next;
    isTooLong = false;
    int scan = start;
    while (true) {
      while (scan < filled && buffer[scan] != '\n') {
        scan++;
      }
      if (scan < filled) {
        return finish(scan, scan + 1);
      }
      if (scan - start > maxBytes) {
        isTooLong = true;
        nextOffset += units(start, scan);
        start = scan;
      }
      scan -= makeRoom();
      if (!fill()) {
        return (scan > start || isTooLong) && finish(scan, scan);
      }
    }
  }

  private boolean finish(int lineEnd, int nextStart) {
    isTooLong |= lineEnd - start > maxBytes;
    nextOffset += units(start, nextStart);
    next = nextStart;
    end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    number++;
    return true;
  }

  /** Moves the line to the front of the buffer, or doubles it; how far the line moved. */
  private int makeRoom() {
    int moved = start;
    if (moved > 0) {
      System.arraycopy(buffer, moved, buffer, 0, filled - moved);
      filled -= moved;
      start = 0;
      next = 0;
    } else if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, maxBytes + (1L << 16)));
    }
    return moved;
  }

  private boolean fill() throws IOException {
    if (hasEnded) {
      return false;
    }
    isBroken = true;
    int n = in.read(buffer, filled, buffer.length - filled);
    isBroken = false;
    hasEnded = n < 0;
    filled += Math.max(0, n);
    return n >= 0;
  }

  /** Bytes of a stretch; of UTF-16 how many units it had there. */
  private int units(int from, int to) {
    if (!mark.isUtf16()) {
      return to - from;
    }
    int units = 0;
    for (int i = from; i < to; i++) {
      int b = buffer[i] & 0xff;
      units += (b & 0xc0) == 0x80 ? 0 : b >= 0xf0 && b < 0xff ? 2 : 1;
    }
    return units;
  }

  /**
   * The line without its end.
   *
   * @throws FormatException if it is longer than allowed, not in the charset or has a NUL
   */
  String text() {
    if (isTooLong) {
      throw error(
          "a line longer than %d bytes, the most one document may have;".formatted(maxBytes)
              + " raise max-document-bytes if the line is meant to be one document");
    }
    String text = new String(buffer, start, end - start, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      int bad = StrictText.firstMalformed(buffer, start, end - start, StandardCharsets.UTF_8);
      if (bad >= 0) {
        throw error(malformed(bad));
      }
    }
    if (text.indexOf('\0') >= 0) {
      throw error("a NUL character, which no text has; the file is binary or damaged");
    }
    return text;
  }

  private String malformed(int bad) {
    return mark.isUtf16()
        ? "not UTF-16: half a character at offset %d; convert the file to UTF-8"
            .formatted(mark.bytes() + 2 * (offset + units(start, start + bad)))
        : StrictText.notInCharset(StandardCharsets.UTF_8, buffer[start + bad], offset + bad);
  }

  /** Number of the line, from 1. */
  int number() {
    return number;
  }

  FormatException error(String problem) {
    return file.error(number, problem);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
