package dev.akin.study.benchmark;

import dev.akin.eval.JudgedRun;
import dev.akin.eval.Metric;
import dev.akin.eval.Qrels;
import dev.akin.eval.Run;
import dev.akin.eval.significance.Estimate;
import dev.akin.eval.suite.HardSubset;
import dev.akin.eval.suite.OrderAgreement;
import dev.akin.eval.suite.SubsetOptions;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.task.RetrievalTask;
import dev.akin.text.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether a few hard documents a query rank systems as the whole corpus does. */
public final class DownsamplingStudy implements Study {
  private static final Metric NDCG = Metric.parse("nDCG@10");
  private static final int DEPTH = 20;
  private static final double AGREES = 0.9;
  private static final List<String> POOLS = List.of("bm25", "minilm");

  private static final List<String> SYSTEMS =
      List.of(
          "bm25",
          "bow",
          "tfidf",
          "hashed-64",
          "hashed-256",
          "hashed-1024",
          "minilm",
          "minilm@256d",
          "minilm@128d",
          "minilm@64d",
          "minilm@32d",
          "minilm@bit",
          "minilm@int8",
          "bge-small",
          "bge-small@256d",
          "bge-small@128d",
          "bge-small@64d",
          "bge-small@32d",
          "bge-small@bit");

  @Override
  public String name() {
    return "downsampling";
  }

  @Override
  public String title() {
    return "Hard negatives keep the order of systems";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "MMTEB: Massive Multilingual Text Embedding Benchmark",
        "Enevoldsen et al.",
        2025,
        "a corpus cut to the documents that a few systems rank first for its queries, with all"
            + " relevant ones, keeps the order of systems.");
  }

  @Override
  public List<String> data() {
    return List.of("retrieval/cranfield");
  }

  @Override
  public String design() {
    return """
    Nineteen systems rank the whole corpus of Cranfield (1,400 documents, 225 queries): BM25, bags of
    words, hashed words, and two encoders whole and cut. For each query the first 20 documents of
    `bm25` and of `minilm` and all relevant ones are kept, and every ranking is cut to them.

    The claim as a figure: Spearman's rank correlation of the systems' mean nDCG@10 on the whole corpus
    and on the subset; it must exceed 0.9. Control: how much higher it is than with as many documents a
    query drawn by chance, the relevant ones kept as well. Intervals are over queries, the same draw
    for the whole corpus and both subsets; the documents drawn by chance are one draw.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    RetrievalTask task = (RetrievalTask) context.tasks().open("cranfield");
    List<Run> runs = new ArrayList<>();
    for (String spec : SYSTEMS) {
      context.progress().accept(spec + " ranks " + task.name());
      runs.add(task.run(context.systems().open(SystemSpec.parse(spec))));
    }
    List<String> documents;
    try (Stream<Document> all = task.set().corpus().documents()) {
      documents = all.map(Document::id).toList();
    }
    return outcome(runs, POOLS, task.set().qrels(), new Draw(documents, DEPTH, context.seed()));
  }

  /**
   * What is drawn from.
   *
   * @param documents all ids
   * @param depth documents of each pool a query
   */
  record Draw(List<String> documents, int depth, long seed) {}

  /** Values of all queries in three corpora. */
  @SuppressWarnings("ArrayRecordComponent") // made and read in this class, compared nowhere
  private record Values(double[][] whole, double[][] hard, double[][] random) {}

  /** The outcome of any runs over one corpus. */
  static Outcome outcome(List<Run> runs, List<String> pools, Qrels qrels, Draw draw) {
    HardSubset hard =
        HardSubset.of(
            runs.stream().filter(run -> pools.contains(run.name())).toList(),
            qrels,
            new SubsetOptions(draw.depth(), Integer.MAX_VALUE, draw.seed()));
    Map<String, Set<String>> random = randomCandidates(hard, draw);
    Values values =
        new Values(
            values(runs, hard.qrels()),
            values(runs.stream().map(hard::reranked).toList(), hard.qrels()),
            values(runs.stream().map(run -> kept(run, random)).toList(), hard.qrels()));
    int queries = values.whole()[0].length;
    Estimate agreement =
        Estimate.of(queries, items -> agreement(values.whole(), values.hard(), items));
    Estimate chance =
        Estimate.of(queries, items -> agreement(values.whole(), values.random(), items));
    return new Outcome(
        Contrast.none()
            .plus(1, "queries", agreement)
            .measure("Spearman's ρ of systems, whole and hard subset", AGREES, draw.seed()),
        Contrast.none()
            .plusDifference(1, "queries", agreement, chance)
            .measure("ρ of the hard subset − ρ of as many random documents", 0, draw.seed()),
        List.of(table(runs, values)),
        List.of(
            "The two pool systems rank only what one of them found, and so stand a little too low"
                + " on the subset beside the others."));
  }

  private static double[][] values(List<Run> runs, Qrels qrels) {
    return runs.stream().map(run -> JudgedRun.of(qrels, run).values(NDCG)).toArray(double[][]::new);
  }

  private static Run kept(Run run, Map<String, Set<String>> candidates) {
    return run.filtered((query, id) -> candidates.getOrDefault(query, Set.of()).contains(id));
  }

  /** As many a query as the hard subset has: its relevant ones, filled up by chance. */
  private static Map<String, Set<String>> randomCandidates(HardSubset hard, Draw draw) {
    SplittableRandom random = new SplittableRandom(draw.seed());
    Map<String, Set<String>> candidates = new HashMap<>();
    for (String query : hard.qrels().queryIds()) {
      int size =
          Math.min(
              draw.documents().size(), hard.candidates().getOrDefault(query, List.of()).size());
      Set<String> kept = new HashSet<>();
      Map<String, Integer> judged = hard.qrels().judgments(query);
      for (String id : new TreeSet<>(judged.keySet())) {
        if (judged.getOrDefault(id, 0) > 0) {
          kept.add(id);
        }
      }
      while (kept.size() < size) {
        kept.add(draw.documents().get(random.nextInt(draw.documents().size())));
      }
      candidates.put(query, kept);
    }
    return candidates;
  }

  private static double agreement(double[][] whole, double[][] part, int[] items) {
    return OrderAgreement.of(means(whole, items), means(part, items)).spearman();
  }

  private static double[] means(double[][] values, int[] items) {
    return Arrays.stream(values)
        .mapToDouble(row -> Arrays.stream(items).mapToDouble(i -> row[i]).average().orElse(0))
        .toArray();
  }

  private static ResultTable table(List<Run> runs, Values values) {
    int[] all = new int[values.whole()[0].length];
    Arrays.setAll(all, i -> i);
    double[] whole = means(values.whole(), all);
    double[] hard = means(values.hard(), all);
    double[] random = means(values.random(), all);
    ResultTable.Builder table =
        ResultTable.titled("nDCG@10", "system", "whole corpus", "hard subset", "random subset");
    for (int s = 0; s < whole.length; s++) {
      table.row(
          runs.get(s).name(),
          Results.digits(whole[s]),
          Results.digits(hard[s]),
          Results.digits(random[s]));
    }
    return table.build();
  }
}
