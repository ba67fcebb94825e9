package dev.akin.eval;

import java.util.List;
import java.util.Optional;

/**
 * How every metric is made: from what it looks at and what it is called its names and its depth
 * follow.
 */
sealed interface ScopedMetric extends Metric
    permits AveragePrecision,
        Bpref,
        CappedRecall,
        Count,
        JudgedShare,
        Ndcg,
        OrderedMetric,
        Precision,
        RPrecision,
        RankBiasedPrecision,
        Recall,
        ReciprocalRank,
        SetF,
        SetPrecision,
        SetRecall,
        Success {
  Scope scope();

  /** The name without what it was told. */
  String title();

  /** trec_eval's name without the cutoff; empty if it has none. */
  String trecTitle();

  /** What it was told besides its scope, as far as that is not as usual: {@code p=0.8}. */
  default List<String> parameters() {
    return List.of();
  }

  @Override
  default String name() {
    return scope().named(title(), parameters());
  }

  @Override
  default Optional<String> trecName() {
    return trecTitle().isEmpty() ? Optional.empty() : scope().trecNamed(trecTitle());
  }

  @Override
  default int depth() {
    return scope().k();
  }
}
