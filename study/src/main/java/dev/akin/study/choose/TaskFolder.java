package dev.akin.study.choose;

import dev.akin.eval.Qrels;
import dev.akin.format.trec.QrelsFile;
import dev.akin.search.Query;
import dev.akin.study.task.RetrievalData;
import dev.akin.text.Document;
import dev.akin.text.Json;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A task as a folder in BEIR's layout, to be given to other commands and tools. */
public final class TaskFolder {
  private TaskFolder() {}

  /** Writes {@code corpus.jsonl}, {@code queries.jsonl} and {@code qrels/test.tsv}. */
  public static void write(RetrievalData data, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("qrels"));
    try (Writer out = Files.newBufferedWriter(folder.resolve("corpus.jsonl"));
        Stream<Document> documents = data.corpus().documents()) {
      for (Document document : (Iterable<Document>) documents::iterator) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("_id", Json.of(document.id()));
        members.put("title", Json.of(document.title()));
        members.put("text", Json.of(document.text()));
        out.write(new Json.Members(members).toLine() + "\n");
      }
    }
    try (Writer out = Files.newBufferedWriter(folder.resolve("queries.jsonl"))) {
      for (Query query : data.queries()) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("_id", Json.of(query.id()));
        members.put("text", Json.of(query.text()));
        out.write(new Json.Members(members).toLine() + "\n");
      }
    }
    QrelsFile.writeBeir(folder.resolve("qrels/test.tsv"), grades(data.qrels()));
  }

  private static Map<String, Map<String, Integer>> grades(Qrels qrels) {
    Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    qrels.queryIds().forEach(id -> grades.put(id, qrels.judgments(id)));
    return grades;
  }
}
