package dev.akin.encoder;

import dev.akin.encoder.head.RowLayer;
import dev.akin.vector.Matrix;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Words and character trigrams hashed to signed cells: no model file, no training, hundreds of
 * times faster than a transformer, and it finds what shares words and word parts.
 *
 * <p>Each word adds ±1 and each trigram of its bracketed form ({@code <word>}) ±1/√trigrams to the
 * cell its hash names; the row is then brought to length 1 (feature hashing: Weinberger et al.
 * 2009, section 2; bracketed n-grams: Bojanowski et al. 2017, section 3.2). A text without a letter
 * or digit is the zero row. Both roles give the same row.
 *
 * <p>Immutable, safe for many threads, holds no native memory. The row of a text is the same bits
 * on every machine.
 */
public final class HashedEncoder implements WholeTextEncoder {
  private static final int LEAST_DIMENSION = 8;

  private static final RowLayer NORMALIZE = new RowLayer.Normalize();

  /** Part of the identity: raise it when rows change. */
  private static final String RECIPE = "hashed words and trigrams, recipe 1, dimension ";

  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long TRIGRAM_SALT = 0x9e3779b97f4a7c15L;

  private final int dimension;
  private final Identity identity;

  private HashedEncoder(int dimension) {
    this.dimension = dimension;
    this.identity =
        new Identity(
            "hashed-" + dimension,
            Sha256.hex((RECIPE + dimension).getBytes(StandardCharsets.UTF_8)),
            dimension);
  }

  /**
   * An encoder to rows of that length; 256 and more keep collisions rare.
   *
   * @throws IllegalArgumentException if the dimension is below 8
   */
  public static HashedEncoder of(int dimension) {
    if (dimension < LEAST_DIMENSION) {
      throw new IllegalArgumentException(
          "a hashed encoder needs a dimension of %d or more, got %d"
              .formatted(LEAST_DIMENSION, dimension));
    }
    return new HashedEncoder(dimension);
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    RowRange.check(texts.size(), dimension, out, firstRow);
    float[] row = new float[dimension];
    long words = 0;
    for (int i = 0; i < texts.size(); i++) {
      Arrays.fill(row, 0);
      words += addWords(texts.get(i), row);
      NORMALIZE.apply(row);
      out.setRow(firstRow + i, row);
    }
    return new EncodingReport(texts.size(), words, 0, 0);
  }

  /** Adds every word of the text to the row and returns their number. */
  private int addWords(String text, float[] row) {
    int words = 0;
    int[] word = new int[16];
    int length = 0;
    for (int i = 0; i <= text.length(); ) {
      int c = i < text.length() ? text.codePointAt(i) : ' ';
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c) || isMark(c)) {
        if (length == word.length) {
          word = Arrays.copyOf(word, 2 * length);
        }
        word[length++] = Character.toLowerCase(c);
      } else if (length > 0) {
        addWord(word, length, row);
        words++;
        length = 0;
      }
    }
    return words;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private void addWord(int[] word, int length, float[] row) {
    long hash = FNV_BASIS;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ word[i]) * FNV_PRIME;
    }
    add(mix(hash), 1, row);
    float weight = (float) (1 / Math.sqrt(length));
    for (int i = 0; i < length; i++) {
      long trigram = FNV_BASIS ^ TRIGRAM_SALT;
      trigram = (trigram ^ (i == 0 ? '<' : word[i - 1])) * FNV_PRIME;
      trigram = (trigram ^ word[i]) * FNV_PRIME;
      trigram = (trigram ^ (i == length - 1 ? '>' : word[i + 1])) * FNV_PRIME;
      add(mix(trigram), weight, row);
    }
  }

  private void add(long hash, float weight, float[] row) {
    int cell = (int) Long.remainderUnsigned(hash >>> 1, dimension);
    row[cell] += (hash & 1) == 0 ? weight : -weight;
  }

  /** Stafford's variant 13 of the 64-bit finaliser: FNV alone leaves its low bits poor. */
  private static long mix(long hash) {
    long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public int countTokens(String text) {
    return addWords(text, new float[dimension]);
  }

  @Override
  public Identity identity() {
    return identity;
  }

  /** Nothing to free. */
  @Override
  public void close() {}
}
