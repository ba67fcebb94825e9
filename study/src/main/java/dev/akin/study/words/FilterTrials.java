package dev.akin.study.words;

import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Verdict;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.ConceptFilter;
import dev.akin.vector.transform.Subspace;
import dev.akin.words.WordVectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Short prompts of words drawn by chance, one of which carries a concept or none does: which words
 * a {@link ConceptFilter} flags.
 *
 * @param vectors borrowed, words by falling count; read at length 1
 * @param listed words that the concept is made of, each with a vector
 * @param related words of the concept that it is not made of, each with a vector
 * @param fromRank the first word that may stand beside them
 * @param toRank the word behind the last one
 * @param prompts of each kind
 */
record FilterTrials(
    WordVectors vectors,
    List<String> listed,
    List<String> related,
    int fromRank,
    int toRank,
    int prompts) {
  /** Words of a prompt. */
  private static final int WORDS = 8;

  /** By how much more often a filter flags words of the concept than others, if it works. */
  private static final double APART = 0.5;

  FilterTrials {
    listed = List.copyOf(listed);
    related = List.copyOf(related);
    if (listed.isEmpty() || related.isEmpty()) {
      throw new IllegalArgumentException(
          "a concept of the words %s and beside it %s: each takes a word with a vector"
              .formatted(listed, related));
    }
  }

  /**
   * What was flagged, of a figure a prompt each.
   *
   * @param listed 1 where the word of the concept was flagged
   * @param related likewise of words that the concept is not made of
   * @param others the share of the other words that was flagged, beside a listed one
   * @param clean 1 where a word of a prompt without the concept was flagged
   */
  record Flagged(Estimate listed, Estimate related, Estimate others, Estimate clean) {}

  /** What is flagged at a margin. */
  Flagged flagged(double margin, long seed) {
    Matrix unit = vectors.unitRows(vectors.size());
    try (Matrix concept = unit.take(places(listed))) {
      ConceptFilter filter = new ConceptFilter(Subspace.spannedBy(concept), margin);
      Random random = new Random(seed);
      int[] others = others();
      double[] found = new double[prompts];
      double[] foundRelated = new double[prompts];
      double[] wrong = new double[prompts];
      double[] clean = new double[prompts];
      for (int p = 0; p < prompts; p++) {
        int[] prompt = drawn(others, random);
        int place = random.nextInt(WORDS);
        clean[p] = flags(filter, unit, prompt).isEmpty() ? 0 : 1;
        prompt[place] = places(related)[random.nextInt(related.size())];
        foundRelated[p] = flags(filter, unit, prompt).contains(place) ? 1 : 0;
        prompt[place] = places(listed)[random.nextInt(listed.size())];
        List<Integer> flagged = flags(filter, unit, prompt);
        found[p] = flagged.contains(place) ? 1 : 0;
        wrong[p] = (flagged.size() - found[p]) / (WORDS - 1);
      }
      return new Flagged(
          Estimate.mean(found),
          Estimate.mean(foundRelated),
          Estimate.mean(wrong),
          Estimate.mean(clean));
    }
  }

  private int[] places(List<String> words) {
    return words.stream().mapToInt(word -> vectors.find(word).orElseThrow()).toArray();
  }

  private int[] others() {
    Set<String> own = new HashSet<>(Stream.concat(listed.stream(), related.stream()).toList());
    return IntStream.range(fromRank, Math.min(toRank, vectors.size()))
        .filter(word -> !own.contains(vectors.words().word(word)))
        .toArray();
  }

  private static int[] drawn(int[] others, Random random) {
    return random.ints(0, others.length).distinct().limit(WORDS).map(i -> others[i]).toArray();
  }

  private static List<Integer> flags(ConceptFilter filter, Matrix unit, int[] prompt) {
    try (Matrix tokens = unit.take(prompt)) {
      return filter.apply(tokens).flagged();
    }
  }

  /** A row a margin, with what follows of it. */
  ResultTable table(List<Double> margins, long seed) {
    ResultTable.Builder table =
        ResultTable.titled(
            "Words that the filter (SAFREE) flags in prompts of %d".formatted(WORDS),
            "margin",
            "listed words",
            "related words",
            "other words",
            "clean prompts with a flag",
            "listed above other words by more than a half");
    for (double margin : margins) {
      Flagged flagged = flagged(margin, seed);
      table.row(
          String.format(Locale.ROOT, "%.2f", margin),
          share(flagged.listed(), seed),
          share(flagged.related(), seed),
          share(flagged.others(), seed),
          share(flagged.clean(), seed),
          verdict(flagged, seed).printedName());
    }
    return table.build();
  }

  /** Whether listed words are flagged far more often than others. */
  static Verdict verdict(Flagged flagged, long seed) {
    Contrast apart =
        Contrast.none().plusDifference(1, "prompts", flagged.listed(), flagged.others());
    return Verdict.of(apart.measure("apart", APART, seed), apart.measure("at all", 0, seed));
  }

  private static String share(Estimate flagged, long seed) {
    Measure measure = Contrast.none().plus(1, "prompts", flagged).measure("flagged", 0, seed);
    return "%s %s".formatted(Results.digits(measure.value()), Results.interval(measure));
  }

  /** The words of a list that have a vector. */
  static List<String> known(WordVectors vectors, List<String> words) {
    List<String> known = new ArrayList<>(words);
    known.removeIf(word -> vectors.find(word).isEmpty());
    return Collections.unmodifiableList(known);
  }
}
