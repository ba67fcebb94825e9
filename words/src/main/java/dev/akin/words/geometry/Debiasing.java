package dev.akin.words.geometry;

import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import dev.akin.vector.transform.SoftRejection;
import dev.akin.vector.transform.Subspace;
import dev.akin.vector.transform.Transform;
import dev.akin.words.WordVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Debiasing, hard and soft (Bolukbasi et al. 2016). Hard: the direction in which the words of
 * definitional pairs differ is taken out of all words but those that mean it, and pairs that differ
 * in nothing else are set at equal distances from everything. Soft: one map takes part of it out
 * and keeps inner products near what they were.
 *
 * <p>Of a word's nearness to others most is left: a classifier finds the old sides again (Gonen and
 * Goldberg 2019). Report both.
 */
public final class Debiasing {
  /** 1 − ‖Px‖ / ‖x‖ of a row whose rest is a millionth of it. */
  private static final double ROUNDING = 5e-13;

  private final Subspace subspace;
  private final int pairs;

  private Debiasing(Subspace subspace, int pairs) {
    this.subspace = subspace;
    this.pairs = pairs;
  }

  /** Two words that differ in the bias only: she and he. */
  public record WordPair(String first, String second) {}

  /**
   * Finds the direction: the first axes of the pairs' vectors around each pair's own mean.
   *
   * @param rank how many directions; 1 in the paper
   * @throws IllegalArgumentException if no pair has two vectors
   */
  public static Debiasing fit(WordVectors vectors, List<WordPair> pairs, int rank) {
    List<float[]> rows = new ArrayList<>();
    for (WordPair pair : pairs) {
      OptionalInt first = vectors.find(pair.first());
      OptionalInt second = vectors.find(pair.second());
      if (first.isPresent() && second.isPresent()) {
        float[] a = unit(vectors.vector(first.getAsInt()));
        float[] b = unit(vectors.vector(second.getAsInt()));
        float[] half = new float[a.length];
        float[] other = new float[a.length];
        for (int c = 0; c < half.length; c++) {
          half[c] = (a[c] - b[c]) / 2;
          other[c] = -half[c];
        }
        rows.add(half);
        rows.add(other);
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "none of the %d pairs has two words with vectors".formatted(pairs.size()));
    }
    try (Matrix halves = Matrix.of(rows.toArray(float[][]::new))) {
      return new Debiasing(Subspace.of(halves, rank), rows.size() / 2);
    }
  }

  private static float[] unit(float[] vector) {
    return Transform.unitLength(vector.length).apply(vector);
  }

  /** Where the bias lies. */
  public Subspace subspace() {
    return subspace;
  }

  /** How many pairs had vectors. */
  public int pairs() {
    return pairs;
  }

  /**
   * The direct bias, (1/n) Σ ‖Px‖ / ‖x‖ over words that should have none: 0 for none, 1 where they
   * say nothing else.
   *
   * @param words those without a vector are left out
   * @return in [0, 1]; not a number where no word has a vector
   */
  public double directBias(WordVectors vectors, List<String> words) {
    return directBias(vectors, words, 1);
  }

  /**
   * The direct bias of a strictness, (1/n) Σ (‖Px‖ / ‖x‖)ᶜ (Bolukbasi et al. 2016, section 5.2).
   *
   * @param strictness c, above 0: the smaller, the more a small part in the bias counts
   * @throws IllegalArgumentException if c is not positive and finite
   */
  public double directBias(WordVectors vectors, List<String> words, double strictness) {
    if (!(strictness > 0) || Double.isInfinite(strictness)) {
      throw new IllegalArgumentException("a strictness is above 0, got " + strictness);
    }
    return words.stream()
        .map(vectors::find)
        .flatMapToInt(OptionalInt::stream)
        .mapToDouble(row -> Math.pow(subspace.share(vectors.vector(row)), strictness))
        .average()
        .orElse(Double.NaN);
  }

  /**
   * All words, of length 1: those that do not mean the bias without it, the pairs equalised, the
   * others as they were. The caller closes the rows.
   *
   * @param specific words that mean it and keep it
   * @param equalised pairs that are to differ in it and nothing else
   */
  public Matrix apply(WordVectors vectors, Set<String> specific, List<WordPair> equalised) {
    Matrix rows = Matrix.allocate(vectors.size(), vectors.dimension());
    Transform neutral = subspace.rejection(1).then(Transform.unitLength(vectors.dimension()));
    for (int i = 0; i < vectors.size(); i++) {
      float[] row = unit(vectors.vector(i));
      rows.setRow(i, specific.contains(vectors.words().word(i)) ? row : neutral.apply(row));
    }
    for (WordPair pair : equalised) {
      OptionalInt first = vectors.find(pair.first());
      OptionalInt second = vectors.find(pair.second());
      if (first.isPresent() && second.isPresent()) {
        equalise(vectors, rows, first.getAsInt(), second.getAsInt());
      }
    }
    return rows;
  }

