package dev.akin.format.words;

import java.util.Map;
import java.util.Optional;

/**
 * The words and labels of a fastText model. The caller leaves the arrays alone.
 *
 * @param words in the order of their rows
 * @param counts how often each word stood in the text
 * @param labels the classes of a supervised model; empty otherwise
 * @param labelCounts how often each
 * @param tokens how many tokens the text had
 * @param kept the buckets that pruning left, each with its row behind the words; empty if the model
 *     was not pruned
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the vocabulary: copies would double them
record FastTextDictionary(
    WordList words,
    long[] counts,
    WordList labels,
    long[] labelCounts,
    long tokens,
    Optional<Map<Integer, Integer>> kept) {
  FastTextDictionary {
    if (counts.length != words.size() || labelCounts.length != labels.size()) {
      throw new IllegalArgumentException(
          "%d counts for %d words, %d for %d labels"
              .formatted(counts.length, words.size(), labelCounts.length, labels.size()));
    }
  }

  /** Those of a model that is not supervised and not pruned. */
  static FastTextDictionary ofWords(WordList words, long[] counts) {
    long tokens = 0;
    for (long count : counts) {
      tokens += count;
    }
    return new FastTextDictionary(
        words, counts, WordList.of(java.util.List.of()), new long[0], tokens, Optional.empty());
  }
}
