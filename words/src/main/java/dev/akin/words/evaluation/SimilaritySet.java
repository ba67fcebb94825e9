package dev.akin.words.evaluation;

import dev.akin.text.FormatException;
import dev.akin.vector.Similarity;
import dev.akin.words.WordLookup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Pairs of words and how alike people found them (WordSim-353, SimLex-999, MEN and their kind).
 *
 * @param name what the set is called
 */
public record SimilaritySet(String name, List<Pair> pairs) {
  /**
   * Two words.
   *
   * @param score how alike people found them; only its order counts
   */
  public record Pair(String a, String b, double score) {}

  /**
   * A pair and what vectors make of it.
   *
   * @param cosine empty if a word has no vector
   */
  public record Judged(Pair pair, OptionalDouble cosine) {}

  /**
   * How well the order of cosines fits the order of people.
   *
   * @param spearman rank correlation over the pairs covered, in [−1, 1]; empty if fewer than two
   *     are, or all are alike
   */
  public record Result(
      String name, OptionalDouble spearman, Coverage coverage, List<Judged> items) {}

  public SimilaritySet {
    pairs = List.copyOf(pairs);
  }

  /**
   * Reads lines of {@code word word score}, separated by tabs or blanks.
   *
   * @throws FormatException if a line is no such thing, or there is none
   */
  public static SimilaritySet read(Path file) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (SetLines.Line line : SetLines.read(file)) {
      List<String> fields = line.fields();
      if (fields.size() != 3) {
        throw line.problem(
            "%d fields where two words and a score belong: %s".formatted(fields.size(), fields));
      }
      pairs.add(new Pair(fields.get(0), fields.get(1), score(line)));
    }
    if (pairs.isEmpty()) {
      throw new FormatException(file.toString(), "no pairs in this file");
    }
    return new SimilaritySet(SetLines.nameOf(file), pairs);
  }

  private static double score(SetLines.Line line) {
    String field = line.fields().get(2);
    try {
      double score = Double.parseDouble(field);
      if (Double.isFinite(score)) {
        return score;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, with the value.
    }
    throw line.problem("a score is a number, got '%s'".formatted(field));
  }

  /** Compares every pair whose words both have a vector. */
  public Result evaluate(WordLookup lookup) {
    List<Judged> items = new ArrayList<>();
    List<Double> people = new ArrayList<>();
    List<Double> vectors = new ArrayList<>();
    for (Pair pair : pairs) {
      Optional<float[]> a = lookup.findVector(pair.a());
      Optional<float[]> b = lookup.findVector(pair.b());
      OptionalDouble cosine = OptionalDouble.empty();
      if (a.isPresent() && b.isPresent()) {
        cosine = OptionalDouble.of(Similarity.COSINE.between(a.get(), b.get()));
        people.add(pair.score());
        vectors.add(cosine.getAsDouble());
      }
      items.add(new Judged(pair, cosine));
    }
    return new Result(
        name,
        RankCorrelation.spearman(people, vectors),
        new Coverage(people.size(), pairs.size()),
        items);
  }
}
