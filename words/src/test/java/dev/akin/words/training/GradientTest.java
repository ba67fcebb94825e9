package dev.akin.words.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.format.words.Subwords;
import dev.akin.format.words.WordList;
import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a sentence changes, against the finite differences of a loss that is written down here from
 * the papers' definitions, in double precision. The rate is so small that the tiles of a sentence
 * do not see one another.
 */
class GradientTest {
  private static final List<String> WORDS = List.of("ab", "abc", "bc", "cd", "d", "e", "f");
  private static final long[] COUNTS = {50, 40, 30, 20, 10, 5, 2};
  private static final int[] SENTENCE = {1, 4, 2};
  private static final int DIMENSION = 5;
  private static final int NEGATIVES = 3;
  private static final int LINE = 1;
  private static final int DOCUMENTS = 3;
  private static final long SEED = 11;
  private static final float RATE = 1e-3f;
  private static final double STEP = 1e-4;

  /** The table of the sigmoid is within 0.0005, and rows are within 1; a sum has some of each. */
  private static final double BOUND = 4e-3;

  /**
   * One yes or no.
   *
   * @param parts rows of the input table
   * @param weights rows that weight them, or nothing
   * @param share of one that it counts for
   */
  private record Observation(
      List<Integer> parts, List<Integer> weights, int output, boolean isTrue, double share) {}

  static List<TrainingOptions> settings() {
    List<TrainingOptions> settings = new ArrayList<>();
    for (Method method : Method.values()) {
      if (method.learnsSenses() || method == Method.REAL_BINARY_PV) {
        continue; // shares gain too: SenseGradientTest, RealBinaryGradientTest
      }
      if (method == Method.ORDER_CBOW) {
        continue; // output rows are longer: OrderCbowGradientTest
      }
      for (int window : new int[] {1, 2}) {
        TrainingOptions.Builder options =
            TrainingOptions.builder(method).dimension(DIMENSION).window(window);
        settings.add(options.negatives(NEGATIVES).build());
        if (method != Method.X2STATIC) {
          settings.add(options.negatives(0).build());
          settings.add(options.negatives(NEGATIVES).subwords(new Subwords(2, 3, 9)).build());
        }
      }
    }
    return settings;
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aSentenceChangesTheTablesByTheGradientOfItsLikelihood(TrainingOptions options) {
    var rig = new Rig(options);
    double[][] input = rig.copy(rig.tables.input());
    double[][] output = rig.copy(rig.tables.output());
    rig.learn();
    List<Observation> observations = rig.observations();
    assertThat(observations).isNotEmpty();
    double[][] inputGains = rig.gains(observations, input, output);
    for (int r = 0; r < input.length; r++) {
      for (int c = 0; c < DIMENSION; c++) {
        double gained = (rig.tables.input().get(r, c) - input[r][c]) / RATE;
        assertThat(gained)
            .as("input %d, %d", r, c)
            .isCloseTo(inputGains[r][c], within(BOUND * (1 + Math.abs(gained))));
      }
    }
    for (int r = 0; r < output.length; r++) {
      for (int c = 0; c < DIMENSION; c++) {
        double gained = (rig.tables.output().get(r, c) - output[r][c]) / RATE;
        double held = output[r][c];
        output[r][c] = held + STEP;
        double up = rig.likelihood(observations, input, output);
        output[r][c] = held - STEP;
        double down = rig.likelihood(observations, input, output);
        output[r][c] = held;
        assertThat(gained)
            .as("output %d, %d", r, c)
            .isCloseTo((up - down) / (2 * STEP), within(BOUND));
      }
    }
  }

  /** Tables of random rows, what works on them, and the definitions of the methods. */
  private static final class Rig {
    final TrainingOptions options;
    final Layout layout;
    final Features features;
    final Objective objective;
    final Composition composition;
    final Tile.Tables tables;

    Rig(TrainingOptions options) {
      this.options = options;
      var vocabulary =
          new Vocabulary(WordList.of(WORDS), COUNTS, new Vocabulary.Text(157, 7, DOCUMENTS, false));
      layout = Layout.of(options, vocabulary, WORDS.size());
      features = Features.of(vocabulary.words(), options.subwords());
      objective =
          options.negatives() > 0
              ? new NegativeSampling(new Noise(COUNTS, Noise.POWER), options.negatives())
              : new HierarchicalSoftmax(COUNTS);
      composition = LookupTrainer.composition(options, features, layout);
      var random = new Random(3);
      tables =
          new Tile.Tables(
              random(layout.inputRows(), random),
              random(layout.outputRows(), random),
              DIMENSION,
              new Tile.Freeze(options.method() == Method.X2STATIC ? DOCUMENTS : 0, false));
    }

    private static Matrix random(long rows, Random random) {
      Matrix matrix = Matrix.allocate((int) rows, RowBlock.stride(DIMENSION));
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < DIMENSION; c++) {
          matrix.set(r, c, random.nextFloat() - 0.5f);
        }
      }
      return matrix;
    }

