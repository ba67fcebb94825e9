package dev.akin.words.evaluation;

import dev.akin.text.FormatException;
import dev.akin.words.Csls;
import dev.akin.words.OutOfVocabulary;
import dev.akin.words.WordLookup;
import dev.akin.words.WordSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Words and their translations, to ask whether vectors of two languages in one space know them
 * (MUSE's and yacle's dictionaries).
 *
 * @param name what the set is called
 * @param translations word → all words it may be translated by
 */
public record DictionarySet(String name, Map<String, Set<String>> translations) {
  public DictionarySet {
    translations =
        translations.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> Set.copyOf(entry.getValue()),
                    (a, _) -> a,
                    LinkedHashMap::new));
  }

  /**
   * A word and how its translation was found.
   *
   * @param rank of the best translation among the target words, from 1; 0 if it is none of those
   *     that were looked at; empty if the word or all of its translations are unknown
   */
  public record Translated(String word, OptionalInt rank) {}

  /**
   * How many words were translated right.
   *
   * @param at1 share of the words covered of which the nearest target is a translation
   * @param at5 share of which one of the five nearest is
   */
  public record Result(
      String name, double at1, double at5, Coverage coverage, List<Translated> items) {
    static Result of(String name, List<Translated> items) {
      int covered = (int) items.stream().filter(item -> item.rank().isPresent()).count();
      return new Result(
          name,
          mean(items, rank -> isWithin(rank, 1)),
          mean(items, rank -> isWithin(rank, 5)),
          new Coverage(covered, items.size()),
          List.copyOf(items));
    }

    private static double mean(List<Translated> items, IntToDoubleFunction value) {
      return items.stream()
          .map(Translated::rank)
          .flatMapToInt(OptionalInt::stream)
          .mapToDouble(value)
          .average()
          .orElse(0);
    }

    private static double isWithin(int rank, int k) {
      return rank >= 1 && rank <= k ? 1 : 0;
    }

    /** Share of the words covered of which one of the k nearest targets is a translation. */
    public double at(int k) {
      return mean(items, rank -> isWithin(rank, k));
    }

    /** Mean of 1 / rank over the words covered; 0 if none is. */
    public double meanReciprocalRank() {
      return mean(items, rank -> rank == 0 ? 0 : 1.0 / rank);
    }
  }

  /**
   * Reads lines of {@code word<TAB>translation}; a word may stand on several.
   *
   * @throws FormatException if a line is no such thing, or there is none
   */
  public static DictionarySet read(Path file) throws IOException {
    Map<String, Set<String>> translations = new LinkedHashMap<>();
    for (SetLines.Line line : SetLines.read(file)) {
      List<String> fields = line.fields();
      if (fields.size() != 2) {
        throw line.problem(
            "%d fields where a word and its translation belong: %s"
                .formatted(fields.size(), fields));
      }
      translations.computeIfAbsent(fields.get(0), _ -> new LinkedHashSet<>()).add(fields.get(1));
    }
    if (translations.isEmpty()) {
      throw new FormatException(file.toString(), "no translations in this file");
    }
    return new DictionarySet(SetLines.nameOf(file), translations);
  }

  /**
   * Looks for the translation of every word known among the nearest target words, by cosine.
   *
   * @param sources how words are found; their vectors are in the space of the targets
   * @param targets what can be a translation, looked up under the spellings that sources takes
   */
  public Result evaluate(WordLookup sources, WordSearch targets) {
    // Made once, before many threads ask for them.
    targets.vectors().unitRows(targets.candidates());
    return evaluate(sources, targets, targets::bestRank);
  }

  /**
   * The same by CSLS, which takes the hubs out.
   *
   * @param csls between the vectors of sources and the candidates of targets
   */
  public Result evaluate(WordLookup sources, WordSearch targets, Csls csls) {
    return evaluate(sources, targets, csls::bestRank);
  }

  /** Where the best of some targets stands for a vector. */
  private interface Ranking {
    int bestRank(float[] query, int[] wanted);
  }

  /** Words are looked for side by side, and stand in the set's order. */
  private Result evaluate(WordLookup sources, WordSearch targets, Ranking ranking) {
    WordLookup known = new WordLookup(targets.vectors(), sources.casing(), OutOfVocabulary.ABSENT);
    List<Translated> items =
        translations.entrySet().parallelStream()
            .map(entry -> {
              int[] wanted = ordinals(entry.getValue(), known, targets.candidates());
              Optional<float[]> query =
                  wanted.length == 0 ? Optional.empty() : sources.findVector(entry.getKey());
              OptionalInt rank =
                  query.isPresent()
                      ? OptionalInt.of(ranking.bestRank(query.get(), wanted))
                      : OptionalInt.empty();
              return new Translated(entry.getKey(), rank);
            })
            .toList();
    return Result.of(name, items);
  }

  private static int[] ordinals(Set<String> words, WordLookup known, int candidates) {
    return words.stream()
        .map(known::find)
        .flatMapToInt(OptionalInt::stream)
        .filter(ordinal -> ordinal < candidates)
        .distinct()
        .toArray();
  }
}
