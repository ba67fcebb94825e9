package dev.akin.words.counting;

import dev.akin.vector.Matrix;
import dev.akin.words.counting.ContextWindow.Weight;
import dev.akin.words.training.TrainingOptions;

/**
 * Bit ciphers (Zhao and Williams 2023): every word has a code of few bits, and a word's vector is
 * the sum of the codes of the words near it, each cell as the logarithm of what was counted over
 * what chance would give: ln((s + 1) / (e + 1)), e = row sum · column sum / total.
 *
 * <p>One pass and no training. Good for what words do in a sentence, not for what they mean.
 *
 * @param window words on each side
 * @param isConcatenated whether each place has cells of its own (2 · window · bits in all), or all
 *     are added
 */
public record BitCipher(int window, boolean isConcatenated) implements CountingMethod {
  public BitCipher {
    ContextWindow.requireReach(window);
  }

  /** Five words on each side, added. */
  public static BitCipher sum() {
    return new BitCipher(5, false);
  }

  /** Two words on each side, side by side. */
  public static BitCipher concatenation() {
    return new BitCipher(2, true);
  }

  @Override
  public String label() {
    return isConcatenated ? "bit-cipher-concat" : "bit-cipher";
  }

  @Override
  public ContextWindow contexts() {
    return new ContextWindow(window, window, Weight.EQUAL, isConcatenated);
  }

  @Override
  public int cells(CountingOptions options) {
    int places = contexts().blocks();
    int cells = options.dimension() * places;
    if (cells > TrainingOptions.MOST_DIMENSION) {
      throw new IllegalArgumentException(
          "dimension %,d at %d places makes %,d cells, and vectors have at most %,d; ask for fewer bits or a smaller window"
              .formatted(options.dimension(), places, cells, TrainingOptions.MOST_DIMENSION));
    }
    return cells;
  }

  @Override
  public Matrix learn(Cooccurrences counts, CountingOptions options, CountingRun run) {
    int bits = options.dimension();
    int words = counts.rows();
    // A word's count in its contexts is its row's sum, which has the order of occurrences. Contexts
    // count 1 each, so it is a whole number.
    Margins margins = Margins.of(counts);
    long[] mass = new long[words];
    for (int word = 0; word < words; word++) {
      for (int block = 0; block < counts.blocks(); block++) {
        mass[word] += (long) margins.row(block, word);
      }
    }
    int[][] codes = BitCodes.assign(mass, bits);
    int width = cells(options);
    double[][] sums = new double[words][width];
    counts.forEach((row, column, count) -> {
      int first = column / words * bits;
      for (int bit : codes[column % words]) {
        sums[row][first + bit] += count;
      }
    });
    return logarithms(sums, bits);
  }

  private static Matrix logarithms(double[][] sums, int bits) {
    int width = sums[0].length;
    double[] columns = new double[width];
    for (double[] row : sums) {
      for (int c = 0; c < width; c++) {
        columns[c] += row[c];
      }
    }
    Matrix rows = Matrix.allocate(sums.length, width);
    float[] cells = new float[width];
    for (int r = 0; r < sums.length; r++) {
      for (int first = 0; first < width; first += bits) {
        double total = 0;
        double row = 0;
        for (int c = first; c < first + bits; c++) {
          total += columns[c];
          row += sums[r][c];
        }
        for (int c = first; c < first + bits; c++) {
          double expected = total == 0 ? 0 : row * columns[c] / total;
          cells[c] = (float) Math.log((sums[r][c] + 1) / (expected + 1));
        }
      }
      rows.setRow(r, cells);
    }
    return rows;
  }
}
