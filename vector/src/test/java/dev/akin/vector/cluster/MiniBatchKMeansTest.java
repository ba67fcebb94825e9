package dev.akin.vector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.vector.Matrix;
import org.junit.jupiter.api.Test;

class MiniBatchKMeansTest {
  private static final MiniBatchKMeans.Options DEFAULT = MiniBatchKMeans.Options.DEFAULT;

  /**
   * scikit-learn 1.2.1: MiniBatchKMeans(k, batch_size=b, n_init=1) on the same rows, 200 seeds:
   * mean and deviation of inertia, v-measure and steps.
   */
  @Test
  void overManySeedsItIsAsGoodAsScikitLearn() {
    compare(
        new MiniBatchKMeans(6, DEFAULT.withBatch(64)),
        new Moments(3017.758, 74.089, 200),
        new Moments(0.60453, 0.03810, 200),
        new Moments(36.110, 10.484, 200));
    // A batch of nearly all rows, and more clusters than clouds.
    compare(
        new MiniBatchKMeans(12, DEFAULT.withBatch(512)),
        new Moments(2571.503, 23.513, 200),
        new Moments(0.53528, 0.01698, 200),
        new Moments(26.535, 8.116, 200));
    // Nearly as many clusters as rows of a batch: rare ones are begun again.
    compare(
        new MiniBatchKMeans(40, DEFAULT.withBatch(50)),
        new Moments(1854.003, 26.712, 200),
        new Moments(0.45124, 0.00937, 200),
        new Moments(49.755, 11.682, 200));
  }

  private static void compare(
      MiniBatchKMeans search, Moments inertia, Moments vMeasure, Moments steps) {
    double[] inertias = new double[200];
    double[] vMeasures = new double[200];
    double[] made = new double[200];
    try (Matrix rows = Blobs.rows()) {
      for (int seed = 0; seed < 200; seed++) {
        Clusters clusters = search.cluster(rows, seed);
        inertias[seed] = clusters.inertia();
        vMeasures[seed] = Blobs.vMeasure(clusters.assignments());
        made[seed] = clusters.steps();
      }
    }
    Moments.of(inertias).isLike(inertia);
    Moments.of(vMeasures).isLike(vMeasure);
    Moments.of(made).isLike(steps);
  }

  @Test
  void threadsDoNotChangeABitAndSeedsDo() {
    try (Matrix rows = Blobs.rows()) {
      Clusters one = new MiniBatchKMeans(9, DEFAULT.withBatch(100)).cluster(rows, 11);
      for (int threads = 2; threads <= 4; threads++) {
        var search = new MiniBatchKMeans(9, DEFAULT.withBatch(100).withThreads(threads));
        assertThat(search.cluster(rows, 11).assignments()).isEqualTo(one.assignments());
        assertThat(search.cluster(rows, 11).inertia()).isEqualTo(one.inertia());
        assertThat(search.cluster(rows, 12).assignments()).isNotEqualTo(one.assignments());
      }
    }
  }

  @Test
  void assignmentsAreThoseOfTheCentroids() {
    try (Matrix rows = Blobs.rows()) {
      Clusters clusters = MiniBatchKMeans.of(6).cluster(rows, 3);
      assertThat(clusters.assign(rows, 1)).isEqualTo(clusters.assignments());
      assertThat(clusters.isConverged()).isTrue();
    }
  }

  @Test
  void moreSeedingsBeginBetter() {
    try (Matrix rows = Blobs.rows()) {
      // One batch and the end: what is left is mostly the seeding.
      var once = DEFAULT.withBatch(600).withMaxPasses(1);
      double[] one = new double[60];
      double[] ten = new double[60];
      for (int seed = 0; seed < 60; seed++) {
        Clusters clusters = new MiniBatchKMeans(6, once).cluster(rows, seed);
        assertThat(clusters.steps()).isEqualTo(1);
        assertThat(clusters.isConverged()).isFalse();
        one[seed] = clusters.inertia();
        ten[seed] = new MiniBatchKMeans(6, once.withStarts(10)).cluster(rows, seed).inertia();
      }
      assertThat(Moments.of(ten).mean()).isLessThan(Moments.of(one).mean());
    }
  }

  @Test
  void oneRowOneClusterAndBatchesOfOne() {
    try (Matrix rows = Matrix.of(new float[] {3, 4})) {
      Clusters clusters = MiniBatchKMeans.of(1).cluster(rows, 0);
      assertThat(clusters.assignments()).containsExactly(0);
      assertThat(clusters.centroid(0)).containsExactly(new float[] {3, 4}, within(1e-6f));
    }
    try (Matrix rows = Blobs.rows()) {
      var single = DEFAULT.withBatch(1).withPatience(1000);
      assertThat(new MiniBatchKMeans(6, single).cluster(rows, 1).steps()).isGreaterThan(1000);
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    try (Matrix rows = Matrix.of(new float[] {1}, new float[] {Float.POSITIVE_INFINITY})) {
      assertThatThrownBy(() -> MiniBatchKMeans.of(3).cluster(rows, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("3 clusters of 2 rows: there must be at least as many rows");
      assertThatThrownBy(() -> MiniBatchKMeans.of(1).cluster(rows, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 1, cell 0 is Infinity");
    }
    assertThatThrownBy(() -> MiniBatchKMeans.of(-1))
        .hasMessage("-1 clusters: at least 1 is needed");
    assertThatThrownBy(() -> DEFAULT.withBatch(0))
        .hasMessage("batches of 0, 100 passes, 1 starts, patience 10: each must be at least 1");
    assertThatThrownBy(() -> DEFAULT.withReassignmentRatio(1.5))
        .hasMessage("a reassignment ratio of 1.5: it is a share, in [0, 1]");
  }
}
