package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.format.words.WordList;
import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a sentence changes where rows stand one behind another, against the finite differences of
 * the likelihood that is written down here: Σ log σ(± Σₚ eₚ·oₚ) over the places p of the window, in
 * double precision.
 */
class OrderCbowGradientTest {
  private static final List<String> WORDS = List.of("ab", "abc", "bc", "cd", "d", "e", "f");
  private static final long[] COUNTS = {50, 40, 30, 20, 10, 5, 2};
  private static final int[] SENTENCE = {1, 4, 2};
  private static final int DIMENSION = 5;
  private static final int STRIDE = RowBlock.stride(DIMENSION);
  private static final int NEGATIVES = 3;
  private static final long SEED = 11;
  private static final float RATE = 1e-3f;
  private static final double STEP = 1e-4;

  /** The table of the sigmoid is within 0.0005, and rows are within 1; a sum has some of each. */
  private static final double BOUND = 4e-3;

  /**
   * One yes or no.
   *
   * @param places the row of the input table at each place
   */
  private record Observation(List<Integer> places, int output, boolean isTrue, double share) {}

  static List<TrainingOptions> settings() {
    List<TrainingOptions> settings = new ArrayList<>();
    for (int window : new int[] {1, 2}) {
      TrainingOptions.Builder options =
          TrainingOptions.builder(Method.ORDER_CBOW).dimension(DIMENSION).window(window);
      settings.add(options.negatives(NEGATIVES).build());
      settings.add(options.negatives(0).build());
    }
    return settings;
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aSentenceChangesTheTablesByTheGradientOfItsLikelihood(TrainingOptions options) {
    var vocabulary =
        new Vocabulary(WordList.of(WORDS), COUNTS, new Vocabulary.Text(157, 7, 1, false));
    Layout layout = Layout.of(options, vocabulary, WORDS.size());
    int places = 2 * options.window();
    var random = new Random(3);
    try (Matrix input = random(layout.inputRows(), 1, random);
        Matrix output = random(layout.outputRows(), places, random)) {
      double[][] inputs = copy(input, 1);
      double[][] outputs = copy(output, places);
      Objective objective = LookupTrainer.objective(options, vocabulary);
      var features = Features.of(vocabulary.words(), options.subwords());
      Composition composition = LookupTrainer.composition(options, features, layout);
      var step = new Step(new Tile.Tables(input, output, DIMENSION), composition, objective);
      step.draws = new Draws(SEED);
      step.rate = RATE;
      composition.learn(SENTENCE, SENTENCE.length, step);

      List<Observation> observations = observations(options, objective);
      assertGained(input, inputs, observations, inputs, outputs);
      assertGained(output, outputs, observations, inputs, outputs);
    }
  }

  /** Each cell gained, divided by the rate, is the slope of the likelihood; others stay zero. */
  private static void assertGained(
      Matrix table,
      double[][] before,
      List<Observation> observations,
      double[][] inputs,
      double[][] outputs) {
    for (int r = 0; r < before.length; r++) {
      for (int c = 0; c < before[r].length; c++) {
        double held = before[r][c];
        before[r][c] = held + STEP;
        double up = likelihood(observations, inputs, outputs);
        before[r][c] = held - STEP;
        double down = likelihood(observations, inputs, outputs);
        before[r][c] = held;
        double gained = (table.get(r, cell(c)) - held) / RATE;
        assertThat(gained)
            .as("%d, %d of %d rows", r, c, before.length)
            .isCloseTo((up - down) / (2 * STEP), within(BOUND * (1 + Math.abs(gained))));
      }
      for (int c = DIMENSION; c < STRIDE; c++) {
        assertThat(table.get(r, c)).isZero();
      }
    }
  }

  /** Where the table has a cell of rows that are not filled up. */
  private static int cell(int c) {
    return c / DIMENSION * STRIDE + c % DIMENSION;
  }

  private static Matrix random(long rows, int places, Random random) {
    Matrix matrix = Matrix.allocate((int) rows, places * STRIDE);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < places * DIMENSION; c++) {
        matrix.set(r, cell(c), random.nextFloat() - 0.5f);
      }
    }
    return matrix;
  }

  private static double[][] copy(Matrix matrix, int places) {
    double[][] copy = new double[matrix.rows()][places * DIMENSION];
    for (int r = 0; r < copy.length; r++) {
      for (int c = 0; c < copy[r].length; c++) {
        copy[r][c] = matrix.get(r, cell(c));
      }
    }
    return copy;
  }

  /** What the method's definition observes, with the draws in the order they are made. */
  private static List<Observation> observations(TrainingOptions options, Objective objective) {
    List<List<Integer>> contexts = new ArrayList<>();
    for (int i = 0; i < SENTENCE.length; i++) {
      List<Integer> places = new ArrayList<>();
      for (int j = i - options.window(); j <= i + options.window(); j++) {
        if (j != i) {
          places.add(row(j));
        }
      }
      contexts.add(places);
    }
    List<Observation> all = new ArrayList<>();
    if (objective instanceof HierarchicalSoftmax tree) {
      for (int i = 0; i < SENTENCE.length; i++) {
        int[] nodes = tree.nodes(SENTENCE[i]);
        for (int d = 0; d < nodes.length; d++) {
          boolean isTrue = !tree.codes(SENTENCE[i])[d];
          all.add(new Observation(contexts.get(i), nodes[d], isTrue, 1));
        }
      }
      return all;
    }
    for (int i = 0; i < SENTENCE.length; i++) {
      all.add(new Observation(contexts.get(i), SENTENCE[i], true, 1));
    }
    var draws = new Draws(SEED);
    var noise = new Noise(COUNTS, 0.75);
    // Two words share the draws of one.
    int shares = (SENTENCE.length + 1) / 2;
    for (int n = 0; n < shares * NEGATIVES; n++) {
      int drawn = noise.draw(draws);
      for (int i = 0; i < SENTENCE.length; i++) {
        if (drawn != SENTENCE[i]) {
          all.add(new Observation(contexts.get(i), drawn, false, 1.0 / shares));
        }
      }
    }
    return all;
  }

  /** Of the word at a place, or of what stands where there is none: the last row. */
  private static int row(int place) {
    return place < 0 || place >= SENTENCE.length ? WORDS.size() : SENTENCE[place];
  }

  private static double likelihood(
      List<Observation> observations, double[][] inputs, double[][] outputs) {
    double sum = 0;
    for (Observation o : observations) {
      double score = 0;
      for (int place = 0; place < o.places.size(); place++) {
        for (int c = 0; c < DIMENSION; c++) {
          score += inputs[o.places.get(place)][c] * outputs[o.output][place * DIMENSION + c];
        }
      }
      sum -= o.share * Math.log1p(Math.exp(o.isTrue ? -score : score));
    }
    return sum;
  }
}
