package dev.akin.words.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Sentences whose words are all of one topic: {@code t3w7} is word 7 of topic 3. What is near in
 * the text is known.
 */
record Topics(int topics, int words, int sentences, long seed) implements WordSource {
  @Override
  public void read(Sink sink) throws IOException {
    var random = new Random(seed);
    for (int s = 0; s < sentences; s++) {
      int topic = random.nextInt(topics);
      for (int w = 0; w < 10; w++) {
        byte[] word = word(topic, random.nextInt(words)).getBytes(StandardCharsets.UTF_8);
        sink.word(word, 0, word.length);
      }
      sink.lineEnd();
    }
  }

  static String word(int topic, int number) {
    return "t%dw%d".formatted(topic, number);
  }
}
