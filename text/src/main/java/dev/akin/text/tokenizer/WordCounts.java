package dev.akin.text.tokenizer;

import dev.akin.text.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The different words of texts, normalised and cut as the tokenizer will do it, and how often each
 * occurs. In the order of their characters, so that nothing depends on the order of the texts.
 */
final class WordCounts {
  private final String[] words;
  private final long[] counts;

  private WordCounts(String[] words, long[] counts) {
    this.words = words;
    this.counts = counts;
  }

  int size() {
    return words.length;
  }

  String word(int index) {
    return words[index];
  }

  long count(int index) {
    return counts[index];
  }

  static WordCounts of(Json.Members components, Stream<String> texts) {
    Section section = Section.root("training", components);
    Normalizer normalizer =
        section.findSection("normalizer").map(NormalizerReader::read).orElse(new Normalizer.None());
    PreTokenizer preTokenizer = PreTokenizerReader.read(section.section("pre_tokenizer"));
    Map<String, Long> counted = new HashMap<>();
    texts.forEachOrdered(text -> {
      AlignedText aligned = AlignedText.of(text, 0, text.length());
      normalizer.normalize(aligned);
      Pieces pieces = preTokenizer.split(Pieces.whole(aligned));
      for (int i = 0; i < pieces.size(); i++) {
        int from = pieces.from(i);
        String word = new String(pieces.text().chars(), from, pieces.to(i) - from);
        counted.merge(word, 1L, Long::sum);
      }
    });
    var sorted = new TreeMap<>(counted);
    return new WordCounts(
        sorted.keySet().toArray(String[]::new),
        sorted.values().stream().mapToLong(Long::longValue).toArray());
  }
}
