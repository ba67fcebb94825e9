package dev.akin.words.training;

import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Learns a look-up table from lines of words.
 *
 * <p>Tables are off the heap, and take 2 · words · dimension floats and little else. Threads change
 * them without locks (Niu et al. 2011). With one thread the same source, options and seed give the
 * same bytes, even if the training was ended and resumed in between.
 */
public final class LookupTrainer {
  /** The file in a run's folder that a training goes on from. */
  public static final String STATE = "state";

  /** The file in a run's folder that holds the text as numbers. */
  public static final String TOKENS = "tokens.ids";

  /** Different words held while counting: about 1 GB of ten-letter words. */
  private static final int MOST_WORDS = 30_000_000;

  /** Grains of a stretch. */
  private static final int MOST_GRAINS = 85;

  private static final int LEAST_STRETCHES = 64;

  /** Words that share the noise of a tile in which each is predicted from inputs of its own. */
  private static final int CENTRES = 4;

  private final TrainingOptions options;
  private final Optional<Guide> guide;

  /** A trainer with these settings. */
  public LookupTrainer(TrainingOptions options) {
    this.options = options;
    this.guide = Optional.empty();
  }

  /**
   * A trainer of slices: words that the compass does not know are left out, outputs are the
   * compass's and stay so, but for {@link Compass.Start#CONTINUED}.
   *
   * @param compass borrowed until all is learned
   * @throws IllegalArgumentException if method or dimension are not the compass's
   */
  public LookupTrainer(TrainingOptions options, Compass compass, Compass.Start start) {
    compass.requireFits(options);
    this.options = options;
    this.guide = Optional.of(new Guide(compass, start));
  }

  /** What a slice is learned by. */
  record Guide(Compass compass, Compass.Start start) {}

  /**
   * Learns, or goes on where the run before in the same folder was ended. The folder keeps the
   * state that was saved last until {@link TrainingRun#clear}.
   *
   * @throws IllegalArgumentException if there is nothing to learn from, the tables would take more
   *     memory than they may, or the folder holds the state of another training
   * @throws dev.akin.vector.FormatException if the source is no text, or the state is damaged
   */
  public TrainedTables train(WordSource text, TrainingRun run, TrainingListener listener)
      throws IOException {
    if (options.method() == Method.X2STATIC) {
      throw new IllegalArgumentException(
          "x2static learns words from vectors of their lines, so give these too");
    }
    WordSource source = guide.map(by -> by.compass.known(text)).orElse(text);
    return train(source, Optional.empty(), run, listener);
  }

  /**
   * The same from vectors of the lines, which stay as they are: {@link Method#X2STATIC}.
   *
   * @param lines [lines of the source × dimension], as {@link LineEncoding} makes them; copied, so
   *     for the time of the training they are there twice
   * @throws IllegalArgumentException also if there are not as many vectors as lines, or they have
   *     not as many cells as the vectors of words are to have
   */
  public TrainedTables train(
      WordSource source, Matrix lines, TrainingRun run, TrainingListener listener)
      throws IOException {
    if (options.method() != Method.X2STATIC || lines.dimension() != options.dimension()) {
      throw new IllegalArgumentException(
          "vectors of lines with %d cells for %s with %d: x2static takes them, with as many cells"
              .formatted(lines.dimension(), options.method().label(), options.dimension()));
    }
    return train(source, Optional.of(lines), run, listener);
  }

