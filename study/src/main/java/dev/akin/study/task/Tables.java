package dev.akin.study.task;

import dev.akin.reader.Columns;
import dev.akin.reader.ReadOptions;
import dev.akin.reader.Sources;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tables of texts: a row is a document whose text is one column and whose metadata are the others.
 */
final class Tables {
  private Tables() {}

  /** The table in a file; rows are numbered by their lines. */
  static Corpus open(Path file, String textColumn) throws IOException {
    Columns columns =
        new Columns(Optional.of(Columns.LINE_NUMBER), Optional.empty(), Optional.of(textColumn));
    return Sources.open(file, ReadOptions.defaults().withColumns(columns));
  }

  /** Another column's text; numbers as they are written. */
  static String requireText(Document row, String column) {
    return switch (row.metadata().find(column).orElse(new Json.Null())) {
      case Json.Text(String value) -> value;
      case Json.Num(String literal) -> literal;
      case Json.Null _ ->
          throw new FormatException(
              row.origin().locate(0),
              "no column \"%s\" beside %s".formatted(column, row.metadata().members().keySet()));
      case Json other ->
          throw new FormatException(
              row.origin().locate(0),
              "the column \"%s\" holds %s, not a text".formatted(column, other.toLine()));
    };
  }
}
