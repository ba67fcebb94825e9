package dev.akin.words.counting;

import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Lines held in memory. */
record Lines(List<String> lines) implements WordSource {
  /** Words w0 … of a vocabulary, low numbers more often. */
  static Lines random(int count, int words, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder line = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        line.append("w").append((int) (words * Math.pow(random.nextDouble(), 2))).append(' ');
      }
      lines.add(line.toString().strip());
    }
    return new Lines(lines);
  }

  @Override
  public void read(Sink sink) throws IOException {
    for (String line : lines) {
      for (String word : line.split(" ", -1)) {
        if (!word.isEmpty()) {
          byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
          sink.word(bytes, 0, bytes.length);
        }
      }
      sink.lineEnd();
    }
  }
}
