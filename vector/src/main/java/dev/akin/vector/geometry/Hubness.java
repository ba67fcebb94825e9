package dev.akin.vector.geometry;

import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each row is among the k nearest of the others. In many dimensions a few rows, the hubs,
 * are neighbours of nearly all (Radovanović, Nanopoulos and Ivanović 2010). Immutable.
 */
public final class Hubness {
  /** Rows whose neighbours are looked for together. */
  private static final int BLOCK = 256;

  private final int[] occurrences;

  private Hubness(int[] occurrences) {
    this.occurrences = occurrences;
  }

  /**
   * Counts occurrences. O(rows² · dimension).
   *
   * @param rows more than k, finite; borrowed
   * @param k neighbours of each row, which is not its own neighbour
   * @throws IllegalArgumentException if there are not more rows than k, k is not positive, or a
   *     cell is not finite
   */
  public static Hubness of(Matrix rows, int k, Similarity similarity, int threads) {
    if (k < 1 || k >= rows.rows()) {
      throw new IllegalArgumentException(
          "%d neighbours among %d rows: from 1 to one less than the rows"
              .formatted(k, rows.rows()));
    }
    rows.requireFinite();
    int[] occurrences = new int[rows.rows()];
    var scan = new ExactScan(threads);
    for (int first = 0; first < rows.rows(); first += BLOCK) {
      int count = Math.min(BLOCK, rows.rows() - first);
      try (Matrix block = rows.take(IntStream.range(first, first + count).toArray())) {
        // One more, because each row finds itself too, unless others are as near.
        List<List<Match>> found = scan.nearest(rows, block, similarity, k + 1);
        for (int i = 0; i < count; i++) {
          count(found.get(i), first + i, k, occurrences);
        }
      }
    }
    return new Hubness(occurrences);
  }

  private static void count(List<Match> found, int self, int k, int[] occurrences) {
    found.stream()
        .mapToInt(Match::ordinal)
        .filter(ordinal -> ordinal != self)
        .limit(k)
        .forEach(ordinal -> occurrences[ordinal]++);
  }

  /** N_k: for each row, how many others have it among their k nearest; k on average. */
  public int[] occurrences() {
    return occurrences.clone();
  }

  /**
   * The skewness of N_k, E(N − μ)³ / σ³: about 0 without hubs, above 1 with strong ones; 0 if all
   * rows occur equally often.
   */
  public double skewness() {
    double mean = Arrays.stream(occurrences).average().orElse(0);
    double second = 0;
    double third = 0;
    for (int count : occurrences) {
      double gap = count - mean;
      second += gap * gap;
      third += gap * gap * gap;
    }
    double variance = second / occurrences.length;
    return variance == 0 ? 0 : third / occurrences.length / Math.pow(variance, 1.5);
  }

  /** The share of rows that are nobody's neighbour and no search for k can find, in [0, 1). */
  public double orphans() {
    return (double) Arrays.stream(occurrences).filter(count -> count == 0).count()
        / occurrences.length;
  }
}
