package dev.akin.eval.complexity;

/**
 * The share of a data set's items that some fixed solver gets wrong.
 *
 * <p>The study this comes from asked a large language model. A baseline without embeddings (BM25, a
 * TF-IDF classifier) is another solver and gives another measure: its name goes wherever the rate
 * goes.
 *
 * @param solver who solved: {@code BM25}
 * @param rate in [0, 1]
 */
public record SolverError(String solver, double rate) {
  /** Refuses a rate that is none, and a solver without a name. */
  public SolverError {
    if (solver.isBlank()) {
      throw new IllegalArgumentException("a solver's error needs the solver's name");
    }
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "an error rate is in [0, 1], that of %s is %s".formatted(solver, rate));
    }
  }
}
