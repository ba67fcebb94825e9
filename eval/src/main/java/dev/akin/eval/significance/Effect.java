package dev.akin.eval.significance;

import java.util.Optional;

/**
 * How large a difference is beside the spread of the items, whatever their number.
 *
 * @param kind what the size is
 * @param size positive where the system is better than the baseline; infinite where all items
 *     differ by the same amount
 * @param outcomes item by item; empty for a figure that is no mean
 */
public record Effect(Kind kind, double size, Optional<Outcomes> outcomes) {
  /** What an effect size is. */
  public enum Kind {
    /** Cohen's d_z: the mean difference over the standard deviation of the differences. */
    COHEN_DZ("d_z"),

    /**
     * The difference over √n times its bootstrap standard error, n being the items or clusters; for
     * a mean of single items this is d_z up to the draws.
     */
    PER_ROOT_N("difference/(√n SE)");

    private final String printed;

    Kind(String printed) {
      this.printed = printed;
    }

    /** What a report calls it. */
    public String printedName() {
      return printed;
    }
  }

  /**
   * On how many items the system is better than the baseline, the same, and worse.
   *
   * @param wins system above baseline
   * @param ties equal but for rounding
   * @param losses system below baseline
   */
  public record Outcomes(int wins, int ties, int losses) {
    static Outcomes of(Differences differences) {
      int wins = 0;
      int losses = 0;
      for (double d : differences.values()) {
        wins += d > 0 ? 1 : 0;
        losses += d < 0 ? 1 : 0;
      }
      return new Outcomes(wins, differences.x().length - wins - losses, losses);
    }
  }
}
