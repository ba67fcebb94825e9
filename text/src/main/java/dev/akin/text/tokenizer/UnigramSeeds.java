package dev.akin.text.tokenizer;

import dev.akin.text.tokenizer.UnigramTrainer.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The substrings of words that may become pieces: the single characters that make up 99.95 % of the
 * texts, and what is built of them and occurs often enough, up to 16 characters.
 *
 * <p>Found length by length: a string can only be frequent if it is without its last and without
 * its first character.
 */
final class UnigramSeeds {
  private static final int MAX_CHARACTERS = 16;
  private static final double COVERAGE = 0.9995;

  private final List<int[]> words = new ArrayList<>();
  private final long[] counts;
  private final long minCount;
  private final Map<String, Long> characters;

  UnigramSeeds(WordCounts all, int minCount) {
    this.counts = new long[all.size()];
    this.minCount = Math.max(2, minCount);
    for (int w = 0; w < counts.length; w++) {
      counts[w] = all.count(w);
      words.add(all.word(w).codePoints().toArray());
    }
    this.characters = coveringCharacters();
  }

  private Map<String, Long> coveringCharacters() {
    var counted = new TreeMap<String, Long>();
    long total = 0;
    for (int w = 0; w < counts.length; w++) {
      for (int c : words.get(w)) {
        counted.merge(Character.toString(c), counts[w], Long::sum);
        total += counts[w];
      }
    }
    var byCount = new ArrayList<>(counted.entrySet());
    byCount.sort(Map.Entry.<String, Long>comparingByValue().reversed());
    var covering = new TreeMap<String, Long>();
    long covered = 0;
    for (var entry : byCount) {
      if (covered >= COVERAGE * total) {
        break;
      }
      covering.put(entry.getKey(), entry.getValue());
      covered += entry.getValue();
    }
    return covering;
  }

  /** The single characters. */
  Set<String> characters() {
    return characters.keySet();
  }

  /** The characters and the substrings of the most occurrences times characters, as seeds. */
  List<Piece> pieces(int limit) {
    var seeds = new ArrayList<Piece>();
    Map<String, Long> frequent = characters;
    for (int length = 2; length <= MAX_CHARACTERS && !frequent.isEmpty(); length++) {
      frequent = longer(frequent, length);
      for (var entry : frequent.entrySet()) {
        seeds.add(new Piece(entry.getKey(), (double) entry.getValue() * length));
      }
    }
    seeds.sort(Comparator.comparingDouble(Piece::score).reversed().thenComparing(Piece::text));
    var kept = new LinkedHashSet<Piece>();
    characters.forEach((text, count) -> kept.add(new Piece(text, (double) count)));
    seeds.stream().limit(limit).forEach(kept::add);
    double logTotal = Math.log(kept.stream().mapToDouble(Piece::score).sum());
    return kept.stream()
        .map(piece -> new Piece(piece.text(), Math.log(piece.score()) - logTotal))
        .toList();
  }

  private Map<String, Long> longer(Map<String, Long> shorter, int length) {
    var counted = new HashMap<String, Long>();
    for (int w = 0; w < counts.length; w++) {
      int[] word = words.get(w);
      boolean fits = false;
      for (int i = 0; i + length - 1 <= word.length; i++) {
        boolean fitted = fits;
        fits = shorter.containsKey(new String(word, i, length - 1));
        if (fits && fitted && i > 0) {
          counted.merge(new String(word, i - 1, length), counts[w], Long::sum);
        }
      }
    }
    counted.values().removeIf(count -> count < minCount);
    return counted;
  }
}
