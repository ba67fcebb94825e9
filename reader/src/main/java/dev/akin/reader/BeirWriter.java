package dev.akin.reader;

import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.Json;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the texts of a BEIR folder: {@code corpus.jsonl} ({@code _id}, {@code title}, {@code
 * text}, {@code metadata}) and {@code queries.jsonl} ({@code _id}, {@code text}), one object a
 * line. The judgments beside them, {@code qrels/test.tsv}, are no texts and not written here.
 *
 * <p>A file gets its name when it is whole; an existing one is replaced. Memory follows one
 * document.
 */
public final class BeirWriter {
  private static final String ID = "_id";

  private BeirWriter() {}

  /**
   * Writes every document of the corpus, in its order, as {@code corpus.jsonl}.
   *
   * @param folder is made where it is missing
   * @return the file
   */
  public static Path writeCorpus(Path folder, Corpus corpus) throws IOException {
    try (Stream<Document> documents = corpus.documents()) {
      return write(folder, "corpus.jsonl", documents.map(BeirWriter::record));
    }
  }

  /**
   * Writes the queries, in their order, as {@code queries.jsonl}.
   *
   * @param folder is made where it is missing
   * @param queries id to text
   * @return the file
   * @throws IllegalArgumentException if an id is empty or a text blank: who reads the file refuses
   *     such a query
   */
  public static Path writeQueries(Path folder, Map<String, String> queries) throws IOException {
    queries.forEach((id, text) -> {
      if (id.isBlank() || text.isBlank()) {
        throw new IllegalArgumentException(
            "a query needs an id and a text, got '%s' and '%s'".formatted(id, text));
      }
    });
    return write(
        folder,
        "queries.jsonl",
        queries.entrySet().stream()
            .map(query -> members(ID, Json.of(query.getKey()), "text", Json.of(query.getValue()))));
  }

  private static Json record(Document document) {
    return members(
        ID,
        Json.of(document.id()),
        "title",
        Json.of(document.title()),
        "text",
        Json.of(document.text()),
        "metadata",
        document.metadata());
  }

  private static Json members(Object... namesAndValues) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
    }
    return new Json.Members(members);
  }

  private static Path write(Path folder, String name, Stream<Json> lines) throws IOException {
    Files.createDirectories(folder);
    Path part = folder.resolve(name + ".part");
    try {
      try (Writer out = Files.newBufferedWriter(part)) {
        for (Json line : (Iterable<Json>) lines::iterator) {
          out.write(line.toLine() + "\n");
        }
      }
      return Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
