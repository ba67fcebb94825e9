package dev.akin.search.filter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition on a document's metadata. A field with many values (a list) meets a condition if one
 * of its values does. Texts are compared without regard to case; numbers, and texts that are
 * written as numbers, as numbers.
 *
 * <p>Written as in {@code year >= 2015 AND venue:ACL* AND NOT authors:"X Y"}; see {@link #parse}.
 */
public sealed interface Filter {
  /** Every document. */
  static Filter all() {
    return new And(List.of());
  }

  /** All of the parts hold; true where there is none. */
  record And(List<Filter> parts) implements Filter {
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return joined(parts, " AND ");
    }
  }

  /** One of the parts holds. */
  record Or(List<Filter> parts) implements Filter {
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return joined(parts, " OR ");
    }
  }

  /** The part does not hold. */
  record Not(Filter part) implements Filter {
    @Override
    public String toString() {
      return "NOT " + part;
    }
  }

  /**
   * {@code year >= 2015}: a value of the field stands in this relation to the given one. Two
   * numbers are compared as numbers, anything else as text (so ISO dates are in order).
   */
  record Compare(Field field, Relation relation, String value) implements Filter {
    @Override
    public String toString() {
      return field + " " + relation.sign() + " " + quoted(value);
    }
  }

  /** {@code venue:ACL*}: a value of the field starts with these characters. */
  record StartsWith(Field field, String prefix) implements Filter {
    @Override
    public String toString() {
      return field + ":" + quoted(prefix) + "*";
    }
  }

  /** {@code venue:*}: the field has a value. */
  record Exists(Field field) implements Filter {
    @Override
    public String toString() {
      return field + ":*";
    }
  }

  /**
   * The name of a metadata field; a member of an object inside is {@code outer.inner}.
   *
   * @param column where it stands in the filter's text, from 1; 0 if it was not parsed
   */
  record Field(String name, int column) {
    @Override
    public String toString() {
      return quoted(name);
    }
  }

  /** How two values stand to each other. */
  enum Relation {
    EQUAL("="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    /** As it is written in a filter. */
    public String sign() {
      return sign;
    }

    /** Whether it holds for a comparison that came out as this number ({@code compareTo}). */
    public boolean holds(int comparison) {
      return switch (this) {
        case EQUAL -> comparison == 0;
        case LESS -> comparison < 0;
        case AT_MOST -> comparison <= 0;
        case MORE -> comparison > 0;
        case AT_LEAST -> comparison >= 0;
      };
    }
  }

  /**
   * The condition in a text.
   *
   * <pre>
   * year >= 2015          &lt; &lt;= > >= = != with a number or a text
   * venue:ACL             is ACL            venue:ACL*    starts with ACL
   * authors:"X Y"         is X Y            doi:*         has a doi
   * a AND (b OR NOT c)    NOT binds closest, then AND, then OR
   * </pre>
   *
   * @throws IllegalArgumentException if it is not a filter; points at the column
   */
  static Filter parse(String text) {
    return new FilterParser(text).parse();
  }

  /** Both conditions. */
  default Filter and(Filter other) {
    List<Filter> parts = Stream.of(this, other).flatMap(Filter::conjuncts).toList();
    return parts.size() == 1 ? parts.getFirst() : new And(parts);
  }

  /** Whether it lets every document through by its form alone. */
  default boolean isAll() {
    return this instanceof And(var parts) && parts.isEmpty();
  }

  /** The conditions that must all hold, one by one. */
  default Stream<Filter> conjuncts() {
    return this instanceof And(var parts)
        ? parts.stream().flatMap(Filter::conjuncts)
        : Stream.of(this);
  }

  /** The fields it names. */
  default Stream<Field> fields() {
    return switch (this) {
      case And(var parts) -> parts.stream().flatMap(Filter::fields);
      case Or(var parts) -> parts.stream().flatMap(Filter::fields);
      case Not(var part) -> part.fields();
      case Compare compare -> Stream.of(compare.field());
      case StartsWith starts -> Stream.of(starts.field());
      case Exists exists -> Stream.of(exists.field());
    };
  }

  /** How texts are brought to one form before they are compared. */
  static String folded(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  private static String joined(List<Filter> parts, String word) {
    return parts.stream().map(Filter::toString).collect(Collectors.joining(word, "(", ")"));
  }

  private static String quoted(String value) {
    return FilterParser.isBare(value)
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
