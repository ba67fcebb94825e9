package dev.akin.study.words;

import dev.akin.eval.significance.Estimate;
import dev.akin.vector.Matrix;
import dev.akin.vector.probe.LogisticRegression;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How well labels can be read off frozen rows: each row is labelled by a multinomial logistic
 * regression that learned from the other folds. The folds depend on the seed and the number of
 * items alone.
 */
final class FoldedProbe {
  private static final int FOLDS = 5;

  private final int[] labels;
  private final int[] foldOf;

  /**
   * A probe of items by their labels.
   *
   * @param labels of each item, at least two different ones
   * @param seed of the folds
   */
  FoldedProbe(List<String> labels, long seed) {
    List<String> all = List.copyOf(new TreeSet<>(labels));
    this.labels = labels.stream().mapToInt(all::indexOf).toArray();
    this.foldOf = new int[labels.size()];
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = IntStream.range(0, foldOf.length).toArray();
    for (int i = order.length - 1; i >= 0; i--) {
      int other = random.nextInt(i + 1);
      foldOf[order[other]] = i % FOLDS;
      order[other] = order[i];
    }
  }

  /** The accuracy over all items, each labelled once; rows are borrowed. */
  Estimate accuracy(Matrix rows) {
    double[] right = new double[labels.length];
    for (int fold = 0; fold < FOLDS; fold++) {
      int[] learned = items(fold, false);
      int[] asked = items(fold, true);
      try (Matrix known = rows.take(learned);
          Matrix unknown = rows.take(asked)) {
        int[] predicted =
            LogisticRegression.train(
                    known, IntStream.of(learned).map(item -> labels[item]).toArray())
                .predict(unknown);
        for (int i = 0; i < asked.length; i++) {
          right[asked[i]] = predicted[i] == labels[asked[i]] ? 1 : 0;
        }
      }
    }
    return Estimate.mean(right);
  }

  private int[] items(int fold, boolean isInside) {
    return IntStream.range(0, labels.length)
        .filter(item -> (foldOf[item] == fold) == isInside)
        .toArray();
  }
}