    double[][] copy(Matrix matrix) {
      double[][] copy = new double[matrix.rows()][DIMENSION];
      for (int r = 0; r < copy.length; r++) {
        for (int c = 0; c < DIMENSION; c++) {
          copy[r][c] = matrix.get(r, c);
        }
      }
      return copy;
    }

    int[] sentence() {
      return options.method() == Method.PAIRS ? new int[] {1, 4} : SENTENCE;
    }

    void learn() {
      var step = new Step(tables, composition, objective);
      step.draws = new Draws(SEED);
      step.rate = RATE;
      step.line = LINE;
      composition.learn(sentence(), sentence().length, step);
    }

    /** What the method's definition observes, with the draws in the order they are made. */
    List<Observation> observations() {
      int[] words = sentence();
      var draws = new Draws(SEED);
      int window = options.window();
      List<Observation> all = new ArrayList<>();
      switch (options.method()) {
        case SKIP_GRAM -> {
          for (int i = 0; i < words.length; i++) {
            List<Target> targets = new ArrayList<>();
            for (int j : near(i, 1 + draws.below(window), words.length)) {
              targets.add(new Target(rows(words[j]), List.of(), words[i], 0));
            }
            observe(targets, draws, all);
          }
        }
        case STRUCTURED_SKIP_GRAM -> {
          for (int i = 0; i < words.length; i++) {
            for (int j : near(i, 1 + draws.below(window), words.length)) {
              int block = j < i ? window - (i - j) : window + (j - i) - 1;
              var target = new Target(rows(words[i]), List.of(), words[j], block * WORDS.size());
              observe(List.of(target), draws, all);
            }
          }
        }
        case CBOW, POSITIONAL_CBOW, PV_DM, PV_DM_SUM, BINARY_PV_DM -> {
          List<Target> targets = new ArrayList<>();
          for (int i = 0; i < words.length; i++) {
            List<Integer> parts = new ArrayList<>();
            List<Integer> weights = new ArrayList<>();
            if (options.method().learnsDocuments()) {
              parts.add(documentRow());
            }
            for (int j : near(i, 1 + draws.below(window), words.length)) {
              parts.addAll(rows(words[j]));
              int place = j < i ? window - (i - j) : window + (j - i) - 1;
              rows(words[j]).forEach(_ -> weights.add(firstPosition() + place));
            }
            boolean isWeighted = options.method() == Method.POSITIONAL_CBOW;
            targets.add(new Target(parts, isWeighted ? weights : List.of(), words[i], 0));
          }
          observe(targets, draws, all);
        }
        case PV_DBOW, BINARY_PV, X2STATIC -> {
          List<Target> targets = new ArrayList<>();
          for (int word : words) {
            targets.add(new Target(List.of(documentRow()), List.of(), word, 0));
          }
          observe(targets, draws, all);
        }
        case SENSES, MSSG, REAL_BINARY_PV, ORDER_CBOW ->
            throw new IllegalArgumentException("has its own test");
        case PAIRS ->
            observe(List.of(new Target(rows(words[0]), List.of(), words[1], 0)), draws, all);
      }
      return all;
    }

    private record Target(List<Integer> parts, List<Integer> weights, int word, int base) {}

    private static List<Integer> near(int centre, int reach, int length) {
      List<Integer> near = new ArrayList<>();
      for (int j = 0; j < length; j++) {
        if (j != centre && Math.abs(j - centre) <= reach) {
          near.add(j);
        }
      }
      return near;
    }

