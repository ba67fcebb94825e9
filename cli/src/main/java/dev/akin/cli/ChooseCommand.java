package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Progress;
import dev.akin.cli.console.TextTable;
import dev.akin.study.choose.Choice;
import dev.akin.study.choose.ChoiceListener;
import dev.akin.study.choose.ChoiceOptions;
import dev.akin.study.choose.ChoiceReport;
import dev.akin.study.choose.Chooser;
import dev.akin.study.report.Provenance;
import dev.akin.study.system.Systems;
import dev.akin.study.task.RetrievalTask;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code akin choose}: which system is best on a user's own data. */
@Command(
    name = "choose",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Measures encoders, prompts, poolings, dimensions, precisions, graph search, fusion and"
          + " reranking on your own documents, and shows quality beside time and bytes.",
      "Every row is a system for 'akin evaluate --with'. Stops at its budget and says what it left"
          + " out; Ctrl-C shows what is finished."
    },
    footer = {
      "",
      "Examples:",
      "  akin choose scifact/ --budget 10m --report scifact.html",
      "  akin choose notes/ --queries q.jsonl --qrels q.tsv --with minilm,bge-small",
      "  akin choose notes/ --check title-text",
      "  akin choose notes/ --queries q.jsonl --make-pool judge.tsv"
    })
final class ChooseCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ChoiceData data = new ChoiceData();
  @Mixin private GridChoices grid = new GridChoices();
  @Mixin private PoolChoices pool = new PoolChoices();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write all of it to a file: .html (one page that needs nothing else), .json or .md; may"
              + " be given again.")
  private List<Path> reports = List.of();

  ChooseCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    reports.forEach(ReportChoices::check);
    data.check(pool.isAsked());
    ChoiceOptions options = grid.options();
    try (Systems systems = EvaluationSystems.open(invocation)) {
      if (pool.isAsked()) {
        pool.write(invocation.console(), systems, data.unjudged(), grid.grid());
        return ExitCode.OK;
      }
      RetrievalTask task = data.task(invocation.console());
      Choice choice = chosen(systems, task, options);
      ChoiceReport report =
          new ChoiceReport(choice.withNotes(data.notes()), options.comparison(), provenance());
      print(report);
      write(report);
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
    return ExitCode.OK;
  }

  private Choice chosen(Systems systems, RetrievalTask task, ChoiceOptions options)
      throws IOException {
    try (Progress progress = invocation.console().progress("choosing")) {
      ChoiceListener listener =
          new ChoiceListener() {
            @Override
            public void onStep(String step, double secondsLeft) {
              progress.say(
                  "%d:%02d left  %s"
                      .formatted(
                          Math.max(0, (long) secondsLeft) / 60,
                          Math.max(0, (long) secondsLeft) % 60,
                          step));
            }

            @Override
            public boolean isStopped() {
              return invocation.interruption().isRequested();
            }
          };
      return new Chooser(systems, grid.grid(), options, System::nanoTime).run(task, listener);
    }
  }

  private Provenance provenance() {
    return new Provenance(
        invocation.args(),
        Version.number(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        MachineFacts.current());
  }

  private void print(ChoiceReport report) {
    Console console = invocation.console();
    if (common.json) {
      for (Json row : report.rowsAsJson()) {
        console.json(row);
      }
    } else {
      console.line("%s  %s".formatted(report.choice().task(), report.choice().data()));
      new TextTable(report.table()).lines().forEach(console::line);
      report.advice().forEach(console::line);
      console.line(report.walked());
    }
    report.choice().notes().forEach(note -> console.note("akin: " + note));
    for (Choice.LeftOut each : report.choice().leftOut()) {
      console.note("akin: not measured: %s: %s".formatted(each.what(), each.reason()));
    }
  }

  private void write(ChoiceReport report) throws IOException {
    for (Path file : reports) {
      Files.writeString(
          file,
          switch (ReportChoices.kind(file)) {
            case HTML -> report.toPage().toHtml();
            case JSON -> report.toJson().toLine() + "\n";
            case MARKDOWN -> report.toMarkdown();
          });
    }
  }
}
