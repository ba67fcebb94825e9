package dev.akin.format.words;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Small models written by fastText 0.9.2 and gensim 4.2 (bench/word-files/make-fixtures.py). */
final class Fixtures {
  private Fixtures() {}

  static byte[] bytes(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  /** The same bytes packed with Zstandard. */
  static byte[] zstd(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packed = new ZstdOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  /** A copy of a fixture in a folder, under another name: content decides, not the name. */
  static Path copy(Path folder, String name) throws IOException {
    return Files.write(folder.resolve("some-file"), bytes(name));
  }

  /** The vectors that the program which wrote a model gave for its words and for unseen ones. */
  static Map<String, float[]> expected(String name) throws IOException {
    Map<String, float[]> vectors = new LinkedHashMap<>();
    for (String line : new String(bytes(name), StandardCharsets.UTF_8).lines().toList()) {
      String[] parts = line.split("\t", -1);
      String[] cells = parts[1].split(" ", -1);
      float[] vector = new float[cells.length];
      for (int i = 0; i < cells.length; i++) {
        vector[i] = Float.parseFloat(cells[i]);
      }
      vectors.put(parts[0], vector);
    }
    return vectors;
  }
}
