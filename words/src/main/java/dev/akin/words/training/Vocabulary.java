package dev.akin.words.training;

import dev.akin.format.words.WordList;
import java.io.IOException;
import java.util.Arrays;

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
    var counter = new WordCounter(mostWords);
    var lines = new LineCounter(counter);
    source.read(lines);
    return counter.finish(source.toString(), lines.lines, leastCount);
  }

  private static final class LineCounter implements WordSource.Sink {
    private final WordCounter words;
    private long lines;

    LineCounter(WordCounter words) {
      this.words = words;
    }

    @Override
    public void word(byte[] bytes, int from, int to) {
      words.add(bytes, from, to);
    }

    @Override
    public void lineEnd() {
      lines++;
    }
  }
}
