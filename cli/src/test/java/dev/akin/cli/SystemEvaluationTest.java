package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemEvaluationTest {
  private static final String TEXTS =
      """
      {"_id":"a","text":"robin robin robin"}
      {"_id":"b","text":"robin sings"}
      {"_id":"c","text":"the engine burns diesel"}
      {"_id":"d","text":"stars at night"}
      {"_id":"e","text":"a train leaves the station"}
      """;

  private static final String QUERIES =
      """
      {"_id":"q1","text":"robin"}
      {"_id":"q2","text":"the diesel engines"}
      {"_id":"q3","text":"starry nights"}
      """;

  private static final String QRELS = "query-id\tcorpus-id\tscore\nq1\tb\t1\nq2\tc\t1\nq3\td\t1\n";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("texts.jsonl"), TEXTS);
    Files.writeString(folder.resolve("queries.jsonl"), QUERIES);
    Files.writeString(folder.resolve("qrels.tsv"), QRELS);
  }

  private Cli.Outcome evaluate(Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--corpus",
                folder.resolve("texts.jsonl"),
                "--queries",
                folder.resolve("queries.jsonl"),
                "--qrels",
                folder.resolve("qrels.tsv"),
                "--with",
                "bm25,hashed-8"));
    args.addAll(List.of(more));
    return run(args.toArray());
  }

  private Cli.Outcome run(Object... args) {
    return new Cli(folder.resolve("cache")).run(args);
  }

  @Test
  void aReportIsRepeatedWithItsOwnArguments() throws IOException {
    Path report = folder.resolve("r.json");
    Cli.Outcome made = evaluate("--seed", "11", "--report", report);
    assertThat(made.code()).as(made.err()).isZero();
    Path page = folder.resolve("again.html");
    Cli.Outcome again = run("evaluate", "--rerun", report, "--report", page);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.lines().getLast()).matches("all \\d+ figures came out again within 1e-06");
    assertThat(again.lines().subList(0, made.lines().size())).isEqualTo(made.lines());
    assertThat(Files.readString(page)).contains("seed 11");
  }

  @Test
  void aFigureThatDoesNotComeOutAgainIsNamedAndFails() throws IOException {
    Path report = folder.resolve("r.json");
    evaluate("--report", report);
    Files.writeString(folder.resolve("qrels.tsv"), QRELS.replace("q1\tb", "q1\ta"));
    Cli.Outcome again = run("evaluate", "--rerun", report);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).contains("differs: texts.jsonl, bm25: ndcg_at_10 was");
    assertThat(again.lines().getLast()).matches("[\\d,]+ of [\\d,]+ figures differ.*");
  }

  @Test
  void rankingsAreLeftAsRunsThatGiveTheSameFigure() {
    Path runs = folder.resolve("runs");
    Cli.Outcome made = evaluate("--run-dir", runs);
    assertThat(made.code()).as(made.err()).isZero();
    String figure =
        made.out().lines().filter(line -> line.contains("bm25  ")).findFirst().orElseThrow();
    Cli.Outcome judged =
        run(
            "evaluate",
            runs.resolve("texts.jsonl.bm25.run"),
            folder.resolve("qrels.tsv"),
            "--metric",
            "nDCG@10");
    assertThat(judged.code()).as(judged.err()).isZero();
    assertThat(judged.out()).containsPattern("[01]\\.\\d{4}");
    String value = judged.out().replaceAll("(?s).*?([01]\\.\\d{4}).*", "$1");
    assertThat(figure).contains(" " + value + " ");
  }

  @Test
  void resultsLieInMtebsLayout() {
    Path mteb = folder.resolve("mteb");
    assertThat(evaluate("--mteb", mteb).code()).isZero();
    assertThat(mteb.resolve("results/bm25"))
        .isDirectoryRecursivelyContaining("glob:**/texts.jsonl.json");
    assertThat(mteb.resolve("results/hashed-8"))
        .isDirectoryRecursivelyContaining("glob:**/model_meta.json");
  }

  @Test
  void theQueriesThatDecideAreShownWithWhatBothFound() {
    Cli.Outcome outcome = evaluate("--decisive", "1");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .containsPattern("hashed-8 − bm25 is decided by these queries; without them it is")
        .containsPattern("relevant [a-e] at (no )?rank")
        .containsPattern("bm25 1 \\((relevant|unjudged)\\)");
  }
}
