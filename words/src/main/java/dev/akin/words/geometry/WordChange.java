package dev.akin.words.geometry;

import dev.akin.vector.ExactScan;
import dev.akin.vector.Similarity;
import dev.akin.words.Neighbour;
import dev.akin.words.WordSearch;
import dev.akin.words.WordVectors;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How alike words are in two tables of one space, such as slices learned by one {@link
 * dev.akin.words.training.Compass}. Borrows the tables; safe for many threads.
 */
public final class WordChange {
  private final WordSearch before;
  private final WordSearch after;
  private final float[] beforeMean;
  private final float[] afterMean;
  private final int neighbours;

  private WordChange(WordSearch before, WordSearch after, int neighbours) {
    this.before = before;
    this.after = after;
    this.beforeMean = mean(before);
    this.afterMean = mean(after);
    this.neighbours = neighbours;
  }

  /**
   * Compares two tables.
   *
   * @param first only the first words of each are looked at, most files having the frequent ones
   *     first; beyond the end for all
   * @param neighbours how many words are near, in each table
   * @throws IllegalArgumentException if the tables have other dimensions, or there is nothing to
   *     look at
   */
  public static WordChange between(
      WordVectors before, WordVectors after, int first, int neighbours, ExactScan scan) {
    if (before.dimension() != after.dimension()) {
      throw new IllegalArgumentException(
          "vectors of %d and of %d cells are in no common space"
              .formatted(before.dimension(), after.dimension()));
    }
    if (neighbours < 1) {
      throw new IllegalArgumentException("%d neighbours; 1 or more".formatted(neighbours));
    }
    return new WordChange(
        WordSearch.of(before, scan).amongFirst(first),
        WordSearch.of(after, scan).amongFirst(first),
        neighbours);
  }

  private static float[] mean(WordSearch search) {
    float[] mean = new float[search.vectors().dimension()];
    for (int word = 0; word < search.candidates(); word++) {
      float[] row = search.vectors().vector(word);
      for (int c = 0; c < mean.length; c++) {
        mean[c] += row[c] / search.candidates();
      }
    }
    return mean;
  }

  /** The words that both tables have among those looked at, in the order of the first. */
  public List<String> common() {
    return IntStream.range(0, before.candidates())
        .mapToObj(before.vectors().words()::word)
        .filter(word -> after.vectors().find(word).orElse(Integer.MAX_VALUE) < after.candidates())
        .toList();
  }

  /**
   * All words that both tables have, the one that changed most first. One scan of each table a
   * word, unless the measure is the cosine.
   */
  public List<Neighbour> ranked(ChangeMeasure measure) {
    return common().parallelStream()
        .map(word ->
            new Neighbour(
                before.vectors().find(word).orElseThrow(), word, (float) score(measure, word)))
        .sorted(Comparator.comparingDouble(Neighbour::score).thenComparingInt(Neighbour::ordinal))
        .toList();
  }

  /**
   * How alike a word is in the two tables; not a number where a vector is zero.
   *
   * @throws dev.akin.words.UnknownWordException if a table does not have it
   */
  public double score(ChangeMeasure measure, String word) {
    return switch (measure) {
      case COSINE ->
          Similarity.COSINE.between(
              before.vectors().requireVector(word), after.vectors().requireVector(word));
      case NEIGHBOURHOOD -> neighbourhood(word);
      case MOVING -> (neighbourhood(word) + score(ChangeMeasure.COSINE, word)) / 2;
      case INTERSECTION -> intersection(word);
    };
  }

  private double neighbourhood(String word) {
    Set<String> near = new LinkedHashSet<>();
    before.nearest(word, neighbours).forEach(each -> near.add(each.word()));
    after.nearest(word, neighbours).forEach(each -> near.add(each.word()));
    return Similarity.COSINE.between(
        nearness(before.vectors(), beforeMean, word, near),
        nearness(after.vectors(), afterMean, word, near));
  }

  /** How near a word is to others; the mean stands for words that the table does not have. */
  private static float[] nearness(
      WordVectors vectors, float[] mean, String word, Set<String> others) {
    float[] own = vectors.requireVector(word);
    float[] nearness = new float[others.size()];
    int cell = 0;
    for (String other : others) {
      var place = vectors.find(other);
      nearness[cell++] =
          Similarity.COSINE.between(
              own, place.isPresent() ? vectors.vector(place.getAsInt()) : mean);
    }
    return nearness;
  }

  private double intersection(String word) {
    Set<String> near = new HashSet<>();
    List<Neighbour> first = before.nearest(word, neighbours);
    first.forEach(each -> near.add(each.word()));
    List<Neighbour> second = after.nearest(word, neighbours);
    long both = second.stream().filter(each -> near.contains(each.word())).count();
    return (double) both / Math.max(first.size(), second.size());
  }
}
