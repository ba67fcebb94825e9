package dev.akin.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.eval.Metric;
import dev.akin.eval.Qrels;
import dev.akin.eval.Run;
import dev.akin.testkit.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HardSubsetTest {
  private static final int QUERIES = 30;
  private static final int DOCUMENTS = 400;
  private static final Qrels SIMULATED = simulatedQrels();

  private static final SubsetOptions TOP_2 = new SubsetOptions(2, 1000, 1);

  private static Run run(String name, Map<String, List<String>> rankings) {
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    rankings.forEach((query, documents) -> {
      Map<String, Double> scored = new LinkedHashMap<>();
      documents.forEach(document -> scored.put(document, -1.0 * scored.size()));
      scores.put(query, scored);
    });
    return Run.ofScores(name, scores);
  }

  private static final Qrels QRELS =
      Qrels.of(
          Map.of("q1", Map.of("d7", 1, "d1", 0), "q2", Map.of("d2", 2), "q3", Map.of("d1", 0)));
  private static final Run BM25 =
      run("bm25", Map.of("q1", List.of("d1", "d2", "d3"), "q2", List.of("d4", "d2")));
  private static final Run DENSE =
      run("dense", Map.of("q1", List.of("d2", "d5", "d7"), "q3", List.of("d9")));

  @Test
  void aSubsetIsTheTopOfEachPoolAndAllThatIsRelevant() {
    HardSubset subset = HardSubset.of(List.of(BM25, DENSE), QRELS, TOP_2);
    assertThat(subset.candidates().get("q1")).containsExactly("d1", "d2", "d5", "d7");
    assertThat(subset.candidates().get("q2")).containsExactly("d4", "d2");
    assertThat(subset.candidates()).containsOnlyKeys("q1", "q2");
    assertThat(subset.documents()).containsExactlyInAnyOrder("d1", "d2", "d5", "d7", "d4");
    assertThat(subset.qrels().queryIds()).containsExactlyInAnyOrder("q1", "q2");
    assertThat(subset.unanswered()).isEqualTo(1); // the dense run has nothing for q2
  }

  @Test
  void figuresOnItCarryAMarkAndThePoolsBiasIsKnown() {
    HardSubset subset = HardSubset.of(List.of(BM25, DENSE), QRELS, TOP_2);
    assertThat(subset.mark())
        .isEqualTo("hard subset: 5 documents, the top 2 of bm25, dense and all relevant ones");
    assertThat(subset.isPool("dense")).isTrue();
    assertThat(subset.isPool("colbert")).isFalse();
  }

  @Test
  void aRunIsRestrictedInItsOrder() {
    HardSubset subset = HardSubset.of(List.of(BM25), QRELS, TOP_2);
    Run restricted = subset.restricted(DENSE);
    assertThat(restricted.ranking("q1")).extracting("documentId").containsExactly("d2", "d7");
    assertThat(restricted.ranking("q1")).extracting("rank").containsExactly(1, 2);
    assertThat(restricted.ranking("q3")).isEmpty();
  }

  @Test
  void queriesAreDrawnFromTheSeed() {
    Map<String, Map<String, Integer>> judged = new LinkedHashMap<>();
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    for (int q = 0; q < 50; q++) {
      judged.put("q" + q, Map.of("d" + q, 1));
      rankings.put("q" + q, List.of("d1"));
    }
    Run run = run("r", rankings);
    HardSubset some = HardSubset.of(List.of(run), Qrels.of(judged), new SubsetOptions(1, 10, 5));
    HardSubset again = HardSubset.of(List.of(run), Qrels.of(judged), new SubsetOptions(1, 10, 5));
    HardSubset others = HardSubset.of(List.of(run), Qrels.of(judged), new SubsetOptions(1, 10, 6));
    assertThat(some.candidates()).hasSize(10);
    assertThat(again).isEqualTo(some);
    assertThat(others.candidates().keySet()).isNotEqualTo(some.candidates().keySet());
  }

  @Test
  void whatMakesNoSubsetIsRefused() {
    assertThatThrownBy(() -> HardSubset.of(List.of(), QRELS, TOP_2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pool needs runs of different systems, got []");
    assertThatThrownBy(() -> HardSubset.of(List.of(BM25, BM25), QRELS, TOP_2))
        .hasMessageContaining("got [bm25, bm25]");
    Qrels none = Qrels.of(Map.of("q1", Map.of("d1", 0)));
    assertThatThrownBy(() -> HardSubset.of(List.of(BM25), none, TOP_2))
        .hasMessageContaining("no query has a relevant document");
    Run other = run("other", Map.of("q9", List.of("d1")));
    assertThatThrownBy(() -> HardSubset.of(List.of(BM25, other), QRELS, TOP_2))
        .hasMessage("run other answers none of the 2 queries");
    assertThatThrownBy(() -> new SubsetOptions(0, 1, 1)).hasMessageContaining("got 0 and 1");
  }

  @Test
  void aRerankedRunHasOnlyTheQuerysOwnCandidates() {
    HardSubset subset = HardSubset.of(List.of(BM25), QRELS, TOP_2);
    Run all = run("all", Map.of("q1", List.of("d4", "d7", "d1"), "q2", List.of("d1", "d4")));
    assertThat(subset.reranked(all).ranking("q1"))
        .extracting("documentId")
        .containsExactly("d7", "d1");
    assertThat(subset.reranked(all).ranking("q2")).extracting("documentId").containsExactly("d4");
  }

  /**
   * Fifteen systems of known strength over 400 documents: what three of them rank first keeps the
   * order and the figures of all; as many documents drawn at random make every system look good.
   */
  @Test
  void hardDocumentsKeepTheOrderOfTheSystemsAndRandomOnesDoNot() {
    double[] hardRho = {0};
    double[] easyRho = {0};
    double[] raisedByHard = {0};
    double[] raisedByEasy = {0};
    Seeds.forEach(
        5,
        random -> {
          List<Run> systems = simulated(random);
          double[] whole = figures(systems);
          List<Run> pools = List.of(systems.get(1), systems.get(6), systems.get(11));
          HardSubset hard = HardSubset.of(pools, SIMULATED, new SubsetOptions(20, 1000, 1));
          double[] onHard = figures(systems.stream().map(hard::reranked).toList());
          HardSubset easy =
              HardSubset.of(drawn(hard, random), SIMULATED, new SubsetOptions(60, 1000, 1));
          double[] onEasy = figures(systems.stream().map(easy::reranked).toList());
          hardRho[0] += OrderAgreement.of(whole, onHard).spearman() / 5;
          easyRho[0] += OrderAgreement.of(whole, onEasy).spearman() / 5;
          raisedByHard[0] += (mean(onHard) - mean(whole)) / 5;
          raisedByEasy[0] += (mean(onEasy) - mean(whole)) / 5;
        });
    assertThat(hardRho[0]).isGreaterThanOrEqualTo(0.98);
    assertThat(easyRho[0]).isLessThan(hardRho[0]);
    assertThat(raisedByHard[0]).isBetween(0.0, 0.05);
    assertThat(raisedByEasy[0]).isGreaterThan(0.1);
  }

  @Test
  void aSystemOfThePoolKeepsItsFigureAndTheOthersRise() {
    Seeds.forEach(
        2,
        random -> {
          List<Run> systems = simulated(random);
          double[] whole = figures(systems);
          HardSubset subset =
              HardSubset.of(List.of(systems.get(4)), SIMULATED, new SubsetOptions(10, 1000, 1));
          double[] reduced = figures(systems.stream().map(subset::reranked).toList());
          for (int system = 0; system < whole.length; system++) {
            if (subset.isPool("s" + system)) {
              assertThat(reduced[system]).isEqualTo(whole[system]);
            } else {
              assertThat(reduced[system]).isGreaterThan(whole[system]);
            }
          }
        });
  }

  /** Three relevant documents a query. */
  private static Qrels simulatedQrels() {
    Map<String, Map<String, Integer>> judged = new LinkedHashMap<>();
    for (int q = 0; q < QUERIES; q++) {
      judged.put("q" + q, Map.of("d" + 3 * q, 1, "d" + (3 * q + 1), 1, "d" + (3 * q + 2), 1));
    }
    return Qrels.of(judged);
  }

  /** What is hard is hard for all systems; the later ones know better what is relevant. */
  private static List<Run> simulated(SplittableRandom random) {
    double[][] hardness = new double[QUERIES][DOCUMENTS];
    for (double[] ofQuery : hardness) {
      Arrays.setAll(ofQuery, d -> random.nextExponential());
    }
    List<Run> systems = new ArrayList<>();
    for (int system = 0; system < 15; system++) {
      double strength = 1 + 0.15 * system;
      Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
      for (int q = 0; q < QUERIES; q++) {
        Map<String, Double> scored = new LinkedHashMap<>();
        for (int d = 0; d < DOCUMENTS; d++) {
          double relevance = d / 3 == q ? strength : 0;
          scored.put("d" + d, relevance + hardness[q][d] + random.nextGaussian(0, 0.3));
        }
        scores.put("q" + q, scored);
      }
      systems.add(Run.ofScores("s" + system, scores));
    }
    return systems;
  }

  /** A pool of as many documents a query as the hard one, drawn at random. */
  private static List<Run> drawn(HardSubset hard, SplittableRandom random) {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    hard.candidates()
        .forEach((query, documents) -> {
          Set<String> any = new LinkedHashSet<>();
          while (any.size() < documents.size()) {
            any.add("d" + random.nextInt(DOCUMENTS));
          }
          rankings.put(query, List.copyOf(any));
        });
    return List.of(run("random", rankings));
  }

  private static double[] figures(List<Run> systems) {
    Metric metric = Metric.parse("nDCG@10");
    return systems.stream().mapToDouble(run -> metric.value(SIMULATED, run)).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
