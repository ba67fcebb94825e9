package dev.akin.eval.suite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How items are parted into train and test, so that a test asks for the generalisation that is
 * meant (Rao et al. 2019, TAPE): a random split lets near copies of test items be learned.
 */
public sealed interface SplitPolicy {
  /**
   * Splits items.
   *
   * @param items how many there are
   * @throws IllegalArgumentException if one side would be empty, or what the policy knows of the
   *     items is of another number
   */
  Split split(int items);

  /** A number for a pair of items, by their places; their order does not matter. */
  @FunctionalInterface
  interface PairValue {
    /** The similarity, or the distance, of two items. */
    double of(int a, int b);
  }

  /**
   * Any items: what the others are to be held against.
   *
   * @param testShare share of the items to test on, between 0 and 1
   */
  record Shuffled(double testShare, long seed) implements SplitPolicy {
    public Shuffled {
      checkShare(testShare);
    }

    @Override
    public Split split(int items) {
      List<Integer> order = shuffled(IntStream.range(0, items).boxed().toList(), seed);
      int test = (int) Math.round(testShare * items);
      return new Split(order.subList(test, items), order.subList(0, test), List.of());
    }
  }

  /**
   * Whole groups: what is tested belongs to groups never learned from (families, authors, topics).
   *
   * @param groupOfItem one an item
   * @param testShare groups are drawn until at least this share of the items is in them
   */
  record GroupHoldout(List<String> groupOfItem, double testShare, long seed)
      implements SplitPolicy {
    public GroupHoldout {
      groupOfItem = List.copyOf(groupOfItem);
      checkShare(testShare);
    }

    @Override
    public Split split(int items) {
      if (items != groupOfItem.size()) {
        throw new IllegalArgumentException(
            "%d items, but %d are given a group".formatted(items, groupOfItem.size()));
      }
      List<Integer> train = new ArrayList<>(IntStream.range(0, items).boxed().toList());
      List<Integer> test = new ArrayList<>();
      for (String group : shuffled(List.copyOf(new LinkedHashSet<>(groupOfItem)), seed)) {
        if (test.size() < testShare * items) {
          List<Integer> members =
              train.stream().filter(item -> groupOfItem.get(item).equals(group)).toList();
          test.addAll(members);
          train.removeAll(new HashSet<>(members));
        }
      }
      return new Split(train, test, List.of());
    }
  }

  /**
   * No near copies: test items that are more similar than the cap to some train item are dropped.
   * O(items²) similarities at most.
   *
   * @param similarity higher is closer
   * @param cap the highest similarity that is left between the sides
   * @param candidates which items are tried as test items
   */
  record SimilarityCap(PairValue similarity, double cap, Shuffled candidates)
      implements SplitPolicy {
    @Override
    public Split split(int items) {
      Split drawn = candidates.split(items);
      List<Integer> test = new ArrayList<>();
      List<Integer> dropped = new ArrayList<>();
      for (int item : drawn.test()) {
        boolean near = drawn.train().stream().anyMatch(other -> similarity.of(item, other) > cap);
        (near ? dropped : test).add(item);
      }
      return new Split(drawn.train(), test, dropped);
    }
  }

  /**
   * From near to far: train within a distance of some origin, test beyond it (few mutations and
   * many, short texts and long ones).
   *
   * @param distance of each item from the origin
   * @param radius the largest distance that is learned from
   */
  record Radius(IntToDoubleFunction distance, double radius) implements SplitPolicy {
    @Override
    public Split split(int items) {
      List<Integer> train = new ArrayList<>();
      List<Integer> test = new ArrayList<>();
      for (int item = 0; item < items; item++) {
        (distance.applyAsDouble(item) <= radius ? train : test).add(item);
      }
      return new Split(train, test, List.of());
    }
  }

  /**
   * Around the best: train on everything but the near neighbours of some items, test on those
   * neighbours; the items themselves are learned from.
   *
   * @param centres places of items
   * @param distance of two items
   * @param radius how far a neighbour may be from a centre
   */
  record Neighbourhood(Set<Integer> centres, PairValue distance, double radius)
      implements SplitPolicy {
    public Neighbourhood {
      centres = Set.copyOf(centres);
    }

    @Override
    public Split split(int items) {
      for (int centre : centres) {
        if (centre < 0 || centre >= items) {
          throw new IllegalArgumentException(
              "centre %d is not among %d items".formatted(centre, items));
        }
      }
      List<Integer> train = new ArrayList<>();
      List<Integer> test = new ArrayList<>();
      for (int item = 0; item < items; item++) {
        int place = item;
        boolean near = centres.stream().anyMatch(centre -> distance.of(place, centre) <= radius);
        (near && !centres.contains(item) ? test : train).add(item);
      }
      return new Split(train, test, List.of());
    }
  }

  private static void checkShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a share to test on is between 0 and 1, got " + share);
    }
  }

  private static <T> List<T> shuffled(List<T> list, long seed) {
    List<T> order = new ArrayList<>(list);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    return order;
  }
}
