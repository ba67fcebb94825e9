package dev.akin.eval.complexity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How evenly words are used: Shannon's entropy H = −Σ p(w) log₂ p(w) of the distribution of
 * lower-cased words, in bits.
 *
 * <p>It grows with the length of a text, so the mean over texts and the entropy of all texts pooled
 * are two different measures, of which the pooled one also grows with the number of texts.
 */
public final class WordEntropy {
  private WordEntropy() {}

  /** Of one text: in [0, log₂ words]; 0 for a text without words. */
  public static double of(String text) {
    return pooled(Stream.of(text));
  }

  /** Of all words of all texts together. */
  public static double pooled(Stream<String> texts) {
    Map<String, Integer> counts = new HashMap<>();
    texts.forEach(text -> count(text, counts));
    return entropy(counts);
  }

  private static void count(String text, Map<String, Integer> counts) {
    Words.of(text).forEach(word -> counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum));
  }

  private static double entropy(Map<String, Integer> counts) {
    // Summed in the order of the counts, so that the same words give the same last digit.
    double all = counts.values().stream().mapToLong(count -> count).sum();
    return counts.values().stream()
            .sorted()
            .mapToDouble(count -> count / all * Math.log(all / count))
            .sum()
        / Math.log(2);
  }
}
