package dev.akin.eval.cluster;

/** The mutual information that two random partitions of given sizes share on average. */
final class ExpectedInformation {
  private ExpectedInformation() {}

  /**
   * E = Σ_ij Σ_n n/N log(nN / a_i b_j) p(n), p hypergeometric: n items in both when a_i and b_j of
   * N are drawn (Vinh, Epps and Bailey 2010, equation 24a). In nats.
   */
  static double of(int[] first, int[] second, int size) {
    double[] logFactorials = logFactorials(size);
    double expected = 0;
    for (int a : first) {
      for (int b : second) {
        expected += a == 0 || b == 0 ? 0 : ofPair(a, b, size, logFactorials);
      }
    }
    return expected;
  }

  private static double ofPair(int a, int b, int size, double[] f) {
    double sum = 0;
    double fixed = f[a] + f[b] + f[size - a] + f[size - b] - f[size];
    for (int n = Math.max(1, a + b - size); n <= Math.min(a, b); n++) {
      double information = (double) n / size * Math.log((double) n * size / ((double) a * b));
      double logChance = fixed - f[n] - f[a - n] - f[b - n] - f[size - a - b + n];
      sum += information * Math.exp(logChance);
    }
    return sum;
  }

  private static double[] logFactorials(int size) {
    double[] logs = new double[size + 1];
    for (int i = 2; i <= size; i++) {
      logs[i] = logs[i - 1] + Math.log(i);
    }
    return logs;
  }
}
