package dev.akin.bench;

import dev.akin.vector.Matrix;
import dev.akin.vector.cluster.Clusters;
import dev.akin.vector.cluster.KMeans;
import dev.akin.vector.cluster.MiniBatchKMeans;
import dev.akin.vector.probe.LogisticRegression;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole clusterings and trainings, of the sizes that embedding benchmarks ask for: 16,384 rows in
 * 20 clusters; 8 rows of each of 77 classes, and 10,000 rows of 20. Rows are noise without clouds,
 * so that k-means uses all of its 20 iterations, seeding comes on top.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 3,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class ProbeBenchmark {
  private static final int ROWS = 16_384;
  private static final int CLUSTERS = 20;
  private static final int ITERATIONS = 20;
  private static final int FEW = 616;
  private static final int FEW_CLASSES = 77;
  private static final int MANY = 10_000;

  /** 383 leaves a part of a vector at the end of every row. */
  @Param({"384", "383"})
  public int dimension;

  @Param({"1", "2"})
  public int threads;

  private Matrix rows;
  private Matrix few;
  private Matrix many;
  private int[] fewLabels;
  private int[] manyLabels;

  @Setup
  public void fill() {
    var random = new SplittableRandom(42);
    rows = noise(random, ROWS);
    few = noise(random, FEW);
    many = noise(random, MANY);
    fewLabels = labelled(few, FEW_CLASSES);
    manyLabels = labelled(many, CLUSTERS);
    checkAnswers();
  }

  private Matrix noise(SplittableRandom random, int count) {
    Matrix noise = Matrix.allocate(count, dimension);
    float[] row = new float[dimension];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < dimension; j++) {
        row[j] = (float) (random.nextGaussian() / Math.sqrt(dimension));
      }
      noise.setRow(i, row);
    }
    return noise;
  }

  /** Classes in turn, each with one cell raised. */
  private static int[] labelled(Matrix rows, int classes) {
    int[] labels = new int[rows.rows()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % classes;
      rows.set(i, labels[i], rows.get(i, labels[i]) + 0.3f);
    }
    return labels;
  }

  /** Outside the timed code: all iterations are used, and the classes are learned. */
  private void checkAnswers() {
    if (kMeans().steps() != ITERATIONS || !miniBatch().isConverged()) {
      throw new AssertionError("the clusterings ended elsewhere: " + kMeans() + ", " + miniBatch());
    }
    int right = 0;
    int[] predicted = fewShot().predict(few);
    for (int i = 0; i < FEW; i++) {
      right += predicted[i] == fewLabels[i] ? 1 : 0;
    }
    if (right < 0.9 * FEW) {
      throw new AssertionError("only %d of %d classes were learned".formatted(right, FEW));
    }
  }

  @TearDown
  public void free() {
    rows.close();
    few.close();
    many.close();
  }

  @Benchmark
  public Clusters kMeans() {
    var options =
        KMeans.Options.DEFAULT.withMaxIterations(ITERATIONS).withTolerance(0).withThreads(threads);
    return new KMeans(CLUSTERS, options).cluster(rows, 1);
  }

  @Benchmark
  public Clusters miniBatch() {
    var options = MiniBatchKMeans.Options.DEFAULT.withBatch(512).withThreads(threads);
    return new MiniBatchKMeans(CLUSTERS, options).cluster(rows, 1);
  }

  @Benchmark
  public LogisticRegression fewShot() {
    return LogisticRegression.train(few, fewLabels);
  }

  @Benchmark
  public LogisticRegression logisticRegression() {
    return LogisticRegression.train(many, manyLabels);
  }
}
