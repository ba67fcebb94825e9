package dev.akin.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import org.junit.jupiter.api.Test;

class SymmetricInverseTest {
  @Test
  void aMatrixTimesItsInverseIsTheIdentity() {
    Seeds.forEach(
        100,
        random -> {
          int n = random.nextInt(1, 12);
          double[][] a = new double[n][n];
          for (int row = 0; row < n + 3; row++) {
            double[] z = random.doubles(n, -1, 1).toArray();
            for (int i = 0; i < n; i++) {
              for (int j = 0; j < n; j++) {
                a[i][j] += z[i] * z[j];
              }
            }
          }
          for (int i = 0; i < n; i++) {
            a[i][i] += 0.5; // no eigenvalue below: the condition stays under 100
          }
          double[][] inverse = SymmetricInverse.of(a);
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
              double sum = 0;
              for (int k = 0; k < n; k++) {
                sum += a[i][k] * inverse[k][j];
              }
              assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
          }
        });
  }
}
