package dev.akin.eval.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.RandomItems;
import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusteringTest {
  private static final double ROUNDING = 1e-10;

  @Test
  void handComputedFigures() {
    // Two classes of two; cluster 0 holds both of class 0 and one of class 1.
    var items = Clustering.of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 0, 1});
    double ln2 = Math.log(2);
    double leftOfClasses = -(0.5 * Math.log(2.0 / 3) + 0.25 * Math.log(1.0 / 3));
    double ofClusters = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
    double homogeneity = 1 - leftOfClasses / ln2;
    double completeness = 1 - 0.5 * ln2 / ofClusters;
    assertThat(items.homogeneity()).isCloseTo(homogeneity, within(ROUNDING));
    assertThat(items.completeness()).isCloseTo(completeness, within(ROUNDING));
    assertThat(items.vMeasure())
        .isCloseTo(2 * homogeneity * completeness / (homogeneity + completeness), within(ROUNDING));
    assertThat(items.purity()).isEqualTo(0.75);
    // Pairs together in both: 1; in classes 2, in clusters 3, of 6: expected 1, at most 2.5.
    assertThat(items.adjustedRandIndex()).isCloseTo(0, within(ROUNDING));
    assertThat(items).hasToString("Clustering[4 items, 2 classes, 2 clusters]");
  }

  /** scikit-learn 1.2.1. */
  @Test
  void figuresOfScikitLearn() {
    var items = Clustering.of(RandomItems.gold(), RandomItems.other());
    assertThat(items.homogeneity()).isCloseTo(0.5129044339013904, within(ROUNDING));
    assertThat(items.completeness()).isCloseTo(0.46396185608473783, within(ROUNDING));
    assertThat(items.vMeasure()).isCloseTo(0.4872070939214414, within(ROUNDING));
    assertThat(items.mutualInformation()).isCloseTo(0.7038794998584637, within(ROUNDING));
    assertThat(items.adjustedRandIndex()).isCloseTo(0.28910396503278174, within(ROUNDING));
    Map<Normalisation, double[]> figures =
        Map.of(
            Normalisation.MIN, new double[] {0.5129044339013904, 0.36432746128582577},
            Normalisation.GEOMETRIC, new double[] {0.48781973427382047, 0.3414160052310397},
            Normalisation.ARITHMETIC, new double[] {0.48720709392144146, 0.3408648644288099},
            Normalisation.MAX, new double[] {0.46396185608473783, 0.320241398899251});
    figures.forEach((normalisation, expected) -> {
      assertThat(items.normalisedMutualInformation(normalisation))
          .isCloseTo(expected[0], within(ROUNDING));
      assertThat(items.adjustedMutualInformation(normalisation))
          .isCloseTo(expected[1], within(ROUNDING));
    });
  }

  @Test
  void everyFigureIsWhatTheDefinitionGives() {
    Seeds.forEach(
        1000,
        random -> {
          int size = random.nextInt(1, 25);
          int[] classes = RandomItems.labels(random, size, 1 + random.nextInt(5));
          int[] clusters = RandomItems.labels(random, size, 1 + random.nextInt(5));
          checkAgainstDefinitions(classes, clusters);
        });
  }

  private static void checkAgainstDefinitions(int[] classes, int[] clusters) {
    int size = classes.length;
    var items = Clustering.of(classes, clusters);
    double ofClasses = entropy(size, i -> classes[i]);
    double ofClusters = entropy(size, i -> clusters[i]);
    double ofBoth = entropy(size, i -> classes[i] + "/" + clusters[i]);
    double information = ofClasses + ofClusters - ofBoth;
    assertThat(items.mutualInformation()).isCloseTo(information, within(ROUNDING));
    double homogeneity = ofClasses == 0 ? 1 : information / ofClasses;
    double completeness = ofClusters == 0 ? 1 : information / ofClusters;
    assertThat(items.homogeneity()).isCloseTo(homogeneity, within(ROUNDING));
    assertThat(items.completeness()).isCloseTo(completeness, within(ROUNDING));
    assertThat(items.vMeasure())
        .isCloseTo(items.normalisedMutualInformation(Normalisation.ARITHMETIC), within(ROUNDING));
    assertThat(items.purity()).isCloseTo(purity(classes, clusters), within(ROUNDING));
    assertThat(items.adjustedRandIndex())
        .isCloseTo(adjustedRand(classes, clusters), within(ROUNDING));
  }

  private static double entropy(int size, IntFunction<Object> label) {
    Map<Object, Integer> counts = new HashMap<>();
    IntStream.range(0, size).forEach(i -> counts.merge(label.apply(i), 1, Integer::sum));
    double entropy = 0;
    for (int count : counts.values()) {
      double share = (double) count / size;
      entropy -= share * Math.log(share);
    }
    return entropy;
  }

  private static double purity(int[] classes, int[] clusters) {
    long sum = 0;
    for (int cluster : Arrays.stream(clusters).distinct().toArray()) {
      long largest = 0;
      for (int one : Arrays.stream(classes).distinct().toArray()) {
        long count =
            IntStream.range(0, classes.length)
                .filter(i -> clusters[i] == cluster && classes[i] == one)
                .count();
        largest = Math.max(largest, count);
      }
      sum += largest;
    }
    return (double) sum / classes.length;
  }

  /** By every pair of items (the four counts of Hubert and Arabie). */
  private static double adjustedRand(int[] classes, int[] clusters) {
    double both = 0;
    double classOnly = 0;
    double clusterOnly = 0;
    double neither = 0;
    for (int i = 0; i < classes.length; i++) {
      for (int j = 0; j < i; j++) {
        boolean sameClass = classes[i] == classes[j];
        boolean sameCluster = clusters[i] == clusters[j];
        both += sameClass && sameCluster ? 1 : 0;
        classOnly += sameClass && !sameCluster ? 1 : 0;
        clusterOnly += !sameClass && sameCluster ? 1 : 0;
        neither += !sameClass && !sameCluster ? 1 : 0;
      }
    }
    if (classOnly == 0 && clusterOnly == 0) {
      return 1;
    }
    double above = 2 * (both * neither - classOnly * clusterOnly);
    return above
        / ((both + classOnly) * (classOnly + neither)
            + (both + clusterOnly) * (clusterOnly + neither));
  }

  @Test
  void theExpectedInformationIsTheMeanOverAllOrders() {
    Seeds.forEach(
        40,
        random -> {
          int size = random.nextInt(2, 7);
          int[] classes = RandomItems.labels(random, size, 3);
          int[] clusters = RandomItems.labels(random, size, 3);
          double[] sum = new double[2];
          forEachOrder(
              clusters.clone(),
              0,
              order -> {
                sum[0] += Clustering.of(classes, order).mutualInformation();
                sum[1]++;
              });
          double expected = sum[0] / sum[1];
          var items = Clustering.of(classes, clusters);
          double mean = (entropy(size, i -> classes[i]) + entropy(size, i -> clusters[i])) / 2;
          if (mean - expected > 1e-9) {
            assertThat(items.adjustedMutualInformation(Normalisation.ARITHMETIC))
                .isCloseTo(
                    (items.mutualInformation() - expected) / (mean - expected), within(1e-9));
          }
        });
  }

  private static void forEachOrder(int[] values, int from, java.util.function.Consumer<int[]> use) {
    if (from == values.length) {
      use.accept(values);
      return;
    }
    for (int i = from; i < values.length; i++) {
      swap(values, from, i);
      forEachOrder(values, from + 1, use);
      swap(values, from, i);
    }
  }

  private static void swap(int[] values, int i, int j) {
    int swapped = values[i];
    values[i] = values[j];
    values[j] = swapped;
  }

  @Test
  void theSamePartitionUnderOtherNamesScoresOne() {
    Seeds.forEach(
        200,
        random -> {
          int size = random.nextInt(1, 40);
          int[] classes = RandomItems.labels(random, size, 1 + random.nextInt(8));
          int[] renamed = Arrays.stream(classes).map(label -> 1000 - 7 * label).toArray();
          var items = Clustering.of(classes, renamed);
          assertThat(items.homogeneity()).isEqualTo(1);
          assertThat(items.completeness()).isEqualTo(1);
          assertThat(items.vMeasure()).isEqualTo(1);
          assertThat(items.purity()).isEqualTo(1);
          assertThat(items.adjustedRandIndex()).isEqualTo(1);
          for (Normalisation normalisation : Normalisation.values()) {
            assertThat(items.normalisedMutualInformation(normalisation))
                .isCloseTo(1, within(ROUNDING));
            assertThat(items.adjustedMutualInformation(normalisation))
                .isCloseTo(1, within(ROUNDING));
          }
        });
  }

  @Test
  void oneClusterOfSeveralClassesScoresZero() {
    var items = Clustering.of(new int[] {0, 1, 2, 0, 1, 2, 2}, new int[7]);
    assertThat(items.homogeneity()).isZero();
    assertThat(items.completeness()).isEqualTo(1);
    assertThat(items.vMeasure()).isZero();
    assertThat(items.adjustedRandIndex()).isZero();
    for (Normalisation normalisation : Normalisation.values()) {
      assertThat(items.normalisedMutualInformation(normalisation)).isZero();
      assertThat(items.adjustedMutualInformation(normalisation)).isZero();
    }
  }

  @Test
  void aClusterForEachItemSaysNothingBeyondChance() {
    int[] classes = {0, 0, 1, 1, 1};
    var items = Clustering.of(classes, new int[] {0, 1, 2, 3, 4});
    assertThat(items.homogeneity()).isEqualTo(1);
    assertThat(items.adjustedMutualInformation(Normalisation.ARITHMETIC))
        .isCloseTo(0, within(ROUNDING));
    assertThat(items.adjustedMutualInformation(Normalisation.MIN)).isZero();
    assertThat(items.adjustedRandIndex()).isZero();
  }

  @Test
  void theOrderOfItemsDoesNotMatterAndSymmetricFiguresAreSymmetric() {
    Seeds.forEach(
        200,
        random -> {
          int size = random.nextInt(1, 40);
          int[] classes = RandomItems.labels(random, size, 6);
          int[] clusters = RandomItems.labels(random, size, 4);
          int[] order = RandomItems.shuffled(random, size);
          var items = Clustering.of(classes, clusters);
          var shuffled =
              Clustering.of(RandomItems.taken(classes, order), RandomItems.taken(clusters, order));
          var swapped = Clustering.of(clusters, classes);
          assertThat(shuffled.vMeasure()).isEqualTo(items.vMeasure());
          assertThat(shuffled.adjustedRandIndex()).isEqualTo(items.adjustedRandIndex());
          assertThat(swapped.homogeneity()).isCloseTo(items.completeness(), within(ROUNDING));
          assertThat(swapped.vMeasure()).isCloseTo(items.vMeasure(), within(ROUNDING));
          assertThat(swapped.adjustedMutualInformation(Normalisation.ARITHMETIC))
              .isCloseTo(
                  items.adjustedMutualInformation(Normalisation.ARITHMETIC), within(ROUNDING));
        });
  }

  @Test
  void aResampleIsTheFigureOfTheItemsDrawn() {
    Seeds.forEach(
        300,
        random -> {
          int size = random.nextInt(1, 30);
          int[] classes = RandomItems.labels(random, size, 5);
          int[] clusters = RandomItems.labels(random, size, 5);
          int[] items = RandomItems.resample(random, random.nextInt(1, 40), size);
          var drawn =
              Clustering.of(RandomItems.taken(classes, items), RandomItems.taken(clusters, items));
          var resampled = Clustering.of(classes, clusters).resampled(items);
          assertThat(resampled.vMeasure()).isEqualTo(drawn.vMeasure());
          assertThat(resampled.adjustedRandIndex()).isEqualTo(drawn.adjustedRandIndex());
          assertThat(resampled.purity()).isEqualTo(drawn.purity());
          assertThat(resampled.adjustedMutualInformation(Normalisation.MAX))
              .isCloseTo(drawn.adjustedMutualInformation(Normalisation.MAX), within(ROUNDING));
          int[] again = RandomItems.resample(random, 5, items.length);
          assertThat(resampled.resampled(again).vMeasure())
              .isEqualTo(drawn.resampled(again).vMeasure());
        });
  }

  @Test
  void countsPastTheRangeOfIntegersDoNotOverflow() {
    int size = 200_000; // 2 · 10¹⁰ pairs
    int[] classes = IntStream.range(0, size).map(i -> i % 2).toArray();
    int[] clusters = IntStream.range(0, size).map(i -> i / 2 % 2).toArray();
    var items = Clustering.of(classes, clusters);
    assertThat(items.adjustedRandIndex()).isCloseTo(0, within(1e-4));
    assertThat(items.vMeasure()).isCloseTo(0, within(1e-12));
    assertThat(Clustering.of(classes, classes).adjustedRandIndex()).isEqualTo(1);
  }

  @Test
  void noItemsOrUnequalOnesAreRefused() {
    assertThatThrownBy(() -> Clustering.of(new int[0], new int[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no items: 0 classes and 0 clusters");
    assertThatThrownBy(() -> Clustering.of(new int[2], new int[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 classes and 1 clusters: one of each is needed for every item");
  }
}
