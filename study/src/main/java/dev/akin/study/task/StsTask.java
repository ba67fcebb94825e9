package dev.akin.study.task;

import dev.akin.encoder.Encoder;
import dev.akin.eval.pair.Correlation;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.system.MeasuredSystem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How well similarities of rows agree with people's: MTEB's STS. Main figure: Spearman's ρ of the
 * cosines; beside it Pearson's r, and both for dot products, Euclidean and Manhattan distances.
 */
public record StsTask(String name, ScoredPairs pairs) implements Task {
  /** Refuses pairs that no correlation can be had of. */
  public StsTask {
    if (pairs.scores().stream().distinct().count() < 2) {
      throw new IllegalArgumentException(
          "%s: a correlation takes two different scores, and all %d pairs have %s"
              .formatted(
                  name,
                  pairs.size(),
                  pairs.scores().isEmpty() ? "none" : pairs.scores().getFirst().toString()));
    }
  }

  /** The same with fewer pairs, drawn by chance. */
  public StsTask sampled(int mostPairs, long seed) {
    return new StsTask(name, pairs.sampled(mostPairs, seed));
  }

  @Override
  public TaskType type() {
    return TaskType.STS;
  }

  @Override
  public String data() {
    return String.format(Locale.ROOT, "%,d pairs", pairs.size());
  }

  @Override
  public TaskResult evaluate(MeasuredSystem system) {
    Encoder encoder = system.requireEncoder(name, pairs.texts());
    double[] gold = pairs.scoreArray();
    Map<String, Double> scores = new LinkedHashMap<>();
    try (TextRows first = TextRows.of(encoder, pairs.first());
        TextRows second = TextRows.of(encoder, pairs.second())) {
      Correlation main = Correlation.of(gold, RowPairs.COSINE.of(first.rows(), second.rows()));
      for (RowPairs way : RowPairs.values()) {
        Correlation correlation = Correlation.of(gold, way.of(first.rows(), second.rows()));
        scores.put(way.text() + "_spearman", correlation.spearman());
        scores.put(way.text() + "_pearson", correlation.pearson());
      }
      return new TaskResult(
          name,
          type(),
          system.name(),
          scores,
          Estimate.of(pairs.size(), items -> main.resampled(items).spearman()),
          TaskResult.numbered("pair", pairs.size()),
          TextRows.truncation(first.report().plus(second.report())).stream().toList());
    }
  }
}
