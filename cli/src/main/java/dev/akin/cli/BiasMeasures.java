package dev.akin.cli;

import dev.akin.eval.bias.AssociationTest;
import dev.akin.words.Casing;
import dev.akin.words.OutOfVocabulary;
import dev.akin.words.WordLookup;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.AssociationSet;
import dev.akin.words.geometry.Debiasing;
import dev.akin.words.geometry.Debiasing.WordPair;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What is asked about a bias, of vectors before and after it was taken out.
 *
 * @param words that should have none of it
 * @param strictness of the direct bias
 * @param associations tests of two kinds of targets
 * @param pairs whose cosines may come from it
 */
record BiasMeasures(
    List<String> words,
    double strictness,
    List<AssociationSet> associations,
    List<WordPair> pairs) {
  /** Of the partitions that are drawn where there are too many; as many as are enumerated. */
  private static final int DRAWS = AssociationTest.MOST_ENUMERATED;

  private static final long SEED = 42;

  /** What cosines of float32 rows are rounded by; associations that differ by less are equal. */
  private static final double ROUNDING = 1e-6;

  /**
   * How targets lean.
   *
   * @param effect size of it, 0 where all lean alike; empty if it cannot be said
   * @param p how often chance gives as much
   * @param problem why it cannot be said
   */
  record Association(
      AssociationSet.Cosines cosines, OptionalDouble effect, OptionalDouble p, String problem) {}

  /**
   * What vectors answer.
   *
   * @param direct not a number where no word has a vector
   * @param associations one a test
   * @param indirect one a pair
   */
  record Figures(double direct, List<Association> associations, List<OptionalDouble> indirect) {}

  /** Asks vectors about a bias. */
  Figures of(WordVectors vectors, Debiasing debiasing) {
    // Names are written with capitals in the published tests, and often not in vectors.
    var lookup = new WordLookup(vectors, Casing.AS_WRITTEN_OR_LOWER, OutOfVocabulary.ABSENT);
    return new Figures(
        debiasing.directBias(vectors, words, strictness),
        associations.stream().map(set -> association(set, lookup)).toList(),
        pairs.stream().map(pair -> debiasing.findIndirectBias(vectors, pair)).toList());
  }

  private static Association association(AssociationSet set, WordLookup lookup) {
    AssociationSet.Cosines cosines = set.cosines(lookup);
    if (cosines.xa().length == 0 || cosines.ya().length == 0) {
      return unsaid(
          cosines,
          "no word of %s has a vector"
              .formatted((cosines.xa().length == 0 ? set.x() : set.y()).category()));
    }
    try {
      double[] x = AssociationTest.associations(cosines.xa(), cosines.xb());
      double[] y = AssociationTest.associations(cosines.ya(), cosines.yb());
      var test = AssociationTest.of(x, y);
      if (isLevel(x, y)) {
        // Words that mean a bias and were equalised are as near to all that is neutral: a
        // difference of nothing, in units of nothing, would be whatever rounding left.
        return new Association(cosines, OptionalDouble.of(0), OptionalDouble.of(1), "");
      }
      return new Association(
          cosines,
          OptionalDouble.of(test.effectSize()),
          OptionalDouble.of(test.chance(DRAWS, SEED).p()),
          "");
    } catch (IllegalArgumentException e) {
      return unsaid(cosines, Failures.message(e));
    }
  }

  private static Association unsaid(AssociationSet.Cosines cosines, String problem) {
    return new Association(cosines, OptionalDouble.empty(), OptionalDouble.empty(), problem);
  }

  private static boolean isLevel(double[] x, double[] y) {
    DoubleSummaryStatistics all =
        DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).summaryStatistics();
    return all.getMax() - all.getMin() < ROUNDING;
  }
}
