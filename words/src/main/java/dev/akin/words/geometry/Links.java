package dev.akin.words.geometry;

import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Transform;
import dev.akin.words.WordVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What pulls which row and how much: the rows of a table first, then those of terms that have none
 * there.
 *
 * @param terms the rows behind the table's
 * @param neighbours of each row those that pull it, itself never among them
 * @param weights of each of them, above 0
 * @param leftOut terms that get no row, as nothing with one pulls them
 */
@SuppressWarnings("ArrayRecordComponent") // made here, read in this package, compared nowhere
record Links(List<GraphTerm> terms, int[][] neighbours, double[][] weights, int leftOut) {
  /** The links of a lexicon, each of weight 1; words without a row are left out. */
  static Links of(WordVectors vectors, Lexicon lexicon) {
    int[][] neighbours = lexicon.neighbours(vectors);
    double[][] weights = new double[neighbours.length][];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = ones(neighbours[i].length);
    }
    return new Links(List.of(), neighbours, weights, 0).requireSome("lexicon", vectors);
  }

  /** The links of a graph; several triples of two terms weigh what they weigh together. */
  static Links of(WordVectors vectors, KnowledgeGraph graph) {
    GraphTerms terms = new GraphTerms(vectors);
    Map<Integer, Map<Integer, Double>> pulls = new LinkedHashMap<>();
    for (KnowledgeGraph.Triple triple : graph.triples()) {
      double weight = graph.weight(triple);
      if (weight > 0) {
        int head = terms.place(triple.head());
        int tail = terms.place(triple.tail());
        if (head != tail) {
          pulls.computeIfAbsent(head, _ -> new LinkedHashMap<>()).merge(tail, weight, Double::sum);
        }
      }
    }
    return among(vectors, terms, pulls).requireSome("graph", vectors);
  }

  /** Without the terms that have no start, and without what they would pull. */
  private static Links among(
      WordVectors vectors, GraphTerms terms, Map<Integer, Map<Integer, Double>> pulls) {
    List<GraphTerm> kept = new ArrayList<>();
    int[] places = new int[terms.rows()];
    boolean[] isReached = terms.reached(pulls);
    for (int i = 0; i < places.length; i++) {
      places[i] = i < vectors.size() ? i : vectors.size() + kept.size();
      if (isReached[i] && i >= vectors.size()) {
        kept.add(terms.get(i));
      }
    }
    int[][] neighbours = new int[vectors.size() + kept.size()][0];
    double[][] weights = new double[neighbours.length][0];
    pulls.forEach((row, others) -> {
      if (isReached[row]) {
        others.keySet().removeIf(other -> !isReached[other]);
        neighbours[places[row]] =
            others.keySet().stream().mapToInt(other -> places[other]).toArray();
        weights[places[row]] = others.values().stream().mapToDouble(weight -> weight).toArray();
      }
    });
    return new Links(kept, neighbours, weights, places.length - neighbours.length);
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private Links requireSome(String kind, WordVectors vectors) {
    if (count() == 0) {
      throw new IllegalArgumentException(
          "no two connected words of the %s are among the %,d words"
              .formatted(kind, vectors.size()));
    }
    return this;
  }

  /** How many pairs of rows pull. */
  long count() {
    return Arrays.stream(neighbours).mapToLong(row -> row.length).sum();
  }

  /** How many rows have a neighbour. */
  int moved() {
    return (int) Arrays.stream(neighbours).filter(row -> row.length > 0).count();
  }

  /** How many rows the table has. */
  int table() {
    return neighbours.length - terms.size();
  }

  /** Whether a row has a place of its own beside that among its neighbours. */
  boolean hasOwn(int row) {
    return row < table() || terms.get(row - table()).hasOwn();
  }

  /**
   * Gives terms the rows they start at, behind the table's: the mean of a term's words, of length
   * 1; else the mean of what pulls it and has a row, from the nearest to the table on.
   *
   * @param rows of length 1 up to the terms'
   * @param lengths of the table's vectors; terms get the mean of what they start from
   */
  void start(Matrix rows, double[] lengths) {
    boolean[] isStarted = new boolean[neighbours.length];
    Arrays.fill(isStarted, 0, table(), true);
    for (int i = table(); i < neighbours.length; i++) {
      if (hasOwn(i)) {
        int[] parts = terms.get(i - table()).parts();
        float[] mean = rounded(mean(rows, parts, ones(parts.length)));
        rows.setRow(i, Transform.unitLength(mean.length).apply(mean));
        lengths[i] = Arrays.stream(parts).mapToDouble(part -> lengths[part]).average().orElse(0);
        isStarted[i] = true;
      }
    }
    int[] ready = ready(isStarted);
    while (ready.length > 0) {
      for (int i : ready) {
        int[] some =
            IntStream.range(0, neighbours[i].length)
                .filter(n -> isStarted[neighbours[i][n]])
                .toArray();
        int[] from = Arrays.stream(some).map(n -> neighbours[i][n]).toArray();
        double[] shares = Arrays.stream(some).mapToDouble(n -> weights[i][n]).toArray();
        rows.setRow(i, rounded(mean(rows, from, shares)));
        double sum =
            IntStream.range(0, from.length).mapToDouble(n -> shares[n] * lengths[from[n]]).sum();
        lengths[i] = sum / Arrays.stream(shares).sum();
      }
      // Not before all of them have a row: the order in which terms stand must not matter.
      Arrays.stream(ready).forEach(i -> isStarted[i] = true);
      ready = ready(isStarted);
    }
  }

  private int[] ready(boolean[] isStarted) {
    return IntStream.range(table(), neighbours.length)
        .filter(i -> !isStarted[i])
        .filter(i -> Arrays.stream(neighbours[i]).anyMatch(j -> isStarted[j]))
        .toArray();
  }

  /** Σ weight · row / Σ weight. */
  static double[] mean(Matrix rows, int[] from, double[] weights) {
    double[] mean = new double[rows.dimension()];
    double all = 0;
    for (int n = 0; n < from.length; n++) {
      float[] row = rows.copyRow(from[n]);
      for (int c = 0; c < mean.length; c++) {
        mean[c] += weights[n] * row[c];
      }
      all += weights[n];
    }
    for (int c = 0; c < mean.length; c++) {
      mean[c] /= all;
    }
    return mean;
  }

  private static float[] rounded(double[] row) {
    float[] rounded = new float[row.length];
    for (int c = 0; c < row.length; c++) {
      rounded[c] = (float) row[c];
    }
    return rounded;
  }
}
