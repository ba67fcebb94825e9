package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Progress;
import dev.akin.eval.Hit;
import dev.akin.eval.JudgedRun;
import dev.akin.eval.Metric;
import dev.akin.eval.Qrels;
import dev.akin.eval.Run;
import dev.akin.format.trec.QrelsFile;
import dev.akin.format.trec.RunFile;
import dev.akin.search.Query;
import dev.akin.search.Ranking;
import dev.akin.search.Searcher;
import dev.akin.study.task.QueriesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Many queries at once: a run file, and how good it is. */
final class BatchChoices {
  /** As deep as TREC and BEIR runs are. */
  static final int DEFAULT_K = 1000;

  /** Queries asked at once: enough for full batches of the encoder, little to wait for. */
  private static final int QUERIES_AT_ONCE = 64;

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description = "Queries as JSON Lines (_id, text) or .tsv (id, text), instead of QUERY.")
  private Optional<Path> queries = Optional.empty();

  @Option(
      names = "--run",
      paramLabel = "FILE",
      description =
          "Write a TREC run of the --queries; an existing file is replaced when the run is whole.")
  private Optional<Path> run = Optional.empty();

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "Judgments (TREC or BEIR): ask only the judged --queries and print metrics.")
  private Optional<Path> qrels = Optional.empty();

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description = "A metric for --qrels; may be given again. Default: as 'akin evaluate'.")
  private List<String> metrics = List.of();

  /** Refuses what contradicts itself, before any work. */
  void check(Optional<String> query) {
    if (query.isPresent() && queries.isPresent()) {
      throw CommandException.badUse("give a QUERY or --queries, not both");
    }
    if (query.isEmpty() && queries.isEmpty()) {
      throw CommandException.badUse(
          "a query is missing: akin search SOURCE \"what to look for\", or --queries FILE");
    }
    if (queries.isEmpty() && (run.isPresent() || qrels.isPresent())) {
      throw CommandException.badUse("--run and --qrels need --queries FILE");
    }
    if (queries.isPresent() && run.isEmpty() && qrels.isEmpty()) {
      throw CommandException.badUse(
          "--queries needs --run FILE (write the rankings), --qrels FILE (judge them) or both");
    }
    if (!metrics.isEmpty() && qrels.isEmpty()) {
      throw CommandException.badUse("--metric needs --qrels FILE");
    }
    List<Metric> _ = Scores.parseMetrics(metrics);
    run.ifPresent(file -> OutFile.check("--run", file, true));
  }

  /**
   * What is asked, and what is known of the answers.
   *
   * @param queries those to ask, the judged ones where there are judgments
   */
  record Batch(List<Query> queries, Optional<Qrels> judged) {}

  /**
   * How much is asked for, and how it is printed.
   *
   * @param k documents a query
   * @param json whether metrics are printed for machines
   */
  record Depth(int k, boolean json) {}

  /** Reads the files, before any work. */
  Batch read() throws IOException {
    Optional<Qrels> judged =
        qrels.isPresent() ? Optional.of(Qrels.of(QrelsFile.read(qrels.get()))) : Optional.empty();
    return new Batch(asked(judged), judged);
  }

  /** Asks all queries, writes the run and prints the metrics. */
  void run(Invocation invocation, Batch batch, Searcher searcher, Depth depth) throws IOException {
    List<Query> asked = batch.queries();
    Optional<Qrels> judged = batch.judged();
    Map<String, List<Hit>> rankings = new LinkedHashMap<>();
    try (Progress progress = invocation.console().progress("searching")) {
      for (int from = 0; from < asked.size(); from += QUERIES_AT_ONCE) {
        if (invocation.interruption().isRequested()) {
          throw CommandException.interrupted("stopped; no run was written");
        }
        List<Query> some = asked.subList(from, Math.min(asked.size(), from + QUERIES_AT_ONCE));
        for (Ranking ranking : searcher.run(some, depth.k())) {
          rankings.put(ranking.query().id(), ranking.hits());
        }
        progress.at(rankings.size(), OptionalLong.of(asked.size()));
      }
    }
    if (run.isPresent()) {
      VectorFileChoices.write(
          run.get(), invocation.interruption(), part -> write(part, searcher.name(), rankings));
    }
    Console console = invocation.console();
    if (judged.isPresent()) {
      JudgedRun scored = JudgedRun.of(judged.get(), Run.of(searcher.name(), rankings));
      new Scores(Scores.parseMetrics(metrics), scored)
          .print(console, depth.json(), Console.members());
    } else {
      console.note(
          "akin: wrote %s to %s"
              .formatted(Messages.count(rankings.size(), "ranking"), run.orElseThrow()));
    }
  }

  private List<Query> asked(Optional<Qrels> judged) throws IOException {
    Path file = queries.orElseThrow();
    List<Query> all = QueriesFile.read(file);
    if (judged.isEmpty()) {
      return all;
    }
    List<Query> asked =
        all.stream().filter(query -> judged.get().queryIds().contains(query.id())).toList();
    if (asked.isEmpty()) {
      throw CommandException.failed(
          "%s and %s have no query in common".formatted(file, qrels.orElseThrow()));
    }
    return asked;
  }

  private static void write(Path file, String name, Map<String, List<Hit>> rankings)
      throws IOException {
    try (RunFile.Sink sink = RunFile.create(file, "akin-" + name)) {
      rankings.forEach((query, hits) -> {
        Map<String, Double> scores = new LinkedHashMap<>();
        hits.forEach(hit -> scores.put(hit.documentId(), hit.score()));
        sink.write(query, scores);
      });
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }
}
