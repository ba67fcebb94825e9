package dev.akin.format.words;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The words of a table in their order, each found by its bytes: a word's ordinal is the row it has.
 *
 * <p>Words are bytes, as the tools that write them see them; those that are UTF-8 are texts.
 * Immutable, safe for many threads. Three million words of ten letters take 90 MB.
 */
public final class WordList {
  private final byte[] bytes;
  private final int[] ends;

  /** Ordinal + 1 by hash, open addressing; 0 is free. */
  private final int[] table;

  private final int size;

  private WordList(byte[] bytes, int[] ends, int[] table, int size) {
    this.bytes = bytes;
    this.ends = ends;
    this.table = table;
    this.size = size;
  }

  /**
   * A list of these words.
   *
   * @throws IllegalArgumentException if one is empty, stands twice, or holds half a surrogate pair
   */
  public static WordList of(List<String> words) {
    var builder = new Builder();
    for (String word : words) {
      byte[] utf8 =
          utf8(word)
              .filter(encoded -> encoded.length > 0)
              .orElseThrow(
                  () -> new IllegalArgumentException("'%s' is not a word".formatted(word)));
      if (!builder.add(utf8, 0, utf8.length)) {
        throw new IllegalArgumentException("the word '%s' stands twice".formatted(word));
      }
    }
    return builder.build();
  }

  /** The bytes of a text, unless it holds half a surrogate pair. */
  static Optional<byte[]> utf8(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean isWhole = new String(bytes, StandardCharsets.UTF_8).equals(text);
    return isWhole ? Optional.of(bytes) : Optional.empty();
  }

  /** How many words. */
  public int size() {
    return size;
  }

  /**
   * A word as text, with replacement characters (U+FFFD) for bytes that are not UTF-8.
   *
   * @throws IndexOutOfBoundsException if there is no such ordinal
   */
  public String word(int ordinal) {
    int start = start(ordinal);
    return new String(bytes, start, ends[ordinal] - start, StandardCharsets.UTF_8);
  }

  /**
   * A copy of a word's bytes.
   *
   * @throws IndexOutOfBoundsException if there is no such ordinal
   */
  public byte[] bytes(int ordinal) {
    return Arrays.copyOfRange(bytes, start(ordinal), ends[ordinal]);
  }

  private int start(int ordinal) {
    Objects.checkIndex(ordinal, size);
    return ordinal == 0 ? 0 : ends[ordinal - 1];
  }

  /**
   * The first of these words, as a list of its own.
   *
   * @throws IllegalArgumentException if there are not so many
   */
  public WordList first(int count) {
    if (count < 0 || count > size) {
      throw new IllegalArgumentException("the first %d of %d words".formatted(count, size));
    }
    return take(IntStream.range(0, count).toArray());
  }

  /**
   * Some of these words, in the order asked for, as a list of its own.
   *
   * @throws IndexOutOfBoundsException if there is no such ordinal
   * @throws IllegalArgumentException if a word is asked for twice
   */
  public WordList take(int... ordinals) {
    int length = 0;
    for (int ordinal : ordinals) {
      length += ends[ordinal] - start(ordinal);
    }
    byte[] taken = new byte[length];
    int[] takenEnds = new int[ordinals.length];
    int[] takenTable = new int[Builder.tableLength(ordinals.length)];
    int end = 0;
    for (int i = 0; i < ordinals.length; i++) {
      int from = start(ordinals[i]);
      int to = ends[ordinals[i]];
      int slot = slot(takenTable, taken, takenEnds, bytes, from, to);
      if (takenTable[slot] != 0) {
        throw new IllegalArgumentException(
            "the word '%s' is asked for twice".formatted(word(ordinals[i])));
      }
      System.arraycopy(bytes, from, taken, end, to - from);
      end += to - from;
      takenEnds[i] = end;
      takenTable[slot] = i + 1;
    }
    return new WordList(taken, takenEnds, takenTable, ordinals.length);
  }

