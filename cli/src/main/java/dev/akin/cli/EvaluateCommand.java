package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.eval.Metric;
import dev.akin.eval.Ties;
import dev.akin.study.report.EvaluationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin evaluate}: how well runs fit the judgments. */
@Command(
    name = "evaluate",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Measures systems on tasks, with intervals and paired tests: public tasks by name, your own"
          + " by files.",
      "Or judges runs by judgments, by trec_eval's rules: ties in score are ordered by document id,"
          + " judged queries without a ranking count 0."
    },
    footer = {
      "",
      "Examples:",
      "  akin evaluate scifact stsb-en --with bm25,minilm,bge-small",
      "  akin evaluate --corpus notes/ --queries q.jsonl --qrels q.tsv --with"
          + " 'bm25,hybrid(bm25,minilm)'",
      "  akin evaluate scifact --with bm25,minilm --decisive 5 --report r.html --report r.json",
      "  akin evaluate --rerun r.json",
      "  akin evaluate bm25.run scifact/qrels/test.tsv",
      "  akin evaluate bm25.run dense.run qrels.txt --metric 'P(rel=2)@10'",
      "  akin evaluate bm25.run qrels.txt --ties expected",
      "  akin evaluate bm25.run qrels.txt --trec --per-query"
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "TASK… | RUN… QRELS",
      hideParamSyntax = true,
      description =
          "Tasks to measure systems on (--with), or TREC or MS MARCO runs, and last the judgments:"
              + " TREC or MS MARCO qrels, or a BEIR qrels file (.tsv with its header).")
  private List<String> arguments = List.of();

  @Mixin private SystemEvaluation systems = new SystemEvaluation();

  @Mixin private ReportChoices reports = new ReportChoices();

  @Option(
      names = "--rerun",
      paramLabel = "REPORT",
      description =
          "Repeat the evaluation of a .json report, with its arguments and seeds, and say what is"
              + " not what it was; exit code 1 if a figure differs by more than 1e-6.")
  private Optional<Path> rerun = Optional.empty();

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description =
          "A metric by our name, ir_measures' or trec_eval's: nDCG@10, MAP, RR@10, Success@5,"
              + " 'P(rel=2)@10', ndcg_cut_10 …; may be given again."
              + " Default: nDCG@10, MAP, MRR@10, P@10, R@100.")
  private List<String> metrics = List.of();

  @Option(
      names = "--ties",
      paramLabel = "RULE",
      description =
          "Documents of equal score stand by id (docno-desc, trec_eval's rule and the default), as"
              + " the run's rank column says (rank), or in no order, a metric being its expected"
              + " value (expected).")
  private String ties = "docno-desc";

  @Option(names = "--per-query", description = "Print every query's values before the means.")
  private boolean perQuery;

  @Option(
      names = "--trec",
      description =
          "Print as 'trec_eval -c' does, with --per-query as -q does; without --metric its official"
              + " measures.")
  private boolean trec;

  EvaluateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    if (rerun.isPresent()) {
      return repeat(rerun.get());
    }
    if (systems.isAsked()) {
      reports.write(systems.run(invocation, arguments, reports, common.json));
      return ExitCode.OK;
    }
    reports
        .given()
        .or(systems::given)
        .ifPresent(option -> {
          throw CommandException.badUse(
              option
                  + " is about systems on tasks: name them with --with, and tasks instead of runs");
        });
    List<Path> files = arguments.stream().map(Path::of).toList();
    List<Metric> chosen =
        trec && metrics.isEmpty() ? TrecLines.OFFICIAL : Scores.parseMetrics(metrics);
    Ties rule = ties();
    check(files, chosen, rule);
    var judged = JudgedFiles.read(files.subList(0, files.size() - 1), files.getLast(), rule);
    Console console = invocation.console();
    judged.noteWhatDoesNotCount(console, chosen);
    if (trec) {
      new TrecLines(chosen, judged.runs().getFirst()).print(console, perQuery, metrics.isEmpty());
    } else {
      new ScoreReport(chosen, judged.runs()).print(console, common.json, perQuery);
    }
    return ExitCode.OK;
  }

  /** What is asked for again, written where this call says. */
  private int repeat(Path report) throws IOException {
    if (systems.isAsked() || !arguments.isEmpty()) {
      throw CommandException.badUse(
          "--rerun has its tasks and systems from the report; leave them out here");
    }
    Rerun again = Rerun.of(invocation, report);
    EvaluateCommand command = again.command();
    EvaluationReport now =
        command.systems.run(again.invocation(), command.arguments, reports, common.json);
    reports.write(now);
    return again.compare(now, common.json);
  }

  private Ties ties() {
    return switch (ties) {
      case "docno-desc" -> Ties.DOCUMENT_DESCENDING;
      case "rank" -> Ties.AS_GIVEN;
      case "expected" -> Ties.EXPECTED;
      default ->
          throw CommandException.badUse(
              "--ties is docno-desc, rank or expected, got '%s'".formatted(ties));
    };
  }

  /** Refuses what contradicts itself, before any work. */
  private void check(List<Path> files, List<Metric> chosen, Ties rule) {
    if (files.size() < 2) {
      throw CommandException.badUse(
          "a run and its judgments are needed: akin evaluate RUN QRELS; see 'akin evaluate"
              + " --help'");
    }
    if (trec && common.json) {
      throw CommandException.badUse("--trec and --json are two ways to print; leave out one");
    }
    if (trec && files.size() > 2) {
      throw CommandException.badUse("--trec is about one run, got " + (files.size() - 1));
    }
    for (Metric metric : chosen) {
      if (rule == Ties.EXPECTED && !metric.hasExpectedValue()) {
        throw CommandException.badUse(
            "--ties expected: %s has no closed form for its expected value; leave it out, or order"
                    .formatted(metric.name())
                + " ties by docno-desc or rank");
      }
    }
  }
}
