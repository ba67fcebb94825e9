package dev.akin.encoder;

import java.io.IOException;
import java.io.InputStream;

/** Files at the root of the jars that carry models. */
final class ClassPath {
  private ClassPath() {}

  static boolean has(String resource) {
    return ClassPath.class.getResource("/" + resource) != null;
  }

  /**
   * A stream of its bytes; the caller closes it.
   *
   * @throws IllegalArgumentException if no jar on the class path has it
   */
  static InputStream open(String resource) {
    InputStream in = ClassPath.class.getResourceAsStream("/" + resource);
    if (in == null) {
      throw new IllegalArgumentException(
          "no jar on the class path holds %s: add the model's artifact".formatted(resource));
    }
    return in;
  }

  static byte[] read(String resource) throws IOException {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    }
  }
}
