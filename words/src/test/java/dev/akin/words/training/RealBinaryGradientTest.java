package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.format.words.WordList;
import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What a document's words change of its real vector, of the projection and of the outputs, against
 * the derivatives of the likelihood with the rounding passed straight through, in double precision.
 */
class RealBinaryGradientTest {
  private static final long[] COUNTS = {50, 40, 30, 20, 10, 5, 2};
  private static final int[] WORDS = {1, 4, 2};
  private static final int BITS = 3;
  private static final int REALS = 7;
  private static final int NEGATIVES = 3;
  private static final int LINE = 1;
  private static final float RATE = 1e-3f;
  private static final double BOUND = 2e-2;

  @Test
  void aDocumentChangesTheTablesByTheGradientOfItsLikelihood() {
    TrainingOptions options =
        TrainingOptions.builder(Method.REAL_BINARY_PV)
            .dimension(BITS)
            .realDimension(REALS)
            .negatives(NEGATIVES)
            .build();
    var words = WordList.of(List.of("a", "b", "c", "d", "e", "f", "g"));
    var vocabulary = new Vocabulary(words, COUNTS, new Vocabulary.Text(157, 7, 3, false));
    Layout layout = Layout.of(options, vocabulary, 7);
    // 7 rows of the projection, 3 documents of 7 cells in 3 rows of 3.
    assertThat(layout.inputRows()).isEqualTo(7 + 3 * 3);
    var random = new Random(3);
    var tables = new Tile.Tables(random(layout.inputRows(), random), random(7, random), BITS);
    double[] real = new double[REALS];
    double[][] projection = new double[REALS][BITS];
    double[] projected = new double[BITS];
    for (int j = 0; j < REALS; j++) {
      real[j] = tables.input().get(layout.document(LINE) + j / BITS, j % BITS);
      for (int c = 0; c < BITS; c++) {
        projection[j][c] = tables.input().get(layout.projection(j), c);
        projected[c] += real[j] * projection[j][c];
      }
    }
    double[][] output = new double[7][BITS];
    for (int w = 0; w < 7; w++) {
      for (int c = 0; c < BITS; c++) {
        output[w][c] = tables.output().get(w, c);
      }
    }
    float[] others = tables.input().copyRow(layout.document(0));

    var features = Features.of(words, TrainingOptions.NO_SUBWORDS);
    var composition = LookupTrainer.composition(options, features, layout);
    var step =
        new Step(tables, composition, new NegativeSampling(new Noise(COUNTS, 0.75), NEGATIVES));
    step.draws = new Draws(11);
    step.rate = RATE;
    step.line = LINE;
    composition.learn(WORDS, WORDS.length, step);

    double[] errors = errors(projected, output);
    double[] slope = new double[BITS];
    for (int c = 0; c < BITS; c++) {
      double share = 1 / (1 + Math.exp(-projected[c]));
      for (int w = 0; w < 7; w++) {
        slope[c] += share * (1 - share) * errors[w] * output[w][c];
      }
    }
    for (int j = 0; j < REALS; j++) {
      double due = 0;
      for (int c = 0; c < BITS; c++) {
        due += 20 * slope[c] * projection[j][c];
        double gained = (tables.input().get(layout.projection(j), c) - projection[j][c]) / RATE;
        assertThat(gained).as("projection").isCloseTo(real[j] * slope[c], within(BOUND));
      }
      double gained =
          (tables.input().get(layout.document(LINE) + j / BITS, j % BITS) - real[j]) / RATE;
      assertThat(gained).as("real").isCloseTo(due, within(BOUND * (1 + Math.abs(due))));
    }
    for (int w = 0; w < 7; w++) {
      for (int c = 0; c < BITS; c++) {
        double gained = (tables.output().get(w, c) - output[w][c]) / RATE;
        double due = projected[c] > 0 ? errors[w] : 0;
        assertThat(gained).as("output").isCloseTo(due, within(BOUND));
      }
    }
    assertThat(tables.input().copyRow(layout.document(0))).isEqualTo(others);
  }

  /** For each output row the sum of weight · (label − σ(score)). */
  private static double[] errors(double[] projected, double[][] output) {
    double[] errors = new double[7];
    for (int word : WORDS) {
      errors[word] += 1 - sigmoid(projected, output[word]);
    }
    var draws = new Draws(11);
    var noise = new Noise(COUNTS, 0.75);
    int shares = (WORDS.length + 1) / 2;
    for (int n = 0; n < NEGATIVES * shares; n++) {
      int drawn = noise.draw(draws);
      if (drawn != 1 && drawn != 4 && drawn != 2) {
        errors[drawn] -= (double) WORDS.length / shares * sigmoid(projected, output[drawn]);
      }
    }
    return errors;
  }

  private static double sigmoid(double[] projected, double[] output) {
    double score = 0;
    for (int c = 0; c < BITS; c++) {
      score += projected[c] > 0 ? output[c] : 0;
    }
    return 1 / (1 + Math.exp(-score));
  }

  private static Matrix random(long rows, Random random) {
    Matrix matrix = Matrix.allocate((int) rows, RowBlock.stride(BITS));
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < BITS; c++) {
        matrix.set(r, c, random.nextFloat() - 0.5f);
      }
    }
    return matrix;
  }
}
