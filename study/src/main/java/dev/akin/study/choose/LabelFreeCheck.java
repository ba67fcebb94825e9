package dev.akin.study.choose;

import dev.akin.eval.Qrels;
import dev.akin.reader.IcuBoundaries;
import dev.akin.search.Query;
import dev.akin.study.task.RetrievalData;
import dev.akin.study.task.RetrievalTask;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A task made of documents alone: a part of a document is the query and the rest of it, or its
 * near-duplicate, what should be found. A proxy: it tells which system knows the language of these
 * texts, not which one answers the questions that people ask.
 */
public enum LabelFreeCheck {
  /** The title finds the text. */
  TITLE_TEXT("title-text"),
  /** The first sentence finds the others. */
  FIRST_SENTENCE("first-sentence"),
  /** A text finds those it shares half or more of its runs of three words with. */
  NEAR_DUPLICATES("near-duplicates");

  private final String text;

  LabelFreeCheck(String text) {
    this.text = text;
  }

  /** The check of that name. */
  public static Optional<LabelFreeCheck> find(String name) {
    return Arrays.stream(values()).filter(check -> check.text.equals(name)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(check -> check.text).toList();
  }

  /** What must stand beside its figures. */
  public String mark() {
    return switch (this) {
      case TITLE_TEXT ->
          "a proxy without judgments: queries are titles, and only a title's own text counts as"
              + " relevant";
      case FIRST_SENTENCE ->
          "a proxy without judgments: queries are first sentences, and only the rest of the same"
              + " text counts as relevant";
      case NEAR_DUPLICATES ->
          "a proxy without judgments: queries are texts, and only their near-duplicates by common"
              + " runs of words count as relevant; it favours systems that match words";
    };
  }

  /**
   * The task.
   *
   * @param queries at most so many documents are drawn
   * @param seed of that draw
   * @throws IllegalArgumentException if fewer than two documents will do (says what they lack)
   */
  public RetrievalTask task(Corpus corpus, int queries, long seed) throws IOException {
    List<Parted> parted = parted(corpus);
    List<Parted> asked = new ArrayList<>(parted.stream().filter(p -> !p.isTarget()).toList());
    if (asked.size() < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the check %s needs two documents or more with %s; %s has %d",
              text,
              needs(),
              corpus.name(),
              asked.size()));
    }
    Collections.shuffle(asked, new Random(seed));
    List<Query> drawn = new ArrayList<>();
    Map<String, Map<String, Integer>> qrels = new LinkedHashMap<>();
    for (Parted each : asked.subList(0, Math.min(queries, asked.size()))) {
      drawn.add(new Query(each.id(), each.query()));
      Map<String, Integer> grades = new LinkedHashMap<>();
      each.relevant().forEach(id -> grades.put(id, 1));
      qrels.put(each.id(), grades);
    }
    List<Document> documents =
        parted.stream().filter(p -> !p.rest().isEmpty()).map(Parted::document).toList();
    Corpus rest = Corpus.of(corpus.name() + " (" + text + ")", documents);
    return new RetrievalTask(
        corpus.name() + ", " + text, RetrievalData.of(rest, drawn, Qrels.of(qrels)));
  }

  private String needs() {
    return switch (this) {
      case TITLE_TEXT -> "a title and a text";
      case FIRST_SENTENCE -> "two sentences";
      case NEAR_DUPLICATES -> "a near-duplicate";
    };
  }

  /**
   * A document taken apart.
   *
   * @param query what asks; empty if it only stands to be found
   * @param relevant what should be found
   * @param rest what stands in the corpus; empty if it does not
   */
  private record Parted(String id, String query, List<String> relevant, String rest) {
    boolean isTarget() {
      return query.isEmpty();
    }

    Document document() {
      return Document.of(id, rest);
    }
  }

  private List<Parted> parted(Corpus corpus) {
    if (this == NEAR_DUPLICATES) {
      return duplicates(corpus);
    }
    List<Parted> parts = new ArrayList<>();
    try (Stream<Document> documents = corpus.documents()) {
      for (Document document : (Iterable<Document>) documents::iterator) {
        String query = query(document);
        String rest =
            this == TITLE_TEXT ? document.text() : document.text().substring(query.length());
        if (!query.isBlank() && !rest.isBlank()) {
          parts.add(new Parted(document.id(), query.strip(), List.of(document.id()), rest.strip()));
        }
      }
    }
    return parts;
  }

  private String query(Document document) {
    if (this == TITLE_TEXT) {
      return document.title();
    }
    int[] cuts = IcuBoundaries.root().sentences(document.text());
    return cuts.length < 3 ? "" : document.text().substring(0, cuts[1]);
  }

  /** Of each group of near-duplicates the first asks for the others; the rest stands beside. */
  private static List<Parted> duplicates(Corpus corpus) {
    List<Document> all;
    try (Stream<Document> documents = corpus.documents()) {
      all = documents.filter(d -> !d.titleAndText().isBlank()).toList();
    }
    Map<String, List<String>> groups =
        NearDuplicates.groups(all.stream().map(LabelFreeCheck::plain).toList());
    Set<String> asking = new HashSet<>(groups.keySet());
    List<Parted> parts = new ArrayList<>();
    for (Document document : all) {
      parts.add(
          asking.contains(document.id())
              ? new Parted(
                  document.id(),
                  document.titleAndText(),
                  groups.getOrDefault(document.id(), List.of()),
                  "")
              : new Parted(document.id(), "", List.of(), document.titleAndText()));
    }
    return parts;
  }

  private static Document plain(Document document) {
    return new Document(
        document.id(), "", document.titleAndText(), new Json.Members(Map.of()), document.origin());
  }
}
