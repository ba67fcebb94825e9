package dev.akin.eval.significance;

import dev.akin.eval.statistic.Ranks;
import dev.akin.eval.statistic.Tail;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Friedman's test of systems over data sets: whether the systems' ranks differ more than chance
 * lets them, and by how much two mean ranks must differ to count (Demšar 2006).
 *
 * <p>It looks at ranks only, not at how far systems are apart, and takes data sets as independent
 * of one another. With fewer than about 10 data sets and 5 systems its probabilities are rough.
 *
 * @param meanRanks of each system, 1 the best; ties share the mean of their ranks
 * @param dataSets how many, N
 * @param chiSquare Friedman's statistic, corrected for ties, with systems − 1 degrees of freedom
 * @param p of chiSquare
 * @param f Iman's and Davenport's less conservative statistic, with systems − 1 and (systems − 1)(N
 *     − 1) degrees of freedom; infinite where every data set ranks the systems alike
 * @param fP of f
 */
public record Friedman(
    List<Double> meanRanks, int dataSets, double chiSquare, double p, double f, double fP) {
  /** Copies the ranks. */
  public Friedman {
    meanRanks = List.copyOf(meanRanks);
  }

  /**
   * Tests scores; higher is better.
   *
   * @param scores [systems × data sets], at least 2 × 2, no NaN
   * @throws IllegalArgumentException if there are fewer, the rows differ in length, or a score is
   *     not a number (names it)
   */
  public static Friedman test(double[][] scores) {
    check(scores);
    int systems = scores.length;
    int dataSets = scores[0].length;
    double[] ranks = new double[systems];
    double ties = 0;
    for (int d = 0; d < dataSets; d++) {
      double[] falling = falling(scores, d);
      double[] ranked = Ranks.average(falling);
      Arrays.setAll(ranks, s -> ranks[s] + ranked[s] / dataSets);
      ties += Ranks.tieTerm(falling);
    }
    double middle = (systems + 1) / 2.0;
    double squares = Arrays.stream(ranks).map(r -> (r - middle) * (r - middle)).sum();
    // Ties shrink the spread that ranks have by chance; where all are tied there is none to test.
    double spread = systems * (systems + 1) / 12.0 - ties / (12.0 * dataSets * (systems - 1));
    double chiSquare = spread <= 0 ? 0 : dataSets * squares / spread;
    return of(ranks, dataSets, chiSquare);
  }

  private static Friedman of(double[] ranks, int dataSets, double chiSquare) {
    int df = ranks.length - 1;
    double rest = (double) dataSets * df - chiSquare;
    double f = (dataSets - 1) * chiSquare / Math.max(0, rest);
    return new Friedman(
        Arrays.stream(ranks).boxed().toList(),
        dataSets,
        chiSquare,
        Tail.chiSquare(chiSquare, df),
        f,
        Tail.f(f, df, (double) df * (dataSets - 1)));
  }

  private static double[] falling(double[][] scores, int dataSet) {
    return Arrays.stream(scores).mapToDouble(row -> -row[dataSet]).toArray();
  }

  private static void check(double[][] scores) {
    if (scores.length < 2 || scores[0].length < 2) {
      throw new IllegalArgumentException(
          "Friedman's test needs 2 systems and 2 data sets, got %d and %d"
              .formatted(scores.length, scores.length == 0 ? 0 : scores[0].length));
    }
    for (int s = 0; s < scores.length; s++) {
      if (scores[s].length != scores[0].length) {
        throw new IllegalArgumentException(
            "system %d has %d scores, system 0 has %d"
                .formatted(s, scores[s].length, scores[0].length));
      }
      for (int d = 0; d < scores[s].length; d++) {
        if (Double.isNaN(scores[s][d])) {
          throw new IllegalArgumentException("system %d, data set %d: NaN".formatted(s, d));
        }
      }
    }
  }

  /**
   * Nemenyi's critical difference q(α)/√2 · √(k(k + 1)/(6N)): mean ranks of two of the k systems
   * that are at least this far apart differ at level α, all pairs considered.
   *
   * @throws IllegalArgumentException unless 0 &lt; alpha &lt; 1
   */
  public double criticalDifference(double alpha) {
    int systems = meanRanks.size();
    double q = Tail.normalRangeQuantile(alpha, systems) / Math.sqrt(2);
    return q * Math.sqrt(systems * (systems + 1.0) / (6.0 * dataSets));
  }

  /** The letter display of the critical difference, in the order of the systems. */
  public List<String> letters(double alpha) {
    double critical = criticalDifference(alpha);
    List<Integer> order =
        IntStream.range(0, meanRanks.size())
            .boxed()
            .sorted(Comparator.comparingDouble(meanRanks::get))
            .toList();
    LetterDisplay display = new LetterDisplay(order.size());
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        if (meanRanks.get(order.get(j)) - meanRanks.get(order.get(i)) >= critical) {
          display.separate(i, j);
        }
      }
    }
    String[] letters = new String[order.size()];
    Arrays.setAll(letters, place -> display.letters(place));
    return IntStream.range(0, letters.length).mapToObj(s -> letters[order.indexOf(s)]).toList();
  }
}
