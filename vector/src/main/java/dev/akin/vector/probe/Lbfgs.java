package dev.akin.vector.probe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Makes a smooth function small with little memory: L-BFGS with the last {@value #MEMORY} steps
 * (Liu and Nocedal 1989; the two loops of Nocedal 1980). First step, curvature condition, line
 * search and tests are those of SciPy's L-BFGS-B without bounds (Zhu, Byrd, Lu and Nocedal 1997),
 * so that both go the same way. For one caller.
 */
@SuppressWarnings("ArrayRecordComponent") // made here, read in this package, compared nowhere
final class Lbfgs {
  private static final int MEMORY = 10;

  /** Evaluations of one line search at most; scikit-learn's. */
  private static final int MAX_TRIALS = 50;

  /**
   * When to stop.
   *
   * @param maxIterations steps at most
   * @param gradientTolerance largest cell of the gradient, in size, at a minimum
   * @param valueTolerance a step that lowers the value by less than this share of it, or of 1, ends
   *     at a minimum
   */
  record Options(int maxIterations, double gradientTolerance, double valueTolerance) {}

  /** Where it ended. */
  record Minimum(double[] point, double value, int iterations, boolean isConverged) {}

  /** A step s that was made, how the gradient changed along it, y, and s·y. */
  private record Step(double[] move, double[] change, double product) {}

  private final Objective objective;
  private final Options options;
  private final Deque<Step> steps = new ArrayDeque<>(); // newest first
  private double[] point;
  private double[] gradient;
  private double value;

  private Lbfgs(Objective objective, double[] start, Options options) {
    this.objective = objective;
    this.options = options;
    this.point = start.clone();
    this.gradient = new double[start.length];
    this.value = objective.evaluate(point, gradient);
  }

  /** Goes down from a point, which is not changed. */
  static Minimum minimise(Objective objective, double[] start, Options options) {
    return new Lbfgs(objective, start, options).run();
  }

  private Minimum run() {
    int iterations = 0;
    boolean isConverged = isFlat();
    while (!isConverged && iterations < options.maxIterations) {
      double before = value;
      if (!step(iterations == 0)) {
        if (steps.isEmpty()) {
          break; // even the steepest way down leads nowhere: rounding
        }
        steps.clear();
        continue;
      }
      iterations++;
      double size = Math.max(1, Math.max(Math.abs(before), Math.abs(value)));
      isConverged = isFlat() || before - value <= options.valueTolerance * size;
    }
    return new Minimum(point, value, iterations, isConverged);
  }

  private boolean isFlat() {
    double largest = 0;
    for (double cell : gradient) {
      largest = Math.max(largest, Math.abs(cell));
    }
    return largest <= options.gradientTolerance;
  }

  /** Makes one step; false, with everything as it was, if none could be made. */
  private boolean step(boolean isFirst) {
    double[] direction = direction();
    double slope = dot(gradient, direction);
    if (slope >= 0) {
      return false;
    }
    double firstStep = isFirst ? Math.min(1 / Math.sqrt(dot(direction, direction)), 1e10) : 1;
    var search = new LineSearch(value, slope, firstStep);
    double[] trial = new double[point.length];
    double[] trialGradient = new double[point.length];
    for (int i = 0; i < MAX_TRIALS; i++) {
      double length = search.next();
      for (int j = 0; j < trial.length; j++) {
        trial[j] = point[j] + length * direction[j];
      }
      double trialValue = objective.evaluate(trial, trialGradient);
      double trialSlope = dot(trialGradient, direction);
      if (search.isOver(trialValue, trialSlope)) {
        remember(trial, trialGradient, -slope * length);
        point = trial;
        gradient = trialGradient;
        value = trialValue;
        return true;
      }
    }
    return false;
  }

  /** Keeps a step along which the gradient rose; another would spoil the curvature. */
  private void remember(double[] reached, double[] reachedGradient, double fall) {
    double[] move = difference(reached, point);
    double[] change = difference(reachedGradient, gradient);
    double product = dot(move, change);
    if (product > Math.ulp(1.0) * fall) {
      steps.addFirst(new Step(move, change, product));
      if (steps.size() > MEMORY) {
        steps.removeLast();
      }
    }
  }

  /** −H · gradient, H the approximate inverse of the curvature. */
  private double[] direction() {
    double[] direction = new double[gradient.length];
    addScaled(direction, -1, gradient);
    double[] shares = new double[steps.size()];
    int i = 0;
    for (Step step : steps) {
      shares[i] = dot(step.move, direction) / step.product;
      addScaled(direction, -shares[i++], step.change);
    }
    if (!steps.isEmpty()) {
      Step last = steps.getFirst();
      double curvature = dot(last.change, last.change) / last.product;
      for (int j = 0; j < direction.length; j++) {
        direction[j] /= curvature;
      }
    }
    for (Iterator<Step> oldest = steps.descendingIterator(); oldest.hasNext(); ) {
      Step step = oldest.next();
      double share = dot(step.change, direction) / step.product;
      addScaled(direction, shares[--i] - share, step.move);
    }
    return direction;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = a.clone();
    addScaled(difference, -1, b);
    return difference;
  }

  private static void addScaled(double[] target, double factor, double[] source) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
