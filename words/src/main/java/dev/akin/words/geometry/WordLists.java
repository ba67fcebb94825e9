package dev.akin.words.geometry;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.words.geometry.Debiasing.WordPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists of words as they are published: JSON ({@code [["she","he"],…]}) or lines of words. */
public final class WordLists {
  private WordLists() {}

  /**
   * Pairs of words.
   *
   * @throws FormatException if an entry has another number of words, or there is none
   */
  public static List<WordPair> pairs(Path file) throws IOException {
    List<WordPair> pairs = new ArrayList<>();
    for (List<String> words : lists(file)) {
      if (words.size() != 2) {
        throw new FormatException(file.toString(), "a pair is two words, got %s".formatted(words));
      }
      pairs.add(new WordPair(words.get(0), words.get(1)));
    }
    return pairs;
  }

  /**
   * The first word of each entry: professions stand before their scores.
   *
   * @throws FormatException if an entry is no word, or there is none
   */
  public static List<String> firsts(Path file) throws IOException {
    return lists(file).stream().map(List::getFirst).toList();
  }

  /** The entries of a list, each with its words. */
  private static List<List<String>> lists(Path file) throws IOException {
    String text = Files.readString(file);
    List<List<String>> lists = new ArrayList<>();
    if (text.stripLeading().startsWith("[")) {
      if (Json.parse(text, file.toString()) instanceof Json.Array(List<Json> items)) {
        items.forEach(item -> lists.add(words(item, file)));
      }
    } else {
      text.lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> lists.add(List.of(line.strip().split("\\s+", -1))));
    }
    if (lists.isEmpty()) {
      throw new FormatException(file.toString(), "no words in this file");
    }
    return lists;
  }

  private static List<String> words(Json item, Path file) {
    return switch (item) {
      case Json.Text(String word) -> List.of(word);
      case Json.Array(List<Json> parts) when !parts.isEmpty() ->
          parts.stream()
              .map(part -> part instanceof Json.Text(String word) ? word : part.toLine())
              .toList();
      default ->
          throw new FormatException(
              file.toString(), "expected a word or a list of them, got " + item.toLine());
    };
  }
}
