package dev.akin.vector;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds a row on rows that stay in the cache: the scalar kernels, which are the
 * specification, against those that this process chose. Stands in the package of the kernels, which
 * are not public.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(KernelBenchmark.ROWS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class KernelBenchmark {
  static final int ROWS = 64;

  /** Odd ones leave a part of a vector at the end of every row. */
  @Param({"17", "128", "383", "384", "1024"})
  public int dimension;

  @Param({"scalar", "chosen"})
  public String kernels;

  private Kernels used;
  private Matrix rows;
  private ByteMatrix bytes;
  private BitMatrix bits;
  private float[] query;
  private byte[] byteQuery;
  private long[] bitQuery;

  @Setup
  public void fill() {
    used = kernels.equals("scalar") ? Kernels.scalar("wanted") : Kernels.CHOSEN;
    var random = new SplittableRandom(42);
    rows = Matrix.allocate(ROWS, dimension);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < dimension; j++) {
        rows.set(i, j, (float) random.nextDouble(-1, 1));
      }
    }
    bytes = ByteMatrix.scaled(rows, 1 / 127f);
    bits = BitMatrix.signsOf(rows);
    query = rows.copyRow(1);
    byteQuery = bytes.copyRow(1);
    bitQuery = BitScorer.words(bits.copyRow(1));
    if (int8() != sumOfInt8(Kernels.scalar("check")) || Float.isNaN(dot())) {
      throw new AssertionError("the kernels " + used.choice() + " compute something else");
    }
  }

  @TearDown
  public void free() {
    rows.close();
    bytes.close();
    bits.close();
  }

  @Benchmark
  public float dot() {
    float sum = 0;
    for (int i = 0; i < ROWS; i++) {
      sum += used.floats().dot(query, rows.cells(), i * rows.rowBytes());
    }
    return sum;
  }

  @Benchmark
  public float squaredDistance() {
    float sum = 0;
    for (int i = 0; i < ROWS; i++) {
      sum += used.floats().squaredDistance(query, rows.cells(), i * rows.rowBytes());
    }
    return sum;
  }

  @Benchmark
  public long int8() {
    return sumOfInt8(used);
  }

  private long sumOfInt8(Kernels kernels) {
    long sum = 0;
    for (int i = 0; i < ROWS; i++) {
      sum += kernels.bytes().dot(byteQuery, bytes.cells(), i * bytes.rowBytes());
    }
    return sum;
  }

  @Benchmark
  public long bits() {
    long sum = 0;
    int rowBytes = (int) bits.rowBytes();
    for (int i = 0; i < ROWS; i++) {
      sum += used.bits().differences(bitQuery, rowBytes, bits.cells(), i * bits.rowBytes());
    }
    return sum;
  }
}
