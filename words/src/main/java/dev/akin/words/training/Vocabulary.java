package dev.akin.words.training;

import dev.akin.format.words.WordList;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The words that are learned and how often each stands in the text, the most frequent first, equals
 * in the order of their bytes.
 *
 * <p>Immutable.
 */
public final class Vocabulary {
  private final WordList words;
  private final long[] counts;
  private final long tokens;
  private final Text text;

  /**
   * What was counted.
   *
   * @param tokens occurrences of all words
   * @param distinct different words seen, as far as they were counted
   * @param lines that were read, empty ones too
   * @param pruned whether rare words were forgotten while counting, for memory's sake: then counts
   *     of rare words may be too low
   */
  public record Text(long tokens, long distinct, long lines, boolean pruned) {}

  Vocabulary(WordList words, long[] counts, Text text) {
    this.words = words;
    this.counts = counts;
    this.tokens = Arrays.stream(counts).sum();
    this.text = text;
  }

  /** The words that are kept. */
  public WordList words() {
    return words;
  }

  /** Occurrences of a word. */
  public long count(int ordinal) {
    return counts[ordinal];
  }

  /** A copy of the occurrences of each word, by ordinal. */
  public long[] counts() {
    return counts.clone();
  }

  /** Occurrences of the words that are kept. */
  public long tokens() {
    return tokens;
  }

  /** What was counted, with the words that were not kept. */
  public Text text() {
    return text;
  }

  /** How many words. */
  public int size() {
    return words.size();
  }

  /**
   * Counts the words of a source in one pass.
   *
   * @param leastCount occurrences below which a word is not kept
   * @param mostWords different words held at once: when there are more, the rarest are forgotten,
   *     as word2vec.c does (Mikolov et al. 2013)
   * @throws IllegalArgumentException if nothing is kept, saying how much was read
   */
  public static Vocabulary count(WordSource source, long leastCount, int mostWords)
      throws IOException {
    var counter = new Counter(mostWords);
    source.read(counter);
    return counter.vocabulary(source, leastCount);
  }

  private static final class Counter implements WordSource.Sink {
    private final int most;
    private WordList.Builder words = new WordList.Builder();
    private long[] counts = new long[1024];
    private long tokens;
    private long lines;
    private long forgotten;
    private long threshold = 1;

    Counter(int most) {
      this.most = most;
    }

    @Override
    public void word(byte[] bytes, int from, int to) {
      int ordinal = words.place(bytes, from, to);
      if (ordinal == counts.length) {
        counts = Arrays.copyOf(counts, 2 * ordinal);
      }
      counts[ordinal]++;
      tokens++;
      while (words.size() > most) {
        forget();
      }
    }

    @Override
    public void lineEnd() {
      lines++;
    }

    /** Forgets the words that stand too seldom so far. */
    private void forget() {
      WordList old = words.build();
      var kept = new WordList.Builder();
      long[] keptCounts = new long[counts.length];
      for (int i = 0; i < old.size(); i++) {
        if (counts[i] > threshold) {
          byte[] word = old.bytes(i);
          keptCounts[kept.place(word, 0, word.length)] = counts[i];
        }
      }
      forgotten += old.size() - kept.size();
      words = kept;
      counts = keptCounts;
      threshold++;
    }

    Vocabulary vocabulary(WordSource source, long leastCount) {
      WordList all = words.build();
      int[] order =
          IntStream.range(0, all.size())
              .filter(i -> counts[i] >= leastCount)
              .boxed()
              .sorted((a, b) ->
                  counts[a] != counts[b]
                      ? Long.compare(counts[b], counts[a])
                      : Arrays.compareUnsigned(all.bytes(a), all.bytes(b)))
              .mapToInt(Integer::intValue)
              .toArray();
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
      var kept = new WordList.Builder();
      long[] keptCounts = new long[order.length];
      for (int i : order) {
        byte[] word = all.bytes(i);
        keptCounts[kept.place(word, 0, word.length)] = counts[i];
      }
      var text = new Text(tokens, all.size() + forgotten, lines, forgotten > 0);
      return new Vocabulary(kept.build(), keptCounts, text);
    }
  }
}
