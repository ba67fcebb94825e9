package dev.akin.study.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Figures of a study, as its page prints them.
 *
 * @param caption what stands in it
 * @param columns its header
 * @param rows as many cells each as there are columns
 */
public record ResultTable(String caption, List<String> columns, List<List<String>> rows) {
  public ResultTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "%s: a row of %d cells below %d columns"
                .formatted(caption, row.size(), columns.size()));
      }
    }
  }

  /** The table in Markdown, without its caption. */
  public String toMarkdown() {
    List<String> lines = new ArrayList<>();
    lines.add(line(columns));
    lines.add("|" + "---|".repeat(columns.size()));
    rows.forEach(row -> lines.add(line(row)));
    return String.join("\n", lines);
  }

  /** A bar or a line break inside a cell would end it. */
  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|").replaceAll("\\R", " "))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** A table to be filled row by row. */
  public static Builder titled(String caption, String... columns) {
    return new Builder(caption, List.of(columns));
  }

  /** Rows as they come. */
  public static final class Builder {
    private final String caption;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private Builder(String caption, List<String> columns) {
      this.caption = caption;
      this.columns = columns;
    }

    /** One more row. */
    public Builder row(String... cells) {
      rows.add(List.of(cells));
      return this;
    }

    /** What was filled in. */
    public ResultTable build() {
      return new ResultTable(caption, columns, rows);
    }
  }
}
