package dev.akin.format.words;

import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** How a file is packed, told by its first bytes. */
enum Packing {
  NONE("", 1),
  /** At most a match of 258 bytes in two bits. */
  GZIP("gzip", 1032),
  /** At most a block of 128 KiB that repeats one byte, in four bytes. */
  ZSTANDARD("zstd", 1 << 15);

  /** Bytes that tell which it is. */
  static final int HEAD_BYTES = 4;

  private static final int BUFFER_BYTES = 1 << 16;

  private final String label;
  private final int largestRatio;

  Packing(String label, int largestRatio) {
    this.label = label;
    this.largestRatio = largestRatio;
  }

  /** That of a file which begins so. */
  static Packing of(byte[] head) {
    if (head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
      return GZIP;
    }
    boolean isZstandard =
        head.length >= 4
            && head[0] == 0x28
            && head[1] == (byte) 0xb5
            && head[2] == 0x2f
            && head[3] == (byte) 0xfd;
    return isZstandard ? ZSTANDARD : NONE;
  }

  /** What people call it. */
  String label() {
    return label;
  }

  /** How many bytes one byte can stand for. */
  int largestRatio() {
    return largestRatio;
  }

  InputStream unpack(InputStream packed) throws IOException {
    return switch (this) {
      case NONE -> packed;
      case GZIP -> new GZIPInputStream(packed, BUFFER_BYTES);
      case ZSTANDARD -> new ZstdInputStream(packed);
    };
  }
}
