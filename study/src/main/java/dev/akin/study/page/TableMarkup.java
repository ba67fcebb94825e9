package dev.akin.study.page;

import dev.akin.study.claim.ResultTable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A table of a page. */
record TableMarkup(ResultTable table) {
  /** A number with what stands around it: sign, unit, brackets of an interval, letters. */
  private static final Pattern NUMBER =
      Pattern.compile("(?=.*\\d)[\\d\\s.,:+−–%()\\[\\]<>≤≥×±/-]+[\\p{L}%]{0,12}");

  private static final List<String> NO_VALUE = List.of("", "–", "—", "-");

  void write(Markup out) {
    List<String> styles =
        IntStream.range(0, table.columns().size())
            .mapToObj(column -> isNumeric(column) ? "number" : "text")
            .toList();
    out.open("div", "class", "scroll").open("table");
    if (!table.caption().isEmpty()) {
      out.element("caption", table.caption());
    }
    out.open("thead").open("tr");
    for (int i = 0; i < styles.size(); i++) {
      out.element("th", table.columns().get(i), "class", styles.get(i), "scope", "col");
    }
    out.close().close().open("tbody");
    for (List<String> row : table.rows()) {
      out.open("tr");
      for (int i = 0; i < styles.size(); i++) {
        out.element("td", row.get(i), "class", styles.get(i));
      }
      out.close();
    }
    out.close().close().close();
  }

  /** Whether every cell that says something is a number. */
  private boolean isNumeric(int column) {
    List<String> said =
        table.rows().stream()
            .map(row -> row.get(column).strip())
            .filter(cell -> !NO_VALUE.contains(cell))
            .toList();
    return !said.isEmpty() && said.stream().allMatch(cell -> NUMBER.matcher(cell).matches());
  }
}
