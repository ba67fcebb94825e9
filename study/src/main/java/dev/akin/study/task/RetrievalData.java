package dev.akin.study.task;

import dev.akin.eval.Qrels;
import dev.akin.format.trec.QrelsFile;
import dev.akin.reader.Sources;
import dev.akin.search.Query;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A corpus, queries and what people judged.
 *
 * @param queries those with judgments, in the order of the judgments
 * @param documents how many the corpus has
 * @param warnings what does not fit together, counted
 */
public record RetrievalData(
    Corpus corpus, List<Query> queries, Qrels qrels, int documents, List<String> warnings) {
  public RetrievalData {
    queries = List.copyOf(queries);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a folder in BEIR's layout.
   *
   * @param split which judgments: {@code qrels/test.tsv}
   */
  public static RetrievalData beir(Path folder, String split) throws IOException {
    return of(
        Sources.open(folder),
        QueriesFile.read(DataFiles.require(folder, "queries.jsonl")),
        Qrels.of(QrelsFile.read(DataFiles.require(folder, "qrels/" + split + ".tsv"))));
  }

  /**
   * Puts parts together; reads the corpus once, for its ids.
   *
   * @throws IllegalArgumentException if no judged query is among the queries, or no judged document
   *     in the corpus (names one of each)
   */
  public static RetrievalData of(Corpus corpus, List<Query> queries, Qrels qrels) {
    Map<String, Query> byId = new LinkedHashMap<>();
    queries.forEach(query -> byId.put(query.id(), query));
    List<String> warnings = new ArrayList<>();
    List<Query> judged = new ArrayList<>();
    Map<String, Map<String, Integer>> kept = new LinkedHashMap<>();
    for (String id : qrels.queryIds()) {
      Query query = byId.get(id);
      if (query != null) {
        judged.add(query);
        kept.put(id, qrels.judgments(id));
      }
    }
    if (judged.isEmpty()) {
      throw new IllegalArgumentException(
          "queries and judgments have no query in common; the first ones are '%s' and '%s'"
              .formatted(
                  queries.isEmpty() ? "" : queries.getFirst().id(),
                  qrels.queryIds().stream().findFirst().orElse("")));
    }
    if (judged.size() < qrels.queryIds().size()) {
      warnings.add(
          "%d of %d judged queries are not among the queries and are left out"
              .formatted(qrels.queryIds().size() - judged.size(), qrels.queryIds().size()));
    }
    Qrels used = Qrels.of(kept);
    int documents = checkDocuments(corpus, used, warnings);
    return new RetrievalData(corpus, judged, used, documents, warnings);
  }

  private static int checkDocuments(Corpus corpus, Qrels qrels, List<String> warnings) {
    Set<String> missing = new HashSet<>();
    qrels
        .queryIds()
        .forEach(query ->
            qrels
                .judgments(query)
                .forEach((document, grade) -> {
                  if (grade > 0) {
                    missing.add(document);
                  }
                }));
    int relevant = missing.size();
    int count = 0;
    String first = "";
    try (Stream<Document> documents = corpus.documents()) {
      for (var all = documents.iterator(); all.hasNext(); count++) {
        String id = all.next().id();
        first = count == 0 ? id : first;
        missing.remove(id);
      }
    }
    if (relevant > 0 && missing.size() == relevant) {
      throw new IllegalArgumentException(
          "none of the %d relevant documents is in the corpus: its first id is '%s', the judgments say '%s'"
              .formatted(relevant, first, missing.iterator().next()));
    }
    if (!missing.isEmpty()) {
      warnings.add(
          "%d of %d relevant documents are not in the corpus (one is '%s') and cannot be found"
              .formatted(
                  missing.size(), relevant, missing.stream().sorted().findFirst().orElse("")));
    }
    return count;
  }

  /** The same with fewer queries: the first n of an order drawn by chance. */
  public RetrievalData sampled(int mostQueries, long seed) {
    if (queries.size() <= mostQueries) {
      return this;
    }
    int[] order = LabelledTexts.shuffled(queries.size(), seed);
    List<Query> some =
        Arrays.stream(order, 0, mostQueries).sorted().mapToObj(queries::get).toList();
    Map<String, Map<String, Integer>> kept = new LinkedHashMap<>();
    some.forEach(query -> kept.put(query.id(), qrels.judgments(query.id())));
    return new RetrievalData(corpus, some, Qrels.of(kept), documents, warnings);
  }

  /**
   * The same with fewer documents, in their order: those relevant to a query, filled up by chance.
   * Reads the corpus once and holds what is kept.
   *
   * @param mostDocuments how many; more only where more are relevant
   */
  public RetrievalData withDocuments(int mostDocuments, long seed) {
    if (documents <= mostDocuments) {
      return this;
    }
    Set<String> relevant = new HashSet<>();
    for (String query : qrels.queryIds()) {
      qrels
          .judgments(query)
          .forEach((document, grade) -> {
            if (grade > 0) {
              relevant.add(document);
            }
          });
    }
    List<Document> all;
    try (Stream<Document> read = corpus.documents()) {
      all = read.toList();
    }
    int[] others =
        IntStream.range(0, all.size()).filter(i -> !relevant.contains(all.get(i).id())).toArray();
    int room = Math.max(0, mostDocuments - (all.size() - others.length));
    Set<Integer> dropped = new HashSet<>();
    IntStream.of(LabelledTexts.shuffled(others.length, seed))
        .skip(room)
        .forEach(place -> dropped.add(others[place]));
    List<Document> kept =
        IntStream.range(0, all.size())
            .filter(i -> !dropped.contains(i))
            .mapToObj(all::get)
            .toList();
    return new RetrievalData(
        Corpus.of("%s (%d documents)".formatted(corpus.name(), kept.size()), kept),
        queries,
        qrels,
        kept.size(),
        warnings);
  }
}
