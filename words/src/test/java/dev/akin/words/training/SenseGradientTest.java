package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.format.words.WordList;
import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a sentence changes of senses, their choice and the outputs, against finite differences of
 * the likelihood that Grzegorczyk and Kurdziel (2018) write down, in double precision. The rate is
 * so small that the windows of a sentence do not see one another.
 */
class SenseGradientTest {
  private static final List<String> WORDS = List.of("a", "b", "c", "d", "e", "f", "g");
  private static final long[] COUNTS = {50, 40, 30, 20, 10, 5, 2};
  private static final int[] SENTENCE = {1, 4, 2, 1};
  private static final int DIMENSION = 5;
  private static final int SENSES = 2;
  private static final int NEGATIVES = 3;
  private static final long SEED = 11;
  private static final float RATE = 1e-3f;
  private static final double STEP = 1e-4;

  /** The table of the sigmoid is within 0.0005, and a sum has some of them. */
  private static final double BOUND = 2e-2;

  private final TrainingOptions options = options(Method.SENSES);
  private final Layout layout =
      Layout.of(
          options,
          new Vocabulary(WordList.of(WORDS), COUNTS, new Vocabulary.Text(157, 7, 1, false)),
          WORDS.size());

  private static TrainingOptions options(Method method) {
    return TrainingOptions.builder(method)
        .dimension(DIMENSION)
        .window(2)
        .negatives(NEGATIVES)
        .senses(SENSES)
        .build();
  }

  /** A window: what is predicted, what is near, what was drawn. */
  private record Window(
      int word,
      List<Integer> near,
      List<Integer> targets,
      List<Double> noise,
      List<Integer> drawn) {}

  @ParameterizedTest
  @ValueSource(floats = {0.1f, 0.5f, 0.9f})
  void aSentenceChangesTheTablesByTheGradientOfItsLikelihood(float done) {
    boolean isCommon = done < 0.25f;
    double temperature = SenseClassifier.temperature(done);
    var tables =
        new Tile.Tables(random(layout.inputRows(), 3), random(layout.outputRows(), 4), DIMENSION);
    double[][] input = copy(tables.input());
    double[][] output = copy(tables.output());
    var features = Features.of(WordList.of(WORDS), TrainingOptions.NO_SUBWORDS);
    var composition = LookupTrainer.composition(options, features, layout);
    var step =
        new Step(tables, composition, new NegativeSampling(new Noise(COUNTS, 0.75), NEGATIVES));
    step.draws = new Draws(SEED);
    step.rate = RATE;
    step.done = done;
    composition.learn(SENTENCE, SENTENCE.length, step);
    List<Window> windows = windows(isCommon);
    double[][] contexts = contexts(windows, output);

    int counts = layout.notes(0);
    for (int r = 0; r < input.length; r++) {
      boolean isNotes = r >= counts - SENSES - 1 && (r - counts) % (SENSES + 1) == 0;
      boolean isChoice = r >= layout.chooser(Layout.ALL_WORDS, 0);
      for (int c = 0; c < (isNotes ? SENSES : DIMENSION); c++) {
        double slope =
            slope(
                input, r, c, () -> value(windows, contexts, input, output, temperature, isCommon));
        // What all words have in common stays once each has its own.
        boolean isHeld = isChoice && !isCommon && r <= layout.notes(Layout.ALL_WORDS);
        double pace = isHeld ? 0 : isChoice ? SenseClassifier.PACE : 1;
        assertGain(tables.input(), input, r, c, pace * slope);
      }
    }
    for (int r = 0; r < output.length; r++) {
      for (int c = 0; c < DIMENSION; c++) {
        double slope =
            slope(
                output, r, c, () -> value(windows, contexts, input, output, temperature, isCommon));
        assertGain(tables.output(), output, r, c, slope);
      }
    }
  }

