package dev.akin.words.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A digest of all that decides what is learned: the settings but the threads, and the text. */
final class TrainingIdentity {
  private TrainingIdentity() {}

  static byte[] of(TrainingOptions options, Vocabulary vocabulary, TokenFile tokens) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(options.withThreads(1).toString().getBytes(StandardCharsets.UTF_8));
      ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
      digest.update(number.putLong(tokens.cells()).array());
      for (int word = 0; word < vocabulary.size(); word++) {
        digest.update(number.clear().putLong(vocabulary.count(word)).array());
        digest.update(vocabulary.words().bytes(word));
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
