package dev.akin.words.training;

import dev.akin.vector.Matrix;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * A digest of all that decides what is learned: the settings but the threads, the text, and the
 * compass if there is one.
 */
final class TrainingIdentity {
  private TrainingIdentity() {}

  static byte[] of(
      TrainingOptions options, LookupTrainer.Setting setting, Optional<LookupTrainer.Guide> guide) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          options.toBuilder().threads(1).build().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(setting.tokens().cells()).array());
      add(digest, setting.vocabulary());
      if (setting.predicted() != setting.vocabulary()) {
        add(digest, setting.predicted());
      }
      guide.ifPresent(by -> by.compass().addTo(digest, by.start()));
      if (setting.lines().isPresent()) {
        add(digest, setting.lines().get());
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, Matrix lines) {
    for (int line = 0; line < lines.rows(); line++) {
      digest.update(lines.row(line).asByteBuffer());
    }
  }

  private static void add(MessageDigest digest, Vocabulary vocabulary) {
    ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
    for (int word = 0; word < vocabulary.size(); word++) {
      digest.update(number.clear().putLong(vocabulary.count(word)).array());
      digest.update(vocabulary.words().bytes(word));
    }
  }
}
