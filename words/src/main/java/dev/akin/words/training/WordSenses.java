package dev.akin.words.training;

import dev.akin.format.words.WordList;
import dev.akin.vector.Matrix;
import dev.akin.words.WordVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The senses of words that were learned by {@link Method#SENSES} or {@link Method#MSSG}: their
 * vectors, how often each stands, and which one a context chooses.
 *
 * <p>Senses of a word are numbered from 0 on, the one that stands most often first; those that
 * stand in fewer than {@value #LEAST_PRIOR} of its occurrences are dropped. A view on the tables it
 * is of, good as long as these are open; does not change; safe for many threads.
 */
public final class WordSenses {
  /** A sense that stands less often is none. */
  public static final double LEAST_PRIOR = 0.05;

  private final TrainingOptions options;
  private final Vocabulary vocabulary;
  private final Layout layout;
  private final Tile.Tables tables;
  private final SubSampling sampling;

  WordSenses(TrainingOptions options, Vocabulary vocabulary, Layout layout, Tile.Tables tables) {
    this.options = options;
    this.vocabulary = vocabulary;
    this.layout = layout;
    this.tables = tables;
    this.sampling = new SubSampling(vocabulary, options.sampling());
  }

  /** How many senses a word has: 1 or more. */
  public int count(int word) {
    return kept(word).length;
  }

  /** What a sense is called: {@code bank#1} the one that stands most often. */
  public String name(int word, int sense) {
    return vocabulary.words().word(word) + "#" + (sense + 1);
  }

  /** A copy of the vectors of all senses under their names, for the caller to close. */
  public WordVectors vectors() {
    List<String> names = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    for (int word = 0; word < vocabulary.size(); word++) {
      for (int sense = 0; sense < count(word); sense++) {
        names.add(name(word, sense));
        rows.add(vector(word, sense));
      }
    }
    return WordVectors.of(WordList.of(names), Matrix.of(rows.toArray(float[][]::new)));
  }

  /** The share of a word's occurrences in which a sense stands, in the last pass over the text. */
  public double prior(int word, int sense) {
    return prior(tables.input(), word, kept(word)[sense]);
  }

  private double prior(Matrix table, int word, int row) {
    return Occurrence.prior(table, layout, word, row);
  }

  /** A copy of the vector of a sense. */
  public float[] vector(int word, int sense) {
    int row = layout.sense(word, kept(word)[sense]);
    return Arrays.copyOf(tables.input().copyRow(row), tables.dimension());
  }

  /**
   * The mean of the output rows of the words around a place, as far as the window of the training
   * reaches, each as much as its occurrences were kept while sampling: what a sense is chosen by.
   *
   * @param words ordinals of the words of a text
   * @return [dimension]; zeros if there is no other word
   */
  public float[] context(int[] words, int at) {
    return words.length < 2
        ? new float[tables.dimension()]
        : read(words, at).context().copyRow(0, tables.dimension());
  }

  /**
   * The probability of each sense of the word at a place of a text, from the words around it; the
   * priors if there is no other word.
   *
   * @param words ordinals of the words of a text
   * @return as many as senses, of sum 1
   */
  public double[] probabilities(int[] words, int at) {
    int word = words[at];
    int[] kept = kept(word);
    double[] shares;
    if (words.length < 2) {
      shares = Arrays.stream(kept).mapToDouble(row -> prior(tables.input(), word, row)).toArray();
    } else {
      Occurrence read = read(words, at);
      SenseChoice.of(options.method(), read).weigh();
      shares = Arrays.stream(kept).mapToDouble(row -> read.shares()[row]).toArray();
    }
    double sum = Arrays.stream(shares).sum();
    for (int sense = 0; sense < shares.length; sense++) {
      // Where the context is sure of a sense that was dropped, the others have nothing.
      shares[sense] = sum > 0 ? shares[sense] / sum : 1.0 / shares.length;
    }
    return shares;
  }

  private Occurrence read(int[] words, int at) {
    Objects.checkIndex(at, words.length);
    var read = new Occurrence(tables, layout, options.window());
    read.read(words, words.length, at, sampling::share);
    return read;
  }

  /** The rows of the senses that are kept, by falling prior. */
  private int[] kept(int word) {
    Matrix table = tables.input();
    int[] rows =
        IntStream.range(0, layout.senses())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer row) -> prior(table, word, row)).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    int count = 1;
    while (count < rows.length && prior(table, word, rows[count]) >= LEAST_PRIOR) {
      count++;
    }
    return Arrays.copyOf(rows, count);
  }
}
