package dev.akin.study.report;

import dev.akin.eval.significance.Comparison;
import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.eval.significance.Interval;
import dev.akin.eval.significance.PairedTest;
import dev.akin.eval.significance.SampleSize;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/** How figures and what is known of them are said, on every kind of paper the same. */
public final class Wording {
  private Wording() {}

  /** {@code 0.6451}. */
  public static String digits(double value) {
    return String.format(Locale.ROOT, "%.4f", value).replace('-', '−');
  }

  /** {@code +0.0123}. */
  public static String signed(double value) {
    return String.format(Locale.ROOT, "%+.4f", value).replace('-', '−');
  }

  /** {@code [0.6100, 0.6800]}. */
  public static String interval(Interval interval) {
    return "[%s, %s]".formatted(digits(interval.low()), digits(interval.high()));
  }

  /** {@code [−0.0012, +0.0310]}. */
  public static String signedInterval(Interval interval) {
    return "[%s, %s]".formatted(signed(interval.low()), signed(interval.high()));
  }

  /** {@code .0312} or {@code < .0001}. */
  public static String probability(double p) {
    if (p < 0.0001) {
      return "< .0001";
    }
    String text = String.format(Locale.ROOT, "%.4f", p);
    return text.startsWith("0") ? text.substring(1) : text;
  }

  /** What is known of a difference. */
  public static String verdict(Comparison comparison, double alpha) {
    return switch (comparison.verdict(alpha)) {
      case BETTER -> "better";
      case WORSE -> "worse";
      case UNDECIDED -> "undecided";
    };
  }

  /** How many items would settle an undecided difference; empty where it is decided or none. */
  public static Optional<String> needed(Comparison comparison, double alpha) {
    SampleSize sample = comparison.sample();
    return sample.itemsToSettle().isPresent()
            && comparison.verdict(alpha) == Comparison.Verdict.UNDECIDED
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%,d items would settle such a difference (there are %,d)",
                sample.itemsToSettle().getAsLong(),
                sample.items()))
        : Optional.empty();
  }

  /** {@code minilm − bm25: +0.0123 [−0.0012, +0.0310], p .071: undecided; …}. */
  public static String sentence(Comparison c, double alpha) {
    return "%s − %s: %s %s, p %s: %s%s"
        .formatted(
            c.system().system(),
            c.baseline().system(),
            signed(c.difference()),
            signedInterval(c.interval()),
            probability(c.test().adjustedP()),
            verdict(c, alpha),
            needed(c, alpha).map(text -> "; " + text).orElse(""));
  }

  /** {@code randomisation test; Holm; BCa bootstrap intervals of 95 %; 10,000 draws, seed 42}. */
  public static String method(EvaluationOptions options) {
    ComparisonOptions comparison = options.comparison();
    String tests =
        comparison
            .test()
            .map(PairedTest::printedName)
            .orElse("randomisation for means, paired bootstrap for other figures");
    String pairs =
        options.baseline().map(name -> "every system against " + name).orElse("every pair");
    return String.format(
        Locale.ROOT,
        "%s; %s, p-values adjusted by %s; %s intervals of %s %%; %,d draws, seed %d; a difference"
            + " of %s matters",
        tests,
        pairs,
        comparison.adjustment().printedName(),
        comparison.interval().printedName(),
        plain(comparison.level() * 100),
        comparison.resampling().draws(),
        comparison.resampling().seed(),
        plain(comparison.minimumEffect()));
  }

  private static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  /** {@code 4.0} seconds and the like. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }
}
