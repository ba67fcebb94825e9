package dev.akin.words.geometry;

import dev.akin.text.FormatException;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.SetLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Words and the words they belong to, one way: synonyms, paraphrases, neighbours in a graph.
 *
 * @param links word → words
 */
public record Lexicon(Map<String, Set<String>> links) {
  public Lexicon {
    Map<String, Set<String>> copy = new LinkedHashMap<>();
    links.forEach((word, others) -> copy.put(word, new LinkedHashSet<>(others)));
    links = copy;
  }

  /**
   * Reads lines of a word and its words, separated by tabs or blanks; a word may stand on several
   * lines.
   *
   * @throws FormatException if a line has one word only, or there is no line
   */
  public static Lexicon read(Path file) throws IOException {
    Map<String, Set<String>> links = new LinkedHashMap<>();
    for (SetLines.Line line : SetLines.read(file)) {
      List<String> fields = line.fields();
      if (fields.size() < 2) {
        throw line.problem("one word alone, where a word and its neighbours belong");
      }
      links
          .computeIfAbsent(fields.getFirst(), _ -> new LinkedHashSet<>())
          .addAll(fields.subList(1, fields.size()));
    }
    if (links.isEmpty()) {
      throw new FormatException(file.toString(), "no words in this file");
    }
    return new Lexicon(links);
  }

  /** Both ways: where b stands behind a, a stands behind b. */
  public Lexicon symmetric() {
    Map<String, Set<String>> both = new LinkedHashMap<>();
    links.forEach((word, others) -> {
      both.computeIfAbsent(word, _ -> new LinkedHashSet<>()).addAll(others);
      others.forEach(other -> both.computeIfAbsent(other, _ -> new LinkedHashSet<>()).add(word));
    });
    return new Lexicon(both);
  }

  /** For each row the rows of its neighbours, itself left out; words without a row are left out. */
  int[][] neighbours(WordVectors vectors) {
    List<List<Integer>> rows = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      rows.add(List.of());
    }
    links.forEach((word, others) -> {
      OptionalInt row = vectors.find(word);
      if (row.isPresent()) {
        Set<Integer> found = new LinkedHashSet<>();
        others.forEach(other -> vectors.find(other).ifPresent(found::add));
        found.remove(row.getAsInt());
        rows.set(row.getAsInt(), List.copyOf(found));
      }
    });
    return rows.stream()
        .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}
