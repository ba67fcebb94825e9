package dev.akin.words.evaluation;

import dev.akin.text.FormatException;
import dev.akin.words.Analogy;
import dev.akin.words.AnalogyMethod;
import dev.akin.words.WordLookup;
import dev.akin.words.WordSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Questions <i>a is to b as c is to d</i> in sections, as Google's set has them (Mikolov et al.
 * 2013).
 *
 * @param name what the set is called
 */
public record AnalogySet(String name, List<Section> sections) {
  /**
   * A question and its answer.
   *
   * @param answer the word that is expected
   */
  public record Item(Analogy question, String answer) {}

  /** Questions of one kind. */
  public record Section(String name, List<Item> items) {
    public Section {
      items = List.copyOf(items);
    }
  }

  public AnalogySet {
    sections = List.copyOf(sections);
  }

  /**
   * Reads one file: lines of four words, and lines {@code : name} that begin a section; without
   * such a line the section is named after the file.
   *
   * @throws FormatException if a line is neither, or there is no question
   */
  public static AnalogySet read(Path file) throws IOException {
    return read(SetLines.nameOf(file), List.of(file));
  }

  /**
   * Reads files as one set; see {@link #read(Path)}.
   *
   * @throws FormatException if a line of one is neither question nor section, or there is no
   *     question
   */
  public static AnalogySet read(String name, List<Path> files) throws IOException {
    Map<String, List<Item>> sections = new LinkedHashMap<>();
    for (Path file : files) {
      String section = SetLines.nameOf(file);
      for (SetLines.Line line : SetLines.read(file)) {
        List<String> fields = line.fields();
        if (fields.getFirst().startsWith(":")) {
          section = String.join(" ", fields).substring(1).strip();
        } else if (fields.size() == 4) {
          sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(item(fields));
        } else {
          throw line.problem(
              "%d words where a question has 4 (a is to b as c is to d): %s"
                  .formatted(fields.size(), fields));
        }
      }
    }
    if (sections.isEmpty()) {
      throw new FormatException(name, "no questions in " + files);
    }
    List<Section> all = new ArrayList<>();
    sections.forEach((title, items) -> all.add(new Section(title, items)));
    return new AnalogySet(name, all);
  }

  private static Item item(List<String> fields) {
    return new Item(new Analogy(fields.get(0), fields.get(1), fields.get(2)), fields.get(3));
  }

  /**
   * Asks every question whose four words are all known: the answer among the words that can be
   * answers, those of the question with a vector.
   *
   * @param search what can be answers
   * @param lookup how words are found; of the vectors searched
   * @throws IllegalArgumentException if search and lookup are of different vectors
   */
  public AnalogyResult evaluate(WordSearch search, WordLookup lookup, AnalogyMethod method) {
    if (lookup.vectors() != search.vectors()) {
      throw new IllegalArgumentException("words are looked up and searched in different vectors");
    }
    List<Analogy> asked = new ArrayList<>();
    List<Integer> expected = new ArrayList<>();
    for (Section section : sections) {
      for (Item item : section.items()) {
        OptionalInt answer = answer(item, search, lookup);
        if (answer.isPresent()) {
          asked.add(item.question());
          expected.add(answer.getAsInt());
        }
      }
    }
    int[] ranks =
        search.ranks(
            asked, expected.stream().mapToInt(Integer::intValue).toArray(), method, lookup);
    return result(ranks, search, lookup);
  }

  /** The ordinal of the answer, if the question can be asked at all. */
  private static OptionalInt answer(Item item, WordSearch search, WordLookup lookup) {
    Analogy question = item.question();
    OptionalInt answer = lookup.find(item.answer());
    boolean isCandidate = answer.isPresent() && answer.getAsInt() < search.candidates();
    boolean isKnown =
        isCandidate
            && isKnown(question.a(), search, lookup)
            && isKnown(question.b(), search, lookup)
            && isKnown(question.c(), search, lookup);
    return isKnown ? answer : OptionalInt.empty();
  }

  /** As the original evaluation has it, words of the question too are among the candidates. */
  private static boolean isKnown(String word, WordSearch search, WordLookup lookup) {
    OptionalInt ordinal = lookup.find(word);
    return ordinal.isPresent()
        ? ordinal.getAsInt() < search.candidates()
        : lookup.findVector(word).isPresent();
  }

  private AnalogyResult result(int[] ranks, WordSearch search, WordLookup lookup) {
    List<AnalogyResult.Part> parts = new ArrayList<>();
    int next = 0;
    for (Section section : sections) {
      List<AnalogyResult.Answer> answers = new ArrayList<>();
      for (Item item : section.items()) {
        boolean isAsked = answer(item, search, lookup).isPresent();
        OptionalInt rank = isAsked ? OptionalInt.of(ranks[next++]) : OptionalInt.empty();
        answers.add(new AnalogyResult.Answer(item, rank));
      }
      parts.add(AnalogyResult.Part.of(section.name(), answers));
    }
    return new AnalogyResult(name, parts);
  }
}
