package dev.akin.study.report;

import java.util.List;
import java.util.OptionalInt;

/**
 * The queries that decide a difference between two systems, with what each of them found.
 *
 * @param system the one that is looked at
 * @param baseline the one it is held against
 * @param without the difference of the two if these queries were not among the items
 * @param queries by falling size of their difference, won and lost ones alike
 */
public record DecisiveQueries(
    String system, String baseline, double without, List<DecisiveQuery> queries) {
  public DecisiveQueries {
    queries = List.copyOf(queries);
  }

  /**
   * One query.
   *
   * @param systemValue of the main figure
   * @param baselineValue of the main figure
   * @param systemTop the first documents of the system
   * @param baselineTop the first documents of the baseline
   * @param relevant where the documents stand that people found relevant, best grades first
   */
  public record DecisiveQuery(
      String id,
      String text,
      double systemValue,
      double baselineValue,
      List<Shown> systemTop,
      List<Shown> baselineTop,
      List<Relevant> relevant) {
    public DecisiveQuery {
      systemTop = List.copyOf(systemTop);
      baselineTop = List.copyOf(baselineTop);
      relevant = List.copyOf(relevant);
    }

    /** What the system gains by it. */
    public double difference() {
      return systemValue - baselineValue;
    }
  }

  /**
   * A document that was found.
   *
   * @param text how it begins
   * @param grade empty: nobody judged it
   */
  public record Shown(String id, String text, OptionalInt grade) {}

  /**
   * A relevant document.
   *
   * @param text how it begins
   * @param systemRank empty: the system did not find it
   * @param baselineRank empty: the baseline did not find it
   */
  public record Relevant(
      String id, String text, int grade, OptionalInt systemRank, OptionalInt baselineRank) {}
}
