package dev.akin.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every metric from its sentence in the textbook, in the slowest way, by name.
 *
 * @param judged document id to grade
 * @param order the returned documents, best first
 */
record TextbookMetrics(Map<String, Integer> judged, List<String> order) {
  boolean isRelevant(String document, int rel) {
    return judged.containsKey(document) && judged.get(document) >= rel;
  }

  boolean isNonrelevant(String document, int rel) {
    return judged.containsKey(document) && judged.get(document) >= 0 && judged.get(document) < rel;
  }

  int gain(String document) {
    return Math.max(0, judged.getOrDefault(document, 0));
  }

  double relevant(int rel) {
    return judged.keySet().stream().filter(d -> isRelevant(d, rel)).count();
  }

  List<String> top(int k) {
    return order.subList(0, Math.min(k, order.size()));
  }

  double found(int k, int rel) {
    return top(k).stream().filter(d -> isRelevant(d, rel)).count();
  }

  /** 0 of 0 is 0. */
  static double ratio(double a, double b) {
    return b == 0 ? 0 : a / b;
  }

  double precision(int k, int rel) {
    return found(k, rel) / k;
  }

  double recall(int k, int rel) {
    return ratio(found(k, rel), relevant(rel));
  }

  double cappedRecall(int k, int rel) {
    return ratio(found(k, rel), Math.min(k, relevant(rel)));
  }

  double rPrecision(int rel) {
    return relevant(rel) == 0 ? 0 : precision((int) relevant(rel), rel);
  }

  double success(int k, int rel) {
    return found(k, rel) > 0 ? 1 : 0;
  }

  double judgedShare(int k) {
    return ratio((double) top(k).stream().filter(judged::containsKey).count(), top(k).size());
  }

  double averagePrecision(int k, int rel) {
    double sum = 0;
    for (int rank = 1; rank <= top(k).size(); rank++) {
      if (isRelevant(order.get(rank - 1), rel)) {
        sum += precision(rank, rel);
      }
    }
    return ratio(sum, relevant(rel));
  }

  double reciprocalRank(int k, int rel) {
    for (int rank = 1; rank <= top(k).size(); rank++) {
      if (isRelevant(order.get(rank - 1), rel)) {
        return 1.0 / rank;
      }
    }
    return 0;
  }

  double dcg(List<Integer> gains, int k, boolean exponential) {
    double sum = 0;
    for (int rank = 1; rank <= Math.min(k, gains.size()); rank++) {
      int gain = gains.get(rank - 1);
      sum += (exponential ? Math.pow(2, gain) - 1 : gain) / (Math.log(rank + 1.0) / Math.log(2));
    }
    return sum;
  }

  double ndcg(int k, boolean exponential) {
    List<Integer> ideal = new ArrayList<>();
    var left = new HashMap<>(judged);
    while (!left.isEmpty()) {
      var best = left.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      ideal.add(Math.max(0, best.getValue()));
      left.remove(best.getKey());
    }
    List<Integer> gains = order.stream().map(this::gain).toList();
    return ratio(dcg(gains, k, exponential), dcg(ideal, k, exponential));
  }

  double rbp(double p, int k, int rel) {
    double sum = 0;
    for (int rank = 1; rank <= top(k).size(); rank++) {
      double chanceToBeRead = Math.pow(p, rank - 1.0);
      sum += isRelevant(order.get(rank - 1), rel) ? (1 - p) * chanceToBeRead : 0;
    }
    return sum;
  }

  double err(int max, int k) {
    double sum = 0;
    for (int rank = 1; rank <= top(k).size(); rank++) {
      double stopsHere = satisfaction(order.get(rank - 1), max);
      for (String above : order.subList(0, rank - 1)) {
        stopsHere *= 1 - satisfaction(above, max);
      }
      sum += stopsHere / rank;
    }
    return sum;
  }

  private double satisfaction(String document, int max) {
    return (Math.pow(2, gain(document)) - 1) / Math.pow(2, max);
  }

  double bpref(int rel) {
    double all = judged.keySet().stream().filter(d -> isNonrelevant(d, rel)).count();
    double sum = 0;
    for (int i = 0; i < order.size(); i++) {
      if (isRelevant(order.get(i), rel)) {
        double above = order.subList(0, i).stream().filter(d -> isNonrelevant(d, rel)).count();
        sum += 1 - ratio(Math.min(above, relevant(rel)), Math.min(all, relevant(rel)));
      }
    }
    return ratio(sum, relevant(rel));
  }

