package dev.akin.vector.geometry;

import dev.akin.vector.Matrix;
import dev.akin.vector.transform.PrincipalAxes;
import java.util.Arrays;

/**
 * The variances of rows along their principal axes, falling, and what they tell. Immutable.
 *
 * <p>O(rows · dimension² + dimension³) to make.
 */
public final class Spectrum {
  private final double[] variances;

  private Spectrum(double[] variances) {
    // Rounding may leave tiny negative ones at the end.
    this.variances = Arrays.stream(variances).map(v -> Math.max(0, v)).toArray();
    if (this.variances[0] == 0) {
      throw new IllegalArgumentException(
          "the rows are all the same: there is no variance to share");
    }
  }

  /**
   * The variances around the mean: those of PCA.
   *
   * @param rows at least two, finite; borrowed
   * @throws IllegalArgumentException if there are fewer, all are the same, or a cell is not finite
   */
  public static Spectrum aroundMean(Matrix rows) {
    return new Spectrum(PrincipalAxes.fit(rows).variances());
  }

  /**
   * The mean squares around the origin, (1/n) σ² with σ the singular values of the rows: a common
   * direction of all rows counts.
   *
   * @param rows at least two, finite, not all zeros; borrowed
   * @throws IllegalArgumentException if there are fewer, all are zeros, or a cell is not finite
   */
  public static Spectrum aroundOrigin(Matrix rows) {
    return new Spectrum(PrincipalAxes.aroundOrigin(rows).variances());
  }

  /** The variances, falling, at least 0. */
  public double[] variances() {
    return variances.clone();
  }

  /**
   * The share of the variance that lies along the first k axes, in (0, 1]; k / dimension if all
   * directions are alike.
   *
   * @throws IllegalArgumentException if there are not so many axes
   */
  public double shareOfFirst(int k) {
    if (k < 1 || k > variances.length) {
      throw new IllegalArgumentException(
          "the first %d axes of %d: between 1 and all".formatted(k, variances.length));
    }
    return Arrays.stream(variances).limit(k).sum() / Arrays.stream(variances).sum();
  }

  /**
   * exp(−Σ p log p), p = σ / Σ σ, σ the root of the variance: how many directions the rows use, in
   * [1, dimension] (Roy and Vetterli 2007). Around the origin it is RankMe (Garrido et al. 2023).
   */
  public double effectiveRank() {
    double sum = Arrays.stream(variances).map(Math::sqrt).sum();
    double entropy = 0;
    for (double variance : variances) {
      double share = Math.sqrt(variance) / sum;
      entropy -= share == 0 ? 0 : share * Math.log(share);
    }
    return Math.exp(entropy);
  }

  /**
   * IsoScore of the variances around the mean, in [0, 1]: 0 if the rows lie on a line, 1 if all
   * directions have the same variance (Rudman et al. 2022, algorithm 1).
   *
   * <p>With Λ the variances brought to length √n, n the dimension: δ = ‖Λ − 1‖ / √(2(n − √n)), φ =
   * (n − δ²(n − √n))² / n², IsoScore = (nφ − 1) / (n − 1).
   *
   * @throws IllegalArgumentException if the rows have one cell: there is one direction only
   */
  public double isoScore() {
    int n = variances.length;
    if (n < 2) {
      throw new IllegalArgumentException("IsoScore needs rows of 2 or more cells, got 1");
    }
    double length = Math.sqrt(Arrays.stream(variances).map(v -> v * v).sum());
    double gap = 0;
    for (double variance : variances) {
      double scaled = variance / length * Math.sqrt(n);
      gap += (scaled - 1) * (scaled - 1);
    }
    double defect = gap / 2; // δ² (n − √n)
    double share = Math.pow((n - defect) / n, 2);
    return Math.clamp((n * share - 1) / (n - 1), 0.0, 1.0);
  }
}
