package dev.akin.vector.probe;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Draws the same few items of each label for every system that is compared: the draw depends on the
 * labels, the seed and the repetition, on nothing else.
 *
 * @param perLabel items of each label; all there are of a label that has fewer
 * @param seed what all repetitions are drawn from
 */
public record FewShot(int perLabel, long seed) {
  /** Refuses fewer than one item a label. */
  public FewShot {
    if (perLabel < 1) {
      throw new IllegalArgumentException(
          "%d items a label: at least 1 is needed".formatted(perLabel));
    }
  }

  /**
   * The items of one repetition.
   *
   * @param labels of every item
   * @param repetition from 0
   * @return ordinals of the items, rising
   * @throws IllegalArgumentException if the repetition is negative
   */
  public int[] draw(int[] labels, int repetition) {
    return draw(labels.length, item -> new int[] {labels[item]}, repetition);
  }

  /**
   * The items of one repetition where an item may have several labels: an item is taken if one of
   * its labels lacks items, so that common labels may come to have more than {@link #perLabel}.
   *
   * @param labels [items × labels]
   * @param repetition from 0
   * @return ordinals of the items, rising; none without a label
   * @throws IllegalArgumentException if the repetition is negative
   */
  public int[] draw(boolean[][] labels, int repetition) {
    return draw(
        labels.length,
        item ->
            IntStream.range(0, labels[item].length).filter(label -> labels[item][label]).toArray(),
        repetition);
  }

  private int[] draw(int size, IntFunction<int[]> labelsOf, int repetition) {
    Map<Integer, Integer> counts = new HashMap<>();
    return Arrays.stream(shuffled(size, repetition))
        .filter(item -> {
          int[] labels = labelsOf.apply(item);
          boolean isLacking =
              Arrays.stream(labels).anyMatch(label -> counts.getOrDefault(label, 0) < perLabel);
          if (isLacking) {
            Arrays.stream(labels).forEach(label -> counts.merge(label, 1, Integer::sum));
          }
          return isLacking;
        })
        .sorted()
        .toArray();
  }

  private int[] shuffled(int size, int repetition) {
    if (repetition < 0) {
      throw new IllegalArgumentException("repetition %d: they begin at 0".formatted(repetition));
    }
    var seeds = new SplittableRandom(seed);
    SplittableRandom random = seeds.split();
    for (int i = 0; i < repetition; i++) {
      random = seeds.split();
    }
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }
}
