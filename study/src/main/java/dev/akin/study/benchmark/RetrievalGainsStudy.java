package dev.akin.study.benchmark;

import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.task.RetrievalTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether a gain that one half of the queries shows is shown by the other. */
public final class RetrievalGainsStudy implements Study {
  private static final List<String> CORPORA = List.of("scifact", "cranfield", "cacm", "cisi");
  private static final int DOCUMENTS = 800;
  private static final int SPLITS = 200;

  private static final String MINILM = "minilm@tokens=64";
  private static final String BGE = "bge-small@tokens=64";
  private static final String HYBRID = "hybrid(bm25,%s)".formatted(MINILM);

  /** Gains of the kind that papers report, each as the newer system and the older one. */
  private static final List<Pair> PAIRS =
      List.of(
          new Pair(HYBRID, "bm25"),
          new Pair(HYBRID, MINILM),
          new Pair(BGE, MINILM),
          new Pair(BGE, "bm25"),
          new Pair("hybrid(bm25,%s)".formatted(BGE), HYBRID),
          new Pair("rerank(bm25,%s;50)".formatted(MINILM), "bm25"),
          new Pair(MINILM, "tfidf"),
          new Pair("minilm@128d@tokens=64", "minilm@64d@tokens=64"));

  /** What is held against what. */
  record Pair(String newer, String older) {}

  /**
   * One gain on one corpus.
   *
   * @param newer the value of each query
   * @param older in the same order
   */
  @SuppressWarnings("ArrayRecordComponent") // made and read in this package, compared nowhere
  record Gain(Pair pair, String corpus, double[] newer, double[] older) {
    double mean() {
      return Estimate.mean(newer).value() - Estimate.mean(older).value();
    }
  }

  /** A gain, what halves say of it, and what they say of a gain that is none. */
  private record Tried(Gain gain, HalvedGain halves, HalvedGain exchanged) {}

  @Override
  public String name() {
    return "retrieval-gains";
  }

