package dev.akin.study.task;

import dev.akin.encoder.Encoder;
import dev.akin.eval.label.Average;
import dev.akin.eval.label.Classification;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Similarity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a sentence's translation is the nearest of all sentences of the other language: MTEB's
 * bitext mining. Main figure: F1 over sentences (weighted), which the accuracy is an upper bound
 * of.
 */
public final class BitextMiningTask implements Task {
  private final String name;
  private final List<String> first;
  private final List<String> second;

  /**
   * Sentence i of both lists says the same.
   *
   * @throws IllegalArgumentException if they are not as many, or there is none
   */
  public BitextMiningTask(String name, List<String> first, List<String> second) {
    if (first.size() != second.size() || first.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: %d sentences and %d translations".formatted(name, first.size(), second.size()));
    }
    this.name = name;
    this.first = List.copyOf(first);
    this.second = List.copyOf(second);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public TaskType type() {
    return TaskType.BITEXT_MINING;
  }

  @Override
  public String data() {
    return String.format(Locale.ROOT, "%,d sentences and their translations", first.size());
  }

  @Override
  public TaskResult evaluate(MeasuredSystem system) {
    Encoder encoder =
        system.requireEncoder(name, Stream.concat(first.stream(), second.stream()).toList());
    int[] gold = IntStream.range(0, first.size()).toArray();
    try (TextRows left = TextRows.of(encoder, first);
        TextRows right = TextRows.of(encoder, second)) {
      ExactScan scan = new ExactScan(Runtime.getRuntime().availableProcessors());
      List<List<Match>> nearest = scan.nearest(right.rows(), left.rows(), Similarity.COSINE, 1);
      int[] predicted = nearest.stream().mapToInt(found -> found.getFirst().ordinal()).toArray();
      Classification result = Classification.of(gold, predicted);
      Map<String, Double> scores = new LinkedHashMap<>();
      scores.put("f1", result.f1(Average.WEIGHTED));
      scores.put("accuracy", result.accuracy());
      scores.put("precision", result.precision(Average.WEIGHTED));
      scores.put("recall", result.recall(Average.WEIGHTED));
      return new TaskResult(
          name,
          type(),
          system.name(),
          scores,
          Estimate.of(first.size(), items -> result.resampled(items).f1(Average.WEIGHTED)),
          TaskResult.numbered("sentence", first.size()),
          TextRows.truncation(left.report().plus(right.report())).stream().toList());
    }
  }
}
