package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  /** Ten relevant documents for q1, so that trec_eval 9 and 10 take recall levels alike. */
  private static final String QRELS =
      """
      q1 0 d0 1
      q1 0 d1 2
      q1 0 d2 3
      q1 0 d3 1
      q1 0 d4 2
      q1 0 d5 3
      q1 0 d6 1
      q1 0 d7 2
      q1 0 d8 3
      q1 0 d9 1
      q1 0 n1 0
      q1 0 n2 0
      q1 0 j1 -1
      q2 0 d1 1
      q2 0 n1 0
      q3 0 d1 2
      """;

  /** q1 has ties of different grades; q2 is all one tie; q3 is missing; q9 nobody judged. */
  private static final String RUN =
      """
      q1 Q0 d3 1 9 bm25
      q1 Q0 n1 2 8.5 bm25
      q1 Q0 x1 3 8 bm25
      q1 Q0 d1 4 7 bm25
      q1 Q0 j1 5 7 bm25
      q1 Q0 d5 6 7 bm25
      q1 Q0 n2 7 6 bm25
      q1 Q0 d0 8 5.5 bm25
      q1 Q0 x2 9 5 bm25
      q1 Q0 d9 10 4 bm25
      q1 Q0 x3 11 3 bm25
      q1 Q0 d2 12 2 bm25
      q2 Q0 n1 1 1 bm25
      q2 Q0 d1 2 1 bm25
      q2 Q0 a 3 1 bm25
      q9 Q0 a 1 1 bm25
      """;

  /** What trec_eval 9.0.4 prints for {@code -c QRELS RUN}. */
  private static final String TREC_EVAL =
      """
      runid                 \tall\tbm25
      num_q                 \tall\t3
      num_ret               \tall\t15
      num_rel               \tall\t12
      num_rel_ret           \tall\t7
      map                   \tall\t0.2800
      gm_map                \tall\t0.0119
      Rprec                 \tall\t0.1667
      bpref                 \tall\t0.0667
      recip_rank            \tall\t0.5000
      iprec_at_recall_0.00  \tall\t0.5000
      iprec_at_recall_0.10  \tall\t0.5000
      iprec_at_recall_0.20  \tall\t0.3333
      iprec_at_recall_0.30  \tall\t0.3333
      iprec_at_recall_0.40  \tall\t0.3333
      iprec_at_recall_0.50  \tall\t0.3333
      iprec_at_recall_0.60  \tall\t0.3333
      iprec_at_recall_0.70  \tall\t0.1667
      iprec_at_recall_0.80  \tall\t0.1667
      iprec_at_recall_0.90  \tall\t0.1667
      iprec_at_recall_1.00  \tall\t0.1667
      P_5                   \tall\t0.2000
      P_10                  \tall\t0.2000
      P_15                  \tall\t0.1556
      P_20                  \tall\t0.1167
      P_30                  \tall\t0.0778
      P_100                 \tall\t0.0233
      P_200                 \tall\t0.0117
      P_500                 \tall\t0.0047
      P_1000                \tall\t0.0023
      """;

  /** The lines of q2 that {@code -q} puts before. */
  private static final String TREC_EVAL_Q2 =
      """
      num_ret               \tq2\t3
      num_rel               \tq2\t1
      num_rel_ret           \tq2\t1
      map                   \tq2\t0.5000
      Rprec                 \tq2\t0.0000
      bpref                 \tq2\t0.0000
      recip_rank            \tq2\t0.5000
      iprec_at_recall_0.00  \tq2\t0.5000
      iprec_at_recall_0.10  \tq2\t0.5000
      iprec_at_recall_0.20  \tq2\t0.5000
      iprec_at_recall_0.30  \tq2\t0.5000
      iprec_at_recall_0.40  \tq2\t0.5000
      iprec_at_recall_0.50  \tq2\t0.5000
      iprec_at_recall_0.60  \tq2\t0.5000
      iprec_at_recall_0.70  \tq2\t0.5000
      iprec_at_recall_0.80  \tq2\t0.5000
      iprec_at_recall_0.90  \tq2\t0.5000
      iprec_at_recall_1.00  \tq2\t0.5000
      P_5                   \tq2\t0.2000
      P_10                  \tq2\t0.1000
      P_15                  \tq2\t0.0667
      P_20                  \tq2\t0.0500
      P_30                  \tq2\t0.0333
      P_100                 \tq2\t0.0100
      P_200                 \tq2\t0.0050
      P_500                 \tq2\t0.0020
      P_1000                \tq2\t0.0010
      """;

  private static final String NOTES =
      """
      akin: 1 of 3 judged queries are not in the run and count 0
      akin: 1 of 3 queries in the run have no judgments and do not count
      akin: in 2 of 3 queries in the run equal scores stand in the order of document ids, which \
      can decide a metric; see --ties
      akin: 5 of 16 judged documents are in no run
      """;

  @TempDir Path folder;
  private Path qrels = Path.of("");
  private Path run = Path.of("");

  @BeforeEach
  void write() throws IOException {
    qrels = Files.writeString(folder.resolve("qrels"), QRELS);
    run = Files.writeString(folder.resolve("bm25.run"), RUN);
  }

  private Cli.Outcome evaluate(Object... more) {
    Object[] args = new Object[more.length + 3];
    args[0] = "evaluate";
    args[1] = run;
    args[2] = qrels;
    System.arraycopy(more, 0, args, 3, more.length);
    return new Cli(folder).run(args);
  }

  @Test
  void trecLinesAreTrecEvalsByteByByte() {
    Cli.Outcome outcome = evaluate("--trec");
    assertThat(outcome.out()).isEqualTo(TREC_EVAL);
    assertThat(outcome.err()).isEqualTo(NOTES);
    assertThat(outcome.code()).isZero();
  }

  @Test
  void trecLinesOfQueriesStandBeforeThoseOfTheRunAlsoOfQueriesThatWereNotRun() {
    List<String> lines = evaluate("--trec", "--per-query").lines();
    int perQuery = TREC_EVAL_Q2.lines().toList().size();
    assertThat(lines.subList(perQuery, 2 * perQuery)).isEqualTo(TREC_EVAL_Q2.lines().toList());
    assertThat(lines.get(2 * perQuery)).isEqualTo("num_ret               \tq3\t0");
    assertThat(lines.get(2 * perQuery + 1)).isEqualTo("num_rel               \tq3\t1");
    assertThat(lines.subList(3 * perQuery, lines.size())).isEqualTo(TREC_EVAL.lines().toList());
  }

  @Test
  void namedMeasuresStandAloneUnderTrecEvalsNamesWhereItHasThem() {
    // ERR of q1: grades 1 3 2 1 1 3 at ranks 1 5 6 8 10 12; of q2: 1/16 at rank 2, half of that.
    assertThat(
            evaluate(
                    "--trec",
                    "--per-query",
                    "--metric",
                    "nDCG@10",
                    "--metric",
                    "gm_map",
                    "--metric",
                    "num_q",
                    "--metric",
                    "ERR@20")
                .lines())
        .containsExactly(
            "ndcg_cut_10           \tq1\t0.3485",
            "ERR@20                \tq1\t0.1806",
            "ndcg_cut_10           \tq2\t0.6309",
            "ERR@20                \tq2\t0.0312",
            "ndcg_cut_10           \tq3\t0.0000",
            "ERR@20                \tq3\t0.0000",
            "ndcg_cut_10           \tall\t0.3265",
            "gm_map                \tall\t0.0119",
            "num_q                 \tall\t3",
            "ERR@20                \tall\t0.0706");
  }

  @Test
  void theValuesOfOneRunStandBelowEachOther() {
    Cli.Outcome outcome = evaluate("--metric", "RR", "--metric", "P(rel=2)@10", "--metric", "NumQ");
    assertThat(outcome.lines())
        .containsExactly(
            "MRR         0.5000", "P(rel=2)@10 0.0667", "NumQ        3", "queries     3");
    assertThat(outcome.err()).isEqualTo(NOTES);
  }

  @Test
  void severalRunsMakeATable() throws IOException {
    Path best = Files.writeString(folder.resolve("best.run"), "q2 Q0 d1 1 2 t\nq3 Q0 d1 1 2 t\n");
    Cli.Outcome outcome =
        new Cli(folder).run("evaluate", run, best, qrels, "--metric", "MRR", "--metric", "num_ret");
    int width = Math.max(run.toString().length(), best.toString().length());
    String row = "%-" + width + "s  %6s  %6s";
    assertThat(outcome.lines())
        .containsExactly(
            row.formatted("run", "MRR", "NumRet"),
            row.formatted(run, "0.5000", "15"),
            row.formatted(best, "0.6667", "2"),
            ("%-" + width + "s  3").formatted("queries"));
    assertThat(outcome.err())
        .contains(
            "akin: 1 of 3 judged queries are not in " + best + " and count 0\n",
            "akin: 4 of 16 judged documents are in no run\n");
  }

  @Test
  void everyRunIsAnObjectOfJson() {
    assertThat(
            new Cli(folder)
                .run(
                    "evaluate",
                    run,
                    run,
                    qrels,
                    "--json",
                    "--per-query",
                    "--metric",
                    "MRR",
                    "--metric",
                    "NumRel")
                .lines())
        .hasSize(8)
        .startsWith(
            "{\"run\":\"" + run + "\",\"query\":\"q1\",\"MRR\":1.0,\"NumRel\":10}",
            "{\"run\":\"" + run + "\",\"query\":\"q2\",\"MRR\":0.5,\"NumRel\":1}",
            "{\"run\":\"" + run + "\",\"query\":\"q3\",\"MRR\":0.0,\"NumRel\":1}",
            "{\"run\":\"" + run + "\",\"queries\":3,\"MRR\":0.5,\"NumRel\":12}");
  }

  @Test
  void tiesAreOrderedAsAsked() {
    // q1: d5 is above j1 and d1 by id, below by the file's ranks. q2: d1 is second of three equals.
    assertThat(evaluate("--metric", "MRR", "--per-query").lines().get(1)).endsWith("MRR 0.5000");
    assertThat(evaluate("--metric", "MAP", "--ties", "rank").lines().getFirst())
        .isEqualTo("MAP      0.2833");
    Cli.Outcome expected = evaluate("--metric", "MRR", "--ties", "expected", "--per-query");
    // A third each of 1, 1/2 and 1/3.
    assertThat(expected.lines().get(1)).endsWith("MRR 0.6111");
    assertThat(expected.err()).doesNotContain("--ties");
  }

  @Test
  void theDefaultRuleIsNotedOnlyWhereItCanDecide() {
    assertThat(evaluate("--metric", "P@1").err()).contains("in 1 of 3 queries");
    assertThat(evaluate("--metric", "SetP").err()).doesNotContain("--ties");
    assertThat(evaluate("--ties", "rank").err()).doesNotContain("--ties");
  }

  @Test
  void anMsMarcoRunIsJudgedByItsRanks() throws IOException {
    Path msMarco = Files.writeString(folder.resolve("out.tsv"), "q1\td3\t2\nq1\tn1\t1\n");
    Path judgments = Files.writeString(folder.resolve("qrels.tsv"), "q1\t0\td3\t1\n");
    Cli.Outcome outcome =
        new Cli(folder).run("evaluate", msMarco, judgments, "--metric", "MRR@10", "--trec");
    assertThat(outcome.out()).isEqualTo("MRR@10                \tall\t0.5000\n");
    assertThat(outcome.err()).isEmpty();
    assertThat(new Cli(folder).run("evaluate", msMarco, judgments, "--trec").lines().getFirst())
        .isEqualTo("runid                 \tall\t" + msMarco);
  }

  @Test
  void aHalfIsRoundedAsCDoes() throws IOException {
    var thirtyTwo = new StringBuilder();
    for (int rank = 1; rank <= 32; rank++) {
      thirtyTwo.append("q d%d %d\n".formatted(rank, rank).replace(' ', '\t'));
    }
    run = Files.writeString(folder.resolve("run"), thirtyTwo);
    qrels = Files.writeString(folder.resolve("one"), "q 0 d32 1\n");
    // 1/32 is 0.03125 exactly: to the even digit.
    assertThat(evaluate("--metric", "MRR").lines().getFirst()).isEqualTo("MRR      0.0312");
  }

  @Test
  @Tag("slow")
  void realRunsAreJudgedByTheFigureOfRecord() {
    Path scifact = TestData.require("retrieval/scifact");
    run = folder.resolve("lexical.run");
    Cli.Outcome searched =
        new Cli(folder)
            .run(
                "search",
                scifact,
                "--mode",
                "lexical",
                "--split",
                "none",
                "--queries",
                scifact.resolve("queries.jsonl"),
                "--qrels",
                scifact.resolve("qrels/test.tsv"),
                "--run",
                run);
    assertThat(searched.code()).as(searched.err()).isZero();
    qrels = scifact.resolve("qrels/test.tsv");
    Cli.Outcome judged = evaluate();
    assertThat(judged.lines()).isEqualTo(searched.lines());
    assertThat(judged.lines()).contains("nDCG@10  0.6789", "R@100    0.9253");
    assertThat(evaluate("--ties", "expected").out()).isEqualTo(judged.out());
  }
}
