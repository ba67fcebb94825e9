package dev.akin.study.words;

import dev.akin.format.words.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Definitions to learn from, and definitions of words that are asked for: no word and no definition
 * of the one is in the other.
 *
 * @param learned definitions with a word each; a definition of several words stands several times
 * @param asked one a word that is asked for
 */
record Glossary(List<Gloss> learned, List<Question> asked) {
  Glossary {
    learned = List.copyOf(learned);
    asked = List.copyOf(asked);
  }

  /**
   * A definition of a word.
   *
   * @param word its ordinal among the candidates
   */
  record Gloss(String text, int word) {}

  /**
   * A definition whose word is asked for.
   *
   * @param word its ordinal among the candidates
   * @param synonyms candidates that the definition is of as well
   */
  record Question(String text, int word, List<Integer> synonyms) {
    int[] synonymArray() {
      return synonyms.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** A definition, and the candidates it is of. */
  private record Meaning(String text, List<Integer> words) {}

  /**
   * Draws words to learn from and words to ask for; definitions that hold a word they are of are
   * left out.
   *
   * @param asked words that are asked for
   * @param learned words that are learned from, all if there are fewer
   * @param most definitions of a word that are learned from, the first ones of the file
   */
  static Glossary drawn(
      List<WordNetLexicon.Synset> synsets,
      WordList candidates,
      int asked,
      int learned,
      int most,
      long seed) {
    Map<Integer, List<Meaning>> byWord = new HashMap<>();
    for (WordNetLexicon.Synset synset : synsets) {
      List<Integer> words =
          synset.lemmas().stream()
              .flatMapToInt(lemma -> candidates.find(lemma).stream())
              .distinct()
              .boxed()
              .toList();
      if (!names(synset)) {
        Meaning meaning = new Meaning(synset.definition(), words);
        words.forEach(word -> byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(meaning));
      }
    }
    List<Integer> words =
        new ArrayList<>(
            IntStream.range(0, candidates.size()).filter(byWord::containsKey).boxed().toList());
    Random random = new Random(seed);
    Collections.shuffle(words, random);
    List<Integer> heldOut = words.subList(0, Math.min(asked, words.size()));
    List<Question> questions = new ArrayList<>();
    for (int word : heldOut) {
      List<Meaning> own = byWord.getOrDefault(word, List.of());
      Meaning meaning = own.get(random.nextInt(own.size()));
      questions.add(
          new Question(
              meaning.text(),
              word,
              meaning.words().stream().filter(other -> other != word).toList()));
    }
    Set<Integer> unseen = Set.copyOf(heldOut);
    List<Gloss> glosses = new ArrayList<>();
    words.stream()
        .skip(heldOut.size())
        .limit(learned)
        .forEach(word ->
            byWord.getOrDefault(word, List.of()).stream()
                .filter(meaning -> meaning.words().stream().noneMatch(unseen::contains))
                .limit(most)
                .forEach(meaning -> glosses.add(new Gloss(meaning.text(), word))));
    return new Glossary(glosses, questions);
  }

  /** Whether a definition says one of its words. */
  private static boolean names(WordNetLexicon.Synset synset) {
    Set<String> said =
        Arrays.stream(synset.definition().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+", -1))
            .collect(Collectors.toSet());
    return synset.lemmas().stream().anyMatch(said::contains);
  }
}
