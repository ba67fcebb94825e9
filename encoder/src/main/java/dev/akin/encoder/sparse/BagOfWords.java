package dev.akin.encoder.sparse;

import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A cell for each word of the texts it was fitted on. Other words are not known and weigh nothing;
 * word order is lost. Both roles give the same row.
 */
public final class BagOfWords implements SparseEncoder {
  /**
   * The cell of a word and in how many texts the word was.
   *
   * @param cell from 0, in the order of words
   */
  private record Known(int cell, int documents) {}

  private final TermWeight weight;
  private final int documents;
  private final Map<String, Known> words;
  private final Identity identity;

  private BagOfWords(TermWeight weight, int documents, Map<String, Known> words) {
    this.weight = weight;
    this.documents = documents;
    this.words = words;
    this.identity = identity(weight, documents, words);
  }

  /**
   * Learns words, and how many texts have each. O(words of all texts).
   *
   * @param texts read once; the caller closes the stream
   * @param mostWords the words of most texts are known, ties in their order; {@link
   *     Integer#MAX_VALUE} for all
   * @throws IllegalArgumentException if no text has a word, or no word may be known
   */
  public static BagOfWords fit(TermWeight weight, Stream<String> texts, int mostWords) {
    if (mostWords < 1) {
      throw new IllegalArgumentException("a bag of words knows 1 word or more, got " + mostWords);
    }
    Map<String, Integer> frequencies = new TreeMap<>();
    int[] count = new int[1];
    texts.forEach(text -> {
      Terms.counts(text).keySet().forEach(word -> frequencies.merge(word, 1, Integer::sum));
      count[0]++;
    });
    if (frequencies.isEmpty()) {
      throw new IllegalArgumentException("no word in %d texts to learn from".formatted(count[0]));
    }
    List<String> kept =
        frequencies.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(mostWords)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    Map<String, Known> words = new HashMap<>();
    for (String word : kept) {
      words.put(word, new Known(words.size(), frequencies.getOrDefault(word, 0)));
    }
    return new BagOfWords(weight, count[0], words);
  }

  private static Identity identity(TermWeight weight, int documents, Map<String, Known> words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (weight.text() + " recipe 1, texts " + documents).getBytes(StandardCharsets.UTF_8));
      for (var entry : new TreeMap<>(words).entrySet()) {
        String line = "\n" + entry.getKey() + " " + entry.getValue().documents();
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return new Identity(weight.text(), HexFormat.of().formatHex(digest.digest()), words.size());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public SparseRow encode(String text, Role role) {
    Map<String, Integer> counts = Terms.counts(text);
    counts.keySet().removeIf(word -> !words.containsKey(word));
    int[] cells = new int[counts.size()];
    float[] weights = new float[counts.size()];
    int next = 0;
    // Words come in their order, and so do their cells.
    for (Map.Entry<String, Integer> counted : counts.entrySet()) {
      Known known = words.getOrDefault(counted.getKey(), new Known(0, 0));
      cells[next] = known.cell();
      weights[next++] = weight.of(counted.getValue(), documents, known.documents());
    }
    return SparseRow.of(cells, weights);
  }

  @Override
  public int dimension() {
    return words.size();
  }

  @Override
  public int countTokens(String text) {
    return Math.toIntExact(Terms.of(text).count());
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public String toString() {
    return identity.toString();
  }
}