  /** Yilmaz and Aslam 2006, section 3.2: at rank k, 1/k + (k−1)/k · |pool|/(k−1) · smoothed P. */
  double infAp(int rel) {
    double sum = 0;
    for (int rank = 1; rank <= order.size(); rank++) {
      if (isRelevant(order.get(rank - 1), rel)) {
        List<String> above = order.subList(0, rank - 1);
        double pool = above.stream().filter(judged::containsKey).count();
        double hits = above.stream().filter(d -> isRelevant(d, rel)).count();
        double misses = above.stream().filter(d -> isNonrelevant(d, rel)).count();
        sum += 1.0 / rank;
        if (rank > 1) {
          sum +=
              (rank - 1.0)
                  / rank
                  * (pool / (rank - 1))
                  * ((hits + 0.00001) / (hits + misses + 0.00002));
        }
      }
    }
    return ratio(sum, relevant(rel));
  }

  double interpolatedPrecision(double recall, int rel) {
    long needed = (long) Math.floor(recall * relevant(rel) + 0.5);
    double best = 0;
    for (int rank = 1; rank <= order.size(); rank++) {
      if (found(rank, rel) >= needed) {
        best = Math.max(best, precision(rank, rel));
      }
    }
    return best;
  }

  double elevenPointAverage(int rel) {
    double sum = 0;
    for (double recall : new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1}) {
      sum += interpolatedPrecision(recall, rel);
    }
    return sum / 11;
  }

  double setPrecision(int rel) {
    return ratio(found(order.size(), rel), order.size());
  }

  double setRecall(int rel) {
    return recall(Math.max(1, order.size()), rel);
  }

  double setF(double x, int rel) {
    double p = setPrecision(rel);
    double r = setRecall(rel);
    return ratio((x + 1) * p * r, r + x * p);
  }

  /** All metrics, for one cutoff and one relevant grade. */
  Map<String, Double> all(int k, int rel) {
    String at = "@" + k;
    String of = "(rel=" + rel + ")";
    Map<String, Double> values = new HashMap<>();
    values.put("nDCG" + at, ndcg(k, false));
    values.put("nDCG", ndcg(Integer.MAX_VALUE, false));
    values.put("nDCG(dcg='exp-log2')" + at, ndcg(k, true));
    values.put("MAP" + of + at, averagePrecision(k, rel));
    values.put("MAP" + of, averagePrecision(Integer.MAX_VALUE, rel));
    values.put("MRR" + of + at, reciprocalRank(k, rel));
    values.put("MRR" + of, reciprocalRank(Integer.MAX_VALUE, rel));
    values.put("P" + of + at, precision(k, rel));
    values.put("R" + of + at, recall(k, rel));
    values.put("R_cap" + of + at, cappedRecall(k, rel));
    values.put("Success" + of + at, success(k, rel));
    values.put("Judged" + at, judgedShare(k));
    values.put("Rprec" + of, rPrecision(rel));
    values.put("Bpref" + of, bpref(rel));
    values.put("RBP(p=0.7,rel=" + rel + ")" + at, rbp(0.7, k, rel));
    values.put("RBP(p=0.95,rel=" + rel + ")", rbp(0.95, Integer.MAX_VALUE, rel));
    values.put("SetP" + of, setPrecision(rel));
    values.put("SetR" + of, setRecall(rel));
    values.put("SetF" + of, setF(1, rel));
    values.put("SetF(x=4,rel=" + rel + ")", setF(4, rel));
    values.put("NumRet", (double) order.size());
    values.put("NumRel" + of, relevant(rel));
    values.put("NumRelRet" + of, found(order.size(), rel));
    values.put("NumQ", 1.0);
    return values;
  }

  /** Those that need an order, for which ties have no closed form. */
  Map<String, Double> ordered(int k, int rel) {
    String of = "(rel=" + rel + ")";
    Map<String, Double> values = new HashMap<>();
    values.put("infAP" + of, infAp(rel));
    values.put("ERR@" + k, err(4, k));
    values.put("ERR(max=6)", err(6, Integer.MAX_VALUE));
    values.put("IPrec" + of + "@0", interpolatedPrecision(0, rel));
    values.put("IPrec" + of + "@0.3", interpolatedPrecision(0.3, rel));
    values.put("IPrec" + of + "@1", interpolatedPrecision(1, rel));
    values.put("11pt_avg" + of, elevenPointAverage(rel));
    values.put("GMAP" + of, averagePrecision(Integer.MAX_VALUE, rel));
    return values;
  }
}
