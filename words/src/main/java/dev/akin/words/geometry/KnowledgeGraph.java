package dev.akin.words.geometry;

import dev.akin.text.FormatException;
import dev.akin.words.evaluation.SetLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Terms and how they are related: triples of a head, a relation and a tail, one way.
 *
 * <p>A term is one word or several; blanks and underscores in it mean the same.
 *
 * @param triples each counts once
 * @param weights what a triple of a relation weighs, 0 or more; 1 for relations that are not named
 */
public record KnowledgeGraph(Set<Triple> triples, Map<String, Double> weights) {
  /** Columns of a line. */
  private static final int COLUMNS = 3;

  public KnowledgeGraph {
    triples = Collections.unmodifiableSet(new LinkedHashSet<>(triples));
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    Set<String> relations = new LinkedHashSet<>();
    triples.forEach(triple -> relations.add(triple.relation));
    weights.forEach((relation, weight) -> {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException(
            "the weight of the relation '%s' is 0 or more, got %s".formatted(relation, weight));
      }
      if (!relations.contains(relation)) {
        throw new IllegalArgumentException(
            "no triple has the relation '%s'; there are %s".formatted(relation, relations));
      }
    });
  }

  /** One relation of two terms. */
  public record Triple(String head, String relation, String tail) {
    private Triple reversed() {
      return new Triple(/* head= */ tail, relation, /* tail= */ head);
    }
  }

  /**
   * Reads lines of {@code head<TAB>relation<TAB>tail}; all relations weigh 1.
   *
   * @throws FormatException if a line has another number of columns or an empty one, or there is
   *     none
   */
  public static KnowledgeGraph read(Path file) throws IOException {
    Set<Triple> triples = new LinkedHashSet<>();
    for (SetLines.Line line : SetLines.read(file)) {
      List<String> fields = columns(line, COLUMNS, "head<TAB>relation<TAB>tail");
      triples.add(new Triple(fields.get(0), fields.get(1), fields.get(2)));
    }
    if (triples.isEmpty()) {
      throw new FormatException(file.toString(), "no triples in this file");
    }
    return new KnowledgeGraph(triples, Map.of());
  }

  /**
   * The same with the weights of a file, lines of {@code relation<TAB>weight}.
   *
   * @throws FormatException if a line is no such thing, names a relation twice or one that no
   *     triple has
   */
  public KnowledgeGraph weighted(Path file) throws IOException {
    Map<String, Double> read = new LinkedHashMap<>();
    for (SetLines.Line line : SetLines.read(file)) {
      List<String> fields = columns(line, 2, "relation<TAB>weight");
      if (read.put(fields.get(0), number(line, fields.get(1))) != null) {
        throw line.problem("the relation '%s' stands twice".formatted(fields.get(0)));
      }
    }
    try {
      return new KnowledgeGraph(triples, read);
    } catch (IllegalArgumentException e) {
      throw new FormatException(file.toString(), String.valueOf(e.getMessage()), e);
    }
  }

  private static List<String> columns(SetLines.Line line, int count, String layout) {
    List<String> columns =
        line.hasTabs() ? line.fields() : List.of(String.join(" ", line.fields()));
    if (columns.size() != count || columns.contains("")) {
      throw line.problem(
          "%d columns where %s belongs, none of them empty: %s"
              .formatted(columns.size(), layout, columns));
    }
    return columns;
  }

  private static double number(SetLines.Line line, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw line.problem("a weight is a number, got '%s'".formatted(text));
    }
  }

  /** Both ways: every triple is one back too, of the same relation. */
  public KnowledgeGraph symmetric() {
    Set<Triple> both = new LinkedHashSet<>(triples);
    triples.forEach(triple -> both.add(triple.reversed()));
    return new KnowledgeGraph(both, weights);
  }

  /** What a triple weighs. */
  double weight(Triple triple) {
    return weights.getOrDefault(triple.relation, 1.0);
  }
}
