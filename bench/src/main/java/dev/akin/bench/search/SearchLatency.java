package dev.akin.bench.search;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncoderOptions;
import dev.akin.encoder.Models;
import dev.akin.search.Query;
import dev.akin.search.SearchMode;
import dev.akin.search.Searcher;
import dev.akin.search.index.SearchIndex;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Latency of warm queries on an index, one at a time: {@code SearchLatency INDEX MODEL QUERIES}.
 *
 * <p>QUERIES is a JSON Lines file with a member {@code text}. Each mode answers all queries once to
 * warm up and three times for the record; the query's own encoding is part of the time.
 */
public final class SearchLatency {
  private static final int ROUNDS = 3;
  private static final int K = 10;

  private SearchLatency() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("usage: SearchLatency INDEX MODEL QUERIES.jsonl");
    }
    List<Query> queries = queries(Path.of(arguments[2]));
    Map<String, SearchMode> modes = new LinkedHashMap<>();
    modes.put("lexical", SearchMode.LEXICAL);
    modes.put("dense, exact", new SearchMode.Dense(SearchMode.Scan.EXACT));
    modes.put("dense, graph", new SearchMode.Dense(SearchMode.Scan.GRAPH));
    modes.put("hybrid", SearchMode.HYBRID);
    try (Encoder encoder = Models.open(arguments[1], EncoderOptions.defaults());
        SearchIndex index = SearchIndex.open(Path.of(arguments[0]), encoder)) {
      System.out.printf(
          "%d passages, %d queries, %d rounds, k = %d%n",
          index.info().contents().passages(), queries.size(), ROUNDS, K);
      System.out.println("| mode | p50 ms | p99 ms | mean ms |");
      System.out.println("|---|---|---|---|");
      for (var mode : modes.entrySet()) {
        report(mode.getKey(), measure(index.searcher(mode.getValue()), queries));
      }
    }
  }

  private static List<Query> queries(Path file) throws IOException {
    List<Query> queries = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Json.Members query = (Json.Members) Json.parse(line, file.toString());
      queries.add(new Query(String.valueOf(queries.size()), query.findText("text").orElseThrow()));
    }
    return queries;
  }

  /** Nanoseconds of every query of every round, ascending. */
  private static long[] measure(Searcher searcher, List<Query> queries) {
    queries.forEach(query -> searcher.search(query, K));
    long[] nanos = new long[ROUNDS * queries.size()];
    int at = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (Query query : queries) {
        long start = System.nanoTime();
        searcher.search(query, K);
        nanos[at++] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static void report(String mode, long[] nanos) {
    System.out.printf(
        "| %s | %.2f | %.2f | %.2f |%n",
        mode,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) Math.ceil(nanos.length * 0.99) - 1] / 1e6,
        Arrays.stream(nanos).average().orElse(0) / 1e6);
  }
}
