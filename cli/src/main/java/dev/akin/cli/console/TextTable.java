package dev.akin.cli.console;

import dev.akin.study.claim.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** A table in columns of a terminal; columns of numbers stand to the right. */
public record TextTable(ResultTable table) {
  /** The header and each row. */
  public List<String> lines() {
    List<List<String>> all = new ArrayList<>(List.of(table.columns()));
    all.addAll(table.rows());
    List<String> lines = new ArrayList<>();
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        int column = i;
        int width = all.stream().mapToInt(r -> DisplayWidth.of(r.get(column))).max().orElse(0);
        String gap = " ".repeat(width - DisplayWidth.of(cell));
        line.append(i == 0 ? "" : "  ").append(isNumbers(i) ? gap + cell : cell + gap);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private boolean isNumbers(int column) {
    return !table.rows().isEmpty()
        && table.rows().stream().allMatch(row -> row.get(column).matches("[−0-9.,]+"));
  }
}
