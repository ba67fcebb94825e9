package dev.akin.eval;

import java.util.Optional;

/** A metric that is told which grades are relevant and, some of them, how deep to look. */
sealed interface ScopedMetric extends Metric
    permits AveragePrecision,
        Bpref,
        CappedRecall,
        ElevenPointAverage,
        GeometricMap,
        InferredAp,
        Precision,
        RPrecision,
        Recall,
        ReciprocalRank,
        SetPrecision,
        SetRecall,
        Success {
  Scope scope();

  /** The name without what it was told. */
  String title();

  /** trec_eval's name before the cutoff, if it has one; empty if there is none. */
  String trecTitle();

  @Override
  default String name() {
    return scope().named(title());
  }

  @Override
  default Optional<String> trecName() {
    return trecTitle().isEmpty()
        ? Optional.empty()
        : scope().trecWhole(trecTitle()).or(() -> scope().trecCut(trecTitle()));
  }

  @Override
  default int depth() {
    return scope().k();
  }
}