    private List<Integer> rows(int word) {
      List<Integer> rows = new ArrayList<>(List.of(word));
      if (options.subwords().most() > 0) {
        for (int bucket : options.subwords().bucketsOf(WORDS.get(word).getBytes(UTF_8))) {
          rows.add(WORDS.size() + bucket);
        }
      }
      return rows;
    }

    private int documentRow() {
      return layout.document(LINE);
    }

    private int firstPosition() {
      return WORDS.size() + Math.max(0, options.subwords().buckets());
    }

    private void observe(List<Target> targets, Draws draws, List<Observation> all) {
      if (objective instanceof HierarchicalSoftmax tree) {
        for (Target t : targets) {
          for (int d = 0; d < tree.nodes(t.word).length; d++) {
            int node = t.base + tree.nodes(t.word)[d];
            all.add(new Observation(t.parts, t.weights, node, !tree.codes(t.word)[d], 1));
          }
        }
        return;
      }
      targets.forEach(t -> all.add(new Observation(t.parts, t.weights, t.base + t.word, true, 1)));
      var noise = new Noise(COUNTS, 0.75);
      // Two words share the draws of one; the words of a skip-gram's window predict the same one.
      int shares = options.method() == Method.SKIP_GRAM ? 1 : (targets.size() + 1) / 2;
      for (int n = 0; n < shares * NEGATIVES; n++) {
        int drawn = noise.draw(draws);
        for (Target t : targets) {
          if (drawn != t.word) {
            all.add(new Observation(t.parts, t.weights, t.base + drawn, false, 1.0 / shares));
          }
        }
      }
    }

    private double[] joined(Observation of, double[][] input) {
      double[] row = new double[DIMENSION];
      for (int p = 0; p < of.parts.size(); p++) {
        for (int c = 0; c < DIMENSION; c++) {
          double weight = of.weights.isEmpty() ? 1 : input[of.weights.get(p)][c];
          double cell = input[of.parts.get(p)][c];
          row[c] += weight * (isCode(of.parts.get(p)) ? Math.rint(sigmoid(cell)) : cell);
        }
      }
      for (int c = 0; c < DIMENSION && options.method() != Method.PV_DM_SUM; c++) {
        row[c] /= of.parts.size();
      }
      return row;
    }

    private boolean isCode(int part) {
      return options.method().learnsBits() && part == documentRow();
    }

    private static double sigmoid(double cell) {
      return 1 / (1 + Math.exp(-cell));
    }

    double likelihood(List<Observation> of, double[][] input, double[][] output) {
      double sum = 0;
      for (Observation o : of) {
        sum += o.share * likelihood(joined(o, input), output[o.output], o.isTrue);
      }
      return sum;
    }

    private static double likelihood(double[] row, double[] output, boolean isTrue) {
      double score = 0;
      for (int c = 0; c < DIMENSION; c++) {
        score += row[c] * output[c];
      }
      return -Math.log1p(Math.exp(isTrue ? -score : score));
    }

    /**
     * The gradients of the input rows: of a mean undivided, which is the gradient times the number
     * of parts; of bits through the rounding, times the pace; of given vectors zero.
     */
    double[][] gains(List<Observation> of, double[][] input, double[][] output) {
      double[][] gains = new double[input.length][DIMENSION];
      if (options.method() == Method.X2STATIC) {
        return gains;
      }
      for (Observation o : of) {
        double[] row = joined(o, input);
        for (int c = 0; c < DIMENSION; c++) {
          double held = row[c];
          row[c] = held + STEP;
          double up = likelihood(row, output[o.output], o.isTrue);
          row[c] = held - STEP;
          double down = likelihood(row, output[o.output], o.isTrue);
          row[c] = held;
          double slope = o.share * (up - down) / (2 * STEP);
          for (int p = 0; p < o.parts.size(); p++) {
            int part = o.parts.get(p);
            if (isCode(part)) {
              double share = sigmoid(input[part][c]);
              gains[part][c] += 20 * share * (1 - share) * slope;
            } else if (o.weights.isEmpty()) {
              gains[part][c] += slope;
            } else {
              int weight = o.weights.get(p);
              gains[part][c] += slope * input[weight][c];
              gains[weight][c] += slope * input[part][c] / o.parts.size();
            }
          }
        }
      }
      return gains;
    }
  }
}
