package dev.akin.eval.suite;

import java.util.List;

/**
 * Items to learn from and items to test on, by their places; each part is rising.
 *
 * @param train at least one
 * @param test at least one
 * @param dropped in neither, because they would leak
 */
public record Split(List<Integer> train, List<Integer> test, List<Integer> dropped) {
  /** Copies the lists; refuses a split of which one side is empty. */
  public Split {
    train = train.stream().sorted().toList();
    test = test.stream().sorted().toList();
    dropped = dropped.stream().sorted().toList();
    if (train.isEmpty() || test.isEmpty()) {
      throw new IllegalArgumentException(
          "a split of %d items to train, %d to test and %d dropped has an empty side"
              .formatted(train.size(), test.size(), dropped.size()));
    }
  }
}
