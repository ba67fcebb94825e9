package dev.akin.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random judgments and runs against the textbook, which knows nothing of the code under test. */
class MetricOracleTest {
  /** Sums of at most 40 terms in [0, 1]: 40 roundings of 2^−53, ten times over. */
  private static final double ROUNDING = 40 * 10 * 0x1p-53;

  private static final int[] ALPHABET = {'a', 'b', 0xe9, 0xffee, 0x1f600};

  /** Documents whose ids order differently by bytes and by UTF-16 units. */
  static List<String> documents(SplittableRandom random) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ids.add(Character.toString(ALPHABET[random.nextInt(ALPHABET.length)]) + i);
    }
    return ids;
  }

  static Map<String, Integer> judgments(SplittableRandom random, List<String> documents) {
    Map<String, Integer> judged = new LinkedHashMap<>();
    for (int i = random.nextInt(15); i >= 0; i--) {
      judged.put(documents.get(random.nextInt(documents.size())), random.nextInt(-2, 5));
    }
    return judged;
  }

  static Map<String, Double> scores(SplittableRandom random, List<String> documents) {
    Map<String, Double> scores = new LinkedHashMap<>();
    int levels = 1 + random.nextInt(20);
    for (int i = 1 + random.nextInt(30); i > 0; i--) {
      scores.put(
          documents.get(random.nextInt(documents.size())),
          random.nextInt(levels) == 0 ? -0.0 : random.nextInt(levels) / 4.0);
    }
    return scores;
  }

  /** trec_eval's order by its words: the best left, of equals the one with the highest bytes. */
  static List<String> order(Map<String, Double> scores) {
    List<String> order = new ArrayList<>(scores.keySet());
    order.sort((a, b) -> {
      double x = scores.getOrDefault(a, 0.0);
      double y = scores.getOrDefault(b, 0.0);
      return x > y ? -1 : x < y ? 1 : Arrays.compareUnsigned(bytes(b), bytes(a));
    });
    return order;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** C's %.4f. */
  private static String digits(double value) {
    return new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  void everyMetricIsTheTextbooksOnRandomRankings() {
    Seeds.forEach(
        2000,
        random -> {
          List<String> documents = documents(random);
          Map<String, Integer> judged = judgments(random, documents);
          Map<String, Double> scores = scores(random, documents);
          int k = 1 + random.nextInt(25);
          int rel = 1 + random.nextInt(4);
          var textbook = new TextbookMetrics(judged, order(scores));
          List<Hit> ranking = Run.ofScores("t", Map.of("q", scores)).ranking("q");
          Map<String, Double> expected = textbook.all(k, rel);
          expected.putAll(textbook.ordered(k, rel));
          expected.forEach((name, value) -> {
            double actual = Metric.parse(name).score(judged, ranking);
            assertThat(actual).as(name).isCloseTo(value, within(ROUNDING));
            // Where the textbook's last bits straddle a half, its digits are no authority.
            if (digits(value + ROUNDING).equals(digits(value - ROUNDING))) {
              assertThat(digits(actual)).as(name).isEqualTo(digits(value));
            }
          });
        });
  }

  @Test
  void aRunIsTheMeanTheSumOrTheGeometricMeanOfAllJudgedQueries() {
    Seeds.forEach(
        300,
        random -> {
          List<String> documents = documents(random);
          var grades = new LinkedHashMap<String, Map<String, Integer>>();
          var scores = new LinkedHashMap<String, Map<String, Double>>();
          for (int q = random.nextInt(6); q >= 0; q--) {
            grades.put("q" + q, judgments(random, documents));
            if (random.nextInt(4) > 0) {
              scores.put("q" + q, scores(random, documents));
            }
          }
          scores.put("nobody judged this", scores(random, documents));
          var judged = JudgedRun.of(Qrels.of(grades), Run.ofScores("t", scores));
          double reciprocal = 0;
          double logs = 0;
          double found = 0;
          for (var query : grades.entrySet()) {
            var textbook =
                new TextbookMetrics(
                    query.getValue(), order(scores.getOrDefault(query.getKey(), Map.of())));
            reciprocal += textbook.reciprocalRank(1000, 1);
            logs += Math.log(Math.max(0.00001, textbook.averagePrecision(1000, 1)));
            found += textbook.found(1000, 1);
          }
          int n = grades.size();
          assertThat(judged.value(Metric.parse("MRR"))).isCloseTo(reciprocal / n, within(1e-13));
          assertThat(judged.value(Metric.parse("GMAP")))
              .isCloseTo(Math.exp(logs / n), within(1e-13));
          assertThat(judged.value(Metric.parse("NumRelRet"))).isEqualTo(found);
          assertThat(judged.value(Metric.parse("NumQ"))).isEqualTo(n);
        });
  }
}
