package dev.akin.study.report;

import dev.akin.encoder.EncoderOptions;
import dev.akin.eval.Qrels;
import dev.akin.eval.significance.Adjustment;
import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.eval.significance.Interval;
import dev.akin.eval.significance.Resampling;
import dev.akin.search.Query;
import dev.akin.study.report.EvaluationReport.ReportedSystem;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.system.Systems;
import dev.akin.study.task.RetrievalData;
import dev.akin.study.task.RetrievalTask;
import dev.akin.study.task.ScoredPairs;
import dev.akin.study.task.StsTask;
import dev.akin.study.task.Task;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two systems on six texts with four queries, of which the words of three stand in their documents,
 * and on five pairs.
 */
final class SmallEvaluation {
  /** Text that HTML, Markdown and JSON would take for theirs. */
  static final String HOSTILE = "moon | <b>\"night\"</b> \\ `x` *y* \u0001";

  private static final Corpus CORPUS =
      Corpus.of(
          "texts",
          List.of(
              Document.of("a", "robin robin robin"),
              Document.of("b", "robin sings " + HOSTILE),
              Document.of("c", "the engine burns diesel"),
              Document.of("d", "stars at night"),
              Document.of("e", "a train leaves the station"),
              Document.of("f", "the bird steers with its tail")));

  private SmallEvaluation() {}

  static List<Task> tasks() {
    var data =
        RetrievalData.of(
            CORPUS,
            List.of(
                new Query("q1", "robin"),
                new Query("q2", "diesel"),
                new Query("q3", HOSTILE),
                new Query("q4", "vogel")),
            Qrels.of(
                Map.of(
                    "q1", Map.of("b", 1, "a", 0),
                    "q2", Map.of("c", 2),
                    "q3", Map.of("d", 1),
                    "q4", Map.of("f", 1))));
    var pairs =
        new ScoredPairs(
            List.of("a red car", "the moon", "birds sing", "a train", "it rains"),
            List.of("a red car drives", "the sun", "a bird sings", "the trains", "stocks fall"),
            List.of(5.0, 2.0, 4.0, 3.0, 0.0));
    return List.of(new RetrievalTask("birds", data), new StsTask("pairs", pairs));
  }

  /** Both systems on as many tasks as they can do: words alone make no similarity of pairs. */
  static EvaluationReport run(Path folder, String first, String second) throws IOException {
    List<Task> tasks = first.equals("bm25") ? tasks().subList(0, 1) : tasks();
    var options =
        new EvaluationOptions(
            new ComparisonOptions(
                Optional.empty(),
                Interval.Method.BCA,
                0.95,
                0.01,
                Adjustment.HOLM,
                new Resampling(200, 7)),
            Optional.empty(),
            2);
    try (Systems systems = Systems.open(folder, EncoderOptions.defaults())) {
      List<MeasuredSystem> opened =
          List.of(systems.open(SystemSpec.parse(first)), systems.open(SystemSpec.parse(second)));
      var evaluation = new Evaluation(opened, options);
      List<TaskOutcome> outcomes = new ArrayList<>();
      for (Task task : tasks) {
        outcomes.add(TaskOutcome.of(evaluation.run(task, EvaluationListener.SILENT)));
      }
      return new EvaluationReport(
          new Provenance(
              List.of("evaluate", "--corpus", "my texts/", "--with", first + "," + second),
              "0.1.0",
              Instant.parse("2026-11-26T08:00:00Z"),
              new Provenance.Machine("25", "Linux", "a processor", 2, 1 << 30)),
          options,
          opened.stream().map(s -> new ReportedSystem(s.name(), s.identity())).toList(),
          outcomes);
    }
  }
}
