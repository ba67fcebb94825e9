package dev.akin.vector.probe;

/**
 * How far to go along a direction: a step at which the value has fallen enough and the slope is
 * nearly flat, the strong Wolfe conditions φ(s) ≤ φ(0) + {@value #DECREASE} s φ′(0) and |φ′(s)| ≤
 * {@value #CURVATURE} |φ′(0)| (Moré and Thuente 1994). Constants and limits are those of SciPy's
 * L-BFGS-B, so that both take the same steps. One search, then useless.
 */
final class LineSearch {
  private static final double DECREASE = 1e-3;
  private static final double CURVATURE = 0.9;

  /** An interval of uncertainty that is relatively smaller than this ends the search. */
  private static final double NARROW = 0.1;

  private static final double MAX_STEP = 1e10;

  /** The interval must shrink to this share in two steps, else it is halved. */
  private static final double SHRINKING = 0.66;

  /** How far beyond the last step the next one may lie while no minimum is bracketed. */
  private static final double LEAST_EXTRAPOLATION = 1.1;

  private static final double MOST_EXTRAPOLATION = 4.0;

  /** Step s, value φ(s), slope φ′(s). */
  record Trial(double step, double value, double slope) {
    /** The same of φ(s) − tilt · s. */
    Trial less(double tilt) {
      return new Trial(step, value - tilt * step, slope - tilt);
    }
  }

  private final Trial start;

  /** DECREASE · φ′(0). */
  private final double wantedSlope;

  /** The best trial so far, and the other end of the interval. */
  private Trial best;

  private Trial other;
  private boolean isBracketed;
  private boolean isFirstStage = true;
  private double least;
  private double most;
  private double width = MAX_STEP;
  private double widthBefore = 2 * MAX_STEP;
  private double next;

  /**
   * A search from φ(0) with the slope φ′(0).
   *
   * @param slope below 0
   * @param firstStep above 0
   */
  LineSearch(double value, double slope, double firstStep) {
    this.start = new Trial(0, value, slope);
    this.wantedSlope = DECREASE * slope;
    this.best = start;
    this.other = start;
    this.next = firstStep;
    this.least = 0;
    this.most = firstStep * (1 + MOST_EXTRAPOLATION);
  }

  /** The step to try next, or to take when {@link #isOver} says so. */
  double next() {
    return next;
  }

  /**
   * Takes in what was found at {@link #next}.
   *
   * @return true if that step is to be taken: it is good, or rounding lets no better one be found
   */
  boolean isOver(double value, double slope) {
    Trial trial = new Trial(next, value, slope);
    double target = start.value + next * wantedSlope;
    if (isFirstStage && value <= target && slope >= 0) {
      isFirstStage = false;
    }
    if (isAtItsEnd(trial, target)
        || (value <= target && Math.abs(slope) <= CURVATURE * -start.slope)) {
      return true;
    }
    narrow(trial, target);
    return false;
  }

  private boolean isAtItsEnd(Trial trial, double target) {
    boolean isNarrow =
        isBracketed && (next <= least || next >= most || most - least <= NARROW * most);
    boolean isLongest = next == MAX_STEP && trial.value <= target && trial.slope <= wantedSlope;
    boolean isShortest = next == 0 && (trial.value > target || trial.slope >= wantedSlope);
    return isNarrow || isLongest || isShortest;
  }

  private void narrow(Trial trial, double target) {
    // Until the value has fallen enough, what is searched is the value above the wanted decrease.
    boolean isTilted = isFirstStage && trial.value <= best.value && trial.value > target;
    double tilt = isTilted ? wantedSlope : 0;
    next = choose(trial.less(tilt), best.less(tilt), other.less(tilt));
    update(trial, tilt);
    if (isBracketed) {
      if (Math.abs(other.step - best.step) >= SHRINKING * widthBefore) {
        next = best.step + (other.step - best.step) / 2;
      }
      widthBefore = width;
      width = Math.abs(other.step - best.step);
      least = Math.min(best.step, other.step);
      most = Math.max(best.step, other.step);
    } else {
      least = next + LEAST_EXTRAPOLATION * (next - best.step);
      most = next + MOST_EXTRAPOLATION * (next - best.step);
    }
    next = Math.clamp(next, 0.0, MAX_STEP);
    if (isBracketed && (next <= least || next >= most || most - least <= NARROW * most)) {
      next = best.step;
    }
  }

