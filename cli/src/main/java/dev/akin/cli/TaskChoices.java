package dev.akin.cli;

import dev.akin.eval.Qrels;
import dev.akin.format.trec.QrelsFile;
import dev.akin.reader.Sources;
import dev.akin.study.task.ClassificationTask;
import dev.akin.study.task.ClusteringTask;
import dev.akin.study.task.LabelledTexts;
import dev.akin.study.task.MultilabelClassificationTask;
import dev.akin.study.task.PairClassificationTask;
import dev.akin.study.task.QueriesFile;
import dev.akin.study.task.RerankingTask;
import dev.akin.study.task.RetrievalData;
import dev.akin.study.task.RetrievalTask;
import dev.akin.study.task.ScoredPairs;
import dev.akin.study.task.StsTask;
import dev.akin.study.task.Task;
import dev.akin.study.task.TaskCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which tasks are measured: public ones by name, and the user's own by files. */
final class TaskChoices {
  private static final double TRAIN_SHARE = 0.5;
  private static final long SPLIT_SEED = 42;

  @Mixin private DataChoice data = new DataChoice();

  @Option(
      names = "--corpus",
      paramLabel = "SOURCE",
      description = "A corpus of yours: folder, file or BEIR folder; with --queries and --qrels.")
  private Optional<Path> corpus = Optional.empty();

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description = "Its queries: JSON Lines (_id, text) or .tsv (id, text).")
  private Optional<Path> queries = Optional.empty();

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "Its judgments: TREC, MS MARCO or BEIR.")
  private Optional<Path> qrels = Optional.empty();

  @Option(
      names = "--rerank",
      description = "Order only each query's judged documents (MAP), instead of searching all.")
  private boolean isReranking;

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description =
          "Pairs of texts: columns sentence1, sentence2 and score (similarity) or label (0, 1).")
  private Optional<Path> pairs = Optional.empty();

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "Texts with labels: columns text and label; several labels as a|b with --multilabel.")
  private Optional<Path> labels = Optional.empty();

  @Option(
      names = "--test-labels",
      paramLabel = "FILE",
      description = "The texts to test on; without it half of --labels is kept for that.")
  private Optional<Path> testLabels = Optional.empty();

  @Option(names = "--multilabel", description = "Texts of --labels may have several labels, a|b.")
  private boolean isMultilabel;

  @Option(names = "--clusters", description = "Cluster the texts of --labels, instead of learning.")
  private boolean isClustering;

  @Option(
      names = "--shots",
      paramLabel = "N",
      description = "Texts of each label to learn from. Default: 8.")
  private int shots = 8;

  /** Whether something of the user's own is named. */
  boolean hasFiles() {
    return corpus.isPresent() || pairs.isPresent() || labels.isPresent();
  }

  /** Refuses what contradicts itself, before any work. */
  void check(List<String> names) {
    if (names.isEmpty() && !hasFiles()) {
      throw CommandException.badUse(
          "nothing to measure on: name a task (%s), or give --corpus, --pairs or --labels"
              .formatted(String.join(", ", TaskCatalog.names())));
    }
    for (String name : names) {
      if (!TaskCatalog.isName(name)) {
        throw CommandException.badUse(
            "there is no task '%s'%s; tasks: %s"
                .formatted(
                    name,
                    Messages.didYouMean(name, TaskCatalog.names()),
                    String.join(", ", TaskCatalog.names())));
      }
    }
    boolean hasAll = corpus.isPresent() && queries.isPresent() && qrels.isPresent();
    if (!hasAll && (corpus.isPresent() || queries.isPresent() || qrels.isPresent())) {
      throw CommandException.badUse("--corpus, --queries and --qrels belong together");
    }
    if (isReranking && corpus.isEmpty()) {
      throw CommandException.badUse("--rerank needs --corpus, --queries and --qrels");
    }
    if (labels.isEmpty() && (testLabels.isPresent() || isMultilabel || isClustering)) {
      throw CommandException.badUse(
          "--test-labels, --multilabel and --clusters are about --labels FILE");
    }
    if (shots < 1) {
      throw CommandException.badUse("--shots is 1 or more, got " + shots);
    }
  }

  /** Opens the tasks, named ones first. */
  List<Task> open(List<String> names, Map<String, String> env) throws IOException {
    List<Task> tasks = new ArrayList<>();
    TaskCatalog catalog = new TaskCatalog(data.root(env));
    for (String name : names) {
      tasks.add(catalog.open(name));
    }
    if (corpus.isPresent()) {
      tasks.add(retrieval());
    }
    if (pairs.isPresent()) {
      tasks.add(pairs(pairs.get()));
    }
    if (labels.isPresent()) {
      tasks.add(labelled(labels.get()));
    }
    return tasks;
  }

  private Task retrieval() throws IOException {
    RetrievalData set =
        RetrievalData.of(
            Sources.open(corpus.orElseThrow()),
            QueriesFile.read(queries.orElseThrow()),
            Qrels.of(QrelsFile.read(qrels.orElseThrow())));
    String name = name(corpus.orElseThrow());
    return isReranking ? new RerankingTask(name, set) : new RetrievalTask(name, set);
  }

  /** Labels are 0 and 1; anything else is a degree of similarity. */
  private static Task pairs(Path file) throws IOException {
    ScoredPairs read = ScoredPairs.read(file);
    boolean isBinary = read.scores().stream().allMatch(score -> score == 0 || score == 1);
    return isBinary ? new PairClassificationTask(name(file), read) : new StsTask(name(file), read);
  }

  private Task labelled(Path file) throws IOException {
    LabelledTexts all = LabelledTexts.read(file);
    if (isClustering) {
      return new ClusteringTask(name(file), all, Integer.MAX_VALUE);
    }
    List<LabelledTexts> parts =
        testLabels.isPresent()
            ? List.of(all, LabelledTexts.read(testLabels.get()))
            : all.split(TRAIN_SHARE, SPLIT_SEED);
    return isMultilabel
        ? new MultilabelClassificationTask(name(file), parts.getFirst(), parts.getLast())
        : new ClassificationTask(name(file), parts.getFirst(), parts.getLast(), shots);
  }

  private static String name(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }
}
