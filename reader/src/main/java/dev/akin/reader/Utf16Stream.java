package dev.akin.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * UTF-16 bytes as UTF-8 bytes. Half a surrogate pair comes out as the three bytes that UTF-8 would
 * need for it and forbids, a single last byte as 0xFF, so that the reader of the UTF-8 finds both.
 */
final class Utf16Stream extends InputStream {
  private static final int NONE = -1;
  private final BufferedInputStream in;
  private final boolean isBigEndian;
  private final byte[] out = new byte[4];
  private int outAt;
  private int outEnd;
  private int readAhead = NONE;
  private boolean hasHalfUnit;

  Utf16Stream(BufferedInputStream in, boolean isBigEndian) {
    this.in = in;
    this.isBigEndian = isBigEndian;
  }

  @Override
  public int read() throws IOException {
    return outAt < outEnd || encodeNext() ? out[outAt++] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = 0;
    while (n < length && (outAt < outEnd || encodeNext())) {
      bytes[offset + n++] = out[outAt++];
    }
    return n == 0 && length > 0 ? -1 : n;
  }

  private boolean encodeNext() throws IOException {
    outAt = 0;
    outEnd = 0;
    int unit = readAhead == NONE ? readUnit() : readAhead;
    readAhead = NONE;
    if (unit == NONE) {
      if (hasHalfUnit) {
        hasHalfUnit = false;
        put(0xff);
        return true;
      }
      return false;
    }
    int codePoint = unit;
    if (Character.isHighSurrogate((char) unit)) {
      int low = readUnit();
      if (low != NONE && Character.isLowSurrogate((char) low)) {
        codePoint = Character.toCodePoint((char) unit, (char) low);
      } else {
        readAhead = low;
      }
    }
    encode(codePoint);
    return true;
  }

  private int readUnit() throws IOException {
    int first = in.read();
    if (first < 0) {
      return NONE;
    }
    int second = in.read();
    if (second < 0) {
      hasHalfUnit = true;
      return NONE;
    }
    return isBigEndian ? first << 8 | second : second << 8 | first;
  }

  private void encode(int c) {
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xc0 | c >> 6);
      put(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
      put(0xe0 | c >> 12);
      put(0x80 | (c >> 6 & 0x3f));
      put(0x80 | (c & 0x3f));
    } else {
      put(0xf0 | c >> 18);
      put(0x80 | (c >> 12 & 0x3f));
      put(0x80 | (c >> 6 & 0x3f));
      put(0x80 | (c & 0x3f));
    }
  }

  private void put(int b) {
    out[outEnd++] = (byte) b;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
