package dev.akin.search;

import dev.akin.search.filter.Filter;
import java.util.Objects;

/**
 * What is looked for.
 *
 * @param id the query's own name, for run files
 * @param text the question
 * @param filter which documents may answer; {@link Filter#all} for any
 */
public record Query(String id, String text, Filter filter) {
  public Query {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(filter, "filter");
  }

  /** A query any document may answer. */
  public Query(String id, String text) {
    this(id, text, Filter.all());
  }

  /** A query without a name of its own. */
  public static Query of(String text) {
    return new Query("query", text);
  }

  /** This query, answered only by documents that meet this condition too. */
  public Query filteredBy(Filter condition) {
    return new Query(id, text, filter.and(condition));
  }
}
