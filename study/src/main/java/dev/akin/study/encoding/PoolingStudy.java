package dev.akin.study.encoding;

import dev.akin.eval.significance.Comparison;
import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.eval.significance.Estimate;
import dev.akin.eval.significance.Family;
import dev.akin.eval.significance.Resampling;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.task.ClassificationTask;
import dev.akin.study.task.RetrievalTask;
import dev.akin.study.task.StsTask;
import dev.akin.study.task.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Which pooling serves which kind of task. */
public final class PoolingStudy implements Study {
  private static final List<String> POOLINGS = List.of("mean", "first", "last", "max", "weighted");
  private static final String STS = "stsb-en";
  private static final String RETRIEVAL = "xquad-en";
  private static final String CLASSIFICATION = "trec-questions";
  private static final double LEVEL = 0.05;
  private static final int PAIRS = 400;
  private static final int QUERIES = 200;
  private static final int DRAWS = 2000;
  private static final List<String> MODELS = List.of("minilm", "bge-small");

  @Override
  public String name() {
    return "pooling";
  }

  @Override
  public String title() {
    return "Pooling of tokens: no size fits all";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Pooling And Attention: What Are Effective Designs For LLM-Based Embedding Models?",
        "Tang and Yang",
        2024,
        "no design fits all tasks: reading all tokens wins on text similarity and retrieval, but"
            + " not significantly over the simple last token on classification and clustering.");
  }

  @Override
  public List<String> data() {
    return List.of("sts/stsb-en", "retrieval/xquad-en", "classification/trec-questions");
  }

  @Override
  public String design() {
    return """
    Two encoders (`minilm`, learned with mean pooling, and `bge-small`, learned with the first token)
    are read with five poolings each; nothing is learned again, so this tries the claim about poolings,
    not about attention. Tasks: similarity of sentences (Spearman), passages for questions (nDCG@10),
    kinds of questions (accuracy, 8 texts a label).

    The claim as a figure: what mean pooling gains over the last token on similarity and retrieval,
    minus what it gains on classification, averaged over both encoders. Control: the gain itself, on
    similarity and retrieval; were pooling of no matter, it would be 0. A gain that is as large on
    classification speaks against the claim.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    List<Task> tasks =
        List.of(
            ((StsTask) context.tasks().open(STS)).sampled(PAIRS, context.seed()),
            ((RetrievalTask) context.tasks().open(RETRIEVAL)).sampled(QUERIES, context.seed()),
            (ClassificationTask) context.tasks().open(CLASSIFICATION));
    List<String> systems = new ArrayList<>();
    MODELS.forEach(model -> POOLINGS.forEach(pooling -> systems.add(system(model, pooling))));
    return outcome(Results.measure(context, systems, tasks), MODELS, context.seed());
  }

  /**
   * The outcome of any figures.
   *
   * @param results of each model with each pooling on three tasks: one of similarity, one of
   *     retrieval, one of labels
   */
  static Outcome outcome(Results results, List<String> models, long seed) {
    List<String> tasks = results.tasks();
    Contrast alike = Contrast.none();
    Contrast interaction = Contrast.none();
    for (String model : models) {
      for (int t = 0; t < tasks.size(); t++) {
        String task = tasks.get(t);
        Estimate mean = results.figure(system(model, "mean"), task);
        Estimate last = results.figure(system(model, "last"), task);
        boolean isLabels = t == 2;
        double weight = (isLabels ? -1.0 : 0.5) / models.size();
        interaction = interaction.plusDifference(weight, task, mean, last);
        alike = isLabels ? alike : alike.plusDifference(weight, task, mean, last);
      }
    }
    List<ResultTable> tables = new ArrayList<>();
    tables.add(results.table("Main figures"));
    for (String model : models) {
      tables.add(gains(results, model, seed));
    }
    return new Outcome(
        interaction.measure(
            "mean − last pooling, on similarity and retrieval more than on classification",
            0,
            seed),
        alike.measure("mean − last pooling, on similarity and retrieval", 0, seed),
        tables,
        List.of(
            "Poolings were exchanged after training: an encoder learned with another pooling could"
                + " be better with it.",
            "`last` is the closing token, which in these encoders no training has taught"
                + " anything.",
            "bge-small gives its first and its closing token the same row up to rounding, so"
                + " `first` and `last` have the same figures there."));
  }

  static String system(String model, String pooling) {
    return model + "@pool=" + pooling;
  }

  /** What each pooling gains over mean, and whether it is told apart from 0 among its family. */
  private static ResultTable gains(Results results, String model, long seed) {
    ComparisonOptions options =
        ComparisonOptions.DEFAULT.withResampling(new Resampling(DRAWS, seed));
    ResultTable.Builder table =
        ResultTable.titled(
            "What each pooling of %s gains over mean (p adjusted by Holm within a task)"
                .formatted(model),
            "task",
            "pooling",
            "difference",
            "95 % interval",
            "p",
            "told apart");
    for (String task : results.tasks()) {
      SequencedMap<String, Estimate> figures = new LinkedHashMap<>();
      POOLINGS.forEach(
          pooling -> figures.put(pooling, results.figure(system(model, pooling), task)));
      for (Comparison found : Family.against("mean", figures, options).comparisons()) {
        table.row(
            task,
            found.system().system(),
            Results.digits(found.difference()),
            "[%s, %s]"
                .formatted(
                    Results.digits(found.interval().low()),
                    Results.digits(found.interval().high())),
            Results.digits(found.test().adjustedP()),
            found.test().isSignificant(LEVEL) ? "yes" : "no");
      }
    }
    return table.build();
  }
}
