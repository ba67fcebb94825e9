package dev.akin.eval.suite;

import dev.akin.eval.Hit;
import dev.akin.eval.Qrels;
import dev.akin.eval.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A smaller corpus that stays as hard: what a few systems find for each query, and everything that
 * is relevant (Enevoldsen et al. 2025, MMTEB).
 *
 * <p>Figures on it must not be set beside those on the whole corpus: show {@link #mark()}. A system
 * of the pool keeps its figure at cutoffs up to the depth, as all that it ranks first is still
 * there; every other one loses some of its own errors and can only rise. So the systems of a pool
 * stand a little too low beside others, most of all that of a pool of one: {@link #isPool}.
 *
 * @param qrels the judgments of the queries kept
 * @param candidates for each of these queries the documents of its pools, in the order of the
 *     systems and their ranks, then its relevant documents that no system found: the lists of a
 *     reranking task
 * @param pools the names of the systems that made it
 * @param depth how many documents each gave a query at most
 * @param unanswered how often a system of the pool found nothing at all for a query
 */
public record HardSubset(
    Qrels qrels,
    Map<String, List<String>> candidates,
    List<String> pools,
    int depth,
    int unanswered) {
  /** Copies the lists. */
  public HardSubset {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    candidates.forEach((query, documents) -> copy.put(query, List.copyOf(documents)));
    candidates = Collections.unmodifiableMap(copy);
    pools = List.copyOf(pools);
  }

  /**
   * Makes a subset from runs over the whole corpus.
   *
   * @param pools runs of two or three systems as unlike each other as possible; one is allowed
   * @param qrels only queries with a relevant document are kept
   * @throws IllegalArgumentException if there is no run, two have the same name, no query has a
   *     relevant document, or a run answers none of the queries kept (names it)
   */
  public static HardSubset of(List<Run> pools, Qrels qrels, SubsetOptions options) {
    List<String> names = pools.stream().map(Run::name).toList();
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "a pool needs runs of different systems, got %s".formatted(names));
    }
    List<String> queries = drawnQueries(qrels, options);
    Map<String, Map<String, Integer>> judged = new LinkedHashMap<>();
    Map<String, List<String>> candidates = new LinkedHashMap<>();
    for (String query : queries) {
      judged.put(query, qrels.judgments(query));
      candidates.put(query, candidates(query, pools, qrels, options.depth()));
    }
    int unanswered = pools.stream().mapToInt(pool -> requireAnswers(pool, queries)).sum();
    return new HardSubset(Qrels.of(judged), candidates, names, options.depth(), unanswered);
  }

  /** Queries with a relevant document, at most so many, in the order of the judgments. */
  private static List<String> drawnQueries(Qrels qrels, SubsetOptions options) {
    List<String> queries =
        new ArrayList<>(
            qrels.queryIds().stream()
                .filter(query -> qrels.judgments(query).values().stream().anyMatch(g -> g > 0))
                .toList());
    if (queries.isEmpty()) {
      throw new IllegalArgumentException("no query has a relevant document: %s".formatted(qrels));
    }
    SplittableRandom random = new SplittableRandom(options.seed());
    while (queries.size() > options.mostQueries()) {
      queries.remove(random.nextInt(queries.size()));
    }
    return queries;
  }

  private static List<String> candidates(String query, List<Run> pools, Qrels qrels, int depth) {
    SequencedSet<String> documents = new LinkedHashSet<>();
    for (Run pool : pools) {
      pool.ranking(query).stream().limit(depth).map(Hit::documentId).forEach(documents::add);
    }
    qrels
        .judgments(query)
        .forEach((document, grade) -> {
          if (grade > 0) {
            documents.add(document);
          }
        });
    return List.copyOf(documents);
  }

  /** How many of the queries a run does not answer; refuses one that answers none. */
  private static int requireAnswers(Run pool, List<String> queries) {
    int empty = (int) queries.stream().filter(query -> pool.ranking(query).isEmpty()).count();
    if (empty == queries.size()) {
      throw new IllegalArgumentException(
          "run %s answers none of the %d queries".formatted(pool.name(), empty));
    }
    return empty;
  }

  /** The documents of the smaller corpus, each once, in the order in which queries need them. */
  public SequencedSet<String> documents() {
    SequencedSet<String> documents = new LinkedHashSet<>();
    candidates.values().forEach(documents::addAll);
    return documents;
  }

  /**
   * A run over the whole corpus as it would have come out on the smaller one, for a system whose
   * score of a document does not depend on other documents.
   *
   * <p>BM25 weighs words by the corpus; its order can change a little when it is run anew.
   */
  public Run restricted(Run whole) {
    Set<String> documents = documents();
    return whole.filtered(
        (query, document) -> candidates.containsKey(query) && documents.contains(document));
  }

  /**
   * A run over the whole corpus with only each query's own candidates: what the system would make
   * of them as a reranker.
   */
  public Run reranked(Run whole) {
    Map<String, Set<String>> sets = new HashMap<>();
    candidates.forEach((query, documents) -> sets.put(query, new HashSet<>(documents)));
    return whole.filtered(
        (query, document) -> sets.getOrDefault(query, Set.of()).contains(document));
  }

  /** Whether a system made the pool and so stands too low beside one that did not. */
  public boolean isPool(String system) {
    return pools.contains(system);
  }

  /** What must stand beside every figure on this subset. */
  public String mark() {
    return "hard subset: %d documents, the top %d of %s and all relevant ones"
        .formatted(documents().size(), depth, String.join(", ", pools));
  }
}
