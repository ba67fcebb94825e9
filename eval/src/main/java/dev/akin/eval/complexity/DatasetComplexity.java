package dev.akin.eval.complexity;

import java.util.List;
import java.util.Optional;

/**
 * How hard a data set is, by the four measures of Tang and Yang (2024), "Do we need domain-specific
 * embedding models?". What was not measured is empty, never guessed.
 *
 * @param texts how many were measured
 * @param entropy mean of {@link WordEntropy} over texts
 * @param pooledEntropy {@link WordEntropy} of all texts together
 * @param fog mean of {@link GunningFog#index} over texts; means something for English only
 * @param solverError if a solver was run
 * @param dependencyDistance if the texts were parsed
 */
public record DatasetComplexity(
    int texts,
    double entropy,
    double pooledEntropy,
    double fog,
    Optional<SolverError> solverError,
    Optional<DependencyDistance> dependencyDistance) {
  /**
   * Measures texts; solver and parses are added by {@link #with}.
   *
   * @throws IllegalArgumentException if there is no text
   */
  public static DatasetComplexity of(List<String> texts) {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("no texts to measure");
    }
    return new DatasetComplexity(
        texts.size(),
        texts.stream().mapToDouble(WordEntropy::of).sum() / texts.size(),
        WordEntropy.pooled(texts.stream()),
        texts.stream().mapToDouble(text -> GunningFog.of(text).index()).sum() / texts.size(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with the error of a solver on this data set. */
  public DatasetComplexity with(SolverError error) {
    return new DatasetComplexity(
        texts, entropy, pooledEntropy, fog, Optional.of(error), dependencyDistance);
  }

  /** The same with the dependencies of this data set's parsed texts. */
  public DatasetComplexity with(DependencyDistance distance) {
    return new DatasetComplexity(
        texts, entropy, pooledEntropy, fog, solverError, Optional.of(distance));
  }
}
