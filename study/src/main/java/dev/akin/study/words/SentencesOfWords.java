package dev.akin.study.words;

import dev.akin.words.training.TextWords;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first sentences of a text that say something of some words: a slice in which every one of
 * them stands about equally often, as far as the text has it.
 */
final class SentencesOfWords implements WordSource.Sink {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 30;

  private final Set<String> wanted;
  private final int most;
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> kept = new ArrayList<>();
  private List<String> line = new ArrayList<>();

  private SentencesOfWords(Set<String> wanted, int most) {
    this.wanted = wanted;
    this.most = most;
  }

  /**
   * Sentences of 5 to 30 words, each kept if one of its wanted words stands in fewer than so many
   * kept before, written a line each.
   *
   * @param most sentences of a word
   * @return how many were kept
   */
  static int write(TextWords text, Set<String> wanted, int most, Path file) throws IOException {
    var slice = new SentencesOfWords(wanted, most);
    text.read(slice);
    Files.write(file, slice.kept);
    return slice.kept.size();
  }

  @Override
  public void word(byte[] bytes, int from, int to) {
    line.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }

  @Override
  public void lineEnd() {
    if (line.size() >= SHORTEST && line.size() <= LONGEST) {
      Set<String> found = new LinkedHashSet<>(line);
      found.retainAll(wanted);
      if (found.stream().anyMatch(word -> counts.getOrDefault(word, 0) < most)) {
        found.forEach(word -> counts.merge(word, 1, Integer::sum));
        kept.add(String.join(" ", line));
      }
    }
    line = new ArrayList<>();
  }
}
