package dev.akin.cli;

import dev.akin.cli.JudgedFiles.JudgedFile;
import dev.akin.cli.console.Console;
import dev.akin.eval.Aggregation;
import dev.akin.eval.JudgedRun;
import dev.akin.eval.Metric;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One run's metrics in trec_eval's lines: name, tab, query or "all", tab, value. */
record TrecLines(List<Metric> metrics, JudgedFile run) {
  private static final int NAME_WIDTH = 22;

  private static final String QUERIES = "num_q";

  /** What trec_eval prints unless told otherwise, in its order. */
  static final List<Metric> OFFICIAL =
      Stream.of(
              Stream.of(QUERIES, "num_ret", "num_rel", "num_rel_ret", "map", "gm_map", "Rprec"),
              Stream.of("bpref", "recip_rank"),
              IntStream.rangeClosed(0, 10).mapToObj(i -> "iprec_at_recall_" + i / 10.0),
              IntStream.of(5, 10, 15, 20, 30, 100, 200, 500, 1000).mapToObj(k -> "P_" + k))
          .flatMap(names -> names)
          .map(Metric::parse)
          .toList();

  /**
   * Prints the queries, in the order of their ids, if asked for, and then the run.
   *
   * @param withTag whether the run's tag stands first, as it does unless measures are named
   */
  void print(Console console, boolean perQuery, boolean withTag) {
    if (perQuery) {
      printQueries(console);
    }
    if (withTag) {
      String tag = run.run().name();
      print(console, "runid", "all", tag.isEmpty() ? run.file().toString() : tag);
    }
    for (Metric metric : metrics) {
      print(console, name(metric), "all", Digits.of(metric, run.judged().value(metric)));
    }
  }

  private void printQueries(Console console) {
    JudgedRun judged = run.judged();
    List<Metric> single = metrics.stream().filter(TrecLines::isOfOneQuery).toList();
    List<double[]> values = single.stream().map(judged::values).toList();
    for (int query : judged.inOrderOfIds()) {
      for (int i = 0; i < single.size(); i++) {
        Metric metric = single.get(i);
        String digits = Digits.of(metric, values.get(i)[query]);
        print(console, name(metric), judged.queryIds().get(query), digits);
      }
    }
  }

  /** trec_eval prints the number of queries and geometric means for the run only. */
  private static boolean isOfOneQuery(Metric metric) {
    return metric.aggregation() != Aggregation.GEOMETRIC_MEAN && !name(metric).equals(QUERIES);
  }

  private static String name(Metric metric) {
    return metric.trecName().orElse(metric.name());
  }

  private static void print(Console console, String name, String query, String value) {
    console.line(
        name + " ".repeat(Math.max(0, NAME_WIDTH - name.length())) + "\t" + query + "\t" + value);
  }
}
