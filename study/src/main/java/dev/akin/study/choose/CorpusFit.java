package dev.akin.study.choose;

import dev.akin.eval.Qrels;
import dev.akin.eval.Run;
import dev.akin.eval.suite.HardSubset;
import dev.akin.eval.suite.SubsetOptions;
import dev.akin.search.Query;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.system.SystemSpec.Embedding;
import dev.akin.study.system.Systems;
import dev.akin.study.task.RetrievalData;
import dev.akin.study.task.RetrievalTask;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a corpus small enough for a budget: hard negatives found by BM25 and by the cheapest
 * encoder (Enevoldsen et al. 2025, MMTEB), where the whole does not fit.
 */
final class CorpusFit {
  /** Of the budget, what encoding may take for all encoders as they are. */
  private static final double ENCODING_SHARE = 0.5;

  /** Of the budget, what the cheapest encoder may take for the whole corpus to help the pool. */
  private static final double POOL_SHARE = 0.25;

  private static final int[] DEPTHS = {250, 100, 50, 25, 10};

  /** Intervals over fewer queries are too wide to choose by. */
  private static final int FEWEST_QUERIES = 50;

  /**
   * What is measured on.
   *
   * @param notes what must stand beside its figures
   */
  record Fitted(RetrievalTask task, List<String> notes) {}

  private final Systems systems;
  private final ChoiceGrid grid;
  private final Encodings encodings;
  private final Timer timer;

  CorpusFit(Systems systems, ChoiceGrid grid, Encodings encodings, Timer timer) {
    this.systems = systems;
    this.grid = grid;
    this.encodings = encodings;
    this.timer = timer;
  }

  Fitted of(RetrievalTask whole, ChoiceListener listener) throws IOException {
    List<String> notes = new ArrayList<>(whole.set().warnings());
    listener.onStep("timing the encoders", timer.left());
    double all = 0;
    double cheapest = Double.POSITIVE_INFINITY;
    Embedding cheap = grid.models().getFirst();
    for (Embedding model : grid.models()) {
      double seconds = encodings.cachedSeconds(model, whole.set());
      all += seconds;
      if (seconds < cheapest) {
        cheapest = seconds;
        cheap = model;
      }
    }
    int documents = whole.set().documents();
    double allowed = ENCODING_SHARE * timer.budget();
    if (all * documents <= allowed) {
      return new Fitted(whole, notes);
    }
    List<Run> pools = new ArrayList<>();
    listener.onStep("finding hard negatives with bm25", timer.left());
    pools.add(whole.run(systems.open(new SystemSpec.Lexical())));
    if (cheapest * documents <= POOL_SHARE * timer.budget()) {
      listener.onStep("finding hard negatives with " + cheap.text(), timer.left());
      pools.add(whole.run(systems.open(cheap)));
    }
    RetrievalTask small = smaller(whole, pools, allowed / all, notes);
    notes.add(
        String.format(
            Locale.ROOT,
            "the whole corpus of %,d documents would take about %.0f s to encode, more than half of"
                + " the budget; bytes, times and quality are those of the subset",
            documents,
            all * documents));
    return new Fitted(small, notes);
  }

  /**
   * The deepest pool whose documents fit; where the shallowest has too many, that of half of the
   * queries, and again, until it fits or few queries are left.
   */
  private static RetrievalTask smaller(
      RetrievalTask whole, List<Run> pools, double mostDocuments, List<String> notes) {
    HardSubset subset = HardSubset.of(pools, whole.set().qrels(), SubsetOptions.DEFAULT);
    for (SubsetOptions options : ladder(subset.qrels().queryIds().size())) {
      subset = HardSubset.of(pools, whole.set().qrels(), options);
      if (subset.documents().size() <= mostDocuments) {
        break;
      }
    }
    notes.add(subset.mark() + ": these figures must not be set beside those on the whole corpus");
    Qrels qrels = subset.qrels();
    List<Query> queries =
        whole.set().queries().stream().filter(q -> qrels.queryIds().contains(q.id())).toList();
    Corpus corpus = restricted(whole.set().corpus(), subset.documents());
    return new RetrievalTask(
        whole.name() + ", hard subset",
        RetrievalData.of(corpus, queries, qrels),
        whole.ignoresIdentical());
  }

  /** From the largest subset to the smallest. */
  static List<SubsetOptions> ladder(int queries) {
    List<SubsetOptions> steps = new ArrayList<>();
    for (int depth : DEPTHS) {
      steps.add(new SubsetOptions(depth, queries, SubsetOptions.DEFAULT.seed()));
    }
    for (int fewer = queries / 2; fewer >= FEWEST_QUERIES; fewer /= 2) {
      steps.add(new SubsetOptions(DEPTHS[DEPTHS.length - 1], fewer, SubsetOptions.DEFAULT.seed()));
    }
    return steps;
  }

  private static Corpus restricted(Corpus corpus, Set<String> ids) {
    try (Stream<Document> documents = corpus.documents()) {
      List<Document> kept =
          documents.filter(document -> ids.contains(document.id())).collect(Collectors.toList());
      return Corpus.of(corpus.name() + " (hard subset of " + kept.size() + ")", kept);
    }
  }
}
