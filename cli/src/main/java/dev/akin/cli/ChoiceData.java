package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.eval.Qrels;
import dev.akin.format.trec.QrelsFile;
import dev.akin.search.Query;
import dev.akin.study.choose.LabelFreeCheck;
import dev.akin.study.choose.TaskFolder;
import dev.akin.study.task.QueriesFile;
import dev.akin.study.task.RetrievalData;
import dev.akin.study.task.RetrievalTask;
import dev.akin.text.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** On what systems are chosen: documents with queries and judgments, or a check without labels. */
final class ChoiceData {
  @Parameters(
      paramLabel = "SOURCE",
      description = "Folder, file or BEIR folder; the last brings its queries and judgments.")
  private Path source = Path.of("");

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description = "Queries: JSON Lines (_id, text) or .tsv (id, text).")
  private Optional<Path> queries = Optional.empty();

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "Judgments: TREC, MS MARCO, BEIR, or a filled judging file (--make-pool).")
  private Optional<Path> qrels = Optional.empty();

  @Option(
      names = "--check",
      paramLabel = "NAME",
      description =
          "Without judgments, a proxy: title-text (does a title find its text), first-sentence"
              + " (does a first sentence find the rest) or near-duplicates (do texts find their"
              + " near-duplicates).")
  private Optional<String> check = Optional.empty();

  @Option(
      names = "--check-queries",
      paramLabel = "N",
      description = "Documents drawn as queries of the proxy. Default: 500.")
  private int checkQueries = 500;

  @Option(names = "--check-seed", paramLabel = "N", description = "Of that draw. Default: 42.")
  private long checkSeed = 42;

  @Option(
      names = "--save-task",
      paramLabel = "DIR",
      description =
          "Write documents, queries and judgments as a BEIR folder, say to give a proxy to 'akin"
              + " evaluate'.")
  private Optional<Path> saved = Optional.empty();

  @Mixin private SourceChoices reading = new SourceChoices();

  private boolean isBeir() {
    return Files.exists(source.resolve("queries.jsonl"))
        && Files.exists(source.resolve("qrels/test.tsv"));
  }

  /** Refuses what contradicts itself, before any work. */
  void check(boolean isPooling) {
    if (queries.isEmpty() && qrels.isPresent()) {
      throw CommandException.badUse("--qrels needs --queries: the texts that were judged");
    }
    if (check.isPresent() && (qrels.isPresent() || queries.isPresent())) {
      throw CommandException.badUse(
          "--check makes queries and judgments of the documents; leave out --queries and --qrels");
    }
    check.ifPresent(name -> {
      if (LabelFreeCheck.find(name).isEmpty()) {
        throw CommandException.badUse(
            "there is no check '%s'%s; checks: %s"
                .formatted(
                    name,
                    Messages.didYouMean(name, LabelFreeCheck.names()),
                    String.join(", ", LabelFreeCheck.names())));
      }
    });
    if (checkQueries < 2) {
      throw CommandException.badUse("--check-queries is 2 or more, got " + checkQueries);
    }
    if (isPooling && queries.isEmpty() && !isBeir()) {
      throw CommandException.badUse(
          "--make-pool needs --queries FILE: for what to judge documents");
    }
    boolean hasLabels = qrels.isPresent() || check.isPresent() || isBeir();
    if (!isPooling && !hasLabels) {
      throw CommandException.badUse(
          queries.isPresent()
              ? "--qrels FILE is missing; without judgments write what to judge with --make-pool"
                  + " FILE, or leave out --queries and use --check title-text"
              : "nothing to measure by: give --queries and --qrels, a BEIR folder, or a check"
                  + " without judgments (--check title-text)");
    }
  }

  private Corpus corpus() throws IOException {
    return Source.of(source, reading.options()).corpus();
  }

  /** Documents and queries to be judged. */
  PoolChoices.Unjudged unjudged() throws IOException {
    List<Query> read = QueriesFile.read(queries.orElseGet(() -> source.resolve("queries.jsonl")));
    return new PoolChoices.Unjudged(corpus(), read);
  }

  /** The task that systems are measured on. */
  RetrievalTask task(Console console) throws IOException {
    RetrievalTask task =
        check.isPresent()
            ? LabelFreeCheck.find(check.get()).orElseThrow().task(corpus(), checkQueries, checkSeed)
            : new RetrievalTask(name(), judged());
    if (saved.isPresent()) {
      TaskFolder.write(task.set(), saved.get());
      console.note("akin: the task is in " + saved.get());
    }
    return task;
  }

  private RetrievalData judged() throws IOException {
    return RetrievalData.of(
        corpus(),
        QueriesFile.read(queries.orElseGet(() -> source.resolve("queries.jsonl"))),
        Qrels.of(QrelsFile.read(qrels.orElseGet(() -> source.resolve("qrels/test.tsv")))));
  }

  private String name() {
    Path last = source.toAbsolutePath().normalize().getFileName();
    return last == null ? source.toString() : last.toString();
  }

  /** What must stand beside the figures. */
  List<String> notes() {
    return check
        .flatMap(LabelFreeCheck::find)
        .map(LabelFreeCheck::mark)
        .map(List::of)
        .orElse(List.of());
  }
}
