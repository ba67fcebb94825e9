package dev.akin.words;

import dev.akin.format.words.FastTextArgs;
import dev.akin.format.words.FastTextArgs.Kind;
import dev.akin.format.words.FastTextArgs.Loss;
import dev.akin.format.words.FastTextModel;
import dev.akin.format.words.Subwords;
import dev.akin.format.words.WordList;
import dev.akin.vector.Matrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small tables of words to test with. */
public final class Tables {
  private Tables() {}

  /** The words w0, w1 … with random rows. */
  public static WordVectors random(SplittableRandom random, int size, int dimension) {
    float[][] rows = new float[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = row(random, dimension);
    }
    return WordVectors.of(
        WordList.of(IntStream.range(0, size).mapToObj(i -> "w" + i).toList()), Matrix.of(rows));
  }

  /** Cells around zero with deviation 1. */
  public static float[] row(SplittableRandom random, int dimension) {
    float[] row = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      row[i] = (float) random.nextGaussian();
    }
    return row;
  }

  /** These words with these rows. */
  public static WordVectors of(List<String> words, float[]... rows) {
    return WordVectors.of(WordList.of(words), Matrix.of(rows));
  }

  /** A model with n-grams of two and three characters: words that occurred 8, 4, 2 … times. */
  static WordVectors withNgrams(SplittableRandom random, List<String> words, int dimension) {
    int buckets = 20;
    float[][] input = new float[words.size() + buckets][];
    for (int i = 0; i < input.length; i++) {
      input[i] = row(random, dimension);
    }
    long[] counts = new long[words.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = 8 >> i;
    }
    FastTextArgs args =
        new FastTextArgs(
            dimension,
            5,
            1,
            1,
            5,
            1,
            Loss.NEGATIVE_SAMPLING,
            Kind.SKIP_GRAM,
            new Subwords(2, 3, buckets),
            100,
            1e-4);
    return WordVectors.of(
        FastTextModel.of(
            args,
            WordList.of(words),
            counts,
            Matrix.of(input),
            Matrix.allocate(words.size(), dimension)));
  }

  /** The cosine, in double. */
  static double cosine(float[] a, float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }
}
