package dev.akin.vector.probe;

import dev.akin.vector.Matrix;
import java.util.Arrays;

/**
 * The mean negative log-likelihood of labels, and a penalty: −(1/n) Σ log p(label | x) + ‖W‖² / (2
 * C n). The intercepts bear no penalty. Two classes share one weight row, as in scikit-learn, and
 * p(second) = 1 / (1 + e^−score); more have one each, and p = softmax of the scores.
 */
final class LogisticLoss implements Objective {
  private final LinearScores scores;
  private final int[] places;
  private final int outputs;
  private final int dimension;

  /** 1 / (C n). */
  private final double penalty;

  LogisticLoss(Matrix rows, Classes classes, double c) {
    this.outputs = outputs(classes.size());
    this.scores = new LinearScores(rows, outputs);
    this.places = classes.places();
    this.dimension = rows.dimension();
    this.penalty = 1 / (c * places.length);
  }

  static int outputs(int classes) {
    return classes == 2 ? 1 : classes;
  }

  @Override
  public double evaluate(double[] parameters, double[] gradient) {
    int n = places.length;
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (int first = 0; first < n; first += LinearScores.BLOCK) {
      double[][] block = scores.score(first, parameters);
      for (int b = 0; b < LinearScores.BLOCK; b++) {
        if (first + b < n) {
          loss += toPulls(block[b], places[first + b], 1.0 / n);
        } else {
          Arrays.fill(block[b], 0);
        }
      }
      scores.addPulls(block, gradient);
    }
    return loss / n + addPenalty(parameters, gradient);
  }

  /** −log p(place); the scores become its derivatives, times a weight. */
  private static double toPulls(double[] scores, int place, double weight) {
    double loss;
    if (scores.length == 1) {
      double score = scores[0];
      loss = softplus(place == 1 ? -score : score);
      scores[0] = weight * (sigmoid(score) - place);
    } else {
      double ofLabel = scores[place];
      loss = softmax(scores) - ofLabel;
      scores[place] -= 1;
      for (int i = 0; i < scores.length; i++) {
        scores[i] *= weight;
      }
    }
    return loss;
  }

  private double addPenalty(double[] parameters, double[] gradient) {
    double square = 0;
    for (int i = 0; i < parameters.length; i++) {
      if (i % (dimension + 1) != dimension) {
        square += parameters[i] * parameters[i];
        gradient[i] += penalty * parameters[i];
      }
    }
    return penalty / 2 * square;
  }

  /** log(1 + e^x) without overflow. */
  private static double softplus(double x) {
    return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  static double sigmoid(double x) {
    double power = Math.exp(-Math.abs(x));
    return (x >= 0 ? 1 : power) / (1 + power);
  }

  /** Scores become probabilities; returns log Σ eˢ. */
  static double softmax(double[] scores) {
    double largest = scores[Classes.largest(scores)];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - largest);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return largest + Math.log(sum);
  }
}
