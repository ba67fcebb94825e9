package dev.akin.vector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.vector.Matrix;
import dev.akin.vector.RandomRows;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KMeansTest {
  private static final KMeans.Options EXACT = KMeans.Options.DEFAULT.withTolerance(0);

  @Test
  void twoPairsOfPointsAreTwoClusters() {
    try (Matrix rows =
        Matrix.of(
            new float[] {0, 0}, new float[] {10, 1}, new float[] {0, 2}, new float[] {10, 3})) {
      Clusters clusters = KMeans.of(2).cluster(rows, 1);
      int first = clusters.assignments()[0];
      assertThat(clusters.assignments()).containsExactly(first, 1 - first, first, 1 - first);
      assertThat(clusters.centroid(first)).containsExactly(new float[] {0, 1}, within(1e-6f));
      assertThat(clusters.centroid(1 - first)).containsExactly(new float[] {10, 2}, within(1e-6f));
      assertThat(clusters.inertia()).isCloseTo(4, within(1e-5));
      assertThat(clusters.sizes()).containsExactly(2, 2);
      assertThat(clusters.size()).isEqualTo(2);
      assertThat(clusters.isConverged()).isTrue();
      try (Matrix others = Matrix.of(new float[] {9, 9}, new float[] {-3, 4})) {
        assertThat(clusters.assign(others, 1)).containsExactly(1 - first, first);
      }
    }
  }

  @Test
  void theResultIsAFixedPointOfLloyd() {
    Seeds.forEach(
        40,
        random -> {
          int count = random.nextInt(5, 200);
          int k = random.nextInt(1, 6);
          try (Matrix rows = RandomRows.matrix(random, count, random.nextInt(1, 20))) {
            Clusters clusters = new KMeans(k, EXACT).cluster(rows, random.nextLong());
            assertThat(clusters.isConverged()).isTrue();
            checkNearest(rows, clusters);
            checkMeans(rows, clusters);
          }
        });
  }

  /** No other centroid is nearer than what float32 products may be off. */
  private static void checkNearest(Matrix rows, Clusters clusters) {
    int[] assigned = clusters.assignments();
    double inertia = 0;
    for (int r = 0; r < rows.rows(); r++) {
      double own = distance(rows.copyRow(r), clusters.centroid(assigned[r]));
      inertia += own;
      for (int c = 0; c < clusters.size(); c++) {
        double other = distance(rows.copyRow(r), clusters.centroid(c));
        assertThat(own).isLessThanOrEqualTo(other + 1e-4 * (1 + other));
      }
    }
    assertThat(clusters.inertia()).isCloseTo(inertia, within(1e-5 * (1 + inertia)));
  }

  private static void checkMeans(Matrix rows, Clusters clusters) {
    int[] assigned = clusters.assignments();
    for (int c = 0; c < clusters.size(); c++) {
      int cluster = c;
      int[] members = IntStream.range(0, rows.rows()).filter(r -> assigned[r] == cluster).toArray();
      for (int i = 0; i < rows.dimension(); i++) {
        int cell = i;
        double mean =
            Arrays.stream(members).mapToDouble(r -> rows.get(r, cell)).average().orElse(9);
        assertThat((double) clusters.centroid(c)[i]).isCloseTo(mean, within(1e-5));
      }
    }
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.pow((double) a[i] - b[i], 2);
    }
    return sum;
  }

  @Test
  void manyStartsFindTheBestPartitionOfFewRows() {
    Seeds.forEach(
        30,
        random -> {
          int count = random.nextInt(2, 9);
          try (Matrix rows = RandomRows.matrix(random, count, 2)) {
            double best = Double.POSITIVE_INFINITY;
            for (int parts = 0; parts < 1 << count; parts++) {
              best = Math.min(best, inertia(rows, parts));
            }
            Clusters clusters = new KMeans(2, EXACT.withStarts(40)).cluster(rows, 3);
            assertThat(clusters.inertia()).isCloseTo(best, within(1e-5 * (1 + best)));
          }
        });
  }

  /** Of two parts, the bits of the rows. */
  private static double inertia(Matrix rows, int parts) {
    double inertia = 0;
    for (int part = 0; part < 2; part++) {
      int wanted = part;
      int[] members =
          IntStream.range(0, rows.rows()).filter(r -> (parts >> r & 1) == wanted).toArray();
      for (int i = 0; i < rows.dimension(); i++) {
        int cell = i;
        double mean =
            Arrays.stream(members).mapToDouble(r -> rows.get(r, cell)).average().orElse(0);
        inertia +=
            Arrays.stream(members).mapToDouble(r -> Math.pow(rows.get(r, cell) - mean, 2)).sum();
      }
    }
    return inertia;
  }

  /** scikit-learn 1.2.1: KMeans(6, n_init=1) on the same rows, 200 seeds; and n_init=10, 20. */
  @Test
  void overManySeedsItIsAsGoodAsScikitLearn() {
    try (Matrix rows = Blobs.rows()) {
      assertThat(rows.get(0, 1)).isCloseTo(-0.87119097f, within(1e-7f));
      double[] inertia = new double[200];
      double[] vMeasure = new double[200];
      for (int seed = 0; seed < 200; seed++) {
        Clusters clusters = KMeans.of(6).cluster(rows, seed);
        inertia[seed] = clusters.inertia();
        vMeasure[seed] = Blobs.vMeasure(clusters.assignments());
      }
      Moments.of(inertia).isLike(new Moments(2933.168, 35.750, 200));
      Moments.of(vMeasure).isLike(new Moments(0.64540, 0.02361, 200));
      double[] best = new double[20];
      for (int seed = 0; seed < 20; seed++) {
        best[seed] =
            new KMeans(6, KMeans.Options.DEFAULT.withStarts(10)).cluster(rows, seed).inertia();
      }
      assertThat(Moments.of(best).mean()).isCloseTo(2905.874, within(2.0));
    }
  }

  /** scikit-learn 1.2.1: kmeans_plusplus(X, 6), 200 seeds: mean sum of squared distances. */
  @Test
  void seedingIsAsGoodAsScikitLearn() {
    try (Matrix rows = Blobs.rows()) {
      Points points = Points.of(rows, 1);
      double[] sums = new double[200];
      for (int seed = 0; seed < 200; seed++) {
        float[][] seeds = Seeding.greedy(points, 6, new SplittableRandom(seed));
        sums[seed] = Arrays.stream(points.nearest(seeds).distances()).sum();
      }
      Moments.of(sums).isLike(new Moments(4598.25, 292.70, 200));
    }
  }

  @Test
  void threadsDoNotChangeABitAndSeedsDo() {
    try (Matrix rows = Blobs.rows()) {
      for (KMeans.Options options :
          new KMeans.Options[] {KMeans.Options.DEFAULT, EXACT.spherical().withStarts(2)}) {
        Clusters one = new KMeans(7, options).cluster(rows, 11);
        for (int threads = 2; threads <= 4; threads++) {
          Clusters many = new KMeans(7, options.withThreads(threads)).cluster(rows, 11);
          assertThat(many.assignments()).isEqualTo(one.assignments());
          assertThat(many.inertia()).isEqualTo(one.inertia());
          for (int c = 0; c < 7; c++) {
            assertThat(many.centroid(c)).isEqualTo(one.centroid(c));
          }
        }
        assertThat(new KMeans(7, options).cluster(rows, 12).assignments())
            .isNotEqualTo(one.assignments());
      }
    }
  }

  @Test
  void rowsFarFromTheOriginLoseNothing() {
    SplittableRandom random = new SplittableRandom(8);
    try (Matrix near = Matrix.allocate(200, 4);
        Matrix far = Matrix.allocate(200, 4)) {
      for (int r = 0; r < 200; r++) {
        for (int i = 0; i < 4; i++) {
          float cell = Math.round(random.nextGaussian() * 64) / 64f + r % 3 * 4;
          near.set(r, i, cell);
          far.set(r, i, cell + 8192);
        }
      }
      Clusters ofNear = KMeans.of(3).cluster(near, 5);
      Clusters ofFar = KMeans.of(3).cluster(far, 5);
      assertThat(ofFar.assignments()).isEqualTo(ofNear.assignments());
      assertThat(ofFar.inertia()).isCloseTo(ofNear.inertia(), within(1e-2));
      assertThat(ofFar.assign(far, 2)).isEqualTo(ofFar.assignments());
    }
  }

  @Test
  void sphericalClustersIgnoreLength() {
    Seeds.forEach(
        10,
        random -> {
          try (Matrix rows = RandomRows.matrix(random, 100, 5);
              Matrix scaled = Matrix.allocate(100, 5)) {
            for (int r = 0; r < 100; r++) {
              float[] row = rows.copyRow(r);
              float factor = 1 << random.nextInt(6);
              for (int i = 0; i < 5; i++) {
                row[i] *= factor;
              }
              scaled.setRow(r, row);
            }
            var spherical = new KMeans(4, EXACT.spherical());
            Clusters clusters = spherical.cluster(rows, 2);
            assertThat(spherical.cluster(scaled, 2).assignments())
                .isEqualTo(clusters.assignments());
            checkCosines(rows, clusters);
          }
        });
  }

  private static void checkCosines(Matrix rows, Clusters clusters) {
    int[] assigned = clusters.assignments();
    double inertia = 0;
    for (int r = 0; r < rows.rows(); r++) {
      double own = cosine(rows.copyRow(r), clusters.centroid(assigned[r]));
      inertia += 2 * (1 - own);
      for (int c = 0; c < clusters.size(); c++) {
        assertThat(own).isGreaterThan(cosine(rows.copyRow(r), clusters.centroid(c)) - 1e-5);
        assertThat(distance(clusters.centroid(c), new float[rows.dimension()]))
            .isCloseTo(1, within(1e-5));
      }
    }
    assertThat(clusters.inertia()).isCloseTo(inertia, within(1e-3));
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    float[] origin = new float[a.length];
    return dot / Math.sqrt(distance(a, origin) * distance(b, origin));
  }

  @Test
  void fewerDifferentRowsThanClustersLeaveSomeEmpty() {
    float[][] rows = new float[30][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = new float[] {r % 3, 5 - r % 3};
    }
    try (Matrix matrix = Matrix.of(rows)) {
      for (int seed = 0; seed < 20; seed++) {
        Clusters clusters = new KMeans(7, EXACT).cluster(matrix, seed);
        assertThat(clusters.inertia()).isZero();
        assertThat(clusters.isConverged()).isTrue();
        assertThat(Arrays.stream(clusters.sizes()).filter(size -> size > 0).count()).isEqualTo(3);
        assertThat(clusters.assign(matrix, 1)).isEqualTo(clusters.assignments());
      }
    }
  }

  @Test
  void aClusterThatLosesItsRowsIsBegunAgainAtTheFarthest() {
    float[][] seeds = {{0}, {100}, {101}};
    try (Matrix rows =
        Matrix.of(
            new float[] {0}, new float[] {1}, new float[] {2}, new float[] {3}, new float[] {59})) {
      // 59 goes to the second centroid and nothing to the third, which begins again at 59; then
      // the second one has nothing and begins again at 0, as far from the mean 1.5 as 3 is, and
      // leaves the first one the mean 2; 1 is as near to 0 as to 2.
      Clusters clusters = new Lloyd(Points.of(rows, 1), Space.around(rows), EXACT).run(seeds);
      assertThat(clusters.assignments()).containsExactly(1, 0, 0, 0, 2);
      assertThat(clusters.inertia()).isCloseTo(2, within(1e-6));
    }
  }

  @Test
  void asManyClustersAsRowsLeaveNoDistance() {
    try (Matrix rows = RandomRows.matrix(new SplittableRandom(6), 12, 3)) {
      Clusters clusters = new KMeans(12, EXACT).cluster(rows, 0);
      assertThat(clusters.inertia()).isCloseTo(0, within(1e-10));
      assertThat(clusters.sizes()).containsOnly(1);
    }
  }

  @Test
  void theLimitOfIterationsIsKept() {
    try (Matrix rows = Blobs.rows()) {
      Clusters clusters = new KMeans(6, EXACT.withMaxIterations(2)).cluster(rows, 0);
      assertThat(clusters.steps()).isEqualTo(2);
      assertThat(clusters.isConverged()).isFalse();
      assertThat(clusters.assign(rows, 1)).isEqualTo(clusters.assignments());
      assertThat(clusters.toString()).startsWith("Clusters[6 of 600 rows, inertia ");
    }
  }

  @Test
  void whatCannotBeClusteredIsRefused() {
    try (Matrix rows = Matrix.of(new float[] {1, 2}, new float[] {0, 0})) {
      assertThatThrownBy(() -> KMeans.of(3).cluster(rows, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("3 clusters of 2 rows: there must be at least as many rows");
      assertThatThrownBy(() -> KMeans.of(0)).hasMessage("0 clusters: at least 1 is needed");
      assertThatThrownBy(() -> new KMeans(2, EXACT.spherical()).cluster(rows, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 1 is all zeros: it has no direction to cluster by");
      rows.set(1, 1, Float.NaN);
      assertThatThrownBy(() -> KMeans.of(2).cluster(rows, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 1, cell 1 is NaN");
      assertThatThrownBy(() -> new KMeans(2, EXACT.spherical()).cluster(rows, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 1, cell 1 is NaN");
    }
    try (Matrix rows = Matrix.of(new float[] {1e20f}, new float[] {-1e20f})) {
      assertThatThrownBy(() -> KMeans.of(2).cluster(rows, 0))
          .hasMessageContaining("it must be at most 1e15");
    }
    assertThatThrownBy(() -> EXACT.withStarts(0))
        .hasMessage("0 starts, 300 iterations, tolerance 0.0: at least 1, 1 and 0 are needed");
    assertThatThrownBy(() -> EXACT.withTolerance(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EXACT.withThreads(0)).hasMessage("0 threads: at least 1 is needed");
  }
}
