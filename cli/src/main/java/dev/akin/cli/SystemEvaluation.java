package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Progress;
import dev.akin.study.report.Evaluation;
import dev.akin.study.report.EvaluationOptions;
import dev.akin.study.report.TaskReport;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.system.Systems;
import dev.akin.study.task.Task;
import dev.akin.text.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures systems on tasks: the part of {@code akin evaluate} that runs something. */
final class SystemEvaluation {
  @Option(
      names = "--with",
      paramLabel = "SYSTEMS",
      description =
          "Systems to measure, separated by commas: bm25, minilm, minilm@128d, minilm:int8,"
              + " hybrid(bm25,minilm), rerank(bm25,minilm;50), a model folder …")
  private Optional<String> with = Optional.empty();

  @Mixin private TaskChoices tasks = new TaskChoices();
  @Mixin private ComparisonChoices comparison = new ComparisonChoices();

  /** Whether systems are to be measured at all, instead of run files. */
  boolean isAsked() {
    return with.isPresent() || tasks.hasFiles();
  }

  /** Measures and prints. */
  void run(Invocation invocation, List<String> names, boolean json) throws IOException {
    tasks.check(names);
    List<SystemSpec> specs = specs();
    EvaluationOptions options = comparison.options();
    Console console = invocation.console();
    try (Systems systems = EvaluationSystems.open(invocation)) {
      List<MeasuredSystem> opened = new ArrayList<>();
      for (SystemSpec spec : specs) {
        opened.add(systems.open(spec));
      }
      Evaluation evaluation = new Evaluation(opened, options);
      for (Task task : tasks.open(names, invocation.env())) {
        TaskReport report = measured(console, evaluation, task);
        if (json) {
          print(console, report);
        } else {
          new TaskReportPrinter(console, comparison.alpha(), options.baseline().isPresent())
              .print(report);
        }
      }
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private static TaskReport measured(Console console, Evaluation evaluation, Task task)
      throws IOException {
    try (Progress progress = console.progress("evaluating")) {
      return evaluation.run(task, (name, system) -> progress.say(system + " on " + name));
    }
  }

  private List<SystemSpec> specs() {
    if (with.isEmpty()) {
      throw CommandException.badUse("--with SYSTEMS is missing: what to measure, say bm25,minilm");
    }
    try {
      return SystemSpec.parseAll(with.get());
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse("--with: " + Failures.message(e));
    }
  }

  private static void print(Console console, TaskReport report) {
    for (TaskReport.SystemScore score : report.systems()) {
      Map<String, Json> members = new LinkedHashMap<>();
      members.put("task", Json.of(report.task()));
      members.put("type", Json.of(report.type().printedName()));
      members.put("system", Json.of(score.result().system()));
      members.put("main_score", Json.of(score.result().mainScore()));
      members.put("low", Json.of(score.interval().low()));
      members.put("high", Json.of(score.interval().high()));
      members.put("seconds", Json.of(score.seconds()));
      score.result().scores().forEach((name, value) -> members.put(name, Json.of(value)));
      console.json(new Json.Members(members));
    }
  }
}