  /** The sense whose centre is nearest is learned as a word is, and the centre moves to it. */
  @Test
  void theNearestSenseIsLearnedByTheGradientAndItsCentreIsTheMeanOfItsContexts() {
    var tables =
        new Tile.Tables(random(layout.inputRows(), 3), random(layout.outputRows(), 4), DIMENSION);
    for (int word = Layout.ALL_WORDS; word < WORDS.size(); word++) {
      for (int sense = 0; sense < SENSES; sense++) {
        tables.input().set(layout.notes(word), sense, 3);
      }
    }
    double[][] input = copy(tables.input());
    double[][] output = copy(tables.output());
    var nearest = options(Method.MSSG);
    var features = Features.of(WordList.of(WORDS), TrainingOptions.NO_SUBWORDS);
    var composition = LookupTrainer.composition(nearest, features, layout);
    var step =
        new Step(tables, composition, new NegativeSampling(new Noise(COUNTS, 0.75), NEGATIVES));
    step.draws = new Draws(SEED);
    step.rate = RATE;
    step.done = 0.5f;
    composition.learn(SENTENCE, SENTENCE.length, step);
    List<Window> windows = windows(true);
    double[][] contexts = contexts(windows, output);
    double[][] due = copy(tables.input());
    int[] chosen = chosen(windows, contexts, input, due);

    assertThat(chosen).contains(0, 1);
    for (int r = layout.chooser(Layout.ALL_WORDS, 0); r < input.length; r++) {
      for (int c = 0; c < DIMENSION; c++) {
        assertThat((double) tables.input().get(r, c))
            .as("row %d, cell %d", r, c)
            .isCloseTo(due[r][c], within(1e-2));
      }
    }
    Value value =
        () -> {
          double sum = 0;
          for (int w = 0; w < chosen.length; w++) {
            double[] sense = input[layout.sense(windows.get(w).word, chosen[w])];
            sum += likelihood(windows.get(w), sense, output);
          }
          return sum;
        };
    for (int r = 0; r < layout.chooser(Layout.ALL_WORDS, 0); r++) {
      for (int c = 0; c < DIMENSION; c++) {
        assertGain(tables.input(), input, r, c, slope(input, r, c, value));
      }
    }
    for (int r = 0; r < output.length; r++) {
      for (int c = 0; c < DIMENSION; c++) {
        assertGain(tables.output(), output, r, c, slope(output, r, c, value));
      }
    }
  }

  /**
   * Which senses the contexts of a sentence choose in turn, in double precision.
   *
   * @param due becomes what the means are due to be behind it, and the counts
   */
  private int[] chosen(
      List<Window> windows, double[][] contexts, double[][] input, double[][] due) {
    for (int r = 0; r < due.length; r++) {
      due[r] = input[r].clone();
    }
    int[] chosen = new int[contexts.length];
    for (int w = 0; w < chosen.length; w++) {
      int word = windows.get(w).word;
      include(due, Layout.ALL_WORDS, 0, contexts[w]);
      double[] centred = contexts[w].clone();
      for (int c = 0; c < DIMENSION; c++) {
        centred[c] -= due[layout.chooser(Layout.ALL_WORDS, 0)][c];
      }
      double[] cosines = new double[SENSES];
      for (int k = 0; k < SENSES; k++) {
        double[] centre = due[layout.chooser(word, k)];
        cosines[k] =
            product(centre, centred)
                / Math.sqrt(product(centre, centre) * product(centred, centred));
      }
      chosen[w] = cosines[1] > cosines[0] ? 1 : 0;
      include(due, word, chosen[w], centred);
    }
    return chosen;
  }

  private void include(double[][] due, int word, int sense, double[] context) {
    double[] notes = due[layout.notes(word)];
    notes[sense]++;
    double[] mean = due[layout.chooser(word, sense)];
    for (int c = 0; c < DIMENSION; c++) {
      mean[c] += (context[c] - mean[c]) / notes[sense];
    }
  }

  private static void assertGain(Matrix table, double[][] before, int r, int c, double due) {
    assertThat((table.get(r, c) - before[r][c]) / RATE)
        .as("row %d, cell %d", r, c)
        .isCloseTo(due, within(BOUND * (1 + Math.abs(due))));
  }

  private interface Value {
    double get();
  }

  private static double slope(double[][] table, int r, int c, Value value) {
    double held = table[r][c];
    table[r][c] = held + STEP;
    double up = value.get();
    table[r][c] = held - STEP;
    double down = value.get();
    table[r][c] = held;
    return (up - down) / (2 * STEP);
  }

