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
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Run files: TREC's {@code query Q0 document rank score tag}, separated by white space, or MS
 * MARCO's {@code query document rank}, separated by tabs. Which of them a file has is seen by its
 * first line.
 *
 * <p>trec_eval orders by score alone, so TREC's rank column is not read unless asked for: whoever
 * ranks the scores orders ties by document id descending. Lines starting with {@code #} and fields
 * after the tag are skipped as trec_eval 10 does. In MS MARCO's layout, which has no scores, the
 * score is minus the rank.
 *
 * @param tag the run tag of the first line; empty in MS MARCO's layout
 * @param scores query id to document id to score, in the file's order
 */
public record RunFile(String tag, Map<String, Map<String, Double>> scores) {
  /**
   * Reads a run.
   *
   * @throws FormatException if a line has too few columns, a score is not a finite number, a
   *     document occurs twice for a query, or nothing is ranked; of MS MARCO's layout also if the
   *     ranks of a query are not 1, 2, 3…
   */
  public static RunFile read(Path file) throws IOException {
    return read(file, false);
  }

  /**
   * Reads a run whose documents stand in the order of the rank column.
   *
   * @throws FormatException as {@link #read(Path)} does, and if a rank is not a whole number or
   *     stands twice for a query
   */
  public static RunFile readByRank(Path file) throws IOException {
    return read(file, true);
  }

  private static RunFile read(Path file, boolean byRank) throws IOException {
    var scores = new LinkedHashMap<String, Map<String, Double>>();
    var ranks = new LinkedHashMap<String, NavigableMap<Integer, String>>();
    String tag = "";
    boolean isMsMarco = false;
    try (Lines lines = Lines.open(file)) {
      while (lines.nextRecord()) {
        if (scores.isEmpty()) {
          isMsMarco = RunLayout.of(lines) == RunLayout.MS_MARCO;
        }
        RunLayout layout = isMsMarco ? RunLayout.MS_MARCO : RunLayout.TREC;
        RunLayout.Row row = layout.read(lines, byRank);
        tag = scores.isEmpty() ? row.tag() : tag;
        add(lines, row, scores);
        if (byRank || isMsMarco) {
          addRank(lines, row, ranks);
        }
      }
    }
    if (scores.isEmpty()) {
      throw new FormatException(file.toString(), "no rankings in this file");
    }
    if (isMsMarco) {
      requireAllRanks(file, ranks);
    }
    return new RunFile(tag, byRank ? ordered(scores, ranks) : scores);
  }

  private static void add(Lines lines, RunLayout.Row row, Map<String, Map<String, Double>> scores) {
    Double before =
        scores
            .computeIfAbsent(row.query(), _ -> new LinkedHashMap<>())
            .put(row.document(), row.score());
    if (before != null) {
      throw lines.problem(
          "document %s is ranked twice for query %s".formatted(row.document(), row.query()));
    }
  }

  private static void addRank(
      Lines lines, RunLayout.Row row, Map<String, NavigableMap<Integer, String>> ranks) {
    String before =
        ranks.computeIfAbsent(row.query(), _ -> new TreeMap<>()).put(row.rank(), row.document());
    if (before != null) {
      throw lines.problem(
          "rank %d of query %s is %s here and %s before"
              .formatted(row.rank(), row.query(), row.document(), before));
    }
  }

  /** MS MARCO's own script leaves a missing rank empty; here that would move others up. */
  private static void requireAllRanks(Path file, Map<String, NavigableMap<Integer, String>> ranks) {
    ranks.forEach((query, byRank) -> {
      int expected = 1;
      for (int rank : byRank.keySet()) {
        if (rank != expected) {
          throw new FormatException(
              file.toString(),
              "query %s has no rank %d; ranks run 1, 2, 3 …".formatted(query, expected));
        }
        expected++;
      }
    });
  }

  private static Map<String, Map<String, Double>> ordered(
      Map<String, Map<String, Double>> scores, Map<String, NavigableMap<Integer, String>> ranks) {
    var ordered = new LinkedHashMap<String, Map<String, Double>>();
    ranks.forEach((query, byRank) -> {
      Map<String, Double> scored = Objects.requireNonNull(scores.get(query));
      var inOrder = new LinkedHashMap<String, Double>();
      for (String document : byRank.values()) {
        inOrder.put(document, Objects.requireNonNull(scored.get(document)));
      }
      ordered.put(query, inOrder);
    });
    return ordered;
  }

  /**
   * Opens a run for writing; an existing file is replaced.
   *
   * @param tag the last column, without white space
   */
  public static Sink create(Path file, String tag) throws IOException {
    Ids.check("run", tag);
    return new Sink(Files.newBufferedWriter(file), RunLayout.TREC, tag);
  }

  /** Opens a run in MS MARCO's layout for writing; an existing file is replaced. */
  public static Sink createMsMarco(Path file) throws IOException {
    return new Sink(Files.newBufferedWriter(file), RunLayout.MS_MARCO, "");
  }

  /**
   * Writes rankings one query after the other, in the order given.
   *
   * <p>Scores are written so that they fall strictly as 32-bit floats: where two are equal the
   * lower rank gets the next smaller float. So trec_eval, also where it holds scores as floats,
   * ranks as the writer did. MS MARCO's layout has ranks alone.
   */
  public static final class Sink implements Closeable {
    private final Writer out;
    private final RunLayout layout;
    private final String tag;

    private Sink(Writer out, RunLayout layout, String tag) {
      this.out = out;
      this.layout = layout;
      this.tag = tag;
    }

    /**
     * Writes one query's ranking.
     *
     * @param scores document id to score, best first
     * @throws IllegalArgumentException if an id holds what separates columns, or the scores are not
     *     finite or rise
     */
    public void write(String query, Map<String, Double> scores) {
      layout.checkId("query", query);
      int rank = 1;
      float last = Float.POSITIVE_INFINITY;
      double lastScore = Double.POSITIVE_INFINITY;
      var lines = new StringBuilder();
      for (var entry : scores.entrySet()) {
        layout.checkId("document", entry.getKey());
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
        lines.append(layout.line(new RunLayout.Row(query, entry.getKey(), rank++, last, tag)));
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
