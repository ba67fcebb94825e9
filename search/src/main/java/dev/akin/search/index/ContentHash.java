package dev.akin.search.index;

import dev.akin.text.Document;
import dev.akin.text.FormatException;
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
 * @param rest the same over everything else
 */
record ContentHash(String text, String rest) {
  private static final int BYTES = 16;

  static ContentHash of(Document document) {
    return new ContentHash(
        digest(document.title(), document.text()),
        digest(document.metadata().toLine(), document.origin().toString()));
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

  private static String digest(String... parts) {
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
