package dev.akin.eval.cluster;

/** What mutual information is divided by: a mean of the entropies of both labellings. */
public enum Normalisation {
  /** The smaller one. */
  MIN {
    @Override
    double of(double first, double second) {
      return Math.min(first, second);
    }
  },
  /** √(H(C) H(K)). */
  GEOMETRIC {
    @Override
    double of(double first, double second) {
      return Math.sqrt(first * second);
    }
  },
  /** (H(C) + H(K)) / 2, scikit-learn's default; NMI is then the v-measure. */
  ARITHMETIC {
    @Override
    double of(double first, double second) {
      return (first + second) / 2;
    }
  },
  /** The larger one. */
  MAX {
    @Override
    double of(double first, double second) {
      return Math.max(first, second);
    }
  };

  abstract double of(double first, double second);
}
