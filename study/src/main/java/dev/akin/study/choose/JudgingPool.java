package dev.akin.study.choose;

import dev.akin.eval.Hit;
import dev.akin.search.Query;
import dev.akin.study.system.Ranker;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.system.Systems;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What people should judge: for each query the first documents of several systems, each once
 * (pooling, Spärck Jones and van Rijsbergen 1975). Documents stand by id, so that their order tells
 * nothing of who found them.
 *
 * @param systems that made it
 * @param documents for each query, by id with the beginning of the text
 */
public record JudgingPool(
    List<String> systems, List<Query> queries, Map<String, Map<String, String>> documents) {
  private static final int EXCERPT = 500;

  /** The header of the file; a line with an empty score is not judged. */
  private static final String HEADER = "query-id\tcorpus-id\tscore\tquery\tdocument\n";

  public JudgingPool {
    systems = List.copyOf(systems);
    queries = List.copyOf(queries);
  }

  /** The first documents of BM25 and of every encoder of a grid. */
  public static JudgingPool of(
      Systems systems, ChoiceGrid grid, Corpus corpus, List<Query> queries, int depth)
      throws IOException {
    Map<String, NavigableSet<String>> found = new LinkedHashMap<>();
    queries.forEach(query -> found.put(query.id(), new TreeSet<>()));
    for (SystemSpec spec : grid.start()) {
      try (Ranker ranker = systems.open(spec).prepare(corpus)) {
        List<List<Hit>> rankings = ranker.rank(queries, depth);
        for (int i = 0; i < queries.size(); i++) {
          NavigableSet<String> ids = found.getOrDefault(queries.get(i).id(), new TreeSet<>());
          rankings.get(i).forEach(hit -> ids.add(hit.documentId()));
        }
      }
    }
    return new JudgingPool(
        grid.start().stream().map(SystemSpec::text).toList(), queries, excerpts(corpus, found));
  }

  private static Map<String, Map<String, String>> excerpts(
      Corpus corpus, Map<String, NavigableSet<String>> found) {
    NavigableSet<String> wanted = new TreeSet<>();
    found.values().forEach(wanted::addAll);
    Map<String, String> texts = new HashMap<>();
    try (Stream<Document> documents = corpus.documents()) {
      documents
          .filter(document -> wanted.contains(document.id()))
          .forEach(document -> texts.put(document.id(), oneLine(document.titleAndText())));
    }
    Map<String, Map<String, String>> excerpts = new LinkedHashMap<>();
    found.forEach((query, ids) -> {
      Map<String, String> each = new LinkedHashMap<>();
      ids.forEach(id -> each.put(id, texts.getOrDefault(id, "")));
      excerpts.put(query, each);
    });
    return excerpts;
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= EXCERPT) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
    return line.substring(0, end) + "…";
  }

  /** How many documents there are to judge, over all queries. */
  public int size() {
    return documents.values().stream().mapToInt(Map::size).sum();
  }

  /**
   * Writes it, tab-separated: query id, document id, an empty score, the query and the beginning of
   * the document.
   *
   * @throws IllegalArgumentException if an id holds a tab or a line break (names it)
   */
  public void write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (Query query : queries) {
        for (var each : documents.getOrDefault(query.id(), Map.of()).entrySet()) {
          out.write(
              "%s\t%s\t\t%s\t%s\n"
                  .formatted(
                      id(query.id()), id(each.getKey()), oneLine(query.text()), each.getValue()));
        }
      }
    }
  }

  private static String id(String id) {
    if (id.matches("(?s).*[\\t\\r\\n].*")) {
      throw new IllegalArgumentException(
          "the id '%s' holds a tab or a line break and cannot stand in a table"
              .formatted(id.replaceAll("[\\t\\r\\n]", "?")));
    }
    return id;
  }
}
