package dev.akin.study.report;

import dev.akin.eval.significance.Interval;
import dev.akin.study.report.TaskReport.SystemScore;
import dev.akin.study.task.TaskResult;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one system reached on one task, as plain values.
 *
 * @param value the main figure
 * @param interval of the main figure
 * @param seconds wall time, rows from the cache included
 * @param scores figures by MTEB's names
 * @param perItem the value of each item, where the main figure is their mean; else empty
 * @param warnings what limits the figures
 */
public record SystemOutcome(
    String system,
    double value,
    Interval interval,
    double seconds,
    Map<String, Double> scores,
    List<Double> perItem,
    List<String> warnings) {
  public SystemOutcome {
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    perItem = List.copyOf(perItem);
    warnings = List.copyOf(warnings);
  }

  static SystemOutcome of(SystemScore score) {
    TaskResult result = score.result();
    List<Double> perItem =
        result.main().perItem().stream().flatMapToDouble(Arrays::stream).boxed().toList();
    return new SystemOutcome(
        result.system(),
        result.mainScore(),
        score.interval(),
        score.seconds(),
        result.scores(),
        perItem,
        result.warnings());
  }
}
