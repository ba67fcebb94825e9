package dev.akin.words.evaluation;

import dev.akin.text.FormatException;
import dev.akin.vector.Match;
import dev.akin.words.Csls;
import dev.akin.words.Neighbour;
import dev.akin.words.OutOfVocabulary;
import dev.akin.words.WordLookup;
import dev.akin.words.WordSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Words and their translations, to ask whether vectors of two languages in one space know them
 * (MUSE's and yacle's dictionaries).
 *
 * @param name what the set is called
 * @param translations word → all words it may be translated by
 */
public record DictionarySet(String name, Map<String, Set<String>> translations) {
  /** As deep as the nearest words are looked at. */
  private static final int FIVE = 5;

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
   * @param rank of the best translation among the target words, from 1 to 5; 0 if it is none of the
   *     first five; empty if the word or all of its translations are unknown
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
      int covered = 0;
      int first = 0;
      int five = 0;
      for (Translated item : items) {
        if (item.rank().isPresent()) {
          covered++;
          first += item.rank().getAsInt() == 1 ? 1 : 0;
          five += item.rank().getAsInt() >= 1 ? 1 : 0;
        }
      }
      int divisor = Math.max(1, covered);
      return new Result(
          name,
          (double) first / divisor,
          (double) five / divisor,
          new Coverage(covered, items.size()),
          List.copyOf(items));
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
    return evaluate(
        sources,
        targets,
        query -> targets.nearest(query, FIVE, List.of()).stream().map(Neighbour::ordinal).toList());
  }

  /**
   * The same by CSLS, which takes the hubs out.
   *
   * @param csls between the vectors of sources and the candidates of targets
   */
  public Result evaluate(WordLookup sources, WordSearch targets, Csls csls) {
    return evaluate(
        sources, targets, query -> csls.nearest(query, FIVE).stream().map(Match::ordinal).toList());
  }

  private Result evaluate(
      WordLookup sources, WordSearch targets, Function<float[], List<Integer>> nearest) {
    WordLookup known = new WordLookup(targets.vectors(), sources.casing(), OutOfVocabulary.ABSENT);
    List<Translated> items = new ArrayList<>();
    translations.forEach((word, wanted) -> {
      Set<Integer> ordinals = ordinals(wanted, known, targets.candidates());
      Optional<float[]> query = ordinals.isEmpty() ? Optional.empty() : sources.findVector(word);
      OptionalInt rank =
          query.isPresent()
              ? OptionalInt.of(rank(nearest.apply(query.get()), ordinals))
              : OptionalInt.empty();
      items.add(new Translated(word, rank));
    });
    return Result.of(name, items);
  }

  private static Set<Integer> ordinals(Set<String> words, WordLookup known, int candidates) {
    return words.stream()
        .map(known::find)
        .flatMapToInt(OptionalInt::stream)
        .filter(ordinal -> ordinal < candidates)
        .boxed()
        .collect(Collectors.toSet());
  }

  private static int rank(List<Integer> nearest, Set<Integer> wanted) {
    for (int i = 0; i < nearest.size(); i++) {
      if (wanted.contains(nearest.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }
}
