package dev.akin.study.task;

import dev.akin.encoder.Encoder;
import dev.akin.eval.pair.BinaryScores;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.system.MeasuredSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether similarities tell pairs that belong together from others: MTEB's pair classification.
 *
 * <p>Main figure {@code max_ap}: the best average precision of four similarities. Accuracy and F1
 * are those of the best threshold, chosen on the same pairs, and so flatter.
 */
public final class PairClassificationTask implements Task {
  private final String name;
  private final ScoredPairs pairs;
  private final boolean[] positive;

  /**
   * A task of pairs.
   *
   * @param pairs scored 1 or 0
   * @throws IllegalArgumentException if another score occurs, or one of them does not (names it)
   */
  public PairClassificationTask(String name, ScoredPairs pairs) {
    this.name = name;
    this.pairs = pairs;
    this.positive = new boolean[pairs.size()];
    int count = 0;
    for (int i = 0; i < positive.length; i++) {
      double score = pairs.scores().get(i);
      if (score != 0 && score != 1) {
        throw new IllegalArgumentException(
            "%s: pair %d has the label %s; labels are 0 and 1".formatted(name, i + 1, score));
      }
      positive[i] = score == 1;
      count += positive[i] ? 1 : 0;
    }
    if (count == 0 || count == positive.length) {
      throw new IllegalArgumentException(
          "%s: %d of %d pairs have the label 1; both labels must occur"
              .formatted(name, count, positive.length));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public TaskType type() {
    return TaskType.PAIR_CLASSIFICATION;
  }

  @Override
  public String data() {
    return String.format(Locale.ROOT, "%,d pairs", pairs.size());
  }

  @Override
  public TaskResult evaluate(MeasuredSystem system) {
    Encoder encoder = system.requireEncoder(name, pairs.texts());
    Map<String, Double> scores = new LinkedHashMap<>();
    List<BinaryScores> ways = new ArrayList<>();
    try (TextRows first = TextRows.of(encoder, pairs.first());
        TextRows second = TextRows.of(encoder, pairs.second())) {
      for (RowPairs way : RowPairs.values()) {
        BinaryScores scored = BinaryScores.of(way.of(first.rows(), second.rows()), positive);
        ways.add(scored);
        scores.put(way.text() + "_ap", scored.averagePrecision());
        scores.put(way.text() + "_accuracy", scored.bestAccuracy().accuracy());
        scores.put(way.text() + "_f1", scored.bestF1().f1());
      }
      scores.put("max_ap", best(ways));
      return new TaskResult(
          name,
          type(),
          system.name(),
          scores,
          Estimate.of(
              pairs.size(),
              items -> best(ways.stream().map(scored -> scored.resampled(items)).toList())),
          TaskResult.numbered("pair", pairs.size()),
          TextRows.truncation(first.report().plus(second.report())).stream().toList());
    }
  }

  private static double best(List<BinaryScores> ways) {
    return ways.stream().mapToDouble(BinaryScores::averagePrecision).max().orElseThrow();
  }
}
