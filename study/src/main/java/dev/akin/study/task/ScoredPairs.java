package dev.akin.study.task;

import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pairs of texts, each with a number: how alike people found them, or 1 and 0 for yes and no.
 *
 * @param first one text of each pair
 * @param second the other
 * @param scores a finite number for each
 */
public record ScoredPairs(List<String> first, List<String> second, List<Double> scores) {
  public ScoredPairs {
    first = List.copyOf(first);
    second = List.copyOf(second);
    scores = List.copyOf(scores);
    if (first.size() != second.size() || first.size() != scores.size()) {
      throw new IllegalArgumentException(
          "%d first texts, %d second ones and %d scores"
              .formatted(first.size(), second.size(), scores.size()));
    }
  }

  /**
   * Reads a table (TSV, CSV or JSON Lines, packed or not) with the columns {@code sentence1},
   * {@code sentence2} and {@code score}, or {@code label} for the last.
   *
   * @throws FormatException if a column is missing or a score is no finite number (file and line)
   */
  public static ScoredPairs read(Path file) throws IOException {
    return of(Tables.open(file, "sentence1"));
  }

  private static ScoredPairs of(Corpus table) {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    try (Stream<Document> rows = table.documents()) {
      rows.forEach(row -> {
        first.add(row.text());
        second.add(Tables.requireText(row, "sentence2"));
        scores.add(score(row));
      });
    }
    return new ScoredPairs(first, second, scores);
  }

  private static double score(Document row) {
    String column = row.metadata().find("score").isPresent() ? "score" : "label";
    String text =
        switch (row.metadata().find(column).orElse(new Json.Null())) {
          case Json.Num number -> number.literal();
          case Json.Text(String value) -> value;
          case Json other ->
              throw new FormatException(
                  row.origin().locate(0),
                  "a pair needs a number in its column score or label, got " + other.toLine());
        };
    try {
      double score = Double.parseDouble(text.strip());
      if (Double.isFinite(score)) {
        return score;
      }
      throw new FormatException(
          row.origin().locate(0), "the %s '%s' is not finite".formatted(column, text));
    } catch (NumberFormatException e) {
      throw new FormatException(
          row.origin().locate(0), "the %s '%s' is not a number".formatted(column, text), e);
    }
  }

  /** The same with fewer pairs, drawn by chance, in their order. */
  public ScoredPairs sampled(int mostPairs, long seed) {
    int[] kept = LabelledTexts.sample(size(), mostPairs, seed);
    return new ScoredPairs(
        IntStream.of(kept).mapToObj(first::get).toList(),
        IntStream.of(kept).mapToObj(second::get).toList(),
        IntStream.of(kept).mapToObj(scores::get).toList());
  }

  /** How many pairs. */
  public int size() {
    return first.size();
  }

  /** All texts, first ones before second ones. */
  List<String> texts() {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  double[] scoreArray() {
    return scores.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
