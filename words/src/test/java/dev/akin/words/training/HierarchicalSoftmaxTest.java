package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HierarchicalSoftmaxTest {
  private static final long[] COUNTS = {900, 400, 400, 120, 33, 33, 8, 5, 1, 1, 1};

  @Test
  void theShareOfAllWordsTogetherIsOneWhateverTheScores() {
    var tree = new HierarchicalSoftmax(COUNTS);
    var random = new Random(1);
    double[] scores = random.doubles(COUNTS.length - 1, -3, 3).toArray();
    double total = 0;
    for (int word = 0; word < COUNTS.length; word++) {
      double share = 1;
      for (int d = 0; d < tree.nodes(word).length; d++) {
        double score = scores[tree.nodes(word)[d]];
        share /= 1 + Math.exp(tree.codes(word)[d] ? score : -score);
      }
      total += share;
    }
    assertThat(total).isCloseTo(1, within(1e-12));
  }

  @Test
  void itsDecisionsAreAsFewAsHuffmansInTheMean() {
    var tree = new HierarchicalSoftmax(COUNTS);
    long decisions = 0;
    var weights = new PriorityQueue<Long>();
    for (int word = 0; word < COUNTS.length; word++) {
      decisions += COUNTS[word] * tree.nodes(word).length;
      weights.add(COUNTS[word]);
    }
    long fewest = 0;
    while (weights.size() > 1) {
      long both = weights.remove() + weights.remove();
      fewest += both;
      weights.add(both);
    }
    assertThat(decisions).isEqualTo(fewest);
  }
}
