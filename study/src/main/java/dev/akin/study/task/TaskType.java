package dev.akin.study.task;

import java.util.Arrays;
import java.util.Optional;

/** MTEB's categories, with the figure each is ranked by. */
public enum TaskType {
  RETRIEVAL("Retrieval", "ndcg_at_10"),
  RERANKING("Reranking", "map"),
  STS("STS", "cosine_spearman"),
  PAIR_CLASSIFICATION("PairClassification", "max_ap"),
  CLASSIFICATION("Classification", "accuracy"),
  MULTILABEL_CLASSIFICATION("MultilabelClassification", "accuracy"),
  CLUSTERING("Clustering", "v_measure"),
  BITEXT_MINING("BitextMining", "f1"),
  SUMMARIZATION("Summarization", "cosine_spearman");

  private final String printed;
  private final String mainMetric;

  TaskType(String printed, String mainMetric) {
    this.printed = printed;
    this.mainMetric = mainMetric;
  }

  /** The type that MTEB calls so. */
  public static Optional<TaskType> find(String printedName) {
    return Arrays.stream(values()).filter(type -> type.printed.equals(printedName)).findFirst();
  }

  /** What MTEB calls it. */
  public String printedName() {
    return printed;
  }

  /** The key of its main figure among the scores of a result, as MTEB's files have it. */
  public String mainMetric() {
    return mainMetric;
  }
}
