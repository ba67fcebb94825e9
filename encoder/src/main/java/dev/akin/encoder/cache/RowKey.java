package dev.akin.encoder.cache;

import dev.akin.encoder.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Which text in which role: the first 128 bits of SHA-256 over both. */
record RowKey(long high, long low) {
  static RowKey of(String text, Role role) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(role.name().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return new RowKey(word(hash, 0), word(hash, Long.BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static long word(byte[] hash, int from) {
    long word = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      word = (word << 8) | (hash[from + i] & 0xFF);
    }
    return word;
  }
}
