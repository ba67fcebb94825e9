package dev.akin.format.trec;

import dev.akin.vector.FormatException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Judgment files: query id to document id to grade, in the file's order.
 *
 * <p>Two layouts. TREC, and with tabs MS MARCO: {@code query iteration document grade}, separated
 * by white space, lines starting with {@code #} skipped as trec_eval 10 does. BEIR: a header line
 * {@code query-id corpus-id score}, then these three separated by tabs; a judging file has two more
 * columns, {@code query} and {@code document}, for those who judge, and lines without a score,
 * which are not judged. Which of them a file has is seen by its first line.
 */
public final class QrelsFile {
  private static final String JUDGING_HEADER = "query-id\tcorpus-id\tscore\tquery\tdocument";

  private QrelsFile() {}

  /** Which columns a line has. */
  private enum Columns {
    TREC(4, "4 columns (query, iteration, document, grade) or a BEIR file with its header line"),
    BEIR(3, "3 columns separated by tabs (query-id, corpus-id, score)"),
    JUDGING(5, "5 columns separated by tabs (query-id, corpus-id, score, query, document)");

    private final int count;
    private final String described;

    Columns(int count, String described) {
      this.count = count;
      this.described = described;
    }
  }

  /**
   * Reads either layout.
   *
   * @throws FormatException if a line has other columns, a grade is not a whole number, a document
   *     is judged twice with different grades, or nothing is judged
   */
  public static Map<String, Map<String, Integer>> read(Path file) throws IOException {
    var grades = new LinkedHashMap<String, Map<String, Integer>>();
    try (Lines lines = Lines.open(file)) {
      Columns layout = Columns.TREC;
      boolean first = true;
      while (lines.nextRecord()) {
        String line = lines.text();
        if (first && isHeader(line)) {
          layout = Columns.BEIR;
        } else if (first && line.strip().equals(JUDGING_HEADER)) {
          layout = Columns.JUDGING;
        } else {
          read(lines, line, layout, grades);
        }
        first = false;
      }
      if (grades.isEmpty()) {
        throw new FormatException(
            file.toString(),
            layout == Columns.JUDGING
                ? "no judgments in this file: its column score is empty in every line"
                : "no judgments in this file");
      }
    }
    return grades;
  }

  /** Three columns whose last is no grade: BEIR readers skip it without a look at the names. */
  private static boolean isHeader(String line) {
    String[] columns = line.split("\t", -1);
    return columns.length == 3 && !isWholeNumber(columns[2].strip());
  }

  private static boolean isWholeNumber(String text) {
    return text.matches("[+-]?[0-9]{1,9}");
  }

  private static void read(
      Lines lines, String line, Columns layout, Map<String, Map<String, Integer>> grades) {
    List<String> columns = layout == Columns.TREC ? lines.columns() : List.of(line.split("\t", -1));
    if (columns.size() != layout.count) {
      throw lines.problem(
          "expected %s, got %d columns: %s"
              .formatted(layout.described, columns.size(), Lines.quote(line)));
    }
    int last = layout == Columns.TREC ? 3 : 2;
    String query = columns.getFirst().strip();
    String document = columns.get(last - 1).strip();
    String grade = columns.get(last).strip();
    if (layout == Columns.JUDGING && grade.isEmpty()) {
      return;
    }
    if (query.isEmpty() || document.isEmpty()) {
      throw lines.problem("the query or document id is empty: " + Lines.quote(line));
    }
    if (!isWholeNumber(grade)) {
      throw lines.problem("a grade is a whole number, got " + Lines.quote(grade));
    }
    int value = Integer.parseInt(grade);
    Integer before =
        grades.computeIfAbsent(query, _ -> new LinkedHashMap<>()).putIfAbsent(document, value);
    if (before != null && before != value) {
      throw lines.problem(
          "document %s of query %s has the grade %d here and %d before"
              .formatted(document, query, value, before));
    }
  }

  /** How a line is written, and which ids it can hold. */
  private record Layout(String header, String line, BiConsumer<String, String> check) {}

  /** Writes the TREC layout; ids must not hold white space. */
  public static void writeTrec(Path file, Map<String, Map<String, Integer>> grades)
      throws IOException {
    write(file, grades, new Layout("", "%s 0 %s %d\n", Ids::check));
  }

  /** Writes MS MARCO's layout, TREC's with tabs; ids must not hold white space. */
  public static void writeMsMarco(Path file, Map<String, Map<String, Integer>> grades)
      throws IOException {
    write(file, grades, new Layout("", "%s\t0\t%s\t%d\n", Ids::check));
  }

  /** Writes the BEIR layout with its header; ids must not hold tabs or line breaks. */
  public static void writeBeir(Path file, Map<String, Map<String, Integer>> grades)
      throws IOException {
    write(
        file,
        grades,
        new Layout(
            "query-id\tcorpus-id\tscore\n",
            "%s\t%s\t%d\n",
            (what, id) -> Ids.checkTabs("BEIR", what, id)));
  }

  private static void write(Path file, Map<String, Map<String, Integer>> grades, Layout layout)
      throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(layout.header());
      for (var query : grades.entrySet()) {
        layout.check().accept("query", query.getKey());
        for (var judged : query.getValue().entrySet()) {
          layout.check().accept("document", judged.getKey());
          out.write(
              String.format(
                  Locale.ROOT, layout.line(), query.getKey(), judged.getKey(), judged.getValue()));
        }
      }
    }
  }
}