  /**
   * Soft debiasing: one linear map for all words, which keeps their inner products near what they
   * were and takes part of the bias out of those that do not mean it ({@link SoftRejection}); all
   * words of length 1. The caller closes the rows.
   *
   * @param specific words that mean it
   * @param strength 0 keeps all words as they are
   * @throws IllegalArgumentException if every word is specific or the strength is negative
   */
  public Matrix applySoftly(WordVectors vectors, Set<String> specific, double strength) {
    int[] neutral =
        IntStream.range(0, vectors.size())
            .filter(i -> !specific.contains(vectors.words().word(i)))
            .toArray();
    if (neutral.length == 0) {
      throw new IllegalArgumentException("all %d words are specific".formatted(vectors.size()));
    }
    Matrix rows = vectors.unitRows(vectors.size());
    try (Matrix neutralRows = rows.take(neutral)) {
      return SoftRejection.fit(rows, neutralRows, subspace, strength)
          .then(Transform.unitLength(vectors.dimension()))
          .apply(rows);
    }
  }

  /**
   * The indirect bias of two words ({@link #indirectBias(float[], float[])}); empty if one has no
   * vector, or they have no indirect bias.
   */
  public OptionalDouble findIndirectBias(WordVectors vectors, WordPair pair) {
    OptionalInt first = vectors.find(pair.first());
    OptionalInt second = vectors.find(pair.second());
    return first.isPresent() && second.isPresent()
        ? findIndirectBias(vectors.vector(first.getAsInt()), vectors.vector(second.getAsInt()))
        : OptionalDouble.empty();
  }

  /**
   * The indirect bias β(a, b): the share of two words' cosine that comes from their parts in the
   * subspace. 0 where they are near for other reasons, 1 where for this alone; negative where it
   * sets them apart.
   *
   * @throws IllegalArgumentException if the two are orthogonal or one lies in the subspace
   */
  public double indirectBias(float[] a, float[] b) {
    return findIndirectBias(a, b)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "words without a cosine, or without a part outside the bias, have no indirect"
                    + " bias"));
  }

  private OptionalDouble findIndirectBias(float[] a, float[] b) {
    double cosine = Similarity.COSINE.between(a, b);
    if (cosine == 0 || isInside(a) || isInside(b)) {
      return OptionalDouble.empty();
    }
    Transform rejection = subspace.rejection(1);
    double rest = Similarity.COSINE.between(rejection.apply(a), rejection.apply(b));
    return OptionalDouble.of((cosine - rest) / cosine);
  }

  /**
   * Whether what a row has outside the subspace is no more than what float cells are rounded by.
   */
  private boolean isInside(float[] row) {
    return 1 - subspace.share(row) < ROUNDING;
  }

  /** ν ± √(1 − ‖ν‖²) · (Pa − Pb) / ‖Pa − Pb‖, ν what the mean has outside the bias. */
  private void equalise(WordVectors vectors, Matrix rows, int first, int second) {
    float[] a = unit(vectors.vector(first));
    float[] b = unit(vectors.vector(second));
    float[] mean = new float[a.length];
    float[] difference = new float[a.length];
    for (int c = 0; c < mean.length; c++) {
      mean[c] = (a[c] + b[c]) / 2;
      difference[c] = a[c] - b[c];
    }
    float[] common = subspace.rejection(1).apply(mean);
    float[] apart = subspace.projection().apply(difference);
    double length = norm(apart);
    if (length == 0) {
      return;
    }
    double scale = Math.sqrt(Math.max(0, 1 - norm(common) * norm(common))) / length;
    float[] one = new float[a.length];
    float[] two = new float[a.length];
    for (int c = 0; c < one.length; c++) {
      one[c] = (float) (common[c] + scale * apart[c]);
      two[c] = (float) (common[c] - scale * apart[c]);
    }
    rows.setRow(first, one);
    rows.setRow(second, two);
  }

  private static double norm(float[] row) {
    double sum = 0;
    for (float cell : row) {
      sum += (double) cell * cell;
    }
    return Math.sqrt(sum);
  }
}
