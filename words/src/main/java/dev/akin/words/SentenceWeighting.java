package dev.akin.words;

import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Fit;
import dev.akin.vector.transform.PrincipalAxes;
import dev.akin.vector.transform.Transform;
import java.util.Locale;

/** How words are weighed in a sentence, and what all sentences have in common is taken out. */
public sealed interface SentenceWeighting {
  /**
   * Smooth inverse frequency (Arora, Liang and Ma 2017): a / (a + p), and the first component of
   * the sentences is removed.
   *
   * @param a between 1e-4 and 1e-3 in the paper
   */
  record Sif(double a) implements SentenceWeighting {
    /** The paper's middle value. */
    public static final Sif USUAL = new Sif(1e-3);

    public Sif {
      if (!(a > 0)) {
        throw new IllegalArgumentException("a of SIF weights is above 0, got " + a);
      }
    }
  }

  /**
   * Unsupervised smoothed inverse frequency (Ethayarajh 2018): a / (a / 2 + p) with a from the
   * words' shares and the sentences' length alone, and the first components are removed, each by
   * its share of their squared singular values. Vectors are taken as they are.
   *
   * @param components 5 in the paper
   */
  record Usif(int components) implements SentenceWeighting {
    public static final Usif USUAL = new Usif(5);

    public Usif {
      if (components < 1) {
        throw new IllegalArgumentException("1 component or more is removed, got " + components);
      }
    }
  }

  /** Its name and numbers: what two of them differ in. */
  default String text() {
    return switch (this) {
      case Sif(double a) -> String.format(Locale.ROOT, "sif a=%s", a);
      case Usif(int components) -> "usif m=" + components;
    };
  }

  /**
   * The weights of words.
   *
   * @param shares p of each word, by ordinal, their sum 1
   * @param averageWords words of a sentence in the mean
   */
  default double[] weights(double[] shares, double averageWords) {
    double[] weights = new double[shares.length];
    double a =
        switch (this) {
          case Sif(double given) -> given;
          case Usif _ -> smoothing(shares, averageWords);
        };
    for (int word = 0; word < weights.length; word++) {
      weights[word] =
          switch (this) {
            case Sif _ -> a / (a + shares[word]);
            case Usif _ -> a / (a / 2 + shares[word]);
          };
    }
    return weights;
  }

  /**
   * a = (1 − α) / (α Z), α being the share of words more probable in a sentence than one of equal
   * chance, Z half the number of words (Ethayarajh 2018, section 3.3).
   */
  private static double smoothing(double[] shares, double averageWords) {
    double words = shares.length;
    double threshold = 1 - Math.pow(1 - 1 / words, averageWords);
    double frequent = 0;
    for (double share : shares) {
      frequent += share > threshold ? 1 : 0;
    }
    // No word that frequent, or all: one is the least and the most there can be.
    double alpha = Math.clamp(frequent, 1, Math.max(1, words - 1)) / words;
    return (1 - alpha) / (alpha * words / 2);
  }

  /** The transform that takes out what these rows have in common; two rows or more. */
  default Transform removal(Matrix rows) {
    PrincipalAxes axes = PrincipalAxes.aroundOrigin(rows);
    int components =
        switch (this) {
          case Sif _ -> 1;
          case Usif(int most) -> Math.min(most, axes.rank());
        };
    double[] variances = axes.variances();
    double sum = 0;
    for (int k = 0; k < components; k++) {
      sum += variances[k];
    }
    int dimension = rows.dimension();
    float[][] weights = new float[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      weights[i][i] = 1;
    }
    for (int k = 0; k < components; k++) {
      double[] axis = axes.axis(k);
      double share = sum > 0 ? variances[k] / sum : 0;
      for (int i = 0; i < dimension; i++) {
        for (int j = 0; j < dimension; j++) {
          weights[i][j] -= (float) (share * axis[i] * axis[j]);
        }
      }
    }
    return Transform.affine(
        new float[dimension], weights, new float[dimension], Fit.on("common components", rows));
  }
}
