package dev.akin.study.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.eval.Hit;
import dev.akin.eval.Run;
import dev.akin.eval.Ties;
import dev.akin.eval.significance.Comparison;
import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.eval.significance.Resampling;
import dev.akin.study.system.Systems;
import dev.akin.testkit.TestData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BM25 on Cranfield against itself: a difference that is none, and one that was put there. */
@Tag("slow")
class PlantedDifferenceTest {
  private static final int REPETITIONS = 200;
  private static final ComparisonOptions OPTIONS =
      ComparisonOptions.DEFAULT.withResampling(new Resampling(2_000, 7));

  @TempDir private Path folder;

  @Test
  void shuffledTiesAreNotCalledADifferenceAndWorseRanksAre() throws IOException {
    TestData.require("retrieval/cranfield");
    try (Systems systems = Contenders.in(folder)) {
      RetrievalTask task = (RetrievalTask) new TaskCatalog(TestData.root()).open("cranfield");
      Run bm25 = task.run(Contenders.open(systems, "bm25"));
      SplittableRandom random = new SplittableRandom(61);
      int called = 0;
      int found = 0;
      for (int repetition = 0; repetition < REPETITIONS; repetition++) {
        Run first = withTiesShuffled(bm25, random);
        Run second = withTiesShuffled(bm25, random);
        called += differs(task, first, second) ? 1 : 0;
        found += differs(task, first, withFirstHitsLower(second, random)) ? 1 : 0;
      }
      assertThat(called).as("null called a difference, of 200").isLessThanOrEqualTo(10);
      assertThat(found).as("planted difference found, of 200").isGreaterThanOrEqualTo(199);
    }
  }

  private static boolean differs(RetrievalTask task, Run first, Run second) {
    return Comparison.of(
                task.result("first", first).main(), task.result("second", second).main(), OPTIONS)
            .verdict(0.05)
        != Comparison.Verdict.UNDECIDED;
  }

  /** Scores cut to whole numbers, of which many are equal, and these in a random order. */
  private static Run withTiesShuffled(Run run, SplittableRandom random) {
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    for (String query : run.queryIds()) {
      List<Hit> ranking = run.ranking(query);
      List<Hit> order = new ArrayList<>(ranking.subList(0, Math.min(50, ranking.size())));
      Collections.shuffle(order, Random.from(random));
      Map<String, Double> cut = new LinkedHashMap<>();
      order.forEach(hit -> cut.put(hit.documentId(), Math.floor(hit.score())));
      scores.put(query, cut);
    }
    return Run.ofScores(run.name(), scores, Ties.AS_GIVEN);
  }

  /** In every second query the first three results behind all others. */
  private static Run withFirstHitsLower(Run run, SplittableRandom random) {
    Map<String, List<Hit>> lower = new LinkedHashMap<>();
    for (String query : run.queryIds()) {
      List<Hit> order = new ArrayList<>(run.ranking(query));
      if (random.nextBoolean()) {
        Collections.rotate(order, -Math.min(3, order.size()));
      }
      lower.put(query, ranked(order));
    }
    return Run.of(run.name(), lower);
  }

  /** Falling scores that are all different, so that the order stands. */
  private static List<Hit> ranked(List<Hit> order) {
    List<Hit> hits = new ArrayList<>();
    for (Hit hit : order) {
      hits.add(new Hit(hit.documentId(), hits.size() + 1, order.size() - hits.size()));
    }
    return hits;
  }
}
