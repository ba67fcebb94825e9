package dev.akin.eval.cluster;

import dev.akin.eval.Items;
import dev.akin.eval.label.Contingency;

/**
 * The true class C and the cluster K of each item: v-measure, mutual information, Rand index,
 * purity. What the labels are called does not matter, nor the order of the items. Immutable.
 *
 * <p>Entropies are in nats; every figure but the mutual information is free of the unit.
 */
public final class Clustering {
  /** Below this share of the entropies a range is what is left of rounding log-factorials. */
  private static final double ROUNDING = 1e-9;

  private final Contingency table;
  private final int[] classes;
  private final int[] clusters;

  private Clustering(Contingency table) {
    this.table = table;
    this.classes = table.rowSums();
    this.clusters = table.columnSums();
  }

  /**
   * The classes and clusters of the same items.
   *
   * @param classes true class of each item; any integers
   * @param clusters cluster of each item; any integers
   * @throws IllegalArgumentException if they differ in length or there is no item
   */
  public static Clustering of(int[] classes, int[] clusters) {
    Items.requireSame("classes", classes.length, "clusters", clusters.length);
    return new Clustering(Contingency.of(classes, clusters));
  }

  /** The same over a resample, each item as often as it was drawn. O(items + cells). */
  public Clustering resampled(int[] items) {
    return new Clustering(table.resampled(items));
  }

  /** How many items. */
  public int size() {
    return table.size();
  }

  /**
   * 1 − H(C|K) / H(C), in [0, 1]: 1 if each cluster holds one class only, also if there is one
   * class only (Rosenberg and Hirschberg 2007, equation 1).
   */
  public double homogeneity() {
    return shareExplained(entropy(classes), conditionalEntropy(true));
  }

  /** 1 − H(K|C) / H(K), in [0, 1]: 1 if each class lies in one cluster only (equation 2 there). */
  public double completeness() {
    return shareExplained(entropy(clusters), conditionalEntropy(false));
  }

  private static double shareExplained(double entropy, double left) {
    return entropy == 0 ? 1 : Math.clamp(1 - left / entropy, 0.0, 1.0);
  }

  /**
   * The harmonic mean of {@link #homogeneity} and {@link #completeness}, in [0, 1]; 0 for one
   * cluster of several classes.
   */
  public double vMeasure() {
    double homogeneity = homogeneity();
    double completeness = completeness();
    double sum = homogeneity + completeness;
    return sum == 0 ? 0 : 2 * homogeneity * completeness / sum;
  }

  /** I(C; K) = H(C) − H(C|K) in nats, at least 0. */
  public double mutualInformation() {
    return Math.max(0, entropy(classes) - conditionalEntropy(true));
  }

  /**
   * I(C; K) over a mean of H(C) and H(K), in [0, 1]; 1 if all items are of one class and in one
   * cluster.
   */
  public double normalisedMutualInformation(Normalisation normalisation) {
    double information = mutualInformation();
    if (areBothWhole()) {
      return 1;
    }
    double mean = normalisation.of(entropy(classes), entropy(clusters));
    return mean == 0 ? 0 : Math.min(1, information / mean);
  }

  /**
   * Mutual information above what chance gives, E the expectation over all partitions with these
   * sizes: (I − E) / (mean(H(C), H(K)) − E), about 0 for random clusters, 1 for perfect ones; may
   * be negative (Vinh, Epps and Bailey 2010, equation 15). Where chance alone gives all there is,
   * as for clusters of one item each, 1 if the partitions are the same, else 0.
   *
   * <p>O(classes · clusters · items of the smaller one).
   */
  public double adjustedMutualInformation(Normalisation normalisation) {
    if (areBothWhole()) {
      return 1;
    }
    double expected = ExpectedInformation.of(classes, clusters, size());
    double mean = normalisation.of(entropy(classes), entropy(clusters));
    if (mean - expected <= ROUNDING * mean) {
      return homogeneity() == 1 && completeness() == 1 ? 1 : 0;
    }
    return (mutualInformation() - expected) / (mean - expected);
  }

  private boolean areBothWhole() {
    return entropy(classes) == 0 && entropy(clusters) == 0;
  }

  /**
   * The share of pairs of items on which both agree, above what chance gives, in [−0.5, 1]; about 0
   * for random clusters (Hubert and Arabie 1985).
   */
  public double adjustedRandIndex() {
    double together = 0;
    for (int i = 0; i < table.cells(); i++) {
      together += pairs(table.cell(i).count());
    }
    double inClasses = pairs(classes);
    double inClusters = pairs(clusters);
    double expected = size() < 2 ? 0 : inClasses * inClusters / pairs(size());
    double most = (inClasses + inClusters) / 2;
    boolean areSame = together == inClasses && together == inClusters;
    return areSame ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(int... sizes) {
    double sum = 0;
    for (int size : sizes) {
      sum += 0.5 * size * (size - 1.0);
    }
    return sum;
  }

  /**
   * The share of items that belong to the largest class of their cluster, in (0, 1]. It rises with
   * the number of clusters: compare at equal numbers only.
   */
  public double purity() {
    int[] largest = new int[clusters.length];
    for (int i = 0; i < table.cells(); i++) {
      Contingency.Cell cell = table.cell(i);
      largest[cell.column()] = Math.max(largest[cell.column()], cell.count());
    }
    int sum = 0;
    for (int count : largest) {
      sum += count;
    }
    return (double) sum / size();
  }

  /** −Σ n/N log(n/N). */
  private double entropy(int[] sizes) {
    double entropy = 0;
    for (int size : sizes) {
      entropy -= term(size, size());
    }
    return entropy + 0.0;
  }

  /** H(C|K), or H(K|C): −Σ n_ck/N log(n_ck / n_k), in the order of the classes. */
  private double conditionalEntropy(boolean givenClusters) {
    double entropy = 0;
    for (int i = 0; i < table.cells(); i++) {
      Contingency.Cell cell = table.cell(i);
      entropy -= term(cell.count(), givenClusters ? clusters[cell.column()] : classes[cell.row()]);
    }
    return entropy + 0.0;
  }

  /** count/N log(count / whole): exactly 0 for a whole, the same bits for the same counts. */
  private double term(int count, int whole) {
    return count == 0 ? 0 : (double) count / size() * Math.log((double) count / whole);
  }

  @Override
  public String toString() {
    return "Clustering[%d items, %d classes, %d clusters]"
        .formatted(size(), classes.length, clusters.length);
  }
}
