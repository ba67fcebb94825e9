package dev.akin.eval;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * One query's ranking with the grades in place of the documents: what every metric is computed
 * from, made once a query. Immutable.
 *
 * <p>The ranking is a sequence of blocks of tied documents; where ties are ordered, every document
 * is its own block. A metric is written once, for blocks, as its expected value over the orders of
 * each block, and with blocks of one document that is its plain value.
 */
public final class JudgedRanking {
  /** The grade of a document nobody judged: below every other. */
  static final int UNJUDGED = Integer.MIN_VALUE;

  private final int[] grades;

  /** For each place the end of the block that begins there; empty where nothing is tied. */
  private final int[] ends;

  /** The grades of all judged documents of the query, ascending. */
  private final int[] judged;

  private final int firstMixedTie;

  private JudgedRanking(int[] grades, int[] ends, int[] judged, int firstMixedTie) {
    this.grades = grades;
    this.ends = ends;
    this.judged = judged;
    this.firstMixedTie = firstMixedTie;
  }

  /**
   * A ranking in the order given; documents of equal score stand as they are.
   *
   * @param judgments document id to grade
   * @param ranking best first
   */
  public static JudgedRanking of(Map<String, Integer> judgments, List<Hit> ranking) {
    return of(judgments, ranking, false);
  }

  /** A ranking whose neighbours of equal score have no order: metrics are expected values. */
  public static JudgedRanking ofTied(Map<String, Integer> judgments, List<Hit> ranking) {
    return of(judgments, ranking, true);
  }

  private static JudgedRanking of(
      Map<String, Integer> judgments, List<Hit> ranking, boolean isTied) {
    int[] grades = new int[ranking.size()];
    int[] ends = new int[ranking.size()];
    for (int i = grades.length - 1; i >= 0; i--) {
      Hit hit = ranking.get(i);
      Integer grade = judgments.get(hit.documentId());
      grades[i] = grade == null ? UNJUDGED : Math.max(grade, UNJUDGED + 1);
      boolean continues = i + 1 < grades.length && hit.score() == ranking.get(i + 1).score();
      ends[i] = continues ? ends[i + 1] : i + 1;
    }
    int[] judged = judgments.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    int mixed = firstMixedTie(grades, ends);
    return new JudgedRanking(grades, isTied ? ends : new int[0], judged, mixed);
  }

  private static int firstMixedTie(int[] grades, int[] ends) {
    for (int start = 0; start < grades.length; start = ends[start]) {
      int gain = Math.max(grades[start], 0);
      for (int i = start + 1; i < ends[start]; i++) {
        if (Math.max(grades[i], 0) != gain) {
          return start;
        }
      }
    }
    return Integer.MAX_VALUE;
  }

  /** How many documents were returned. */
  int size() {
    return grades.length;
  }

  /** The grade at a place, from 0. */
  int grade(int place) {
    return grades[place];
  }

  /** Whether documents of equal score are left without an order. */
  boolean isTied() {
    return ends.length > 0;
  }

  /** Where the block ends (exclusive) that begins at this place. */
  int end(int start) {
    return isTied() ? ends[start] : start + 1;
  }

  /**
   * The first place (from 0) of equally scored documents with different grades, an unjudged one
   * having grade 0; {@link Integer#MAX_VALUE} where there are none.
   */
  int firstMixedTie() {
    return firstMixedTie;
  }

  /** How many documents of these places are relevant: have this grade or a higher one. */
  int relevant(int from, int to, int rel) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += grades[i] >= rel ? 1 : 0;
    }
    return count;
  }

  /** How many documents of these places were judged not relevant: a grade from 0 to below rel. */
  int nonrelevant(int from, int to, int rel) {
    return relevant(from, to, 0) - relevant(from, to, rel);
  }

  /** How many judged documents of the query are relevant, returned or not. */
  int relevant(int rel) {
    int low = 0;
    int high = judged.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (judged[middle] < rel) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return judged.length - low;
  }

  /** How many judged documents of the query have a grade from 0 to below rel. */
  int nonrelevant(int rel) {
    return relevant(0) - relevant(rel);
  }

  /**
   * Σ gain(grade) · weight(rank) over ranks 1 … k, where a tied document has the mean gain of its
   * block: the expected value of everything that is linear in gains (McSherry and Najork 2008).
   */
  double weighted(int k, IntToDoubleFunction gain, IntToDoubleFunction weight) {
    int depth = Math.min(k, grades.length);
    double sum = 0;
    for (int start = 0; start < depth; start = end(start)) {
      int end = end(start);
      double gains = 0;
      for (int i = start; i < end; i++) {
        gains += gain.applyAsDouble(grades[i]);
      }
      if (gains != 0) {
        double weights = 0;
        for (int i = start; i < Math.min(end, depth); i++) {
          weights += weight.applyAsDouble(i + 1);
        }
        sum += gains * weights / (end - start);
      }
    }
    return sum;
  }

  /** The same sum for the best order there is of all judged documents. */
  double bestWeighted(int k, IntToDoubleFunction gain, IntToDoubleFunction weight) {
    double sum = 0;
    for (int i = 0; i < Math.min(k, judged.length); i++) {
      double next = gain.applyAsDouble(judged[judged.length - 1 - i]);
      if (next == 0) {
        break;
      }
      sum += next * weight.applyAsDouble(i + 1);
    }
    return sum;
  }
}
