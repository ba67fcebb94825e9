package dev.akin.format.words;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a fastText model was trained: what stands at the beginning of its file.
 *
 * @param dimension cells of a vector
 * @param window words on each side, at most
 * @param epochs passes over the text
 * @param leastCount occurrences below which a word was dropped
 * @param negatives noise words for each true one
 * @param wordNgrams words of the longest n-gram of words, for classifiers
 * @param loss what was minimised
 * @param kind what was predicted from what
 * @param subwords n-grams of characters and their buckets
 * @param updateRate after how many tokens the learning rate was set anew
 * @param sampling threshold above which frequent words were skipped at random
 */
public record FastTextArgs(
    int dimension,
    int window,
    int epochs,
    int leastCount,
    int negatives,
    int wordNgrams,
    Loss loss,
    Kind kind,
    Subwords subwords,
    int updateRate,
    double sampling) {
  /** What was minimised. */
  public enum Loss {
    HIERARCHICAL_SOFTMAX(1),
    NEGATIVE_SAMPLING(2),
    SOFTMAX(3),
    ONE_VERSUS_ALL(4);

    private final int number;

    Loss(int number) {
      this.number = number;
    }

    /** What stands for it in a file. */
    int number() {
      return number;
    }

    static Optional<Loss> find(int number) {
      return Arrays.stream(values()).filter(loss -> loss.number == number).findFirst();
    }
  }

  /** What was predicted from what. */
  public enum Kind {
    CBOW(1),
    SKIP_GRAM(2),
    SUPERVISED(3);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** What stands for it in a file. */
    int number() {
      return number;
    }

    static Optional<Kind> find(int number) {
      return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
    }
  }

  /** Those of a table of word vectors that fastText did not train: no n-grams, nothing known. */
  static FastTextArgs ofTable(int dimension) {
    return new FastTextArgs(
        dimension,
        5,
        1,
        1,
        5,
        1,
        Loss.NEGATIVE_SAMPLING,
        Kind.SKIP_GRAM,
        new Subwords(0, 0, 0),
        100,
        1e-4);
  }
}
