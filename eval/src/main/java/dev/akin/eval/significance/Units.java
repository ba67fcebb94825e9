package dev.akin.eval.significance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What is drawn, left out or flipped as one: an item, or a cluster of items.
 *
 * <p>Immutable. Clusters are in the order in which they first occur.
 */
final class Units {
  private static final int[] NONE = {};

  private final int items;

  /** Unit of each item. */
  private final int[] unitOf;

  /** Items of each unit; empty where each item is a unit of its own. */
  private final int[][] members;

  private Units(int items, int[] unitOf, int[][] members) {
    this.items = items;
    this.unitOf = unitOf;
    this.members = members;
  }

  /** Each item on its own. */
  static Units single(int items) {
    return new Units(items, IntStream.range(0, items).toArray(), new int[0][]);
  }

  /** The units that all these estimates have; refuses estimates of different items. */
  static Units of(List<Estimate> estimates) {
    Estimate first = estimates.getFirst();
    for (Estimate other : estimates) {
      if (other.size() != first.size()) {
        throw new IllegalArgumentException(
            "figures over %d and over %d items cannot be paired"
                .formatted(first.size(), other.size()));
      }
      if (!Arrays.equals(other.clusters().orElse(NONE), first.clusters().orElse(NONE))) {
        throw new IllegalArgumentException("the figures do not have the same clusters of items");
      }
    }
    Units units = first.clusters().map(Units::clustered).orElse(single(first.size()));
    if (units.count() < 2) {
      throw new IllegalArgumentException(
          "a comparison needs at least 2 %s, got 1".formatted(units.noun()));
    }
    return units;
  }

  private static Units clustered(int[] clusterOfItem) {
    Map<Integer, Integer> known = new LinkedHashMap<>();
    int[] unitOf = new int[clusterOfItem.length];
    for (int i = 0; i < unitOf.length; i++) {
      known.putIfAbsent(clusterOfItem[i], known.size());
      unitOf[i] = known.get(clusterOfItem[i]);
    }
    return new Units(unitOf.length, unitOf, members(unitOf, known.size()));
  }

  private static int[][] members(int[] unitOf, int units) {
    int[] sizes = new int[units];
    for (int unit : unitOf) {
      sizes[unit]++;
    }
    int[][] members = new int[units][];
    Arrays.setAll(members, unit -> new int[sizes[unit]]);
    for (int item = unitOf.length - 1; item >= 0; item--) {
      members[unitOf[item]][--sizes[unitOf[item]]] = item;
    }
    return members;
  }

  /** How many units there are. */
  int count() {
    return isSingle() ? items : members.length;
  }

  /** Whether each item is a unit of its own. */
  boolean isSingle() {
    return members.length == 0;
  }

  /** What a unit is called. */
  String noun() {
    return isSingle() ? "items" : "clusters";
  }

  /** The items of as many units as there are, drawn with replacement. */
  int[] draw(SplittableRandom random) {
    int[] drawn = new int[count()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = random.nextInt(drawn.length);
    }
    return isSingle() ? drawn : itemsOf(drawn);
  }

  private int[] itemsOf(int[] units) {
    int size = 0;
    for (int unit : units) {
      size += members[unit].length;
    }
    int[] drawn = new int[size];
    int filled = 0;
    for (int unit : units) {
      System.arraycopy(members[unit], 0, drawn, filled, members[unit].length);
      filled += members[unit].length;
    }
    return drawn;
  }

  /** All items but those of every groups-th unit, from the given one on. */
  int[] without(int group, int groups) {
    return IntStream.range(0, items).filter(item -> unitOf[item] % groups != group).toArray();
  }

  /** The sum of each unit's values. */
  double[] sums(double[] perItem) {
    double[] sums = new double[count()];
    for (int i = 0; i < perItem.length; i++) {
      sums[unitOf[i]] += perItem[i];
    }
    return sums;
  }
}
