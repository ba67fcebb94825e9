package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.eval.Metric;
import dev.akin.eval.Qrels;
import dev.akin.eval.Run;
import dev.akin.format.trec.QrelsFile;
import dev.akin.format.trec.RunFile;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin evaluate}: how well a run fits the judgments. */
@Command(
    name = "evaluate",
    abbreviateSynopsis = true,
    sortOptions = false,
    description =
        "Judges a TREC run by judgments, by trec_eval's rules: ties in score are ordered by"
            + " document id, judged queries without a ranking count 0.",
    footer = {
      "",
      "Examples:",
      "  akin evaluate bm25.run scifact/qrels/test.tsv",
      "  akin evaluate bm25.run qrels.txt --metric nDCG@10 --metric R@100 --per-query"
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "RUN", description = "A TREC run.")
  private Path run = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "QRELS",
      description = "Judgments: TREC qrels or a BEIR qrels file (.tsv with its header).")
  private Path qrels = Path.of("");

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description =
          "nDCG@k, MAP, MAP@k, MRR, MRR@k, P@k or R@k; may be given again."
              + " Default: nDCG@10, MAP, MRR@10, P@10, R@100.")
  private List<String> metrics = List.of();

  @Option(names = "--per-query", description = "Print every query's values before the means.")
  private boolean perQuery;

  EvaluateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    List<Metric> chosen = Scores.parseMetrics(metrics);
    Qrels judged = Qrels.of(QrelsFile.read(qrels));
    RunFile file = RunFile.read(run);
    Run ranked = Run.ofScores(file.tag(), file.scores());
    long both = judged.queryIds().stream().filter(ranked.queryIds()::contains).count();
    if (both == 0) {
      throw CommandException.failed(
          "%s and %s have no query in common; the first queries are '%s' and '%s'"
              .formatted(
                  run,
                  qrels,
                  ranked.queryIds().iterator().next(),
                  judged.queryIds().iterator().next()));
    }
    Console console = invocation.console();
    if (both < judged.queryIds().size()) {
      console.note(
          "akin: %d of %d judged queries are not in the run and count 0"
              .formatted(judged.queryIds().size() - both, judged.queryIds().size()));
    }
    var scores = new Scores(chosen, judged, ranked);
    if (perQuery) {
      scores.printQueries(console, common.json);
    }
    scores.print(console, common.json, Console.members("run", Json.of(run.toString())));
    return ExitCode.OK;
  }
}
