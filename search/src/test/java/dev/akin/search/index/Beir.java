package dev.akin.search.index;

import dev.akin.eval.Metric;
import dev.akin.eval.Qrels;
import dev.akin.search.Query;
import dev.akin.search.Ranking;
import dev.akin.search.Searcher;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.Json;
import dev.akin.text.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A BEIR folder, as far as the tests of this module need it. */
record Beir(Path folder) {
  Corpus corpus() {
    return jsonLines(folder.resolve("corpus.jsonl.gz"));
  }

  /** A file of JSON records with _id, title, text and metadata. */
  static Corpus jsonLines(Path file) {
    return new JsonLines(file);
  }

  /** The judged queries. */
  List<Query> queries(Qrels qrels) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("queries.jsonl"))) {
      return lines
          .map(line -> (Json.Members) Json.parse(line, "queries.jsonl"))
          .filter(members -> qrels.queryIds().contains(members.findText("_id").orElseThrow()))
          .map(members ->
              new Query(
                  members.findText("_id").orElseThrow(), members.findText("text").orElseThrow()))
          .toList();
    }
  }

  Qrels qrels() throws IOException {
    Map<String, Map<String, Integer>> grades = new TreeMap<>();
    try (Stream<String> lines = Files.lines(folder.resolve("qrels/test.tsv"))) {
      lines
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(cells ->
              grades
                  .computeIfAbsent(cells[0], _ -> new TreeMap<>())
                  .put(cells[1], Integer.valueOf(cells[2])));
    }
    return Qrels.of(grades);
  }

  /** The mean of a metric over the judged queries. */
  double mean(Searcher searcher, Metric metric) throws IOException {
    Qrels qrels = qrels();
    List<Ranking> rankings = searcher.run(queries(qrels), 100);
    double sum = 0;
    for (Ranking ranking : rankings) {
      sum += metric.score(qrels.judgments(ranking.query().id()), ranking.hits());
    }
    return sum / qrels.queryIds().size();
  }

  private record JsonLines(Path file) implements Corpus {
    @Override
    public String name() {
      return file.getFileName().toString();
    }

    @Override
    public Stream<Document> documents() {
      try {
        InputStream bytes = Files.newInputStream(file);
        InputStream plain = name().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
        AtomicInteger line = new AtomicInteger();
        return reader.lines().map(text -> document(text, line.incrementAndGet()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Document document(String text, int line) {
      Json.Members record = (Json.Members) Json.parse(text, name() + ":" + line);
      Map<String, Json> rest = new LinkedHashMap<>(record.members());
      rest.keySet().removeAll(List.of("_id", "title", "text"));
      return new Document(
          record.findText("_id").orElseThrow(),
          record.findText("title").orElse(""),
          record.findText("text").orElse(""),
          new Json.Members(rest),
          Origin.ofLine(name(), line));
    }

    @Override
    public OptionalLong size() {
      return OptionalLong.empty();
    }
  }
}
