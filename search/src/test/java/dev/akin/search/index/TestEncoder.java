package dev.akin.search.index;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.HashedEncoder;
import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import dev.akin.encoder.TextTooLongException;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A hashed encoder that reads the first words only and remembers which texts it was given. */
final class TestEncoder implements Encoder {
  private final HashedEncoder encoder;
  private final int maxWords;
  private final int specialTokens;
  private final List<String> encoded = new ArrayList<>();
  private boolean refusesLong;

  TestEncoder(int dimension, int maxWords) {
    this(dimension, maxWords, 0);
  }

  TestEncoder(int dimension, int maxWords, int specialTokens) {
    this.encoder = HashedEncoder.of(dimension);
    this.maxWords = maxWords;
    this.specialTokens = specialTokens;
  }

  /** From now on texts with more words are refused. */
  void refuseLongTexts() {
    refusesLong = true;
  }

  /** The documents' texts that were encoded, in order. */
  List<String> encoded() {
    return encoded;
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    for (int i = 0; refusesLong && i < texts.size(); i++) {
      if (countTokens(texts.get(i)) > maxWords) {
        throw new TextTooLongException(i, "is too long");
      }
    }
    if (role == Role.DOCUMENT) {
      encoded.addAll(texts);
    }
    encoder.encode(texts.stream().map(this::read).toList(), role, out, firstRow);
    int tokens = texts.stream().mapToInt(this::countTokens).sum();
    int lost = texts.stream().mapToInt(text -> Math.max(0, countTokens(text) - maxWords)).sum();
    long truncated = texts.stream().filter(text -> countTokens(text) > maxWords).count();
    return new EncodingReport(texts.size(), tokens - lost, truncated, lost);
  }

  private String read(String text) {
    String[] words = words(text);
    return String.join(" ", Arrays.copyOf(words, Math.min(words.length, maxWords)));
  }

  private static String[] words(String text) {
    return text.isBlank() ? new String[0] : text.strip().split("\\s+", -1);
  }

  @Override
  public int dimension() {
    return encoder.dimension();
  }

  @Override
  public int maxTokens() {
    return maxWords;
  }

  @Override
  public int countTokens(String text) {
    return words(text).length + specialTokens;
  }

  @Override
  public Similarity similarity() {
    return encoder.similarity();
  }

  @Override
  public Identity identity() {
    return new Identity("test", encoder.identity().hash() + maxWords, dimension());
  }

  @Override
  public void close() {}
}
