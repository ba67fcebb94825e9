package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.study.report.EvaluationReport;
import dev.akin.study.report.ReportChanges;
import dev.akin.study.report.ReportChanges.Change;
import dev.akin.study.report.ReportJson;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Repeats an evaluation from its report and says what is not what it was. */
final class Rerun {
  /** Figures that are named; of the others only the number is told. */
  private static final int NAMED = 20;

  private final Invocation invocation;
  private final EvaluationReport before;

  private Rerun(Invocation invocation, EvaluationReport before) {
    this.invocation = invocation;
    this.before = before;
  }

  static Rerun of(Invocation invocation, Path file) throws IOException {
    EvaluationReport before = ReportJson.read(file);
    if (before.provenance().command().isEmpty()) {
      throw CommandException.failed(
          file + ": this report was not made by a command and cannot be repeated");
    }
    return new Rerun(invocation, before);
  }

  /** This call with the arguments of the report. */
  Invocation invocation() {
    return new Invocation(
        before.provenance().command(),
        invocation.env(),
        invocation.in(),
        invocation.console(),
        invocation.interruption());
  }

  /** The command with the arguments of the report; of what it would write nothing is written. */
  EvaluateCommand command() {
    List<String> args = before.provenance().command();
    try {
      CommandLine.ParseResult parsed =
          CommandTree.build(invocation()).parseArgs(args.toArray(new String[0]));
      if (parsed.hasSubcommand()
          && parsed.subcommand().commandSpec().userObject() instanceof EvaluateCommand command) {
        return command;
      }
    } catch (ParameterException e) {
      throw CommandException.failed("the report's command cannot be read: " + Failures.message(e));
    }
    throw CommandException.failed(
        "the report's command is not akin evaluate, but akin " + String.join(" ", args));
  }

  /** Says what changed; the exit code is 1 if a figure did. */
  int compare(EvaluationReport after, boolean json) {
    ReportChanges changes = ReportChanges.between(before, after);
    Console console = invocation.console();
    if (json) {
      changes.circumstances().forEach(change -> print(console, "circumstance", change));
      changes.figures().forEach(change -> print(console, "figure", change));
      return changes.isSame() ? ExitCode.OK : ExitCode.FAILED;
    }
    for (Change change : changes.circumstances()) {
      console.line(
          "changed: %s was %s, is %s".formatted(change.what(), change.before(), change.after()));
    }
    for (Change change : changes.figures().stream().limit(NAMED).toList()) {
      console.line(
          "differs: %s was %s, is %s".formatted(change.what(), change.before(), change.after()));
    }
    int unnamed = changes.figures().size() - NAMED;
    if (unnamed > 0) {
      console.line(String.format(Locale.ROOT, "differs: %,d figures more", unnamed));
    }
    console.line(
        changes.isSame()
            ? String.format(
                Locale.ROOT,
                "all %,d figures came out again within %.0e",
                changes.compared(),
                ReportChanges.TOLERANCE)
            : String.format(
                Locale.ROOT,
                "%,d of %,d figures differ by more than %.0e",
                changes.figures().size(),
                changes.compared(),
                ReportChanges.TOLERANCE));
    return changes.isSame() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static void print(Console console, String kind, Change change) {
    console.json(
        Console.members(
            "changed", Json.of(kind),
            "what", Json.of(change.what()),
            "before", Json.of(change.before()),
            "after", Json.of(change.after())));
  }
}
