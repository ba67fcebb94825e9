package dev.akin.words;

import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Scorer;
import dev.akin.vector.Similarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Asks word vectors: what is near, what completes an analogy, what does not belong.
 *
 * <p>Every word that can be an answer is compared; none is missed. The words of a question are
 * never its answers. They may be composed from n-grams where the vectors allow that. Immutable,
 * safe for many threads; borrows the vectors.
 */
public final class WordSearch {
  private final WordVectors vectors;
  private final ExactScan scan;
  private final int first;

  private WordSearch(WordVectors vectors, ExactScan scan, int first) {
    this.vectors = vectors;
    this.scan = scan;
    this.first = first;
  }

  /**
   * A search in which every word can be an answer.
   *
   * @throws IllegalArgumentException if there is no word
   */
  public static WordSearch of(WordVectors vectors, ExactScan scan) {
    return new WordSearch(vectors, scan, vectors.size()).amongFirst(vectors.size());
  }

  /**
   * The same with answers among the first words only, as word2vec's own evaluation takes the 30,000
   * most frequent; a number beyond the vocabulary means all of it.
   *
   * @throws IllegalArgumentException if that is none
   */
  public WordSearch amongFirst(int words) {
    if (words < 1 || vectors.size() == 0) {
      throw new IllegalArgumentException(
          "answers among the first %d of %d words; at least 1 is needed"
              .formatted(words, vectors.size()));
    }
    return new WordSearch(vectors, scan, Math.min(words, vectors.size()));
  }

  /** How many words can be answers. */
  public int candidates() {
    return first;
  }

  /** The vectors that are asked. */
  public WordVectors vectors() {
    return vectors;
  }

  /**
   * The words nearest to a word, by cosine.
   *
   * @return min(k, candidates) words without the word itself, by falling cosine, ties by ordinal
   * @throws UnknownWordException if the word has no vector
   */
  public List<Neighbour> nearest(String word, int k) {
    return nearest(vectors.requireVector(word), k, List.of(word));
  }

  /**
   * The words nearest to a vector, by cosine.
   *
   * @param excluded words that are no answers
   * @throws IllegalArgumentException if the vector has another dimension or k is not positive
   */
  public List<Neighbour> nearest(float[] vector, int k, List<String> excluded) {
    int[] ordinals = ordinals(excluded);
    Scorer scorer =
        Scorer.of(vectors.unitRows(first), WordVectors.unit(vector.clone()), Similarity.DOT);
    return kept(scan.nearest(scorer, withRoom(k, ordinals.length)), ordinals, k);
  }

  /**
   * The rank of the nearest of some words to a vector, by cosine, among all that can be answers:
   * from 1, ties by ordinal. One look at every row.
   *
   * @param wanted ordinals below {@link #candidates}, at least one
   * @throws IllegalArgumentException if the vector has another dimension, nothing is wanted, or a
   *     score is not a number
   */
  public int bestRank(float[] vector, int... wanted) {
    return BestRank.of(
        Scorer.of(vectors.unitRows(first), WordVectors.unit(vector.clone()), Similarity.DOT),
        wanted);
  }

  /** What CSLS needs of these vectors; see {@link Csls} for its cost. */
  public Csls csls(int neighbours) {
    return Csls.within(vectors.unitRows(first), neighbours, scan);
  }

  /**
   * The words nearest to a word by CSLS, which {@link #csls} of this search gave.
   *
   * @return as {@link #nearest(String, int)}, the scores being CSLS
   */
  public List<Neighbour> nearest(String word, int k, Csls csls) {
    OptionalInt ordinal = vectors.find(word);
    if (ordinal.isPresent() && ordinal.getAsInt() < first) {
      List<Match> matches = csls.nearest(ordinal.getAsInt(), withRoom(k, 1));
      return kept(matches, new int[] {ordinal.getAsInt()}, k);
    }
    return kept(csls.nearest(vectors.requireVector(word), k), new int[0], k);
  }

  /**
   * The words that complete <i>a is to b as c is to …</i>
   *
   * @return min(k, candidates) words without a, b and c, best first, scored by the method
   * @throws UnknownWordException if a word of the question has no vector
   */
  public List<Neighbour> complete(Analogy question, AnalogyMethod method, int k) {
    return complete(List.of(question), method, k).getFirst();
  }

  /**
   * The answers to many questions in one scan; cosines of a word that occurs in several are
   * computed once.
   *
   * @throws UnknownWordException if a word of a question has no vector
   */
  public List<List<Neighbour>> complete(List<Analogy> questions, AnalogyMethod method, int k) {
    WordLookup lookup = new WordLookup(vectors, Casing.AS_WRITTEN, OutOfVocabulary.COMPOSED);
    try (var indexed = AnalogyQuestions.of(questions, lookup)) {
      return new AnalogyScan(vectors.unitRows(first), method, scan.threads())
          .nearest(indexed, k).stream().map(matches -> kept(matches, new int[0], k)).toList();
    }
  }

  /**
   * The rank of the expected answer of each question, from 1 for the best; 0 where it is a word of
   * the question itself, which is no answer.
   *
   * @param expected ordinals below {@link #candidates}, one a question
   * @param lookup how the words of the questions are found
   * @throws UnknownWordException if a word of a question has no vector
   */
  public int[] ranks(
      List<Analogy> questions, int[] expected, AnalogyMethod method, WordLookup lookup) {
    try (var indexed = AnalogyQuestions.of(questions, lookup)) {
      return new AnalogyScan(vectors.unitRows(first), method, scan.threads())
          .ranks(indexed, expected);
    }
  }

  /**
   * How well each word fits the others: its cosine with the mean of all their vectors of length 1
   * (Mikolov et al.'s “does not match”).
   *
   * @return the words, the one that fits least first
   * @throws UnknownWordException if a word has no vector
   * @throws IllegalArgumentException if there are fewer than three
   */
  public List<Neighbour> outliers(List<String> words) {
    if (words.size() < 3) {
      throw new IllegalArgumentException(
          "an outlier among %d words; three or more are needed".formatted(words.size()));
    }
    List<float[]> units =
        words.stream().map(word -> WordVectors.unit(vectors.requireVector(word))).toList();
    float[] mean = new float[vectors.dimension()];
    for (float[] unit : units) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += unit[i] / words.size();
      }
    }
    List<Neighbour> fits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      fits.add(
          new Neighbour(
              vectors.find(words.get(i)).orElse(-1),
              words.get(i),
              Similarity.COSINE.between(units.get(i), mean)));
    }
    fits.sort(Comparator.comparingDouble(Neighbour::score));
    return fits;
  }

  private int[] ordinals(List<String> words) {
    return words.stream()
        .map(vectors::find)
        .flatMapToInt(OptionalInt::stream)
        .filter(ordinal -> ordinal < first)
        .distinct()
        .toArray();
  }

  /** k and as many more as will be left out; a k beyond the vocabulary is no overflow. */
  private int withRoom(int k, int excluded) {
    return k < 1 ? k : (int) Math.min(first, (long) k + excluded);
  }

  private List<Neighbour> kept(List<Match> matches, int[] excluded, int k) {
    return matches.stream()
        .filter(match -> Arrays.stream(excluded).noneMatch(o -> o == match.ordinal()))
        .limit(k)
        .map(m -> new Neighbour(m.ordinal(), vectors.words().word(m.ordinal()), m.score()))
        .toList();
  }
}