  /** Compares two words byte by byte, unsigned, which is the order of their code points. */
  public int compare(int ordinal, int other) {
    return Arrays.compareUnsigned(
        bytes, start(ordinal), ends[ordinal], bytes, start(other), ends[other]);
  }

  /** Where a word stands. Words that are not UTF-8 are not found by a text. */
  public OptionalInt find(String word) {
    return utf8(word).map(this::find).orElse(OptionalInt.empty());
  }

  /** Where a word of these bytes stands. */
  public OptionalInt find(byte[] word) {
    int ordinal = find(word, 0, word.length);
    return ordinal < 0 ? OptionalInt.empty() : OptionalInt.of(ordinal);
  }

  /** Where the word stands that is a part of these bytes, or −1: what costs no object. */
  public int find(byte[] bytes, int from, int to) {
    return table[slot(table, this.bytes, ends, bytes, from, to)] - 1;
  }

  /** The slot that holds the word, or the free one where it belongs. */
  private static int slot(int[] table, byte[] bytes, int[] ends, byte[] word, int from, int to) {
    int slot = hash(word, from, to) & (table.length - 1);
    while (table[slot] != 0) {
      int ordinal = table[slot] - 1;
      int start = ordinal == 0 ? 0 : ends[ordinal - 1];
      if (Arrays.equals(bytes, start, ends[ordinal], word, from, to)) {
        break;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private static int hash(byte[] word, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ word[i]) * 0x100000001b3L;
    }
    // The low bits choose the slot and FNV leaves them poor.
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return (int) (hash >>> 32);
  }

  /** Adds the words to a digest. */
  void addTo(MessageDigest digest) {
    for (int ordinal = 0; ordinal < size; ordinal++) {
      Digests.add(digest, ends[ordinal]);
    }
    digest.update(bytes);
  }

  @Override
  public String toString() {
    return "WordList[%d]".formatted(size);
  }

  /** Takes words one by one. For one thread. */
  public static final class Builder {
    private ByteBuilder bytes = new ByteBuilder();
    private int[] ends = new int[64];
    private int[] table = new int[tableLength(0)];
    private int size;

    /** How many words it has. */
    public int size() {
      return size;
    }

    /** How many bytes these words have. */
    public int bytes() {
      return bytes.length();
    }

    /** Adds a word unless it is there already; says whether it was added. */
    boolean add(byte[] word, int from, int to) {
      int before = size;
      place(word, from, to);
      return size > before;
    }

    /**
     * The ordinal of a word, which is added if it is new: then it is the last.
     *
     * @throws ArithmeticException if the words would have more than 2³¹ bytes
     */
    public int place(byte[] word, int from, int to) {
      if (2 * (size + 1) > table.length) {
        grow();
      }
      int slot = slot(table, bytes.array(), ends, word, from, to);
      if (table[slot] != 0) {
        return table[slot] - 1;
      }
      bytes.append(word, from, to);
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, 2 * size);
      }
      ends[size++] = bytes.length();
      table[slot] = size;
      return size - 1;
    }

    /** Slots for so many words: a power of two, and at most half of them taken. */
    private static int tableLength(int words) {
      int least = Math.multiplyExact(2, Math.max(words, 64));
      return least == Integer.highestOneBit(least)
          ? least
          : Math.multiplyExact(2, Integer.highestOneBit(least));
    }

    private void grow() {
      int[] larger = new int[Math.multiplyExact(table.length, 2)];
      for (int ordinal = 0; ordinal < size; ordinal++) {
        int start = ordinal == 0 ? 0 : ends[ordinal - 1];
        int slot = hash(bytes.array(), start, ends[ordinal]) & (larger.length - 1);
        while (larger[slot] != 0) {
          slot = (slot + 1) & (larger.length - 1);
        }
        larger[slot] = ordinal + 1;
      }
      table = larger;
    }

    /** The words so far; the builder holds none of them any more. */
    public WordList build() {
      var list = new WordList(bytes.toBytes(), Arrays.copyOf(ends, size), table, size);
      bytes = new ByteBuilder();
      ends = new int[64];
      table = new int[tableLength(0)];
      size = 0;
      return list;
    }
  }
}