  @Override
  public String title() {
    return "Whether gains in retrieval come again";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Where Does the Performance Improvement Come From? A Reproducibility Concern about"
            + " Image-Text Retrieval",
        "Rao et al.",
        2022,
        "reported gains often do not come again: other seeds alone move a model's figures as far as"
            + " the gains that are claimed.");
  }

  @Override
  public List<String> data() {
    return CORPORA.stream().map(corpus -> "retrieval/" + corpus).toList();
  }

  @Override
  public String design() {
    return """
    The paper retrieves images; here it is tried on texts, with gains of the kind that papers report:
    a fusion over one of its parts, a better encoder over a smaller one, an encoder over counted words,
    a reranking over BM25, longer rows over shorter ones. Eight pairs of systems on four corpora, each
    cut by chance to 800 documents with all relevant ones; encoders read 64 tokens.

    The queries of a corpus are parted by chance in two halves, 200 times. A half *shows* a gain when a
    paired t test of its nDCG@10 gives p ≤ 0.05 for either system. The claim as a figure: of the halves
    that show a gain, the share whose other half does not show the same; above 0.5, what one half shows
    is more often missed than seen again. Control: how much more often halves show a gain than where
    there is none: for each query a coin, thrown anew in each split, decides which of the two values is
    whose. Intervals are over the 32 pairs of gain and corpus.

    Seeds are tried on the one kind of model here that trains in seconds: skip-gram over CBOW, word
    vectors of 100 cells learned five times each from the documents themselves, a text being the mean
    of its words. All of this is in the tables and not in the verdict.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    List<RetrievalTask> tasks = new ArrayList<>();
    for (String corpus : CORPORA) {
      tasks.add(
          ((RetrievalTask) context.tasks().open(corpus)).withDocuments(DOCUMENTS, context.seed()));
    }
    List<String> systems =
        PAIRS.stream().flatMap(pair -> Stream.of(pair.older(), pair.newer())).distinct().toList();
    Results results = Results.measure(context, systems, tasks);
    List<Gain> gains = new ArrayList<>();
    for (Pair pair : PAIRS) {
      for (RetrievalTask task : tasks) {
        gains.add(gain(results, pair, task.name()));
      }
    }
    List<ResultTable> more = new ArrayList<>();
    more.add(results.table("nDCG@10"));
    more.add(SeedSpread.measure(context, tasks).table());
    return outcome(gains, more, SPLITS, context.seed());
  }

  private static Gain gain(Results results, Pair pair, String task) {
    return new Gain(
        pair,
        task,
        perItem(results.figure(pair.newer(), task)),
        perItem(results.figure(pair.older(), task)));
  }

  /** The values of all queries. */
  static double[] perItem(Estimate figure) {
    return figure
        .perItem()
        .orElseThrow(() -> new IllegalArgumentException("%s is no mean".formatted(figure)));
  }

  /**
   * The outcome of any gains.
   *
   * @param gains each pair on the same corpora
   * @param more tables to be printed behind those of the gains
   * @param splits of the queries, for each gain
   */
  static Outcome outcome(List<Gain> gains, List<ResultTable> more, int splits, long seed) {
    List<Tried> tried =
        gains.stream()
            .map(gain ->
                new Tried(
                    gain,
                    HalvedGain.of(
                        gain.newer(), gain.older(), new HalvedGain.Plan(splits, false, seed)),
                    HalvedGain.of(
                        gain.newer(), gain.older(), new HalvedGain.Plan(splits, true, seed))))
            .toList();
    Estimate missed = Estimate.of(tried.size(), items -> missed(tried, items));
    double[] shown = tried.stream().mapToDouble(t -> t.halves().shownShare()).toArray();
    double[] shownByChance = tried.stream().mapToDouble(t -> t.exchanged().shownShare()).toArray();
    List<ResultTable> tables = new ArrayList<>(List.of(halves(tried), byCorpus(tried)));
    tables.addAll(more);
    return new Outcome(
        Contrast.none()
            .plus(1, "gains", missed)
            .measure("share of shown gains that the other half does not show", 0.5, seed),
        Contrast.none()
            .plusDifference(1, "gains", Estimate.mean(shown), Estimate.mean(shownByChance))
            .measure("share of halves that show a gain, true − exchanged values", 0, seed),
        tables,
        List.of(
            "A half has half the queries: with all of them, gains are told apart more often.",
            "Gains share systems and corpora, so that the intervals are rather too narrow."));
  }

  /** Of the halves that show a gain, how many the other half does not follow; NaN if none does. */
  private static double missed(List<Tried> tried, int[] items) {
    double shown = 0;
    double again = 0;
    for (int item : items) {
      shown += tried.get(item).halves().shown();
      again += tried.get(item).halves().shownAgain();
    }
    return shown == 0 ? Double.NaN : 1 - again / shown;
  }

  private static ResultTable halves(List<Tried> tried) {
    ResultTable.Builder table =
        ResultTable.titled(
            "What halves of the queries say; the last row is the control, each query's two values"
                + " exchanged by a coin",
            "gain",
            "mean over corpora",
            "SD over corpora",
            "SD over halves",
            "halves agree on the winner",
            "a half shows it",
            "so does the other half");
    for (Pair pair : tried.stream().map(t -> t.gain().pair()).distinct().toList()) {
      List<Tried> own = tried.stream().filter(t -> t.gain().pair().equals(pair)).toList();
      double[] means = own.stream().mapToDouble(t -> t.gain().mean()).toArray();
      row(
          table,
          List.of(
              "%s over %s".formatted(pair.newer(), pair.older()),
              signed(Estimate.mean(means).value()),
              Results.digits(HalvedGain.deviation(means))),
          own.stream().map(Tried::halves).toList());
    }
    row(table, List.of("none", "–", "–"), tried.stream().map(Tried::exchanged).toList());
    return table.build();
  }

  private static void row(ResultTable.Builder table, List<String> head, List<HalvedGain> own) {
    int shown = own.stream().mapToInt(HalvedGain::shown).sum();
    int again = own.stream().mapToInt(HalvedGain::shownAgain).sum();
    List<String> cells = new ArrayList<>(head);
    cells.add(Results.digits(mean(own.stream().map(HalvedGain::deviation))));
    cells.add(percent(mean(own.stream().map(HalvedGain::sameWinnerShare))));
    cells.add(percent(mean(own.stream().map(HalvedGain::shownShare))));
    cells.add(shown == 0 ? "–" : percent((double) again / shown));
    table.row(cells.toArray(String[]::new));
  }

  private static double mean(Stream<Double> values) {
    return values.mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Each gain on each corpus, with the p-value of all its queries. */
  private static ResultTable byCorpus(List<Tried> tried) {
    List<String> corpora = tried.stream().map(t -> t.gain().corpus()).distinct().toList();
    ResultTable.Builder table =
        ResultTable.titled(
            "The gain in nDCG@10 with all queries, and p of the paired t test",
            Stream.concat(Stream.of("gain"), corpora.stream()).toArray(String[]::new));
    for (Pair pair : tried.stream().map(t -> t.gain().pair()).distinct().toList()) {
      List<String> cells = new ArrayList<>();
      cells.add("%s over %s".formatted(pair.newer(), pair.older()));
      for (String corpus : corpora) {
        cells.add(
            tried.stream()
                .map(Tried::gain)
                .filter(gain -> gain.pair().equals(pair) && gain.corpus().equals(corpus))
                .map(gain ->
                    "%s (%s)"
                        .formatted(
                            signed(gain.mean()),
                            Results.probability(
                                HalvedGain.compared(gain.newer(), gain.older()).test().p())))
                .findFirst()
                .orElse("–"));
      }
      table.row(cells.toArray(String[]::new));
    }
    return table.build();
  }

  /** With its sign, which tells who is better. */
  static String signed(double gain) {
    return String.format(Locale.ROOT, "%+.4f", gain);
  }

  /** A share as people say it. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
