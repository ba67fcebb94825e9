package dev.akin.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What people judged: for each query the grade of each judged document. Immutable; queries keep
 * their order.
 *
 * <p>A grade of 1 or more is relevant; 0 and below is judged and not relevant; a document that is
 * absent is unjudged.
 */
public final class Qrels {
  private final Map<String, Map<String, Integer>> grades;

  private Qrels(Map<String, Map<String, Integer>> grades) {
    this.grades = grades;
  }

  /**
   * A copy of these judgments.
   *
   * @param grades query id to document id to grade
   */
  public static Qrels of(Map<String, Map<String, Integer>> grades) {
    var copy = new LinkedHashMap<String, Map<String, Integer>>();
    grades.forEach((query, judged) ->
        copy.put(query, Collections.unmodifiableMap(new LinkedHashMap<>(judged))));
    return new Qrels(Collections.unmodifiableMap(copy));
  }

  /** The judged queries, in order. */
  public Set<String> queryIds() {
    return grades.keySet();
  }

  /** Document id to grade; empty for a query that is not judged. */
  public Map<String, Integer> judgments(String queryId) {
    return grades.getOrDefault(queryId, Map.of());
  }

  /** How many judgments there are. */
  public long size() {
    return grades.values().stream().mapToLong(Map::size).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Qrels q && grades.equals(q.grades);
  }

  @Override
  public int hashCode() {
    return grades.hashCode();
  }

  @Override
  public String toString() {
    return "Qrels[%d queries, %d judgments]".formatted(grades.size(), size());
  }
}
