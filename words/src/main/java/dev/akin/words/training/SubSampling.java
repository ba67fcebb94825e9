package dev.akin.words.training;

/**
 * Occurrences of frequent words that are skipped: one is kept with probability √(t/f) + t/f, where
 * f is the word's share of the text (word2vec.c; the paper has √(t/f) alone). Immutable.
 */
final class SubSampling {
  /** Of 2³¹; empty where every occurrence is kept. */
  private final int[] keep;

  SubSampling(Vocabulary vocabulary, double threshold) {
    keep = new int[threshold > 0 ? vocabulary.size() : 0];
    for (int word = 0; word < keep.length; word++) {
      double over = threshold * vocabulary.tokens() / vocabulary.count(word);
      double share = Math.sqrt(over) + over;
      keep[word] = (int) Math.min(Integer.MAX_VALUE, share * 0x1p31);
    }
  }

  /** The share of a word's occurrences that is kept, in (0, 1]. */
  float share(int word) {
    return keep.length == 0 ? 1 : keep[word] * 0x1p-31f;
  }

  boolean keeps(int word, Draws draws) {
    return keep.length == 0 || keep[word] == Integer.MAX_VALUE || draws.bits31() < keep[word];
  }
}
