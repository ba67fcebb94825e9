package dev.akin.eval.significance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * Several systems on the same items, and the comparisons asked of them, their p-values adjusted for
 * how many there are.
 *
 * <p>The random draws are shared by all pairs: the cost is systems × draws × items, with a few
 * operations a draw for each pair.
 *
 * @param systems each with its figure, in the order given
 * @param comparisons in the order of the systems
 * @param adjustment how p-values were adjusted
 */
public record Family(List<Scored> systems, List<Comparison> comparisons, Adjustment adjustment) {
  /** Copies the lists. */
  public Family {
    systems = List.copyOf(systems);
    comparisons = List.copyOf(comparisons);
  }

  /**
   * Every system against every one named before it.
   *
   * @param systems name to figure, two or more; all over the same items
   * @throws IllegalArgumentException as {@link Comparison#of}, or if there are fewer than two
   *     systems
   */
  public static Family allPairs(SequencedMap<String, Estimate> systems, ComparisonOptions options) {
    return of(
        systems,
        options,
        comparer -> {
          List<Comparison> pairs = new ArrayList<>();
          for (int baseline = 0; baseline < systems.size(); baseline++) {
            for (int system = baseline + 1; system < systems.size(); system++) {
              pairs.add(comparer.compare(system, baseline));
            }
          }
          return pairs;
        });
  }

  /**
   * Every other system against one.
   *
   * @throws IllegalArgumentException as {@link #allPairs}, or if the baseline is not among the
   *     systems (names it and them)
   */
  public static Family against(
      String baseline, SequencedMap<String, Estimate> systems, ComparisonOptions options) {
    List<String> names = List.copyOf(systems.keySet());
    int held = names.indexOf(baseline);
    if (held < 0) {
      throw new IllegalArgumentException(
          "the baseline '%s' is not among the systems %s".formatted(baseline, names));
    }
    return of(
        systems,
        options,
        comparer -> {
          List<Comparison> others = new ArrayList<>();
          for (int system = 0; system < names.size(); system++) {
            if (system != held) {
              others.add(comparer.compare(system, held));
            }
          }
          return others;
        });
  }

  private static Family of(
      SequencedMap<String, Estimate> systems,
      ComparisonOptions options,
      Function<Comparer, List<Comparison>> choice) {
    if (systems.size() < 2) {
      throw new IllegalArgumentException(
          "a comparison needs two systems, got %s".formatted(systems.keySet()));
    }
    Comparer comparer = new Comparer(systems, options);
    List<Comparison> single = choice.apply(comparer);
    double[] adjusted =
        options.adjustment().adjusted(single.stream().mapToDouble(c -> c.test().p()).toArray());
    List<Comparison> comparisons = new ArrayList<>();
    for (Comparison comparison : single) {
      comparisons.add(comparison.withAdjustedP(adjusted[comparisons.size()]));
    }
    return new Family(comparer.scored(), comparisons, options.adjustment());
  }

  /**
   * For each system those it is significantly better than, best first in both.
   *
   * @param alpha the level, over the whole family
   */
  public SequencedMap<String, List<String>> beaten(double alpha) {
    SequencedMap<String, List<String>> beaten = new LinkedHashMap<>();
    for (Scored better : bestFirst()) {
      beaten.put(
          better.system(),
          bestFirst().stream()
              .map(Scored::system)
              .filter(other -> isBetter(better.system(), other, alpha))
              .toList());
    }
    return beaten;
  }

  private boolean isBetter(String system, String other, double alpha) {
    return comparisons.stream()
        .anyMatch(c ->
            switch (c.verdict(alpha)) {
              case BETTER ->
                  c.system().system().equals(system) && c.baseline().system().equals(other);
              case WORSE ->
                  c.system().system().equals(other) && c.baseline().system().equals(system);
              case UNDECIDED -> false;
            });
  }

  /**
   * The compact letter display (Piepho 2004): two systems share a letter exactly when the test does
   * not tell them apart. Best first; the best system's first letter is a.
   *
   * @param alpha the level, over the whole family
   * @throws IllegalStateException if some pair was not compared: see {@link #allPairs}
   */
  public SequencedMap<String, String> letters(double alpha) {
    int pairs = systems.size() * (systems.size() - 1) / 2;
    if (comparisons.size() != pairs) {
      throw new IllegalStateException(
          "letters need all %d pairs of %d systems, and %d were compared"
              .formatted(pairs, systems.size(), comparisons.size()));
    }
    List<Scored> order = bestFirst();
    LetterDisplay display = new LetterDisplay(order.size());
    List<String> names = order.stream().map(Scored::system).toList();
    for (Comparison c : comparisons) {
      if (c.test().isSignificant(alpha)) {
        display.separate(names.indexOf(c.system().system()), names.indexOf(c.baseline().system()));
      }
    }
    SequencedMap<String, String> letters = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      letters.put(names.get(i), display.letters(i));
    }
    return letters;
  }

  private List<Scored> bestFirst() {
    return systems.stream().sorted(Comparator.comparingDouble(Scored::value).reversed()).toList();
  }
}
