package dev.akin.study.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.study.benchmark.DomainGap.DataSet;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DomainModelsStudyTest {
  private static final int SYSTEMS = 14;
  private static final List<String> MEASURES = List.of("entropy");

  /**
   * What a set's scores are made of.
   *
   * @param domain how much of a domain set's order of systems is another one
   * @param general the same of a general set, of its own
   * @param complexity by how many radians the order of all sets turns away from ability for a unit
   *     of complexity; unless it is 0, domains are more complex by 1
   */
  private record Recipe(double domain, double general, double complexity) {}

  private static List<DataSet> sets(Recipe recipe) {
    SplittableRandom random = new SplittableRandom(23);
    List<Double> ability = gaussians(random);
    List<Double> patience = gaussians(random);
    List<DataSet> sets = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      boolean isDomain = i % 2 == 1;
      double shift = isDomain && recipe.complexity() > 0 ? 1 : 0;
      double complexity = shift + i / 20.0 + 0.05 * random.nextGaussian();
      double turned = recipe.complexity() * complexity;
      double own = isDomain ? recipe.domain() : recipe.general();
      List<Double> other = gaussians(random);
      List<Double> noise = gaussians(random);
      sets.add(
          new DataSet(
              "set " + i,
              isDomain,
              i % 4 < 2 ? "pairs" : "labels",
              List.of(complexity),
              IntStream.range(0, SYSTEMS)
                  .mapToObj(s ->
                      (1 - own)
                              * (Math.cos(turned) * ability.get(s)
                                  + Math.sin(turned) * patience.get(s))
                          + own * other.get(s)
                          + 0.2 * noise.get(s))
                  .toList()));
    }
    return sets;
  }

  private static List<Double> gaussians(SplittableRandom random) {
    return DoubleStream.generate(random::nextGaussian).limit(SYSTEMS).boxed().toList();
  }

  private static Outcome outcome(Recipe recipe) {
    List<String> systems = IntStream.range(0, SYSTEMS).mapToObj(s -> "system " + s).toList();
    return DomainModelsStudy.outcome(systems, sets(recipe), MEASURES, 42);
  }

  @Test
  void domainsWithAnOrderOfTheirOwnAreTold() {
    assertThat(outcome(new Recipe(0.7, 0, 0)).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void generalSetsThatAgreeLessAmongThemselvesSpeakAgainstTheClaim() {
    assertThat(outcome(new Recipe(0, 0.6, 0)).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void anOrderThatComesFromComplexityIsNotTakenForTheDomains() {
    List<DataSet> sets = sets(new Recipe(0, 0, 0.6));
    DomainGap gap = new DomainGap(sets, MEASURES);
    int[] all = IntStream.range(0, sets.size()).toArray();
    assertThat(gap.lossWithoutComplexity(all)).isGreaterThan(0.08);
    assertThat(gap.loss(all)).isLessThan(gap.lossWithoutComplexity(all) / 2);
    assertThat(outcome(new Recipe(0, 0, 0.6)).verdict()).isNotEqualTo(Verdict.HOLDS);
  }

  @Test
  void theLossIsThatOfTheMeansWhereTypesAndComplexityDoNotMatter() {
    // General pairs agree fully, and with the domain's reversed order not at all: 1 − (−1) is lost.
    List<DataSet> sets =
        List.of(
            set("g1", false, "a", 0, 1, 2, 3, 4),
            set("g2", false, "a", 1, 1, 2, 3, 4),
            set("g3", false, "b", 0, 1, 2, 3, 4),
            set("g4", false, "b", 2, 1, 2, 3, 4),
            set("d1", true, "b", 1, 4, 3, 2, 1),
            set("d2", true, "a", 3, 4, 3, 2, 1));
    DomainGap gap = new DomainGap(sets, List.of("entropy"));
    int[] all = {0, 1, 2, 3, 4, 5};
    assertThat(gap.agreement(0, 1)).isCloseTo(1, within(1e-12));
    assertThat(gap.agreement(0, 4)).isCloseTo(-1, within(1e-12));
    assertThat(gap.lossWithoutComplexity(all)).isCloseTo(2, within(1e-12));
    assertThat(gap.loss(all)).isCloseTo(2, within(1e-9));
    assertThat(gap.loss(new int[] {0, 0, 0})).isNaN();
  }

  @Test
  void exchangedLabelsLoseNothingOnAverage() {
    List<DataSet> sets = sets(new Recipe(0.7, 0, 0));
    DomainGap gap = new DomainGap(sets, MEASURES);
    int[] all = IntStream.range(0, sets.size()).toArray();
    double mean =
        IntStream.range(0, 50).mapToDouble(seed -> gap.shuffledLoss(all, seed)).average().orElse(1);
    assertThat(mean).isCloseTo(0, within(0.1));
    assertThat(gap.loss(all)).isGreaterThan(mean + 0.2);
  }

  private static DataSet set(
      String name, boolean isDomain, String type, double complexity, double... scores) {
    return new DataSet(
        name, isDomain, type, List.of(complexity), Arrays.stream(scores).boxed().toList());
  }
}
