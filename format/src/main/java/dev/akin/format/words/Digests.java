package dev.akin.format.words;

import dev.akin.vector.Matrix;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** How values enter a digest: each with its length, so that no two sequences look alike. */
final class Digests {
  /** A buffer ends at 2 GB; matrices do not. */
  private static final long CHUNK = 1 << 26;

  private Digests() {}

  static void add(MessageDigest digest, int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      digest.update((byte) (value >> shift));
    }
  }

  static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(digest, bytes.length);
    digest.update(bytes);
  }

  static void add(MessageDigest digest, Matrix matrix) {
    add(digest, matrix.rows());
    add(digest, matrix.dimension());
    long bytes = matrix.cells().byteSize();
    for (long at = 0; at < bytes; at += CHUNK) {
      digest.update(matrix.cells().asSlice(at, Math.min(CHUNK, bytes - at)).asByteBuffer());
    }
  }
}
