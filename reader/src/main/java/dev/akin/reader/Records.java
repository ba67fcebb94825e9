package dev.akin.reader;

import dev.akin.text.Document;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.text.Origin;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes documents of the records of one file: JSON objects, or table rows as such. */
final class Records {
  private static final String NESTED = "metadata";

  private final SourceFile file;
  private final Columns columns;

  Records(SourceFile file, Columns columns) {
    this.file = file;
    this.columns = columns;
  }

  /** Whether a record with these columns has an id and a text. */
  static boolean fits(Columns columns, Collection<String> names) {
    return (columns.isNumbered() || columns.ids().stream().anyMatch(names::contains))
        && columns.texts().stream().anyMatch(names::contains);
  }

  /**
   * Checks a table's header.
   *
   * @throws FormatException if a needed column is missing or a name stands twice
   */
  void requireColumns(List<String> header, int line) {
    if (header.stream().distinct().count() < header.size()) {
      throw file.error(line, "a column name stands twice in the header: " + quoted(header));
    }
    if (!columns.isNumbered()) {
      requireColumn(header, columns.ids(), "id", line);
    }
    if (columns.title().isPresent()) {
      requireColumn(header, columns.titles(), "title", line);
    }
    requireColumn(header, columns.texts(), "text", line);
  }

  private void requireColumn(List<String> header, List<String> names, String kind, int line) {
    if (names.stream().noneMatch(header::contains)) {
      throw file.error(
          line,
          "no %s column %s; the header has %s; name it with %s-column"
              .formatted(kind, quotedOr(names), quoted(header), kind));
    }
  }

  /**
   * The document a record is.
   *
   * @throws FormatException if it has no id or text, or one of another type than text
   */
  Document document(Json.Members record, int line) {
    Map<String, Json> rest = new LinkedHashMap<>(record.members());
    String id = columns.isNumbered() ? file.id() + ":" + line : takeId(rest, line);
    String title = take(rest, columns.titles(), line).orElse("");
    String text =
        take(rest, columns.texts(), line)
            .orElseThrow(() -> missing(record.members().keySet(), columns.texts(), "text", line));
    flatten(rest, line);
    return new Document(id, title, text, new Json.Members(rest), Origin.ofLine(file.name(), line));
  }

  /**
   * The document a table's row is.
   *
   * @throws FormatException if it has more or fewer fields than the header, or no id
   */
  Document document(List<String> header, List<String> fields, int line) {
    if (fields.size() != header.size()) {
      throw file.error(
          line, "%d columns, but the header has %d".formatted(fields.size(), header.size()));
    }
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      members.put(header.get(i), Json.of(fields.get(i)));
    }
    return document(new Json.Members(members), line);
  }

  private String takeId(Map<String, Json> rest, int line) {
    Field field =
        takeFirst(rest, columns.ids())
            .orElseThrow(() -> missing(rest.keySet(), columns.ids(), "id", line));
    String id =
        switch (field.value()) {
          case Json.Text(String value) -> value;
          case Json.Num(String literal) -> literal;
          case Json other -> throw wrongType(field.name(), other, line);
        };
    if (id.isEmpty()) {
      throw file.error(line, "the id \"%s\" is empty".formatted(field.name()));
    }
    return id;
  }

  /** The first of these members as text; null counts as empty text. */
  private Optional<String> take(Map<String, Json> rest, List<String> names, int line) {
    return takeFirst(rest, names)
        .map(field ->
            switch (field.value()) {
              case Json.Text(String value) -> value;
              case Json.Null() -> "";
              case Json other -> throw wrongType(field.name(), other, line);
            });
  }

  private record Field(String name, Json value) {}

  private static Optional<Field> takeFirst(Map<String, Json> rest, List<String> names) {
    for (String name : names) {
      Json value = rest.remove(name);
      if (value != null) {
        return Optional.of(new Field(name, value));
      }
    }
    return Optional.empty();
  }

  /** BEIR keeps a document's other fields in an object of its own; here all are metadata alike. */
  private void flatten(Map<String, Json> rest, int line) {
    if (rest.get(NESTED) instanceof Json.Members(var nested)) {
      rest.remove(NESTED);
      for (var member : nested.entrySet()) {
        if (rest.putIfAbsent(member.getKey(), member.getValue()) != null) {
          throw file.error(
              line,
              "\"%s\" stands both in the record and in its \"%s\""
                  .formatted(member.getKey(), NESTED));
        }
      }
    }
  }

  private FormatException missing(
      Collection<String> present, List<String> names, String kind, int line) {
    String hint =
        kind.equals("id")
            ? "name it with id-column, or number the records with id-column " + Columns.LINE_NUMBER
            : "name it with text-column";
    return file.error(
        line,
        "no %s: no member %s, only %s; %s".formatted(kind, quotedOr(names), quoted(present), hint));
  }

  private FormatException wrongType(String name, Json value, int line) {
    String kind =
        switch (value) {
          case Json.Null _ -> "null";
          case Json.Bool _ -> "a boolean";
          case Json.Num _ -> "a number";
          case Json.Text _ -> "a text";
          case Json.Array _ -> "an array";
          case Json.Members _ -> "an object";
        };
    return file.error(line, "\"%s\" is %s, not a text".formatted(name, kind));
  }

  private static String quotedOr(List<String> names) {
    return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(" or "));
  }

  private static String quoted(Collection<String> names) {
    return names.isEmpty()
        ? "nothing"
        : names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
  }
}
