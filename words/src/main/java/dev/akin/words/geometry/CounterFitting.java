package dev.akin.words.geometry;

import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import dev.akin.words.WordVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Pulls synonyms together and pushes antonyms apart, and keeps old neighbours near (Mrkšić et al.
 * 2016): with d = 1 − cos it minimises Σ τ(d(s, t)) over synonyms, Σ τ(1 − d(u, w)) over antonyms
 * and Σ τ(d(i, j) − d₀(i, j)) over neighbours, τ(x) = max(0, x).
 *
 * <p>Each round moves every word by the mean of its gradients and brings it back to length 1.
 * Deterministic.
 *
 * @param rounds over all pairs; 20 in the paper
 * @param step times that mean; 0.1 in the paper
 * @param radius words nearer than this (as d) to one of the lexicon were its neighbours; 0.2 in the
 *     paper
 * @param scan finds them
 */
public record CounterFitting(int rounds, double step, double radius, ExactScan scan) {
  /** Of one word's neighbours the nearest are held near: more cost much and change little. */
  private static final int MOST_NEIGHBOURS = 100;

  /**
   * What cosines of float32 rows are rounded by. Old neighbours begin exactly at their bound, and
   * rounding must not decide whether they move.
   */
  private static final double ROUNDING = 1e-6;

  public CounterFitting {
    if (rounds < 1 || !(step > 0) || !(radius >= 0 && radius <= 2)) {
      throw new IllegalArgumentException(
          "rounds are 1 or more, the step is above 0, the radius from 0 to 2, got %d, %s and %s"
              .formatted(rounds, step, radius));
    }
  }

  /** Two rows whose distance is to lie on one side of a bound: below it, or above it. */
  private record Tie(int first, int second, double bound, boolean isBelow) {
    boolean isHeld(double distance) {
      return isBelow ? distance <= bound + ROUNDING : distance >= bound - ROUNDING;
    }
  }

  /**
   * Fits a table to both lists. O(rounds · pairs · dimension), and one scan for each word of them.
   *
   * @return rows of length 1 [words × dimension]; the caller closes them
   * @throws IllegalArgumentException if no two connected words have vectors
   */
  public Retrofitting.Fitted fit(WordVectors vectors, Lexicon synonyms, Lexicon antonyms) {
    List<Tie> ties = new ArrayList<>();
    boolean[] isListed = new boolean[vectors.size()];
    add(ties, isListed, synonyms.symmetric().neighbours(vectors), 0, true);
    add(ties, isListed, antonyms.symmetric().neighbours(vectors), 1, false);
    if (ties.isEmpty()) {
      throw new IllegalArgumentException(
          "no two connected words of the lists are among the %,d words".formatted(vectors.size()));
    }
    final int listed = ties.size();
    Matrix unit = vectors.unitRows(vectors.size());
    Matrix rows = unit.take(IntStream.range(0, unit.rows()).toArray());
    ties.addAll(neighbourTies(ties, isListed, rows));
    boolean[] moved = new boolean[rows.rows()];
    for (int round = 0; round < rounds; round++) {
      round(ties, rows, moved);
    }
    int count = 0;
    for (boolean each : moved) {
      count += each ? 1 : 0;
    }
    return new Retrofitting.Fitted(vectors.words(), rows, count, listed, 0);
  }

  /** Each pair once: neighbours are listed both ways. */
  private static void add(
      List<Tie> ties, boolean[] isListed, int[][] neighbours, double bound, boolean isBelow) {
    for (int i = 0; i < neighbours.length; i++) {
      for (int j : neighbours[i]) {
        if (i < j) {
          ties.add(new Tie(i, j, bound, isBelow));
        }
        isListed[i] = true;
      }
    }
  }

  /** Old neighbours of listed words; a pair that is in a list goes by that list alone. */
  private List<Tie> neighbourTies(List<Tie> listedTies, boolean[] isListed, Matrix rows) {
    Set<Long> inList = new HashSet<>();
    listedTies.forEach(tie -> inList.add(pair(tie.first(), tie.second())));
    List<Tie> ties = new ArrayList<>();
    int[] listed = IntStream.range(0, isListed.length).filter(i -> isListed[i]).toArray();
    int k = Math.min(MOST_NEIGHBOURS + 1, rows.rows());
    try (Matrix queries = rows.take(listed)) {
      List<List<Match>> all = scan.nearest(rows, queries, Similarity.DOT, k);
      for (int q = 0; q < listed.length; q++) {
        int i = listed[q];
        for (Match match : all.get(q)) {
          double distance = 1 - match.score();
          int j = match.ordinal();
          // A pair of listed words is met twice.
          if (distance < radius
              && j != i
              && (!isListed[j] || i < j)
              && !inList.contains(pair(i, j))) {
            ties.add(new Tie(i, j, Math.max(0, distance), true));
          }
        }
      }
    }
    return ties;
  }

  private static long pair(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }

  private void round(List<Tie> ties, Matrix rows, boolean[] moved) {
    double[][] pulls = new double[rows.rows()][];
    int[] counts = new int[rows.rows()];
    for (Tie tie : ties) {
      float[] first = rows.copyRow(tie.first());
      float[] second = rows.copyRow(tie.second());
      double cosine = 0;
      for (int c = 0; c < first.length; c++) {
        cosine += (double) first[c] * second[c];
      }
      if (!tie.isHeld(1 - cosine)) {
        double sign = tie.isBelow() ? 1 : -1;
        pull(pulls, tie.first(), first, second, cosine, sign);
        pull(pulls, tie.second(), second, first, cosine, sign);
        counts[tie.first()]++;
        counts[tie.second()]++;
      }
    }
    for (int i = 0; i < pulls.length; i++) {
      if (counts[i] > 0) {
        moved[i] = true;
        rows.setRow(i, moved(rows.copyRow(i), pulls[i], step / counts[i]));
      }
    }
  }

  /** The gradient of the cosine at a unit row: other − cos · row. */
  private static void pull(
      double[][] pulls, int row, float[] from, float[] to, double cosine, double sign) {
    if (pulls[row] == null) {
      pulls[row] = new double[from.length];
    }
    for (int c = 0; c < from.length; c++) {
      pulls[row][c] += sign * (to[c] - cosine * from[c]);
    }
  }

  private static float[] moved(float[] row, double[] pull, double factor) {
    double[] sum = new double[row.length];
    for (int c = 0; c < sum.length; c++) {
      sum[c] = row[c] + factor * pull[c];
    }
    double norm = Math.sqrt(Arrays.stream(sum).map(cell -> cell * cell).sum());
    float[] moved = new float[row.length];
    for (int c = 0; c < moved.length; c++) {
      moved[c] = norm == 0 ? row[c] : (float) (sum[c] / norm);
    }
    return moved;
  }
}
