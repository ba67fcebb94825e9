package dev.akin.format.words;

import java.util.Arrays;

/**
 * Which n-grams of characters a word has, as fastText counts and hashes them (Bojanowski et al.
 * 2017, section 3.2).
 *
 * <p>The word is put in brackets, {@code <word>}; its n-grams of {@code least} to {@code most}
 * characters are taken from each character on, brackets included, but no bracket alone. A character
 * is a byte that does not continue another (UTF-8), so bytes that are not UTF-8 do no harm. Each
 * n-gram is hashed by 32-bit FNV-1a in which bytes count as signed: one of 128 or more flips the
 * upper 24 bits of the hash too. The bucket is the hash, unsigned, modulo the number of buckets.
 *
 * @param least characters of the shortest n-grams
 * @param most characters of the longest; 0 or less for no n-grams
 * @param buckets how many rows n-grams share
 */
public record Subwords(int least, int most, int buckets) {
  private static final int FNV_BASIS = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;

  /** Refuses n-grams without a bucket. */
  public Subwords {
    if (most > 0 && buckets < 1) {
      throw new IllegalArgumentException(
          "n-grams of %d to %d characters need buckets, got %d".formatted(least, most, buckets));
    }
  }

  /**
   * The bucket of each n-gram of a word, in fastText's order: by start, then by length. Some may be
   * the same.
   *
   * @param word in UTF-8, without brackets
   */
  public int[] bucketsOf(byte[] word) {
    byte[] bracketed = new byte[word.length + 2];
    bracketed[0] = '<';
    System.arraycopy(word, 0, bracketed, 1, word.length);
    bracketed[word.length + 1] = '>';
    int[] found = new int[4 * bracketed.length];
    int count = 0;
    for (int start = 0; start < bracketed.length; start++) {
      if (continues(bracketed[start])) {
        continue;
      }
      int hash = FNV_BASIS;
      int end = start;
      for (int n = 1; n <= most && end < bracketed.length; n++) {
        do {
          hash = (hash ^ bracketed[end++]) * FNV_PRIME; // a byte widens with its sign
        } while (end < bracketed.length && continues(bracketed[end]));
        boolean isBracket = n == 1 && (start == 0 || end == bracketed.length);
        if (n >= least && !isBracket) {
          if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
          }
          found[count++] = Integer.remainderUnsigned(hash, buckets);
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The hash of whole bytes, as of an n-gram; negative from 2³¹ on. */
  static int hash(byte[] word) {
    int hash = FNV_BASIS;
    for (byte b : word) {
      hash = (hash ^ b) * FNV_PRIME;
    }
    return hash;
  }

  private static boolean continues(byte b) {
    return (b & 0xc0) == 0x80;
  }
}
