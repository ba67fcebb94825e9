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

  /** The whole ranking, grade 1 and above being relevant. */
  static final Scope ALL = new Scope(1, WHOLE);

  Scope {
    if (rel < 1) {
      throw new IllegalArgumentException("the lowest relevant grade is 1 or more, got " + rel);
    }
    if (k < 1) {
      throw new IllegalArgumentException("a cutoff is 1 or more, got " + k);
    }
  }

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
  String named(String metric, String... parameters) {
    List<String> shown = new ArrayList<>(List.of(parameters));
    if (rel != 1) {
      shown.add("rel=" + rel);
    }
    return metric
        + (shown.isEmpty() ? "" : "(" + String.join(",", shown) + ")")
        + (isWhole() ? "" : "@" + k);
  }

  /** A number without a fraction of nothing: 2, 0.8. */
  static String shown(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** trec_eval's name without a cutoff; its names do not tell the relevant grade. */
  Optional<String> trecWhole(String name) {
    return rel == 1 && isWhole() ? Optional.of(name) : Optional.empty();
  }

  /** trec_eval's name with a cutoff: {@code P_10}. */
  Optional<String> trecCut(String name) {
    return rel == 1 && !isWhole() ? Optional.of(name + "_" + k) : Optional.empty();
  }
}