  /** The windows with the draws in the order they are made. */
  private List<Window> windows(boolean isCommon) {
    var draws = new Draws(SEED);
    var noise = new Noise(COUNTS, 0.75);
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < SENTENCE.length; i++) {
      int reach = 1 + draws.below(2);
      List<Double> gumbel = new ArrayList<>();
      for (int k = 0; k < SENSES; k++) {
        gumbel.add(isCommon ? 0 : -Math.log(-Math.log(draws.uniform() + 0x1p-25)));
      }
      List<Integer> near = new ArrayList<>();
      List<Integer> targets = new ArrayList<>();
      for (int j = 0; j < SENTENCE.length; j++) {
        if (j != i && Math.abs(j - i) <= 2) {
          near.add(SENTENCE[j]);
        }
        if (j != i && Math.abs(j - i) <= reach) {
          targets.add(SENTENCE[j]);
        }
      }
      List<Integer> drawn = new ArrayList<>();
      for (int n = 0; n < NEGATIVES * ((targets.size() + 1) / 2); n++) {
        drawn.add(noise.draw(draws));
      }
      windows.add(new Window(SENTENCE[i], near, targets, gumbel, drawn));
    }
    return windows;
  }

  /** Fixed, since nothing is learned through them. */
  private static double[][] contexts(List<Window> windows, double[][] output) {
    double[][] contexts = new double[windows.size()][DIMENSION];
    for (int w = 0; w < contexts.length; w++) {
      for (int word : windows.get(w).near) {
        for (int c = 0; c < DIMENSION; c++) {
          contexts[w][c] += output[word][c] / windows.get(w).near.size();
        }
      }
    }
    return contexts;
  }

  private double value(
      List<Window> windows,
      double[][] contexts,
      double[][] input,
      double[][] output,
      double temperature,
      boolean isCommon) {
    double sum = 0;
    for (int w = 0; w < windows.size(); w++) {
      Window window = windows.get(w);
      double[] shares = new double[SENSES];
      double all = 0;
      for (int k = 0; k < SENSES; k++) {
        double score = score(contexts[w], input, Layout.ALL_WORDS, k);
        score += isCommon ? 0 : score(contexts[w], input, window.word, k) + window.noise.get(k);
        shares[k] = Math.exp(score / (isCommon ? 1 : temperature));
        all += shares[k];
      }
      double[] blend = new double[DIMENSION];
      for (int k = 0; k < SENSES; k++) {
        shares[k] /= all;
        sum -= isCommon ? SenseClassifier.EVENNESS * shares[k] * Math.log(shares[k]) : 0;
        for (int c = 0; c < DIMENSION; c++) {
          blend[c] += shares[k] * input[layout.sense(window.word, k)][c];
        }
      }
      sum += likelihood(window, blend, output);
    }
    return sum;
  }

  /** Of the words near a word that stands as a blend of its senses, and of the noise. */
  private static double likelihood(Window window, double[] blend, double[][] output) {
    double sum = 0;
    int targets = window.targets.size();
    for (int target : window.targets) {
      sum -= Math.log1p(Math.exp(-product(blend, output[target])));
    }
    for (int drawn : window.drawn) {
      if (!window.targets.contains(drawn)) {
        double share = (double) targets / Math.ceilDiv(targets, 2);
        sum -= share * Math.log1p(Math.exp(product(blend, output[drawn])));
      }
    }
    return sum;
  }

  private double score(double[] context, double[][] input, int word, int sense) {
    return product(context, input[layout.chooser(word, sense)]) + input[layout.notes(word)][sense];
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < DIMENSION; c++) {
      sum += a[c] * b[c];
    }
    return sum;
  }

  private static Matrix random(long rows, long seed) {
    var random = new Random(seed);
    Matrix matrix = Matrix.allocate((int) rows, RowBlock.stride(DIMENSION));
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < DIMENSION; c++) {
        matrix.set(r, c, random.nextFloat() - 0.5f);
      }
    }
    return matrix;
  }

  private static double[][] copy(Matrix matrix) {
    double[][] copy = new double[matrix.rows()][DIMENSION];
    for (int r = 0; r < copy.length; r++) {
      for (int c = 0; c < DIMENSION; c++) {
        copy[r][c] = matrix.get(r, c);
      }
    }
    return copy;
  }
}
