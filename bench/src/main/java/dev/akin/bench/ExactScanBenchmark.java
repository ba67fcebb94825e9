package dev.akin.bench;

import dev.akin.vector.BitMatrix;
import dev.akin.vector.ByteMatrix;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import dev.akin.vector.Scorer;
import dev.akin.vector.Similarity;
import java.util.List;
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
 * How near an exact scan comes to the bandwidth of this machine's memory: {@link #read} sums the
 * same memory with the same number of threads, so {@code read / scan} of one run is the share that
 * is reached. A call goes once through 100,000 rows: 154 MB of float32 at 384 cells, beyond the
 * caches of most machines.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 3,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class ExactScanBenchmark {
  private static final int ROWS = 100_000;
  private static final int K = 10;
  private static final int QUERIES = 64;

  /** 383 and 385 leave a part of a vector at the end of every row. */
  @Param({"384", "383", "385", "1024"})
  public int dimension;

  @Param({"1", "2"})
  public int threads;

  private Matrix rows;
  private ByteMatrix bytes;
  private BitMatrix bits;
  private Matrix queries;
  private ExactScan scan;
  private MemoryReader reader;

  @Setup
  public void fill() {
    var random = new SplittableRandom(42);
    rows = Matrix.allocate(ROWS, dimension);
    float[] row = new float[dimension];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < dimension; j++) {
        row[j] = (float) random.nextDouble(-1, 1);
      }
      rows.setRow(i, row);
    }
    bytes = ByteMatrix.scaled(rows, 1 / 127f);
    bits = BitMatrix.signsOf(rows);
    queries = Matrix.allocate(QUERIES, dimension);
    for (int i = 0; i < QUERIES; i++) {
      queries.setRow(i, rows.copyRow(i * 1001));
    }
    scan = new ExactScan(threads);
    reader = new MemoryReader(rows.cells(), threads);
    checkAnswers();
  }

  /** Outside the timed code: every scan finds the row that the query was copied from. */
  private void checkAnswers() {
    for (List<Match> found : List.of(cosine(), euclidean(), int8(), bits(), batch().get(3))) {
      if (found.getFirst().ordinal() != 3003) {
        throw new AssertionError("query 3 is row 3003, found " + found);
      }
    }
  }

  @TearDown
  public void free() {
    reader.close();
    rows.close();
    bytes.close();
    bits.close();
    queries.close();
  }

  /** The bandwidth: every cell of the float32 rows is loaded and added. */
  @Benchmark
  public float read() {
    return reader.sum();
  }

  @Benchmark
  public List<Match> dot() {
    return scan.nearest(Scorer.of(rows, queries.copyRow(3), Similarity.DOT), K);
  }

  @Benchmark
  public List<Match> cosine() {
    return scan.nearest(Scorer.of(rows, queries.copyRow(3), Similarity.COSINE), K);
  }

  @Benchmark
  public List<Match> euclidean() {
    return scan.nearest(Scorer.of(rows, queries.copyRow(3), Similarity.EUCLIDEAN), K);
  }

  @Benchmark
  public List<Match> int8() {
    return scan.nearest(Scorer.of(bytes, bytes.copyRow(3003), Similarity.COSINE), K);
  }

  @Benchmark
  public List<Match> bits() {
    return scan.nearest(Scorer.of(bits, bits.copyRow(3003), Similarity.HAMMING), K);
  }

  /** All of 64 queries in one go. */
  @Benchmark
  public List<List<Match>> batch() {
    return scan.nearest(rows, queries, Similarity.COSINE, K);
  }
}
