package dev.akin.vector.transform;

import dev.akin.vector.Matrix;
import java.util.SplittableRandom;

/**
 * Independent component analysis: the directions along which whitened rows are least Gaussian, so
 * that each tells one thing where principal axes mix several.
 *
 * <p>FastICA (Hyvärinen 1999), all directions at once: with rows z whitened to k cells, w⁺ = E[z
 * g(wᵀz)] − E[g′(wᵀz)] w, g = tanh, then W := (WWᵀ)^(−1/2) W, until no direction turns. O(n k²) a
 * round. Immutable.
 */
public final class IndependentAxes {
  /** A direction has settled where 1 − |cos| to the one before is smaller. */
  private static final double SETTLED = 1e-4;

  private final Transform transform;
  private final int rounds;
  private final boolean settled;

  private IndependentAxes(Transform transform, int rounds, boolean settled) {
    this.transform = transform;
    this.rounds = rounds;
    this.settled = settled;
  }

  /**
   * Finds the axes of these rows.
   *
   * @param rows many more than axes; borrowed
   * @param axes k, in [1, rank of the rows]: rows are whitened to so many principal axes first
   * @param mostRounds at which it ends unsettled
   * @param seed of the first directions; the same seed gives the same axes
   * @throws IllegalArgumentException if the rows do not vary along so many axes, or a cell is not
   *     finite
   */
  public static IndependentAxes fit(Matrix rows, int axes, int mostRounds, long seed) {
    if (mostRounds < 1) {
      throw new IllegalArgumentException("rounds are 1 or more, got " + mostRounds);
    }
    Transform whitening = PrincipalAxes.fit(rows).whitening(axes);
    double[][] white;
    try (Matrix images = whitening.apply(rows)) {
      white = Dense.rows(images);
    }
    double[][] directions = start(axes, new SplittableRandom(seed));
    int round = 0;
    boolean isSettled = false;
    while (!isSettled && round < mostRounds) {
      double[][] next = decorrelated(step(white, directions));
      isSettled = turn(directions, next) < SETTLED;
      directions = next;
      round++;
    }
    float[] zero = new float[axes];
    Fit fit = Fit.on("ica", rows);
    Transform rotation = Affine.of(zero, Dense.rounded(directions), zero, fit);
    return new IndependentAxes(whitening.then(rotation), round, isSettled);
  }

  private static double[][] start(int axes, SplittableRandom random) {
    double[][] directions = new double[axes][axes];
    for (double[] direction : directions) {
      for (int i = 0; i < axes; i++) {
        direction[i] = random.nextGaussian();
      }
    }
    return decorrelated(directions);
  }

  /** E[z g(wᵀz)] − E[g′(wᵀz)] w for each direction. */
  private static double[][] step(double[][] white, double[][] directions) {
    double[][] next = new double[directions.length][directions.length];
    double[] slopes = new double[directions.length];
    for (double[] z : white) {
      for (int i = 0; i < directions.length; i++) {
        double value = Math.tanh(Dense.dot(directions[i], z));
        Dense.addScaled(next[i], value / white.length, z);
        slopes[i] += (1 - value * value) / white.length;
      }
    }
    for (int i = 0; i < directions.length; i++) {
      Dense.addScaled(next[i], -slopes[i], directions[i]);
    }
    return next;
  }

  /** (WWᵀ)^(−1/2) W: the orthonormal directions nearest to these. */
  private static double[][] decorrelated(double[][] directions) {
    double[][] gram = Dense.times(directions, Dense.transposed(directions));
    return Dense.times(Dense.power(gram, -0.5, 0), directions);
  }

  /** The largest 1 − |cos| between a direction and what it became. */
  private static double turn(double[][] before, double[][] after) {
    double largest = 0;
    for (int i = 0; i < before.length; i++) {
      largest = Math.max(largest, Math.abs(1 - Math.abs(Dense.dot(before[i], after[i]))));
    }
    return largest;
  }

  /**
   * Rows to their coordinates on the independent axes: mean 0 and variance 1 on the fitted rows.
   */
  public Transform transform() {
    return transform;
  }

  /** How many rounds it took. */
  public int rounds() {
    return rounds;
  }

  /** Whether the directions came to rest; where rows are Gaussian along several, they need not. */
  public boolean isSettled() {
    return settled;
  }

  @Override
  public String toString() {
    return "%d independent axes, %d rounds%s"
        .formatted(transform.outputDimension(), rounds, settled ? "" : ", not settled");
  }
}
