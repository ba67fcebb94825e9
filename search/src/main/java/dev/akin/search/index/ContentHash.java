package dev.akin.search.index;

import dev.akin.text.Document;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What a document's content comes to: 16 bytes of SHA-256 over title and text, then 16 over
 * everything else. Equal first halves mean that its vectors need not be made again.
 */
record ContentHash(byte[] bytes) {
  private static final int HALF = 16;

  static ContentHash of(Document document) {
    byte[] bytes = new byte[2 * HALF];
    System.arraycopy(digest(document.title(), document.text()), 0, bytes, 0, HALF);
    byte[] rest = digest(document.metadata().toLine(), document.origin().toString());
    System.arraycopy(rest, 0, bytes, HALF, HALF);
    return new ContentHash(bytes);
  }

  private static byte[] digest(String... parts) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return digest.digest();
  }

  /** Whether title and text are the same. */
  boolean isSameText(ContentHash other) {
    return Arrays.equals(bytes, 0, HALF, other.bytes, 0, HALF);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
