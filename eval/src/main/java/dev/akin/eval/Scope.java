package dev.akin.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a metric looks at.
 *
 * @param rel the lowest grade that is relevant: 1 unless said otherwise
 * @param k the number of ranks, {@link #WHOLE} for the whole ranking
 */
record Scope(int rel, int k) {
  static final int WHOLE = Integer.MAX_VALUE;

  Scope {
    if (rel < 1) {
      throw new IllegalArgumentException("the lowest relevant grade is 1 or more, got " + rel);
    }
    if (k < 1) {
      throw new IllegalArgumentException("a cutoff is 1 or more, got " + k);
    }
  }

  /**
   * The first k ranks, grade 1 and above being relevant.
   *
   * @throws IllegalArgumentException if k is below 1
   */
  static Scope top(int k) {
    return new Scope(1, k);
  }

  /** 1 for a relevant grade, else 0. */
  double gain(int grade) {
    return grade >= rel ? 1 : 0;
  }

  /** How many of the first ranks are relevant; the expected number where ties have no order. */
  double found(JudgedRanking ranking, int ranks) {
    return ranking.weighted(ranks, this::gain, _ -> 1);
  }

  boolean isWhole() {
    return k == WHOLE;
  }

  void requireCutoff(String metric) {
    if (isWhole()) {
      throw new IllegalArgumentException("%s needs a cutoff: %s@10".formatted(metric, metric));
    }
  }

  void requireWhole(String metric) {
    if (!isWhole()) {
      throw new IllegalArgumentException(
          "%s looks at the whole ranking and takes no cutoff, got %d".formatted(metric, k));
    }
  }

  /** The printed name: {@code RBP(p=0.8,rel=2)@10}, without what is as usual. */
  String named(String metric, List<String> parameters) {
    List<String> shown = new ArrayList<>(parameters);
    if (rel != 1) {
      shown.add("rel=" + rel);
    }
    return metric
        + (shown.isEmpty() ? "" : "(" + String.join(",", shown) + ")")
        + (isWhole() ? "" : "@" + k);
  }

  /** trec_eval's name, as {@code P_10}; there is none that tells the relevant grade. */
  Optional<String> trecNamed(String metric) {
    return rel == 1 ? Optional.of(isWhole() ? metric : metric + "_" + k) : Optional.empty();
  }

  /** A number without a fraction of nothing: 2, 0.8. */
  static String shown(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
