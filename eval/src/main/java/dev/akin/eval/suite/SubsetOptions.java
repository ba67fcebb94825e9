package dev.akin.eval.suite;

/**
 * How small a corpus is made.
 *
 * @param depth how many documents of each pool system are kept a query
 * @param mostQueries so many queries are drawn if there are more
 * @param seed of that draw
 */
public record SubsetOptions(int depth, int mostQueries, long seed) {
  /** MMTEB's 250 documents and 1,000 queries. */
  public static final SubsetOptions DEFAULT = new SubsetOptions(250, 1000, 42);

  /** Refuses counts below 1. */
  public SubsetOptions {
    if (depth < 1 || mostQueries < 1) {
      throw new IllegalArgumentException(
          "a subset has at least 1 document and 1 query, got %d and %d"
              .formatted(depth, mostQueries));
    }
  }
}
