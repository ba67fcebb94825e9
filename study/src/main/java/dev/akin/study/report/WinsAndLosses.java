package dev.akin.study.report;

import dev.akin.eval.Hit;
import dev.akin.eval.Run;
import dev.akin.eval.significance.Comparison;
import dev.akin.search.Query;
import dev.akin.study.report.DecisiveQueries.DecisiveQuery;
import dev.akin.study.report.DecisiveQueries.Relevant;
import dev.akin.study.report.DecisiveQueries.Shown;
import dev.akin.study.task.RetrievalData;
import dev.akin.study.task.TaskResult;
import dev.akin.text.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the queries that decide differences. Of each ranking only the head and the places of
 * relevant documents are kept; the corpus is read once more, for the texts that are shown.
 */
final class WinsAndLosses {
  /** Documents shown of each system. */
  private static final int TOP = 3;

  /** Relevant documents shown of a query. */
  private static final int MOST_RELEVANT = 3;

  /** How much of a document is shown. */
  private static final int LETTERS = 160;

  private final RetrievalData set;
  private final Map<String, Measured> systems = new HashMap<>();

  /** What is kept of a system: values, heads and places by query. */
  private record Measured(
      List<Double> values,
      Map<String, List<String>> heads,
      Map<String, Map<String, Integer>> places) {}

  WinsAndLosses(RetrievalData set) {
    this.set = set;
  }

  /** Keeps what is needed of a system; one whose figure is no mean of queries decides nothing. */
  void add(TaskResult result) {
    if (result.run().isEmpty() || result.main().perItem().isEmpty()) {
      return;
    }
    List<Double> values = Arrays.stream(result.main().perItem().get()).boxed().toList();
    Run run = result.run().get();
    Map<String, List<String>> heads = new HashMap<>();
    Map<String, Map<String, Integer>> places = new HashMap<>();
    for (Query query : set.queries()) {
      List<Hit> ranking = run.ranking(query.id());
      heads.put(query.id(), ranking.stream().limit(TOP).map(Hit::documentId).toList());
      Map<String, Integer> judged = set.qrels().judgments(query.id());
      Map<String, Integer> found = new HashMap<>();
      ranking.stream()
          .filter(hit -> judged.getOrDefault(hit.documentId(), 0) > 0)
          .forEach(hit -> found.put(hit.documentId(), hit.rank()));
      places.put(query.id(), found);
    }
    systems.put(result.system(), new Measured(values, heads, places));
  }

  /** The decisive queries of each comparison whose systems were both added. */
  List<DecisiveQueries> of(List<Comparison> comparisons, int most) {
    List<Chosen> chosen = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      Measured system = systems.get(comparison.system().system());
      Measured baseline = systems.get(comparison.baseline().system());
      if (system != null && baseline != null) {
        chosen.add(new Chosen(comparison, system, baseline, largest(system, baseline, most)));
      }
    }
    Map<String, String> texts = texts(chosen);
    return chosen.stream().map(c -> decisive(c, texts)).toList();
  }

  /** The places of the queries that are to be shown. */
  private record Chosen(
      Comparison comparison, Measured system, Measured baseline, List<Integer> queries) {}

  /** By falling difference; queries with none decide nothing. */
  private static List<Integer> largest(Measured system, Measured baseline, int most) {
    return IntStream.range(0, system.values().size())
        .filter(i -> !system.values().get(i).equals(baseline.values().get(i)))
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                i -> -Math.abs(system.values().get(i) - baseline.values().get(i))))
        .limit(most)
        .toList();
  }

  private DecisiveQueries decisive(Chosen chosen, Map<String, String> texts) {
    Measured system = chosen.system();
    Measured baseline = chosen.baseline();
    List<DecisiveQuery> queries = new ArrayList<>();
    for (int i : chosen.queries()) {
      Query query = set.queries().get(i);
      queries.add(
          new DecisiveQuery(
              query.id(),
              query.text(),
              system.values().get(i),
              baseline.values().get(i),
              shown(query, system, texts),
              shown(query, baseline, texts),
              relevant(query, system, baseline, texts)));
    }
    return new DecisiveQueries(
        chosen.comparison().system().system(),
        chosen.comparison().baseline().system(),
        without(system, baseline, new HashSet<>(chosen.queries())),
        queries);
  }

  /** The mean difference of the other queries; 0 if there is no other. */
  private static double without(Measured system, Measured baseline, Set<Integer> left) {
    return IntStream.range(0, system.values().size())
        .filter(i -> !left.contains(i))
        .mapToDouble(i -> system.values().get(i) - baseline.values().get(i))
        .average()
        .orElse(0);
  }

  private List<Shown> shown(Query query, Measured system, Map<String, String> texts) {
    Map<String, Integer> judged = set.qrels().judgments(query.id());
    return head(query, system).stream()
        .map(id -> {
          Integer grade = judged.get(id);
          return new Shown(
              id,
              texts.getOrDefault(id, ""),
              grade == null ? OptionalInt.empty() : OptionalInt.of(grade));
        })
        .toList();
  }

  private static List<String> head(Query query, Measured system) {
    return Objects.requireNonNull(system.heads().get(query.id()));
  }

  private List<Relevant> relevant(
      Query query, Measured system, Measured baseline, Map<String, String> texts) {
    return mostRelevant(query).entrySet().stream()
        .map(judged ->
            new Relevant(
                judged.getKey(),
                texts.getOrDefault(judged.getKey(), ""),
                judged.getValue(),
                place(query, system, judged.getKey()),
                place(query, baseline, judged.getKey())))
        .toList();
  }

  private static OptionalInt place(Query query, Measured system, String document) {
    Integer rank = Objects.requireNonNull(system.places().get(query.id())).get(document);
    return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
  }

  /** The relevant documents of the highest grades, in the order of the judgments. */
  private Map<String, Integer> mostRelevant(Query query) {
    Map<String, Integer> kept = new LinkedHashMap<>();
    set.qrels().judgments(query.id()).entrySet().stream()
        .filter(judged -> judged.getValue() > 0)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_RELEVANT)
        .forEach(judged -> kept.put(judged.getKey(), judged.getValue()));
    return kept;
  }

  /** How every document begins that is shown somewhere. */
  private Map<String, String> texts(List<Chosen> chosen) {
    Set<String> wanted = new HashSet<>();
    for (Chosen comparison : chosen) {
      for (int i : comparison.queries()) {
        Query query = set.queries().get(i);
        wanted.addAll(head(query, comparison.system()));
        wanted.addAll(head(query, comparison.baseline()));
        wanted.addAll(mostRelevant(query).keySet());
      }
    }
    Map<String, String> texts = new HashMap<>();
    if (wanted.isEmpty()) {
      return texts;
    }
    try (Stream<Document> documents = set.corpus().documents()) {
      documents
          .filter(document -> wanted.contains(document.id()))
          .forEach(document -> texts.put(document.id(), beginning(document.titleAndText())));
    }
    return texts;
  }

  private static String beginning(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= LETTERS) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LETTERS)).strip() + "…";
  }
}
