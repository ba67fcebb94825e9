package dev.akin.words.counting;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The tables of GloVe, and what one pair of words does to them. For one thread.
 *
 * <p>A row of a table is the vector and, behind it, its bias.
 */
final class GloveStep {
  /** An array has no more. */
  private static final int MOST_CELLS = Integer.MAX_VALUE - 8;

  private final int dimension;
  private final int stride;
  private final float rate;
  private final float[] words;
  private final float[] contexts;
  private final float[] wordSquares;
  private final float[] contextSquares;

  /**
   * Vectors and biases uniform within half a cell's share, sums of squares 1.
   *
   * @throws IllegalArgumentException if a table would have more cells than an array can
   */
  GloveStep(int rows, int dimension, double rate, SplittableRandom random) {
    this.dimension = dimension;
    this.stride = dimension + 1;
    this.rate = (float) rate;
    if ((long) rows * stride > MOST_CELLS) {
      throw new IllegalArgumentException(
          "%,d words of %,d cells and a bias are more than the %,d cells of a table; ask for fewer cells or a higher least count"
              .formatted(rows, dimension, MOST_CELLS));
    }
    int cells = rows * stride;
    this.words = uniform(cells, random);
    this.contexts = uniform(cells, random);
    this.wordSquares = new float[cells];
    this.contextSquares = new float[cells];
    Arrays.fill(wordSquares, 1);
    Arrays.fill(contextSquares, 1);
  }

  private float[] uniform(int cells, SplittableRandom random) {
    float[] draws = new float[cells];
    for (int i = 0; i < cells; i++) {
      draws[i] = (float) ((random.nextDouble() - 0.5) / stride);
    }
    return draws;
  }

  /** w·c + b + b′ − ln x. */
  float error(int row, int column, float logarithm) {
    int w = row * stride;
    int c = column * stride;
    float a0 = 0;
    float a1 = 0;
    float a2 = 0;
    float a3 = 0;
    int i = 0;
    for (; i + 3 < dimension; i += 4) {
      a0 += words[w + i] * contexts[c + i];
      a1 += words[w + i + 1] * contexts[c + i + 1];
      a2 += words[w + i + 2] * contexts[c + i + 2];
      a3 += words[w + i + 3] * contexts[c + i + 3];
    }
    for (; i < dimension; i++) {
      a0 += words[w + i] * contexts[c + i];
    }
    return a0 + a1 + (a2 + a3) + words[w + dimension] + contexts[c + dimension] - logarithm;
  }

  /**
   * One step of AdaGrad on ½ f(x) (w·c + b + b′ − ln x)².
   *
   * @param weight f(x)
   * @return the loss before
   */
  double learn(int row, int column, float logarithm, float weight) {
    float error = error(row, column, logarithm);
    float scaled = weight * error;
    int w = row * stride;
    int c = column * stride;
    for (int i = 0; i < dimension; i++) {
      float ofWord = scaled * contexts[c + i];
      float ofContext = scaled * words[w + i];
      words[w + i] -= rate * ofWord / (float) Math.sqrt(wordSquares[w + i]);
      contexts[c + i] -= rate * ofContext / (float) Math.sqrt(contextSquares[c + i]);
      wordSquares[w + i] += ofWord * ofWord;
      contextSquares[c + i] += ofContext * ofContext;
    }
    words[w + dimension] -= rate * scaled / (float) Math.sqrt(wordSquares[w + dimension]);
    contexts[c + dimension] -= rate * scaled / (float) Math.sqrt(contextSquares[c + dimension]);
    wordSquares[w + dimension] += scaled * scaled;
    contextSquares[c + dimension] += scaled * scaled;
    return 0.5 * scaled * error;
  }

  /** The sum of the two vectors of a word. */
  float[] vector(int row) {
    float[] sum = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      sum[i] = words[row * stride + i] + contexts[row * stride + i];
    }
    return sum;
  }

  /** The parameters of a word, bias last; for tests. */
  float[] word(int row) {
    return Arrays.copyOfRange(words, row * stride, (row + 1) * stride);
  }

  float[] context(int row) {
    return Arrays.copyOfRange(contexts, row * stride, (row + 1) * stride);
  }
}
