package dev.akin.bench;

import dev.akin.eval.pair.Correlation;
import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.eval.significance.Estimate;
import dev.akin.eval.significance.Family;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to compare: 10,000 flips and as many resamples, shared by all pairs of systems. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class SignificanceBenchmark {
  private static final int QUERIES = 300;
  private static final int PAIRS = 1379;

  private SequencedMap<String, Estimate> means;
  private SequencedMap<String, Estimate> correlations;

  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    means = new LinkedHashMap<>();
    for (int system = 0; system < 10; system++) {
      means.put("s" + system, Estimate.mean(random.doubles(QUERIES).toArray()));
    }
    double[] gold = random.doubles(PAIRS).toArray();
    correlations = new LinkedHashMap<>();
    for (int system = 0; system < 2; system++) {
      Correlation correlation = Correlation.of(gold, random.doubles(PAIRS).toArray());
      correlations.put(
          "s" + system, Estimate.of(PAIRS, items -> correlation.resampled(items).spearman()));
    }
  }

  /** 45 pairs of 10 systems over 300 queries: the means of a retrieval metric. */
  @Benchmark
  public Family means() {
    return Family.allPairs(means, ComparisonOptions.DEFAULT);
  }

  /** One pair of systems by Spearman's ρ over as many sentence pairs as STS-B has to test. */
  @Benchmark
  public Family correlations() {
    return Family.allPairs(correlations, ComparisonOptions.DEFAULT);
  }
}
