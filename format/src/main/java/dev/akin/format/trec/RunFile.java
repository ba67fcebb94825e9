package dev.akin.format.trec;

import dev.akin.vector.FormatException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * TREC run files: {@code query Q0 document rank score tag}, separated by white space.
 *
 * <p>trec_eval orders by score alone, so the rank column is not read: whoever ranks the scores
 * orders ties by document id descending. Lines starting with {@code #} and fields after the tag are
 * skipped as trec_eval 10 does.
 *
 * @param tag the run tag of the first line
 * @param scores query id to document id to score, in the file's order
 */
public record RunFile(String tag, Map<String, Map<String, Double>> scores) {
  /**
   * Reads a run.
   *
   * @throws FormatException if a line has fewer than 6 columns, a score is not a finite number, a
   *     document occurs twice for a query, or nothing is ranked
   */
  public static RunFile read(Path file) throws IOException {
    var scores = new LinkedHashMap<String, Map<String, Double>>();
    String tag = "";
    try (Lines lines = Lines.open(file)) {
      while (lines.next()) {
        String line = lines.text();
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] columns = line.strip().split("\\s+", -1);
        if (columns.length < 6) {
          throw lines.problem(
              "expected 6 columns (query Q0 document rank score tag), got %d: %s"
                  .formatted(columns.length, Lines.quote(line)));
        }
        tag = tag.isEmpty() ? columns[5] : tag;
        Double before =
            scores
                .computeIfAbsent(columns[0], _ -> new LinkedHashMap<>())
                .put(columns[2], score(lines, columns[4]));
        if (before != null) {
          throw lines.problem(
              "document %s is ranked twice for query %s".formatted(columns[2], columns[0]));
        }
      }
    }
    if (scores.isEmpty()) {
      throw new FormatException(file.toString(), "no rankings in this file");
    }
    return new RunFile(tag, scores);
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

  /**
   * Opens a run for writing; an existing file is replaced.
   *
   * @param tag the last column, without white space
   */
  public static Sink create(Path file, String tag) throws IOException {
    Ids.check("run", tag);
    return new Sink(Files.newBufferedWriter(file), tag);
  }

  /**
   * Writes rankings one query after the other, in the order given.
   *
   * <p>Scores are written so that they fall strictly as 32-bit floats: where two are equal the
   * lower rank gets the next smaller float. So trec_eval, also where it holds scores as floats,
   * ranks as the writer did.
   */
  public static final class Sink implements Closeable {
    private final Writer out;
    private final String tag;

    private Sink(Writer out, String tag) {
      this.out = out;
      this.tag = tag;
    }

    /**
     * Writes one query's ranking.
     *
     * @param scores document id to score, best first
     * @throws IllegalArgumentException if an id holds white space, or the scores are not finite or
     *     rise
     */
    public void write(String query, Map<String, Double> scores) {
      Ids.check("query", query);
      int rank = 1;
      float last = Float.POSITIVE_INFINITY;
      double lastScore = Double.POSITIVE_INFINITY;
      var lines = new StringBuilder();
      for (var entry : scores.entrySet()) {
        Ids.check("document", entry.getKey());
        double score = entry.getValue();
        float written = (float) score;
        if (!Float.isFinite(written) || score > lastScore) {
          throw new IllegalArgumentException(
              "query %s: the score %s of document %s at rank %d is not finite or above the one"
                      .formatted(query, score, entry.getKey(), rank)
                  + " before");
        }
        last = written < last ? written : Math.nextDown(last);
        lastScore = score;
        lines
            .append(query)
            .append(" Q0 ")
            .append(entry.getKey())
            .append(' ')
            .append(rank++)
            .append(' ')
            .append(last)
            .append(' ')
            .append(tag)
            .append('\n');
      }
      try {
        out.append(lines);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
