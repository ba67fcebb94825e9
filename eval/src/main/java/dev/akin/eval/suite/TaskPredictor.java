package dev.akin.eval.suite;

import dev.akin.eval.pair.Correlation;
import java.util.Arrays;
import java.util.List;

/**
 * Predicts a task from others by ridge regression on z-scores, each system by the regression of all
 * other systems.
 *
 * <p>With Z the z-scores of the predicting tasks [systems × tasks], K = ZZᵀ and S = (K + λI)⁻¹, the
 * regression with all n systems leaves the rests λSy, its hat matrix has the diagonal 1 − λSᵢᵢ +
 * 1/n, and the error of predicting a left-out system is its rest over 1 − Hᵢᵢ: exact, at the price
 * of one inverse (Golub, Heath and Wahba 1979).
 */
final class TaskPredictor {
  private final double ridge;
  private final int systems;

  /** [tasks × systems], mean 0 and variance 1; all 0 for a task that tells nobody apart. */
  private final double[][] standardised;

  TaskPredictor(ScoreMatrix matrix, double ridge) {
    this.ridge = ridge;
    systems = matrix.systems().size();
    standardised = new double[matrix.tasks().size()][];
    Arrays.setAll(standardised, task -> zScores(matrix.column(task)));
  }

  private static double[] zScores(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    double deviation = Math.sqrt(variance);
    // Equal scores keep a variance of rounding, which must not be blown up.
    double rounding = 1e-12 * Arrays.stream(values).map(Math::abs).max().orElseThrow();
    return Arrays.stream(values)
        .map(v -> deviation <= rounding ? 0 : (v - mean) / deviation)
        .toArray();
  }

  /** The prediction of a task by the others among these. O(others · systems² + systems³). */
  Prediction predict(int task, List<Integer> tasks) {
    double[][] kernel = new double[systems][systems];
    for (int other : tasks) {
      if (other != task) {
        addProducts(standardised[other], kernel);
      }
    }
    for (int s = 0; s < systems; s++) {
      kernel[s][s] += ridge;
    }
    double[][] inverse = SymmetricInverse.of(kernel);
    double[] observed = standardised[task];
    double[] predicted = new double[systems];
    double squares = 0;
    for (int s = 0; s < systems; s++) {
      double rest = ridge * product(inverse[s], observed);
      double error = rest / (ridge * inverse[s][s] - 1.0 / systems);
      predicted[s] = observed[s] - error;
      squares += error * error;
    }
    Correlation correlation = Correlation.of(predicted, observed);
    return correlation.isDefined()
        ? new Prediction(correlation.spearman(), correlation.pearson(), squares / systems)
        : new Prediction(0, 0, squares / systems);
  }

  private static void addProducts(double[] z, double[][] kernel) {
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z.length; j++) {
        kernel[i][j] += z[i] * z[j];
      }
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
