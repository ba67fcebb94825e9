package dev.akin.cli;

import dev.akin.eval.significance.Adjustment;
import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.eval.significance.PairedTest;
import dev.akin.eval.significance.Resampling;
import dev.akin.study.report.EvaluationOptions;
import dev.akin.study.system.SystemSpec;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How systems are compared. */
final class ComparisonChoices {
  @Option(
      names = "--baseline",
      paramLabel = "SYSTEM",
      description = "Hold every other system against this one. Default: every pair is compared.")
  private Optional<String> baseline = Optional.empty();

  @Option(
      names = "--test",
      paramLabel = "TEST",
      description =
          "randomisation, student-t, wilcoxon, bootstrap or mcnemar. Default: randomisation for"
              + " means, bootstrap for other figures.")
  private Optional<PairedTest> test = Optional.empty();

  @Option(
      names = "--adjust",
      paramLabel = "HOW",
      description = "Many tests at once: holm, benjamini-hochberg or none. Default: holm.")
  private Adjustment adjustment = Adjustment.HOLM;

  @Option(
      names = "--level",
      paramLabel = "L",
      description = "Of intervals; tests are at 1 − L. Default: 0.95.")
  private double level = ComparisonOptions.DEFAULT.level();

  @Option(
      names = "--minimum-effect",
      paramLabel = "D",
      description = "The smallest difference that would matter to you. Default: 0.01.")
  private double minimumEffect = ComparisonOptions.DEFAULT.minimumEffect();

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "Random draws of tests and intervals. Default: 10000.")
  private int draws = Resampling.DEFAULT.draws();

  @Option(names = "--seed", paramLabel = "N", description = "Of all draws. Default: 42.")
  private long seed = Resampling.DEFAULT.seed();

  /**
   * The options.
   *
   * @throws CommandException (bad use) if a value makes no sense
   */
  EvaluationOptions options() {
    try {
      return new EvaluationOptions(
          new ComparisonOptions(
              test,
              ComparisonOptions.DEFAULT.interval(),
              level,
              minimumEffect,
              adjustment,
              new Resampling(draws, seed)),
          baseline.map(text -> SystemSpec.parse(text).text()));
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }
}
