package dev.akin.eval.complexity;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far words stand from the words they depend on: the mean of |head − dependent| over all words
 * but the roots (Liu 2008), counted in words of the sentence, punctuation included.
 *
 * @param mean 0 if no word depends on another
 * @param dependencies how many words depend on another
 * @param sentences how many were read
 */
public record DependencyDistance(double mean, long dependencies, int sentences) {
  private static final int FIELDS = 10;
  private static final int ID = 0;
  private static final int HEAD = 6;

  /**
   * Reads parsed sentences in CoNLL-U: ten fields a word, parted by tabs, an empty line after each
   * sentence. Comments, words made of several and words that are only understood ({@code 3-4},
   * {@code 5.1}) are passed over.
   *
   * @param lines of a file; read once, from first to last
   * @throws IllegalArgumentException if a line does not have ten fields, words are not numbered 1,
   *     2, 3…, or a head is no other word of the sentence (names line and value)
   */
  public static DependencyDistance parse(Stream<String> lines) {
    Reader reader = new Reader();
    Iterator<String> iterator = lines.iterator();
    while (iterator.hasNext()) {
      reader.read(iterator.next());
    }
    reader.endSentence();
    return reader.result();
  }

  /** Sums up line by line. */
  private static final class Reader {
    private final List<Integer> heads = new ArrayList<>();
    private int line;
    private long sum;
    private long dependencies;
    private int sentences;

    void read(String text) {
      line++;
      if (text.isBlank()) {
        endSentence();
      } else if (!text.startsWith("#")) {
        readWord(text.split("\t", -1));
      }
    }

    private void readWord(String[] fields) {
      if (fields.length != FIELDS) {
        throw new IllegalArgumentException(
            "line %d: %d fields instead of %d".formatted(line, fields.length, FIELDS));
      }
      if (fields[ID].contains("-") || fields[ID].contains(".")) {
        return;
      }
      if (number("word number", fields[ID]) != heads.size() + 1) {
        throw new IllegalArgumentException(
            "line %d: word %s where word %d should stand"
                .formatted(line, fields[ID], heads.size() + 1));
      }
      heads.add(number("head", fields[HEAD]));
    }

    private int number(String what, String field) {
      try {
        return Integer.parseInt(field);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "line %d: the %s '%s' is no number".formatted(line, what, field), e);
      }
    }

    void endSentence() {
      for (int i = 0; i < heads.size(); i++) {
        int word = i + 1;
        int head = heads.get(i);
        if (head < 0 || head > heads.size() || head == word) {
          throw new IllegalArgumentException(
              "the sentence before line %d: word %d of %d has the head %d"
                  .formatted(line, word, heads.size(), head));
        }
        if (head > 0) {
          sum += Math.abs(head - word);
          dependencies++;
        }
      }
      sentences += heads.isEmpty() ? 0 : 1;
      heads.clear();
    }

    DependencyDistance result() {
      double mean = dependencies == 0 ? 0 : (double) sum / dependencies;
      return new DependencyDistance(mean, dependencies, sentences);
    }
  }
}
