package dev.akin.encoder.sparse;

import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Explicit semantic analysis (Gabrilovich and Markovitch 2007): a cell for each text of a
 * collection, a concept, whose value is how much the words of a text have to do with it: Σ over
 * words of their weight in the text · their weight in the concept's text of length 1. Cells have
 * names, so rows can be read. Immutable, safe for many threads.
 */
public final class ExplicitSemanticEncoder implements SparseEncoder {
  private final BagOfWords words;

  /** By word, the concepts that have it and its weight there. */
  private final Map<Integer, SparseRow> conceptsOfWord;

  private final int concepts;
  private final int mostConcepts;
  private final Identity identity;

  private ExplicitSemanticEncoder(
      BagOfWords words,
      Map<Integer, SparseRow> conceptsOfWord,
      int concepts,
      int mostConcepts,
      Identity identity) {
    this.words = words;
    this.conceptsOfWord = conceptsOfWord;
    this.concepts = concepts;
    this.mostConcepts = mostConcepts;
    this.identity = identity;
  }

  /**
   * An encoder whose concepts are these texts, in this order.
   *
   * @param words fitted on the same texts
   * @param mostConcepts cells of a row that are kept, those of the largest values, ties by their
   *     order
   * @throws IllegalArgumentException if there is no text, or no concept may be kept
   */
  public static ExplicitSemanticEncoder of(BagOfWords words, List<String> texts, int mostConcepts) {
    if (texts.isEmpty() || mostConcepts < 1) {
      throw new IllegalArgumentException(
          "explicit semantic analysis has 1 concept or more, got %d texts of which %d are kept"
              .formatted(texts.size(), mostConcepts));
    }
    Map<Integer, Postings> postings = new HashMap<>();
    for (int concept = 0; concept < texts.size(); concept++) {
      SparseRow row = words.encode(texts.get(concept), Role.DOCUMENT);
      double length = Math.sqrt(row.dot(row));
      for (int c = 0; c < row.count(); c++) {
        postings
            .computeIfAbsent(row.cell(c), _ -> new Postings())
            .add(concept, (float) (row.weight(c) / length));
      }
    }
    Map<Integer, SparseRow> rows = new HashMap<>();
    postings.forEach((word, list) -> rows.put(word, list.row()));
    Identity identity = identity(words, texts, mostConcepts);
    return new ExplicitSemanticEncoder(words, rows, texts.size(), mostConcepts, identity);
  }

  private static final class Postings {
    private int[] concepts = new int[2];
    private float[] weights = new float[2];
    private int count;

    void add(int concept, float weight) {
      if (count == concepts.length) {
        concepts = Arrays.copyOf(concepts, 2 * count);
        weights = Arrays.copyOf(weights, 2 * count);
      }
      concepts[count] = concept;
      weights[count++] = weight;
    }

    SparseRow row() {
      return SparseRow.of(Arrays.copyOf(concepts, count), Arrays.copyOf(weights, count));
    }
  }

  private static Identity identity(BagOfWords words, List<String> texts, int mostConcepts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String recipe = "esa recipe 1 of " + words.identity().hash() + ", " + mostConcepts + " kept";
      digest.update(recipe.getBytes(StandardCharsets.UTF_8));
      for (String text : texts) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return new Identity("esa", HexFormat.of().formatHex(digest.digest()), texts.size());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public SparseRow encode(String text, Role role) {
    SparseRow row = words.encode(text, role);
    double[] values = new double[concepts];
    for (int c = 0; c < row.count(); c++) {
      SparseRow list = conceptsOfWord.get(row.cell(c));
      if (list != null) {
        for (int i = 0; i < list.count(); i++) {
          values[list.cell(i)] += (double) row.weight(c) * list.weight(i);
        }
      }
    }
    int[] kept =
        IntStream.range(0, concepts)
            .filter(concept -> values[concept] > 0)
            .boxed()
            .sorted((a, b) -> Double.compare(values[b], values[a]))
            .limit(mostConcepts)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    float[] weights = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      weights[i] = (float) values[kept[i]];
    }
    return SparseRow.of(kept, weights);
  }

  @Override
  public int dimension() {
    return concepts;
  }

  @Override
  public int countTokens(String text) {
    return words.countTokens(text);
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
