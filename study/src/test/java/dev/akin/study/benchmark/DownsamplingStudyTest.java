package dev.akin.study.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.eval.Hit;
import dev.akin.eval.Qrels;
import dev.akin.eval.Run;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rankings of 1,000 documents, one relevant for each of 60 queries, its place planted. */
class DownsamplingStudyTest {
  private static final int DOCUMENTS = 1000;
  private static final int QUERIES = 60;
  private static final int SYSTEMS = 8;
  private static final List<String> IDS =
      IntStream.range(0, DOCUMENTS).mapToObj(i -> "d" + i).toList();

  /**
   * Documents that are not relevant, and how many of them a system ranks before the one that is.
   */
  private record Ranked(List<Integer> wrong, int before) {}

  /** How a system ranks for a query. */
  private interface Planted {
    Ranked of(int system, int query);
  }

  private static Outcome outcome(Planted planted) {
    SplittableRandom random = new SplittableRandom(5);
    Map<String, Map<String, Integer>> judged = new LinkedHashMap<>();
    for (int q = 0; q < QUERIES; q++) {
      judged.put("q" + q, Map.of("d" + q, 1));
    }
    List<Run> runs = new ArrayList<>();
    for (int system = 0; system < SYSTEMS; system++) {
      Map<String, List<Hit>> rankings = new LinkedHashMap<>();
      for (int q = 0; q < QUERIES; q++) {
        Ranked ranked = planted.of(system, q);
        List<Integer> order = new ArrayList<>(ranked.wrong());
        order.add(Math.min(order.size(), ranked.before() + random.nextInt(2)), q);
        List<Hit> hits = new ArrayList<>();
        for (int document : order) {
          hits.add(new Hit(IDS.get(document), hits.size() + 1, order.size() - hits.size()));
        }
        rankings.put("q" + q, hits);
      }
      runs.add(Run.of("system " + system, rankings));
    }
    return DownsamplingStudy.outcome(
        runs,
        List.of("system 0", "system 1"),
        Qrels.of(judged),
        new DownsamplingStudy.Draw(IDS, 12, 42));
  }

  @Test
  void confusionsThatAllSystemsShareAreKept() {
    // All confuse the same twelve documents, which the pools rank too: the subset has all of them.
    // Of as many random documents hardly any is one that a system ranks at all.
    Outcome outcome =
        outcome((system, query) ->
            new Ranked(IntStream.range(0, 12).mapToObj(i -> 100 + query + i).toList(), system));
    assertThat(outcome.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(outcome.claim().value()).isEqualTo(1);
  }

  @Test
  void confusionsOfOneSystemAloneAreLost() {
    // Each confuses documents of its own, and the subset has only those of the two pools: there all
    // other systems find the relevant document first, and their order is gone.
    Outcome outcome =
        outcome((system, query) ->
            new Ranked(
                IntStream.range(0, 12).mapToObj(i -> QUERIES + 40 * system + i).toList(), system));
    assertThat(outcome.verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
  }
}
