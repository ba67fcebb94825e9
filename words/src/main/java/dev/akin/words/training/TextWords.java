package dev.akin.words.training;

import dev.akin.vector.FormatException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The words of a text file, plain or gzip: what stands between blanks, a line a line. Blanks are
 * fastText's: space, tab, vertical tab, form feed, carriage return; a line ends with a line feed. A
 * byte order mark at the beginning belongs to no word. Memory does not depend on the file.
 */
public record TextWords(Path file) implements WordSource {
  /** Bytes of the longest word: a longer one is no word, and a sign that the file is no text. */
  static final int LONGEST = 4096;

  private static final int BUFFER = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;

  /** UTF-8's, which some editors begin a text with. */
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  @Override
  public void read(Sink sink) throws IOException {
    try (InputStream in = open()) {
      new Scan(sink).read(in);
    }
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      in.mark(2);
      int magic = (in.read() << 8) | in.read();
      in.reset();
      return magic == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** One reading. */
  private final class Scan {
    private final Sink sink;
    private byte[] buffer = new byte[BUFFER];
    private int start;
    private long line = 1;
    private boolean isLineOpen;

    Scan(Sink sink) {
      this.sink = sink;
    }

    void read(InputStream in) throws IOException {
      int held = in.readNBytes(buffer, 0, BYTE_ORDER_MARK.length);
      if (Arrays.equals(buffer, 0, held, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
        start = held;
      } else {
        take(0, held);
        isLineOpen = held > 0 && buffer[held - 1] != '\n';
      }
      int got;
      while ((got = in.read(buffer, held, buffer.length - held)) > 0) {
        int end = held + got;
        isLineOpen = buffer[end - 1] != '\n';
        take(held, end);
        held = end - start;
        if (held > LONGEST) {
          throw new FormatException(
              file + ", line " + line,
              "a word of more than %,d bytes; words stand between blanks".formatted(LONGEST));
        }
        System.arraycopy(buffer, start, buffer, 0, held);
        start = 0;
      }
      if (held > start) {
        sink.word(buffer, start, held);
      }
      if (isLineOpen) {
        sink.lineEnd();
      }
    }

    /** Gives away the words that end in a part of the buffer. */
    private void take(int from, int to) throws IOException {
      for (int i = from; i < to; i++) {
        byte b = buffer[i];
        if (b > ' ' || b < 0) {
          continue;
        }
        if (b == 0) {
          throw new FormatException(
              file + ", line " + line, "a byte 0: this is a binary file, and words come from text");
        }
        if (!isBlank(b)) {
          continue;
        }
        if (i > start) {
          sink.word(buffer, start, i);
        }
        start = i + 1;
        if (b == '\n') {
          sink.lineEnd();
          line++;
        }
      }
    }

    private static boolean isBlank(byte b) {
      return b == ' ' || (b >= '\t' && b <= '\r');
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
