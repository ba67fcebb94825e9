package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Progress;
import dev.akin.eval.significance.Comparison;
import dev.akin.study.report.Evaluation;
import dev.akin.study.report.EvaluationListener;
import dev.akin.study.report.EvaluationOptions;
import dev.akin.study.report.EvaluationReport;
import dev.akin.study.report.EvaluationReport.ReportedSystem;
import dev.akin.study.report.Provenance;
import dev.akin.study.report.SystemOutcome;
import dev.akin.study.report.TaskOutcome;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.system.Systems;
import dev.akin.study.task.Task;
import dev.akin.study.task.TaskResult;
import dev.akin.text.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  @Option(
      names = "--decisive",
      paramLabel = "N",
      description =
          "Show the N queries that decide a difference, with what both systems found and what they"
              + " should have found.")
  private int decisive;

  @Mixin private TaskChoices tasks = new TaskChoices();
  @Mixin private ComparisonChoices comparison = new ComparisonChoices();

  /** Whether systems are to be measured at all, instead of run files. */
  boolean isAsked() {
    return with.isPresent() || tasks.hasFiles();
  }

  /** The first option that is about systems only and was given nevertheless. */
  Optional<String> given() {
    return decisive == 0 ? Optional.empty() : Optional.of("--decisive");
  }

  /**
   * Measures and prints.
   *
   * @param names of public tasks
   * @param reports gets every ranking as it is made
   */
  EvaluationReport run(
      Invocation invocation, List<String> names, ReportChoices reports, boolean json)
      throws IOException {
    tasks.check(names);
    reports.check();
    List<SystemSpec> specs = specs();
    EvaluationOptions options = options();
    Console console = invocation.console();
    TaskReportPrinter printer = new TaskReportPrinter(console, options.alpha());
    try (Systems systems = EvaluationSystems.open(invocation)) {
      List<MeasuredSystem> opened = new ArrayList<>();
      for (SystemSpec spec : specs) {
        opened.add(systems.open(spec));
      }
      Evaluation evaluation = new Evaluation(opened, options);
      List<TaskOutcome> outcomes = new ArrayList<>();
      for (Task task : tasks.open(names, invocation.env())) {
        TaskOutcome outcome = measured(console, evaluation, task, reports);
        noteWhatIsNotShown(console, outcome, task);
        outcomes.add(outcome);
        if (json) {
          print(console, outcome);
        } else {
          printer.print(outcome);
        }
      }
      EvaluationReport report =
          new EvaluationReport(provenance(invocation), options, reported(opened), outcomes);
      if (!json) {
        printer.printStandings(report);
      }
      return report;
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private EvaluationOptions options() {
    try {
      return comparison.options().withDecisive(decisive);
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse("--decisive: " + Failures.message(e));
    }
  }

  private static List<ReportedSystem> reported(List<MeasuredSystem> systems) {
    return systems.stream()
        .map(system -> new ReportedSystem(system.name(), system.identity()))
        .toList();
  }

  private static Provenance provenance(Invocation invocation) {
    return new Provenance(
        invocation.args(),
        Version.number(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        MachineFacts.current());
  }

  private static TaskOutcome measured(
      Console console, Evaluation evaluation, Task task, ReportChoices reports) throws IOException {
    try (Progress progress = console.progress("evaluating")) {
      EvaluationListener listener =
          new EvaluationListener() {
            @Override
            public void onStart(String name, String system) {
              progress.say(system + " on " + name);
            }

            @Override
            public void onResult(TaskResult result) throws IOException {
              reports.write(result);
            }
          };
      return TaskOutcome.of(evaluation.run(task, listener));
    }
  }

  private void noteWhatIsNotShown(Console console, TaskOutcome outcome, Task task) {
    if (decisive > 0 && outcome.compared().isEmpty()) {
      console.note("akin: --decisive is about two systems, and one was measured");
    } else if (decisive > 0 && task.findRetrieval().isEmpty()) {
      console.note(
          "akin: %s: --decisive is about queries, and this task has none".formatted(task.name()));
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

  private static void print(Console console, TaskOutcome task) {
    for (SystemOutcome system : task.systems()) {
      Map<String, Json> members = new LinkedHashMap<>();
      members.put("task", Json.of(task.task()));
      members.put("type", Json.of(task.type().printedName()));
      members.put("system", Json.of(system.system()));
      members.put("main_score", Json.of(system.value()));
      members.put("low", Json.of(system.interval().low()));
      members.put("high", Json.of(system.interval().high()));
      members.put("seconds", Json.of(system.seconds()));
      system.scores().forEach((name, value) -> members.put(name, Json.of(value)));
      console.json(new Json.Members(members));
    }
    for (Comparison c : task.compared()) {
      console.json(
          Console.members(
              "task", Json.of(task.task()),
              "system", Json.of(c.system().system()),
              "baseline", Json.of(c.baseline().system()),
              "difference", Json.of(c.difference()),
              "low", Json.of(c.interval().low()),
              "high", Json.of(c.interval().high()),
              "p", Json.of(c.test().p()),
              "adjusted_p", Json.of(c.test().adjustedP())));
    }
  }
}
