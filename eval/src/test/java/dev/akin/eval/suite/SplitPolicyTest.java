package dev.akin.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.eval.suite.SplitPolicy.GroupHoldout;
import dev.akin.eval.suite.SplitPolicy.Neighbourhood;
import dev.akin.eval.suite.SplitPolicy.Radius;
import dev.akin.eval.suite.SplitPolicy.Shuffled;
import dev.akin.eval.suite.SplitPolicy.SimilarityCap;
import dev.akin.testkit.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitPolicyTest {
  private static void assertParts(Split split, int items) {
    List<Integer> all =
        Stream.of(split.train(), split.test(), split.dropped())
            .flatMap(List::stream)
            .sorted()
            .toList();
    assertThat(all).isEqualTo(IntStream.range(0, items).boxed().toList());
  }

  @Test
  void everyItemIsInExactlyOnePart() {
    Seeds.forEach(
        50,
        random -> {
          int items = random.nextInt(10, 60);
          double[] places = random.doubles(items).toArray();
          List<String> groups = random.ints(items, 0, 5).mapToObj(g -> "g" + g).toList();
          long seed = random.nextLong();
          List<SplitPolicy> policies =
              List.of(
                  new Shuffled(0.3, seed),
                  new GroupHoldout(groups, 0.3, seed),
                  new Radius(i -> places[i], median(places)),
                  new Neighbourhood(Set.of(0), (a, b) -> Math.abs(a - b), 2),
                  new SimilarityCap(
                      (a, b) -> a == 0 || b == 0 ? 1 : 0, 2, new Shuffled(0.3, seed)));
          for (SplitPolicy policy : policies) {
            assertParts(policy.split(items), items);
            assertThat(policy.split(items)).isEqualTo(policy.split(items));
          }
        });
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }

  @Test
  void aShuffledSplitHasItsShareAndItsSeed() {
    Split split = new Shuffled(0.25, 1).split(40);
    assertThat(split.test()).hasSize(10).isSorted();
    assertThat(new Shuffled(0.25, 2).split(40)).isNotEqualTo(split);
  }

  @Test
  void noGroupIsOnBothSides() {
    Seeds.forEach(
        100,
        random -> {
          int items = random.nextInt(20, 80);
          List<String> groups = random.ints(items, 0, 8).mapToObj(g -> "g" + g).toList();
          Split split = new GroupHoldout(groups, 0.3, random.nextLong()).split(items);
          Set<String> train = new HashSet<>(split.train().stream().map(groups::get).toList());
          assertThat(split.test().stream().map(groups::get)).noneMatch(train::contains);
          assertThat(split.test().size()).isGreaterThanOrEqualTo((int) (0.3 * items));
        });
  }

  @Test
  void noTestItemIsNearerToATrainItemThanTheCap() {
    Seeds.forEach(
        50,
        random -> {
          double[] places = random.doubles(60).toArray();
          SplitPolicy.PairValue similarity = (a, b) -> 1 - Math.abs(places[a] - places[b]);
          Split split = new SimilarityCap(similarity, 0.995, new Shuffled(0.3, 5)).split(60);
          for (int test : split.test()) {
            assertThat(split.train()).allMatch(train -> similarity.of(test, train) <= 0.995);
          }
          for (int dropped : split.dropped()) {
            assertThat(split.train()).anyMatch(train -> similarity.of(dropped, train) > 0.995);
          }
          assertThat(split.test().size() + split.dropped().size()).isEqualTo(18);
        });
  }

  @Test
  void aRadiusPartsTheNearFromTheFar() {
    double[] mutations = {0, 1, 5, 3, 4, 2};
    Split split = new Radius(i -> mutations[i], 3).split(6);
    assertThat(split.train()).containsExactly(0, 1, 3, 5);
    assertThat(split.test()).containsExactly(2, 4);
  }

  @Test
  void aNeighbourhoodIsTestedAndItsCentreLearned() {
    double[] place = {0, 1, 2, 10, 11, 30};
    Split split =
        new Neighbourhood(Set.of(1, 3), (a, b) -> Math.abs(place[a] - place[b]), 1).split(6);
    assertThat(split.test()).containsExactly(0, 2, 4);
    assertThat(split.train()).containsExactly(1, 3, 5);
  }

  @Test
  void aSplitWithAnEmptySideIsRefused() {
    assertThatThrownBy(() -> new Radius(i -> 0, 1).split(5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a split of 5 items to train, 0 to test and 0 dropped has an empty side");
    assertThatThrownBy(() -> new GroupHoldout(List.of("a", "a"), 0.5, 1).split(2))
        .hasMessageContaining("empty side");
    assertThatThrownBy(() -> new SimilarityCap((a, b) -> 1, 0.5, new Shuffled(0.5, 1)).split(8))
        .hasMessage("a split of 4 items to train, 0 to test and 4 dropped has an empty side");
  }

  @Test
  void policiesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new Shuffled(1, 1)).hasMessageContaining("got 1.0");
    assertThatThrownBy(() -> new GroupHoldout(List.of("a"), 0, 1)).hasMessageContaining("got 0.0");
    assertThatThrownBy(() -> new GroupHoldout(List.of("a"), 0.5, 1).split(2))
        .hasMessage("2 items, but 1 are given a group");
    assertThatThrownBy(() -> new Neighbourhood(Set.of(7), (a, b) -> 0, 1).split(5))
        .hasMessage("centre 7 is not among 5 items");
  }

  /**
   * Strings of 20 letters in 6 classes of 8 families: a class shares a motif, a family its whole
   * ancestor. Who is tested on families he has learned from looks much better than he is.
   */
  @Test
  void aRandomSplitFlattersAndAGroupHoldoutDoesNot() {
    SplittableRandom random = new SplittableRandom(71);
    List<String> texts = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    List<String> families = new ArrayList<>();
    for (int c = 0; c < 6; c++) {
      String motif = letters(random, 3);
      for (int f = 0; f < 8; f++) {
        String ancestor = letters(random, 60);
        for (int member = 0; member < 10; member++) {
          int at = random.nextInt(58);
          String mutated = mutated(ancestor, random);
          texts.add(mutated.substring(0, at) + motif + mutated.substring(at + 3));
          classes.add("c" + c);
          families.add("c" + c + "f" + f);
        }
      }
    }
    double flattering = accuracy(new Shuffled(0.25, 9).split(480), texts, classes);
    double honest = accuracy(new GroupHoldout(families, 0.25, 9).split(480), texts, classes);
    assertThat(flattering).isGreaterThanOrEqualTo(0.95);
    assertThat(honest).isLessThanOrEqualTo(0.7);
    // The motif is there to be found: better than one in six by more than chance on 120 items.
    assertThat(honest).isGreaterThan(1.0 / 6 + 3 * Math.sqrt(5.0 / 36 / 120));
  }

  private static String letters(SplittableRandom random, int count) {
    return random
        .ints(count, 'a', 'a' + 20)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String mutated(String ancestor, SplittableRandom random) {
    StringBuilder copy = new StringBuilder(ancestor);
    for (int i = 0; i < copy.length(); i++) {
      if (random.nextInt(10) == 0) {
        copy.setCharAt(i, (char) ('a' + random.nextInt(20)));
      }
    }
    return copy.toString();
  }

  /** The class of the train string with the most 3-letter pieces in common. */
  private static double accuracy(Split split, List<String> texts, List<String> classes) {
    List<Map<String, Integer>> pieces = texts.stream().map(SplitPolicyTest::pieces).toList();
    int right = 0;
    for (int test : split.test()) {
      int best = -1;
      int most = -1;
      for (int train : split.train()) {
        int shared = shared(pieces.get(test), pieces.get(train));
        if (shared > most) {
          most = shared;
          best = train;
        }
      }
      right += classes.get(best).equals(classes.get(test)) ? 1 : 0;
    }
    return (double) right / split.test().size();
  }

  private static Map<String, Integer> pieces(String text) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + 3 <= text.length(); i++) {
      counts.merge(text.substring(i, i + 3), 1, Integer::sum);
    }
    return counts;
  }

  private static int shared(Map<String, Integer> a, Map<String, Integer> b) {
    return a.entrySet().stream()
        .mapToInt(piece -> Math.min(piece.getValue(), b.getOrDefault(piece.getKey(), 0)))
        .sum();
  }
}
