package dev.akin.study.words;

import dev.akin.eval.pair.Correlation;
import dev.akin.eval.significance.Estimate;
import dev.akin.words.WordLookup;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.SimilaritySet;
import java.util.List;

/** Figures of tables of words whose items can be drawn again. */
final class WordFigures {
  private WordFigures() {}

  /**
   * Spearman's correlation of cosines with what people said, over the pairs whose words have
   * vectors; two tables of the same words have the same items.
   */
  static Estimate similarity(WordVectors vectors, SimilaritySet set) {
    List<SimilaritySet.Judged> covered =
        set.evaluate(WordLookup.asWritten(vectors)).items().stream()
            .filter(item -> item.cosine().isPresent())
            .toList();
    return correlation(
        covered.stream().mapToDouble(item -> item.pair().score()).toArray(),
        covered.stream().mapToDouble(item -> item.cosine().getAsDouble()).toArray());
  }

  /** Spearman's correlation, which can be computed again on a resample of the pairs. */
  static Estimate correlation(double[] people, double[] vectors) {
    Correlation all = Correlation.of(people, vectors);
    return Estimate.of(
        people.length,
        items -> {
          Correlation drawn = all.resampled(items);
          return drawn.isDefined() ? drawn.spearman() : Double.NaN;
        });
  }
}
