package dev.akin.search.index;

import dev.akin.text.Document;
import dev.akin.text.FormatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a document's content comes to.
 *
 * @param text 128 bits of SHA-256 over title and text, base 64: where it is the same, so are the
 *     vectors
 * @param rest the same over everything else: metadata, file, and the line of every character
 */
record ContentHash(String text, String rest) {
  private static final int BYTES = 16;

  static ContentHash of(Document document) {
    return new ContentHash(
        digest(utf8(document.title()), utf8(document.text())),
        digest(
            utf8(document.metadata().toLine()),
            utf8(document.origin().file()),
            bytes(document.origin().places())));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, Integer.BYTES));
    bytes.asIntBuffer().put(numbers);
    return bytes.array();
  }

  /**
   * The hash in its stored form.
   *
   * @param where names the index in errors
   */
  static ContentHash parse(String stored, String where) {
    int space = stored.indexOf(' ');
    if (space < 0) {
      throw new FormatException(where, "no content hash: '%s'".formatted(stored));
    }
    return new ContentHash(stored.substring(0, space), stored.substring(space + 1));
  }

  private static String digest(byte[]... parts) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
    for (byte[] part : parts) {
      digest.update(utf8(part.length + ":"));
      digest.update(part);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(digest.digest(), BYTES));
  }

  /** The stored form. */
  @Override
  public String toString() {
    return text + " " + rest;
  }
}
