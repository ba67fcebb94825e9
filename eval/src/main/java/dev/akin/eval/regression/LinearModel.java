package dev.akin.eval.regression;

import dev.akin.eval.Items;
import dev.akin.eval.statistic.Tail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scores explained by least squares: y = Xβ + noise of one variance.
 *
 * @param coefficients one a column, in order
 * @param residual Σ of the squared rest
 * @param degreesOfFreedom rows − columns
 * @param rSquared the share of the scores' variance that is explained; NaN if they do not vary
 */
public record LinearModel(
    List<Coefficient> coefficients, double residual, int degreesOfFreedom, double rSquared) {
  /** Copies the list. */
  public LinearModel {
    coefficients = List.copyOf(coefficients);
  }

  /**
   * Fits by QR. O(rows · columns²).
   *
   * @param scores one a row
   * @throws IllegalArgumentException if there is another number of scores, one is not finite, there
   *     are not more rows than columns, or a column is a combination of those before it
   */
  public static LinearModel fit(Design design, double... scores) {
    int columns = design.names().size();
    int df = design.rows() - columns;
    if (df < 1) {
      throw new IllegalArgumentException(
          "%d rows do not tell %d coefficients from noise; more rows than coefficients are needed"
              .formatted(design.rows(), columns));
    }
    checkScores(design, scores);
    Reflections factored = new Reflections(design);
    double[] rotated = factored.rotated(scores);
    double residual = squares(Arrays.copyOfRange(rotated, columns, rotated.length));
    double[] values = factored.solve(rotated);
    double[] inverse = factored.inverseDiagonal();
    List<Coefficient> coefficients = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      double error = Math.sqrt(residual / df * inverse[i]);
      coefficients.add(coefficient(design.names().get(i), values[i], error, df));
    }
    return new LinearModel(coefficients, residual, df, 1 - residual / aroundMean(scores));
  }

  private static Coefficient coefficient(String name, double value, double error, int df) {
    double t = value == 0 ? 0 : value / error;
    return new Coefficient(name, value, error, t, Math.min(1, 2 * Tail.studentT(Math.abs(t), df)));
  }

  private static void checkScores(Design design, double[] scores) {
    if (scores.length != design.rows()) {
      throw new IllegalArgumentException(
          "%d scores for a design of %d rows".formatted(scores.length, design.rows()));
    }
    Items.requireFinite("score", scores);
  }

  private static double aroundMean(double[] scores) {
    double mean = Items.mean(scores);
    return squares(Arrays.stream(scores).map(score -> score - mean).toArray());
  }

  private static double squares(double[] values) {
    return Arrays.stream(values).map(value -> value * value).sum();
  }

  /**
   * The coefficient of a column.
   *
   * @throws IllegalArgumentException if there is no such column (names it and those there are)
   */
  public Coefficient requireCoefficient(String name) {
    return coefficients.stream()
        .filter(coefficient -> coefficient.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no column %s among %s"
                    .formatted(name, coefficients.stream().map(Coefficient::name).toList())));
  }
}
