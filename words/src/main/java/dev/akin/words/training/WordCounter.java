package dev.akin.words.training;

import dev.akin.format.words.WordList;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Counts words, and numbers them as they come. For one pass and one thread. */
final class WordCounter {
  private final int most;
  private final WordList.Builder words = new WordList.Builder();
  private long[] counts = new long[1024];
  private long tokens;
  private long forgotten;
  private long threshold = 1;
  private int[] ordinals = {};

  /**
   * A counter of nothing yet.
   *
   * @param most different words held at once: when there are more, the rarest are forgotten
   */
  WordCounter(int most) {
    this.most = most;
  }

  /** Counts a word and returns its number, which holds until {@link #hasForgotten}. */
  int add(byte[] bytes, int from, int to) {
    int number = words.place(bytes, from, to);
    if (number == counts.length) {
      counts = Arrays.copyOf(counts, 2 * number);
    }
    counts[number]++;
    tokens++;
    while (words.size() > most) {
      forget();
    }
    return number;
  }

  /** Whether words were forgotten, and the others numbered anew. */
  boolean hasForgotten() {
    return threshold > 1;
  }

  /** Forgets the words that stand too seldom so far. */
  private void forget() {
    WordList old = words.build();
    for (int i = 0; i < old.size(); i++) {
      if (counts[i] > threshold) {
        byte[] word = old.bytes(i);
        counts[words.place(word, 0, word.length)] = counts[i];
      }
    }
    Arrays.fill(counts, words.size(), old.size(), 0);
    forgotten += old.size() - words.size();
    threshold++;
  }

  /**
   * The words that are kept; the counter counts no more.
   *
   * @param source what was read, for complaints
   * @throws IllegalArgumentException if there are too few, saying how much was read
   */
  Vocabulary finish(String source, long lines, long leastCount) {
    WordList all = words.build();
    int[] order = IntStream.range(0, all.size()).filter(i -> counts[i] >= leastCount).toArray();
    if (tokens == 0) {
      throw new IllegalArgumentException(source + " holds no words; there is nothing to learn");
    }
    if (order.length < 2) {
      throw new IllegalArgumentException(
          "%s: %d of its %,d different words %s at least %d times; 2 or more are needed to learn"
                  .formatted(
                      source,
                      order.length,
                      all.size(),
                      order.length == 1 ? "stands" : "stand",
                      leastCount)
              + " from, so give more text or a lower least count");
    }
    Ordinals.sort(
        order,
        (a, b) -> counts[a] != counts[b] ? Long.compare(counts[b], counts[a]) : all.compare(a, b));
    ordinals = new int[all.size()];
    Arrays.fill(ordinals, -1);
    long[] kept = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      ordinals[order[i]] = i;
      kept[i] = counts[order[i]];
    }
    var text = new Vocabulary.Text(tokens, all.size() + forgotten, lines, forgotten > 0);
    return new Vocabulary(all.take(order), kept, text);
  }

  /** By the number of each word its ordinal in what was finished, −1 if it is not kept. */
  int[] ordinals() {
    return ordinals;
  }
}
