package dev.akin.eval;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How good a ranking is, by trec_eval's definitions. Values: {@code Metric.parse("nDCG@10")} equals
 * {@code new Metric.Ndcg(10)}.
 *
 * <p>A document is relevant when its grade is 1 or more. Every value is in [0, 1], higher is
 * better, and 0 for a query without a relevant document.
 */
public sealed interface Metric {
  /** The cutoff of a metric that looks at the whole ranking. */
  int WHOLE = Integer.MAX_VALUE;

  /**
   * Normalised discounted cumulative gain: trec_eval's ndcg_cut. The gain is the grade itself
   * (linear), the discount log2(rank + 1), the ideal the best order of all judged documents cut at
   * k.
   */
  record Ndcg(int k) implements Metric {
    public Ndcg {
      checkCutoff("nDCG", k);
    }

    @Override
    public String name() {
      return named("nDCG", k);
    }

    @Override
    public double score(Map<String, Integer> judgments, List<Hit> ranking) {
      double gain = 0;
      for (int i = 0; i < Math.min(k, ranking.size()); i++) {
        gain += discounted(grade(judgments, ranking.get(i)), i + 1);
      }
      List<Integer> best =
          judgments.values().stream()
              .filter(grade -> grade > 0)
              .sorted(Collections.reverseOrder())
              .toList();
      double ideal = 0;
      for (int i = 0; i < Math.min(k, best.size()); i++) {
        ideal += discounted(best.get(i), i + 1);
      }
      return ideal == 0 ? 0 : gain / ideal;
    }

    private static double discounted(int grade, int rank) {
      return Math.max(grade, 0) * Math.log(2) / Math.log(rank + 1.0);
    }
  }

  /**
   * Average precision: the sum over relevant documents among the first k of the precision at their
   * rank, over the number of all relevant documents. Its mean over queries is MAP.
   */
  record AveragePrecision(int k) implements Metric {
    public AveragePrecision {
      checkCutoff("MAP", k);
    }

    @Override
    public String name() {
      return named("MAP", k);
    }

    @Override
    public double score(Map<String, Integer> judgments, List<Hit> ranking) {
      double sum = 0;
      int found = 0;
      for (int i = 0; i < Math.min(k, ranking.size()); i++) {
        if (grade(judgments, ranking.get(i)) > 0) {
          found++;
          sum += (double) found / (i + 1);
        }
      }
      return over(sum, countRelevant(judgments));
    }
  }

  /** One over the rank of the first relevant document among the first k. Its mean is MRR. */
  record ReciprocalRank(int k) implements Metric {
    public ReciprocalRank {
      checkCutoff("MRR", k);
    }

    @Override
    public String name() {
      return named("MRR", k);
    }

    @Override
    public double score(Map<String, Integer> judgments, List<Hit> ranking) {
      for (int i = 0; i < Math.min(k, ranking.size()); i++) {
        if (grade(judgments, ranking.get(i)) > 0) {
          return 1.0 / (i + 1);
        }
      }
      return 0;
    }
  }

  /** The share of relevant documents among the first k; divided by k even if fewer came back. */
  record Precision(int k) implements Metric {
    public Precision {
      checkCutoff("P", k);
      requireCutoff("P", k);
    }

    @Override
    public String name() {
      return named("P", k);
    }

    @Override
    public double score(Map<String, Integer> judgments, List<Hit> ranking) {
      return (double) countFound(judgments, ranking, k) / k;
    }
  }

  /** The share of all relevant documents that stand among the first k. */
  record Recall(int k) implements Metric {
    public Recall {
      checkCutoff("R", k);
      requireCutoff("R", k);
    }

    @Override
    public String name() {
      return named("R", k);
    }

    @Override
    public double score(Map<String, Integer> judgments, List<Hit> ranking) {
      return over(countFound(judgments, ranking, k), countRelevant(judgments));
    }
  }

  /** What people call it: {@code nDCG@10}, {@code MAP}. */
  String name();

  /**
   * The value of one query.
   *
   * @param judgments document id to grade
   * @param ranking best first; only the order counts, not the scores
   */
  double score(Map<String, Integer> judgments, List<Hit> ranking);

  /** The mean over all judged queries; a query that was not run counts 0 (trec_eval's -c). */
  default double mean(Qrels qrels, Run run) {
    return qrels.queryIds().stream()
        .mapToDouble(query -> score(qrels.judgments(query), run.ranking(query)))
        .average()
        .orElse(0);
  }

  /**
   * The metric of a name: {@code nDCG@k}, {@code MAP}, {@code MRR} (also {@code AP}, {@code RR}),
   * the first three with or without a cutoff; {@code P@k} and {@code R@k}. Case does not matter.
   *
   * @throws IllegalArgumentException if there is no such metric (names it and those there are)
   */
  static Metric parse(String name) {
    Matcher parts = Pattern.compile("([A-Za-z]+)(?:@([0-9]{1,9}))?").matcher(name.strip());
    if (!parts.matches()) {
      throw unknown(name);
    }
    int k = parts.group(2) == null ? WHOLE : Integer.parseInt(parts.group(2));
    return switch (parts.group(1).toLowerCase(Locale.ROOT)) {
      case "ndcg" -> new Ndcg(k);
      case "map", "ap" -> new AveragePrecision(k);
      case "mrr", "rr" -> new ReciprocalRank(k);
      case "p", "precision" -> new Precision(k);
      case "r", "recall" -> new Recall(k);
      default -> throw unknown(name);
    };
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "there is no metric '%s'; there are nDCG@k, MAP, MAP@k, MRR, MRR@k, P@k and R@k"
            .formatted(name));
  }

  private static void checkCutoff(String kind, int k) {
    if (k < 1) {
      throw new IllegalArgumentException(
          "%s needs a cutoff of 1 or more, got %d".formatted(kind, k));
    }
  }

  private static void requireCutoff(String kind, int k) {
    if (k == WHOLE) {
      throw new IllegalArgumentException("%s needs a cutoff: %s@10".formatted(kind, kind));
    }
  }

  private static String named(String kind, int k) {
    return k == WHOLE ? kind : kind + "@" + k;
  }

  private static int grade(Map<String, Integer> judgments, Hit hit) {
    return judgments.getOrDefault(hit.documentId(), 0);
  }

  private static int countRelevant(Map<String, Integer> judgments) {
    return (int) judgments.values().stream().filter(grade -> grade > 0).count();
  }

  private static int countFound(Map<String, Integer> judgments, List<Hit> ranking, int k) {
    return (int) ranking.stream().limit(k).filter(hit -> grade(judgments, hit) > 0).count();
  }

  private static double over(double sum, int count) {
    return count == 0 ? 0 : sum / count;
  }
}
