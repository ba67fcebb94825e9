package dev.akin.search.index;

import dev.akin.search.filter.Filter;
import dev.akin.search.filter.Filter.Relation;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;

/**
 * Filters as Lucene's queries on the fields {@link MetadataFields} wrote.
 *
 * @param known every field
 * @param numeric those that have a number in some document
 */
record FilterQueries(List<String> known, Set<String> numeric) {
  /**
   * The query of a filter.
   *
   * @throws IllegalArgumentException if it names a field that is not known (names those that are)
   */
  Query of(Filter filter) {
    filter
        .fields()
        .filter(field -> !known.contains(field.name()))
        .findFirst()
        .ifPresent(field -> {
          throw new IllegalArgumentException(
              "filter, column %d: no document has a field %s; %s"
                  .formatted(
                      field.column(),
                      field,
                      known.isEmpty()
                          ? "this index has no fields"
                          : "there are: " + String.join(", ", known)));
        });
    return query(filter);
  }

  private Query query(Filter filter) {
    return switch (filter) {
      case Filter.And(var parts) when parts.isEmpty() -> MatchAllDocsQuery.INSTANCE;
      case Filter.And(var parts) -> {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(query(part), Occur.FILTER));
        yield all.build();
      }
      case Filter.Or(var parts) -> anyOf(parts.stream().map(this::query).toList());
      case Filter.Not(var part) ->
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
              .add(query(part), Occur.MUST_NOT)
              .build();
      case Filter.Compare compare -> compare(compare);
      case Filter.StartsWith(var field, var prefix) ->
          new PrefixQuery(text(field, MetadataFields.folded(prefix)));
      case Filter.Exists(var field) -> new PrefixQuery(text(field, ""));
    };
  }

  private Query compare(Filter.Compare compare) {
    OptionalDouble number = MetadataFields.number(compare.value());
    if (compare.relation() == Relation.EQUAL) {
      Query equalText =
          new TermQuery(text(compare.field(), MetadataFields.folded(compare.value())));
      return number.isEmpty()
          ? equalText
          : anyOf(List.of(equalText, numbers(compare, number.getAsDouble())));
    }
    // Of a field without numbers a number is the beginning of a text: 2015 of 2015-03-01.
    boolean isNumeric = number.isPresent() && numeric.contains(compare.field().name());
    return isNumeric ? numbers(compare, number.getAsDouble()) : texts(compare);
  }

  private static Query numbers(Filter.Compare compare, double value) {
    String field = MetadataFields.NUMBER_PREFIX + compare.field().name();
    double least = Double.NEGATIVE_INFINITY;
    double most = Double.POSITIVE_INFINITY;
    return switch (compare.relation()) {
      case EQUAL -> DoublePoint.newExactQuery(field, value);
      case LESS -> DoublePoint.newRangeQuery(field, least, DoublePoint.nextDown(value));
      case AT_MOST -> DoublePoint.newRangeQuery(field, least, value);
      case MORE -> DoublePoint.newRangeQuery(field, DoublePoint.nextUp(value), most);
      case AT_LEAST -> DoublePoint.newRangeQuery(field, value, most);
    };
  }

  private static Query texts(Filter.Compare compare) {
    String field = MetadataFields.TEXT_PREFIX + compare.field().name();
    String value = MetadataFields.folded(compare.value());
    return switch (compare.relation()) {
      case EQUAL -> new TermQuery(new Term(field, value));
      case LESS -> TermRangeQuery.newStringRange(field, null, value, true, false);
      case AT_MOST -> TermRangeQuery.newStringRange(field, null, value, true, true);
      case MORE -> TermRangeQuery.newStringRange(field, value, null, false, true);
      case AT_LEAST -> TermRangeQuery.newStringRange(field, value, null, true, true);
    };
  }

  private static Query anyOf(List<Query> queries) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  private static Term text(Filter.Field field, String value) {
    return new Term(MetadataFields.TEXT_PREFIX + field.name(), value);
  }
}
