package dev.akin.words.geometry;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.words.evaluation.SetLines;
import dev.akin.words.geometry.Debiasing.WordPair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists of words as they are published: JSON ({@code [["she","he"],…]}) or lines of words, empty
 * ones and comments (#) left out.
 */
public final class WordLists {
  private WordLists() {}

  /** The words of one entry, and where it stands. */
  private record Entry(String where, List<String> words) {}

  /**
   * Pairs of words.
   *
   * @throws FormatException if an entry has another number of words, or there is none
   */
  public static List<WordPair> pairs(Path file) throws IOException {
    List<WordPair> pairs = new ArrayList<>();
    for (Entry entry : entries(file)) {
      if (entry.words.size() != 2) {
        throw new FormatException(entry.where, "a pair is two words, got " + entry.words);
      }
      pairs.add(new WordPair(entry.words.get(0), entry.words.get(1)));
    }
    return pairs;
  }

  /**
   * The first word of each entry: professions stand before their scores.
   *
   * @throws FormatException if an entry is no word, or there is none
   */
  public static List<String> firsts(Path file) throws IOException {
    return entries(file).stream().map(entry -> entry.words.getFirst()).toList();
  }

  private static List<Entry> entries(Path file) throws IOException {
    String text = SetLines.text(file);
    List<Entry> entries = new ArrayList<>();
    if (text.stripLeading().startsWith("[")) {
      if (Json.parse(text, file.toString()) instanceof Json.Array(List<Json> items)) {
        items.forEach(
            item -> entries.add(entry(item, "%s, entry %d".formatted(file, entries.size() + 1))));
      }
    } else {
      SetLines.read(file).forEach(line -> entries.add(new Entry(line.where(), line.fields())));
    }
    if (entries.isEmpty()) {
      throw new FormatException(file.toString(), "no words in this file");
    }
    return entries;
  }

  private static Entry entry(Json item, String where) {
    return switch (item) {
      case Json.Text(String word) -> new Entry(where, List.of(word));
      case Json.Array(List<Json> parts) when !parts.isEmpty() ->
          new Entry(
              where,
              parts.stream()
                  .map(part -> part instanceof Json.Text(String word) ? word : part.toLine())
                  .toList());
      default ->
          throw new FormatException(
              where, "expected a word or a list of them, got " + item.toLine());
    };
  }
}