  private TrainedTables train(
      WordSource source, Optional<Matrix> lines, TrainingRun run, TrainingListener listener)
      throws IOException {
    Path file = run.folder().resolve(TOKENS);
    try {
      CountedText text = CountedText.read(source, options, MOST_WORDS, file);
      Vocabulary predicted = text.predicted();
      Layout layout = Layout.of(options, text.vocabulary(), predicted.size());
      if (lines.isPresent() && lines.get().rows() != layout.documents()) {
        throw new IllegalArgumentException(
            "%,d vectors for the %,d lines of %s"
                .formatted(lines.get().rows(), layout.documents(), source));
      }
      requireMemory(layout, run.mostBytes());
      var setting = new Setting(text.vocabulary(), predicted, layout, text.tokens(), lines);
      return learn(setting, run, listener);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * What is learned from and into.
   *
   * @param lines vectors of the lines where they are given
   */
  record Setting(
      Vocabulary vocabulary,
      Vocabulary predicted,
      Layout layout,
      TokenFile tokens,
      Optional<Matrix> lines) {}

  private void requireMemory(Layout layout, long most) {
    long stride = (long) RowBlock.stride(options.dimension()) * Float.BYTES;
    long rows = layout.inputRows() + layout.outputRows() * layout.links();
    long bytes = Math.multiplyExact(rows, stride);
    if (bytes > most || Math.max(layout.inputRows(), layout.outputRows()) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the tables of %,d words%s and %,d n-grams of %d cells take %,d MB and may take %,d; learn"
                  .formatted(
                      Math.max(layout.words(), layout.predicted()),
                      layout.hasDocuments() ? ", %,d documents".formatted(layout.documents()) : "",
                      layout.buckets(),
                      options.dimension(),
                      bytes >> 20,
                      most >> 20)
              + " fewer words (a higher least count), fewer n-grams or fewer cells");
    }
  }

  private TrainedTables learn(Setting setting, TrainingRun run, TrainingListener listener)
      throws IOException {
    Layout layout = setting.layout;
    Features features = Features.of(setting.vocabulary.words(), options.subwords());
    int stride = RowBlock.stride(options.dimension());
    Matrix input = Matrix.allocate(Math.toIntExact(layout.inputRows()), stride);
    Matrix output = Matrix.allocate(Math.toIntExact(layout.outputRows()), layout.links() * stride);
    boolean isHeld = guide.filter(by -> by.start.freezesOutput()).isPresent();
    var freeze = new Tile.Freeze(setting.lines.isPresent() ? input.rows() : 0, isHeld);
    var tables = new Tile.Tables(input, output, options.dimension(), freeze);
    try {
      TrainingIdentity identity = TrainingIdentity.of(options, setting, guide);
      var checkpoint = new Checkpoint(run.folder().resolve(STATE), identity);
      OptionalLong saved = checkpoint.load(tables);
      if (saved.isEmpty()) {
        fill(input, setting);
        guide.ifPresent(by -> by.compass.fill(tables, setting.vocabulary, by.start));
      }
      var crew = new Crew(job(setting, features, saved.orElse(0)), tables, checkpoint);
      boolean isComplete =
          crew.work(objective(options, setting.predicted), run.saveEvery(), listener);
      return new TrainedTables(options, setting, features, tables, isComplete);
    } catch (IOException | RuntimeException | Error e) {
      input.close();
      output.close();
      throw e;
    }
  }

  private Worker.Job job(Setting setting, Features features, long stretchesDone) {
    TokenFile tokens = setting.tokens;
    int grains = Math.clamp(tokens.cells() / LEAST_STRETCHES / TokenFile.GRAIN, 1, MOST_GRAINS);
    int stretch = grains * TokenFile.GRAIN;
    return new Worker.Job(
        tokens,
        options,
        new SubSampling(setting.vocabulary, options.sampling()),
        composition(options, features, setting.layout),
        new LossMeter(),
        Math.toIntExact(Math.ceilDiv(tokens.cells(), stretch)),
        stretch,
        setting.vocabulary.tokens(),
        stretchesDone,
        new AtomicLong(stretchesDone),
        new AtomicBoolean());
  }

  static Composition composition(TrainingOptions options, Features features, Layout layout) {
    int window = options.window();
    int centres = options.negatives() > 0 ? CENTRES : 1;
    return switch (options.method()) {
      case SKIP_GRAM -> new SkipGram(window, features);
      case STRUCTURED_SKIP_GRAM -> new StructuredSkipGram(window, features, layout);
      case POSITIONAL_CBOW -> new PositionalCbow(window, features, layout, centres);
      case ORDER_CBOW -> new OrderCbow(window, layout, centres);
      case CBOW, PV_DM -> new Cbow(window, features, layout, centres, Joining.MEAN);
      case PV_DM_SUM -> new Cbow(window, features, layout, centres, Joining.SUM);
      case BINARY_PV_DM -> new Cbow(window, features, layout, centres, Joining.MEAN_WITH_CODE);
      case PV_DBOW, X2STATIC -> new DocumentBag(layout, centres, Joining.MEAN);
      case REAL_BINARY_PV -> new RealBinaryBag(layout, options.dimension());
      case BINARY_PV -> new DocumentBag(layout, centres, Joining.BITS);
      case PAIRS -> new PairPrediction(features);
      case SENSES, MSSG -> new SenseSkipGram(options.method(), window, layout, options.epochs());
    };
  }

  static Objective objective(TrainingOptions options, Vocabulary predicted) {
    return options.negatives() > 0
        ? new NegativeSampling(
            new Noise(predicted.counts(), options.method().noisePower()), options.negatives())
        : new HierarchicalSoftmax(predicted.counts());
  }

  /**
   * Uniform within half a cell's share, as word2vec.c begins; positions as one, which changes
   * nothing yet; choices among senses as zero; codes on both sides of zero; documents without a
   * word as zero; lines as given.
   */
  private void fill(Matrix input, Setting setting) {
    Layout layout = setting.layout;
    if (setting.lines.isPresent()) {
      for (int line = 0; line < input.rows(); line++) {
        input.setRow(line, Arrays.copyOf(setting.lines.get().copyRow(line), input.dimension()));
      }
      return;
    }
    Draws draws = Draws.of(options.seed(), 0);
    float[] ones = new float[input.dimension()];
    Arrays.fill(ones, 0, options.dimension(), 1);
    for (int r = 0; r < input.rows(); r++) {
      if (layout.choosesFrom(r)) {
        continue;
      }
      if (r >= layout.projection(0) && r < layout.projection(layout.reals())) {
        input.setRow(r, projection(draws, options, input.dimension()));
      } else if (layout.hasPositions() && r >= layout.position(0)) {
        input.setRow(r, ones);
      } else if (r >= layout.document(0)) {
        input.setRow(r, document(draws, options, input.dimension()));
      } else {
        input.setRow(r, start(draws, options, input.dimension(), 1f / options.dimension()));
      }
    }
    for (int line = 0; line < layout.documents(); line++) {
      if (setting.tokens.isEmpty(line)) {
        for (int row = 0; row < layout.documentRows(); row++) {
          input.setRow(layout.document(line) + row, new float[input.dimension()]);
        }
      }
    }
  }

  /** Begins the row of a document anew, as every document's of these options is begun. */
  static void fillDocument(Matrix input, int row, TrainingOptions options) {
    Draws draws = Draws.of(options.seed(), 0);
    for (int next = 0; next < Layout.documentRows(options); next++) {
      input.setRow(row + next, document(draws, options, input.dimension()));
    }
  }

  /** Of such length that what is projected is as far from zero as the real vector's cells. */
  private static float[] projection(Draws draws, TrainingOptions options, int stride) {
    return start(draws, options, stride, (float) (2 * Math.sqrt(3.0 / options.realDimension())));
  }

  private static float[] document(Draws draws, TrainingOptions options, int stride) {
    float reach = options.method().learnsBits() ? 2 * Joining.BITS_START : 1f / options.dimension();
    return start(draws, options, stride, reach);
  }

  private static float[] start(Draws draws, TrainingOptions options, int stride, float reach) {
    float[] row = new float[stride];
    for (int c = 0; c < options.dimension(); c++) {
      row[c] = (draws.uniform() - 0.5f) * reach;
    }
    return row;
  }
}
