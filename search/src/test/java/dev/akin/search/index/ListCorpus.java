package dev.akin.search.index;

import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.Json;
import dev.akin.text.Origin;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Documents held in a list. */
record ListCorpus(List<Document> list) implements Corpus {
  static Document document(String id, String title, String text, Map<String, Json> metadata) {
    return new Document(
        id, title, text, new Json.Members(metadata), Origin.ofLine("corpus.jsonl", 1));
  }

  static Document document(String id, String text) {
    return document(id, "", text, Map.of());
  }

  static ListCorpus of(Document... documents) {
    return new ListCorpus(List.of(documents));
  }

  @Override
  public String name() {
    return "list";
  }

  @Override
  public Stream<Document> documents() {
    return list.stream();
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.of(list.size());
  }
}