  /** The next step from the trial and the ends of the interval (section 4 of the paper). */
  private double choose(Trial trial, Trial low, Trial high) {
    double gap = low.step - trial.step;
    double secant = trial.step + trial.slope / (trial.slope - low.slope) * gap;
    if (trial.value > low.value) {
      isBracketed = true;
      double cubic = cubic(low, trial);
      double fall = (low.value - trial.value) / (trial.step - low.step) + low.slope;
      double quadratic = low.step + low.slope / fall / 2 * (trial.step - low.step);
      boolean isNearer = Math.abs(cubic - low.step) < Math.abs(quadratic - low.step);
      return isNearer ? cubic : cubic + (quadratic - cubic) / 2;
    }
    if (trial.slope * Math.signum(low.slope) < 0) {
      isBracketed = true;
      double cubic = cubic(trial, low);
      return Math.abs(cubic - trial.step) > Math.abs(secant - trial.step) ? cubic : secant;
    }
    if (Math.abs(trial.slope) < Math.abs(low.slope)) {
      return chooseFlatter(trial, low, high, secant);
    }
    if (isBracketed) {
      return cubic(trial, high);
    }
    return trial.step > low.step ? most : least;
  }

  /** The slope has lessened without a change of sign: the minimum lies ahead, or nowhere. */
  private double chooseFlatter(Trial trial, Trial low, Trial high, double secant) {
    double cubic = cubicAhead(trial, low);
    boolean isCubicNearer = Math.abs(cubic - trial.step) < Math.abs(secant - trial.step);
    if (!isBracketed) {
      return Math.clamp(isCubicNearer ? secant : cubic, least, most);
    }
    double chosen = isCubicNearer ? cubic : secant;
    double limit = trial.step + SHRINKING * (high.step - trial.step);
    return trial.step > low.step ? Math.min(limit, chosen) : Math.max(limit, chosen);
  }

  /** The minimum of the cubic through two trials, counted from the first one. */
  private static double cubic(Trial from, Trial to) {
    double theta = theta(from, to);
    double scale = scale(theta, from, to);
    double root = scale * Math.sqrt(discriminant(theta, scale, from, to));
    double gamma = to.step < from.step ? -root : root;
    double above = gamma - from.slope + theta;
    double below = gamma - from.slope + gamma + to.slope;
    return from.step + above / below * (to.step - from.step);
  }

  /** The same where the cubic may have no minimum beyond the trial: then as far as allowed. */
  private double cubicAhead(Trial trial, Trial low) {
    double theta = theta(low, trial);
    double scale = scale(theta, low, trial);
    double root = scale * Math.sqrt(Math.max(0, discriminant(theta, scale, low, trial)));
    double gamma = trial.step > low.step ? -root : root;
    double above = gamma - trial.slope + theta;
    double below = gamma + (low.slope - trial.slope) + gamma;
    double ratio = above / below;
    if (ratio < 0 && gamma != 0) {
      return trial.step + ratio * (low.step - trial.step);
    }
    return trial.step > low.step ? most : least;
  }

  private static double theta(Trial a, Trial b) {
    return 3 * (a.value - b.value) / (b.step - a.step) + a.slope + b.slope;
  }

  private static double scale(double theta, Trial a, Trial b) {
    return Math.max(Math.abs(theta), Math.max(Math.abs(a.slope), Math.abs(b.slope)));
  }

  private static double discriminant(double theta, double scale, Trial a, Trial b) {
    return theta / scale * (theta / scale) - a.slope / scale * (b.slope / scale);
  }

  private void update(Trial trial, double tilt) {
    if (trial.less(tilt).value > best.less(tilt).value) {
      other = trial;
    } else {
      if ((trial.slope - tilt) * Math.signum(best.slope - tilt) < 0) {
        other = best;
      }
      best = trial;
    }
  }
}
