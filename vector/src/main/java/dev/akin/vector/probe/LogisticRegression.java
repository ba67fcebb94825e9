package dev.akin.vector.probe;

import dev.akin.vector.Matrix;
import java.util.Arrays;

/**
 * Multinomial logistic regression: the probe that MTEB classifies with. Immutable, safe for many
 * threads.
 *
 * <p>It minimises −(1/n) Σ log p(label | x) + ‖W‖² / (2 C n), intercepts free of the penalty, by
 * L-BFGS; loss, two-class form, step rules and tests are scikit-learn's (solver lbfgs, from version
 * 1.4 on), where the sum is divided by n before the tolerance is asked. All arithmetic is in
 * double, in one order: the same rows give the same bits on every machine.
 */
public final class LogisticRegression implements Classifier {
  /** A step that lowers the loss by less ends the training; scikit-learn's. */
  private static final double VALUE_TOLERANCE = 64 * 0x1p-52;

  /**
   * How to learn.
   *
   * @param c C, the inverse strength of the penalty
   * @param maxIterations steps of L-BFGS at most
   * @param tolerance largest cell of the gradient, in size, that counts as none
   */
  public record Options(double c, int maxIterations, double tolerance) {
    /** scikit-learn's and MTEB's: C = 1, 100 iterations, 1e-4. */
    public static final Options DEFAULT = new Options(1, 100, 1e-4);

    /** Refuses values that make no sense, naming them. */
    public Options {
      if (!(c > 0 && c <= Double.MAX_VALUE) || maxIterations < 1 || !(tolerance >= 0)) {
        throw new IllegalArgumentException(
            "C %s, %d iterations, tolerance %s: C above 0, 1 iteration and 0 are the least"
                .formatted(c, maxIterations, tolerance));
      }
    }

    /** The same with another C. */
    public Options withC(double c) {
      return new Options(c, maxIterations, tolerance);
    }

    /** The same with another limit. */
    public Options withMaxIterations(int maxIterations) {
      return new Options(c, maxIterations, tolerance);
    }

    /** The same with another tolerance. */
    public Options withTolerance(double tolerance) {
      return new Options(c, maxIterations, tolerance);
    }
  }

  private final int[] labels;
  private final int dimension;
  private final Lbfgs.Minimum minimum;

  private LogisticRegression(int[] labels, int dimension, Lbfgs.Minimum minimum) {
    this.labels = labels;
    this.dimension = dimension;
    this.minimum = minimum;
  }

  /** Learns with the default options. */
  public static LogisticRegression train(Matrix rows, int[] labels) {
    return train(rows, labels, Options.DEFAULT);
  }

  /**
   * Learns which label a row has. O(rows · classes · dimension) an iteration, on one thread.
   *
   * @param rows [rows × dimension], finite; borrowed while it learns
   * @param labels of each row; any integers, at least two different ones
   * @throws IllegalArgumentException if the labels are not as many as the rows or all the same, or
   *     a cell is not finite (names it)
   */
  public static LogisticRegression train(Matrix rows, int[] labels, Options options) {
    Classes.requireOneForEach(rows, labels.length);
    rows.requireFinite();
    Classes classes = Classes.of(labels);
    if (classes.size() < 2) {
      throw new IllegalArgumentException(
          "all %d rows have the label %d: two classes or more are needed"
              .formatted(labels.length, labels[0]));
    }
    int outputs = LogisticLoss.outputs(classes.size());
    Lbfgs.Minimum minimum =
        Lbfgs.minimise(
            new LogisticLoss(rows, classes, options.c),
            new double[LinearScores.parameters(outputs, rows.dimension())],
            new Lbfgs.Options(options.maxIterations, options.tolerance, VALUE_TOLERANCE));
    return new LogisticRegression(classes.labels(), rows.dimension(), minimum);
  }

  @Override
  public int[] labels() {
    return labels.clone();
  }

  /** Cells of a row. */
  public int dimension() {
    return dimension;
  }

  /** Steps that were made. */
  public int iterations() {
    return minimum.iterations();
  }

  /** False if learning ended at its limit. */
  public boolean isConverged() {
    return minimum.isConverged();
  }

  /** W: one row for each label; for two labels the one row that speaks for the second. */
  public double[][] weights() {
    double[][] weights = new double[outputs()][];
    for (int o = 0; o < weights.length; o++) {
      int at = o * (dimension + 1);
      weights[o] = Arrays.copyOfRange(minimum.point(), at, at + dimension);
    }
    return weights;
  }

  /** b: one for each row of {@link #weights}. */
  public double[] intercepts() {
    double[] intercepts = new double[outputs()];
    for (int o = 0; o < intercepts.length; o++) {
      intercepts[o] = minimum.point()[o * (dimension + 1) + dimension];
    }
    return intercepts;
  }

  private int outputs() {
    return LogisticLoss.outputs(labels.length);
  }

  /**
   * p(label | x): [rows × labels], each row sums to 1.
   *
   * @throws IllegalArgumentException if the rows have another dimension, or a cell is not finite
   */
  @Override
  public double[][] probabilities(Matrix rows) {
    Classes.requireDimension(rows, dimension);
    rows.requireFinite();
    double[][] probabilities = new double[rows.rows()][];
    var scores = new LinearScores(rows, outputs());
    for (int first = 0; first < probabilities.length; first += LinearScores.BLOCK) {
      double[][] block = scores.score(first, minimum.point());
      for (int b = 0; b < LinearScores.BLOCK && first + b < probabilities.length; b++) {
        probabilities[first + b] = probabilities(block[b]);
      }
    }
    return probabilities;
  }

  private static double[] probabilities(double[] scores) {
    if (scores.length == 1) {
      return new double[] {LogisticLoss.sigmoid(-scores[0]), LogisticLoss.sigmoid(scores[0])};
    }
    double[] probabilities = scores.clone();
    LogisticLoss.softmax(probabilities);
    return probabilities;
  }

  @Override
  public String toString() {
    return "LogisticRegression[%d labels, %d cells, %d iterations]"
        .formatted(labels.length, dimension, iterations());
  }
}
