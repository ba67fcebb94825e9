package dev.akin.format.trec;

import dev.akin.vector.FormatException;
import java.util.List;
import java.util.Locale;

/** The columns of a run file. */
enum RunLayout {
  /** {@code query Q0 document rank score tag}, separated by white space. */
  TREC {
    @Override
    Row read(Lines lines, boolean needsRank) {
      List<String> columns = lines.columns();
      if (columns.size() < TREC_COLUMNS) {
        throw lines.problem(
            "expected 6 columns (query Q0 document rank score tag), got %d: %s"
                .formatted(columns.size(), Lines.quote(lines.text())));
      }
      int rank = needsRank ? rank(lines, columns.get(3), 0) : 0;
      double score = score(lines, columns.get(4));
      return new Row(columns.get(0), columns.get(2), rank, score, columns.get(5));
    }

    @Override
    void checkId(String what, String id) {
      Ids.check(what, id);
    }

    @Override
    String line(Row row) {
      return String.format(
          Locale.ROOT,
          "%s Q0 %s %d %s %s\n",
          row.query(),
          row.document(),
          row.rank(),
          (float) row.score(),
          row.tag());
    }
  },

  /** MS MARCO's {@code query document rank}, separated by tabs; the rank from 1 is the score. */
  MS_MARCO {
    @Override
    Row read(Lines lines, boolean needsRank) {
      String line = lines.text();
      String[] columns = line.split("\t", -1);
      if (columns.length != MS_MARCO_COLUMNS) {
        throw lines.problem(
            "expected 3 columns separated by tabs (query document rank), got %d: %s"
                .formatted(columns.length, Lines.quote(line)));
      }
      String query = columns[0].strip();
      String document = columns[1].strip();
      if (query.isEmpty() || document.isEmpty()) {
        throw lines.problem("the query or document id is empty: " + Lines.quote(line));
      }
      int rank = rank(lines, columns[2].strip(), 1);
      return new Row(query, document, rank, -rank, "");
    }

    @Override
    void checkId(String what, String id) {
      Ids.checkTabs("MS MARCO", what, id);
    }

    @Override
    String line(Row row) {
      return String.format(Locale.ROOT, "%s\t%s\t%d\n", row.query(), row.document(), row.rank());
    }
  };

  private static final int TREC_COLUMNS = 6;
  private static final int MS_MARCO_COLUMNS = 3;

  /** One line of a run. */
  record Row(String query, String document, int rank, double score, String tag) {}

  /**
   * The layout a file has by its first line: MS MARCO's has three columns between tabs, and either
   * a rank in the last or too little for TREC's.
   */
  static RunLayout of(Lines first) {
    String[] columns = first.text().split("\t", -1);
    boolean isMsMarco =
        columns.length == MS_MARCO_COLUMNS
            && (isRank(columns[2].strip()) || first.columns().size() < TREC_COLUMNS);
    return isMsMarco ? MS_MARCO : TREC;
  }

  /** The current line. */
  abstract Row read(Lines lines, boolean needsRank);

  /** Refuses an id that a line cannot hold. */
  abstract void checkId(String what, String id);

  /** A line as it is written. */
  abstract String line(Row row);

  private static int rank(Lines lines, String text, int first) {
    if (!isRank(text) || Integer.parseInt(text) < first) {
      throw lines.problem(
          "a rank is a whole number from %d on, got %s".formatted(first, Lines.quote(text)));
    }
    return Integer.parseInt(text);
  }

  private static boolean isRank(String text) {
    return text.matches("[0-9]{1,9}");
  }

  private static double score(Lines lines, String text) {
    double score;
    try {
      score = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new FormatException(lines.where(), "a score is a number, got " + Lines.quote(text), e);
    }
    if (!Double.isFinite(score)) {
      throw lines.problem("a score is a finite number, got " + Lines.quote(text));
    }
    return score;
  }
}
