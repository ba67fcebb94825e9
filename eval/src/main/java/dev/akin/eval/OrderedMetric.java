package dev.akin.eval;

/** A metric whose expected value under ties has no closed form: it needs an order. */
sealed interface OrderedMetric extends ScopedMetric
    permits ElevenPointAverage,
        ExpectedReciprocalRank,
        GeometricMap,
        InferredAp,
        InterpolatedPrecision {
  /** The value of one query, its ties ordered. */
  double scoreInOrder(JudgedRanking ranking);

  @Override
  default double score(JudgedRanking ranking) {
    if (ranking.isTied()) {
      throw new IllegalArgumentException(
          "%s has no closed form for its expected value under ties; order them".formatted(name()));
    }
    return scoreInOrder(ranking);
  }

  @Override
  default boolean hasExpectedValue() {
    return false;
  }
}
