package dev.akin.cli;

import dev.akin.eval.Hit;
import dev.akin.eval.Run;
import dev.akin.format.trec.RunFile;
import dev.akin.study.report.EvaluationReport;
import dev.akin.study.report.MtebResults;
import dev.akin.study.report.ReportJson;
import dev.akin.study.report.ReportMarkdown;
import dev.akin.study.report.ReportPage;
import dev.akin.study.task.TaskResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What an evaluation leaves behind beside what it prints. */
final class ReportChoices {
  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write all of it to a file: .html (one page that needs nothing else), .json (reads back,"
              + " see --rerun) or .md; may be given again.")
  private List<Path> reports = List.of();

  @Option(
      names = "--mteb",
      paramLabel = "DIR",
      description = "Write DIR/results/MODEL/REVISION/TASK.json as MTEB does.")
  private Optional<Path> mteb = Optional.empty();

  @Option(
      names = "--run-dir",
      paramLabel = "DIR",
      description = "Write every ranking to DIR/TASK.SYSTEM.run, a TREC run.")
  private Optional<Path> runs = Optional.empty();

  /** The first option that was given. */
  Optional<String> given() {
    if (!reports.isEmpty()) {
      return Optional.of("--report");
    }
    return mteb.isPresent() ? Optional.of("--mteb") : runs.map(_ -> "--run-dir");
  }

  /** Refuses what could not be written in the end, before any work. */
  void check() {
    for (Path file : reports) {
      Kind _ = kind(file);
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw CommandException.badUse("--report %s: there is no folder %s".formatted(file, folder));
      }
      if (Files.isDirectory(file)) {
        throw CommandException.badUse("--report %s: this is a folder".formatted(file));
      }
    }
    mteb.ifPresent(folder -> requireNoFile("--mteb", folder));
    runs.ifPresent(folder -> requireNoFile("--run-dir", folder));
  }

  private static void requireNoFile(String option, Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw CommandException.badUse("%s %s: not a folder".formatted(option, folder));
    }
  }

  /** How a report is written. */
  private enum Kind {
    HTML,
    JSON,
    MARKDOWN
  }

  private static Kind kind(Path file) {
    String name = file.toString();
    int dot = name.lastIndexOf('.');
    return switch (name.substring(dot + 1)) {
      case "html", "htm" -> Kind.HTML;
      case "json" -> Kind.JSON;
      case "md" -> Kind.MARKDOWN;
      default ->
          throw CommandException.badUse(
              "--report %s: a report ends in .html, .json or .md".formatted(file));
    };
  }

  /** Writes the report in every form that was asked for. */
  void write(EvaluationReport report) throws IOException {
    for (Path file : reports) {
      Files.writeString(
          file,
          switch (kind(file)) {
            case HTML -> ReportPage.of(report).toHtml();
            case JSON -> ReportJson.of(report).toLine() + "\n";
            case MARKDOWN -> ReportMarkdown.of(report);
          });
    }
    if (mteb.isPresent()) {
      MtebResults.write(report, mteb.get());
    }
  }

  /** Writes a system's rankings, where it has some. */
  void write(TaskResult result) throws IOException {
    if (runs.isEmpty() || result.run().isEmpty()) {
      return;
    }
    String name = MtebResults.fileName(result.task() + "." + result.system() + ".run");
    Path file = Files.createDirectories(runs.get()).resolve(name);
    Run run = result.run().get();
    try (RunFile.Sink sink = RunFile.create(file, "akin-" + result.system())) {
      for (String query : run.queryIds()) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (Hit hit : run.ranking(query)) {
          scores.put(hit.documentId(), hit.score());
        }
        sink.write(query, scores);
      }
    } catch (IllegalArgumentException e) {
      Files.deleteIfExists(file);
      throw CommandException.failed("--run-dir: " + Failures.message(e));
    }
  }
}
