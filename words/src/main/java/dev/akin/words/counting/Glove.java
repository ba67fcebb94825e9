package dev.akin.words.counting;

import dev.akin.vector.Matrix;
import dev.akin.words.counting.ContextWindow.Weight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * GloVe (Pennington, Socher and Manning 2014): vectors whose products are logarithms of counts, by
 * least squares Σ f(x)(w·c + b + b′ − ln x)², f(x) = min(1, (x / mostCount)^¾), with AdaGrad. A
 * word's vector is w + c.
 *
 * <p>In one thread: the same counts and seed give the same bytes. O(cells · dimension) an epoch.
 *
 * @param window words on each side; a word at distance d counts 1 / d
 * @param epochs passes over the cells
 * @param rate learning rate
 * @param mostCount x-max, from which cells count fully: 100 in the paper's corpora of billions of
 *     words, about 10 for some millions
 */
public record Glove(int window, int epochs, double rate, double mostCount)
    implements CountingMethod {
  /** The paper's exponent of f. */
  private static final double POWER = 0.75;

  /** Cells shuffled in memory at once: 64 MB. */
  private static final int CELLS_IN_MEMORY = 1 << 22;

  /** Refuses what nothing can be learned with, naming it and its value. */
  public Glove {
    ContextWindow.requireReach(window);
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs is 1 or more, got " + epochs);
    }
    if (!(rate > 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate is above 0 and at most 1, got " + rate);
    }
    if (!(mostCount > 0 && Double.isFinite(mostCount))) {
      throw new IllegalArgumentException("x-max is above 0 and finite, got " + mostCount);
    }
  }

  /** Window 10, 15 epochs, rate 0.05, largest count 10. */
  public static Glove usual() {
    return new Glove(10, 15, 0.05, 10);
  }

  @Override
  public String label() {
    return "glove";
  }

  @Override
  public ContextWindow contexts() {
    return ContextWindow.around(window, Weight.INVERSE);
  }

  /** f(x). */
  double weight(double count) {
    return count < mostCount ? Math.pow(count / mostCount, POWER) : 1;
  }

  @Override
  public Matrix learn(Cooccurrences counts, CountingOptions options, CountingRun run)
      throws IOException {
    SplittableRandom random = new SplittableRandom(options.seed());
    GloveStep step = new GloveStep(counts.rows(), options.dimension(), rate, random.split());
    try (GloveCells cells = shuffled(counts, random.nextLong(), run.folder())) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        double[] loss = new double[1];
        cells.forEach(
            random,
            (row, column, logarithm, weight) ->
                loss[0] += step.learn(row, column, logarithm, weight));
        run.listener().at(epoch + 1, epochs, loss[0] / counts.cells());
      }
    }
    Matrix rows = Matrix.allocate(counts.rows(), options.dimension());
    for (int row = 0; row < counts.rows(); row++) {
      rows.setRow(row, step.vector(row));
    }
    return rows;
  }

  private GloveCells shuffled(Cooccurrences counts, long seed, Path folder) throws IOException {
    return GloveCells.of(counts, this, CELLS_IN_MEMORY, folder, seed);
  }
}
