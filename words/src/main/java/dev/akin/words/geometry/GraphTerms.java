package dev.akin.words.geometry;

import dev.akin.words.WordVectors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The places of a graph's terms: rows of a table where a term is one of its words, as it is
 * written, with underscores or with blanks; else places behind the table's, as terms are met.
 */
final class GraphTerms {
  private final WordVectors vectors;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<GraphTerm> terms = new ArrayList<>();

  GraphTerms(WordVectors vectors) {
    this.vectors = vectors;
  }

  /** Places of the table and of the terms met so far. */
  int rows() {
    return vectors.size() + terms.size();
  }

  /** The term at a place behind the table's. */
  GraphTerm get(int place) {
    return terms.get(place - vectors.size());
  }

  int place(String term) {
    String name = term.replace(' ', '_');
    for (String form : List.of(term, name, name.replace('_', ' '))) {
      OptionalInt row = vectors.find(form);
      if (row.isPresent()) {
        return row.getAsInt();
      }
    }
    return places.computeIfAbsent(
        name,
        _ -> {
          terms.add(new GraphTerm(name, parts(name)));
          return rows() - 1;
        });
  }

  /** The rows of all words of a term; none where one is missing. */
  private int[] parts(String name) {
    String[] words = name.split("_+", -1);
    int[] parts = new int[words.length];
    for (int i = 0; i < parts.length; i++) {
      OptionalInt row = vectors.find(words[i]);
      if (row.isEmpty()) {
        return new int[0];
      }
      parts[i] = row.getAsInt();
    }
    return parts;
  }

  /**
   * Which places get a row: the table's, those of terms whose words have one, and those that a
   * place with a row pulls.
   *
   * @param pulls place → places that pull it
   */
  boolean[] reached(Map<Integer, Map<Integer, Double>> pulls) {
    Map<Integer, List<Integer>> pulled = new HashMap<>();
    pulls.forEach((place, others) ->
        others
            .keySet()
            .forEach(other -> pulled.computeIfAbsent(other, _ -> new ArrayList<>()).add(place)));
    boolean[] isReached = new boolean[rows()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < isReached.length; i++) {
      if (i < vectors.size() || get(i).hasOwn()) {
        isReached[i] = true;
        open.add(i);
      }
    }
    while (!open.isEmpty()) {
      for (int place : pulled.getOrDefault(open.remove(), List.of())) {
        if (!isReached[place]) {
          isReached[place] = true;
          open.add(place);
        }
      }
    }
    return isReached;
  }
}
