package dev.akin.words.training;

import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final int MOST_STRETCH = 1 << 16;
  private static final int LEAST_STRETCH = 1 << 10;
  private static final int LEAST_STRETCHES = 64;

  /** Words that share the noise of a tile of CBOW. */
  private static final int CBOW_CENTRES = 4;

  private final TrainingOptions options;

  /** A trainer with these settings. */
  public LookupTrainer(TrainingOptions options) {
    this.options = options;
  }

  /**
   * Learns, or goes on where the run before in the same folder was ended.
   *
   * @throws IllegalArgumentException if there is nothing to learn from, the tables would take more
   *     memory than they may, or the folder holds the state of another training
   * @throws dev.akin.vector.FormatException if the source is no text, or the state is damaged
   */
  public TrainedTables train(WordSource source, TrainingRun run, TrainingListener listener)
      throws IOException {
    Vocabulary vocabulary = Vocabulary.count(source, options.leastCount(), MOST_WORDS);
    requireMemory(vocabulary, run.mostBytes());
    Path file = run.folder().resolve(TOKENS);
    TokenFile tokens = TokenFile.write(source, vocabulary.words(), file);
    TrainedTables learned = learn(vocabulary, tokens, run, listener);
    Files.delete(file);
    return learned;
  }

  private long rows(Vocabulary vocabulary) {
    return (long) vocabulary.size() + Math.max(0, options.subwords().buckets());
  }

  private void requireMemory(Vocabulary vocabulary, long most) {
    long stride = (long) RowBlock.stride(options.dimension()) * Float.BYTES;
    long bytes = (rows(vocabulary) + vocabulary.size()) * stride;
    if (bytes > most || rows(vocabulary) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the tables of %,d words and %,d n-grams of %d cells take %,d MB and may take %,d; learn"
                  .formatted(
                      vocabulary.size(),
                      Math.max(0, options.subwords().buckets()),
                      options.dimension(),
                      bytes >> 20,
                      most >> 20)
              + " fewer words (a higher least count), fewer n-grams or fewer cells");
    }
  }

  private TrainedTables learn(
      Vocabulary vocabulary, TokenFile tokens, TrainingRun run, TrainingListener listener)
      throws IOException {
    Features features = Features.of(vocabulary.words(), options.subwords());
    int stride = RowBlock.stride(options.dimension());
    Matrix input = Matrix.allocate(Math.toIntExact(rows(vocabulary)), stride);
    Matrix output = Matrix.allocate(vocabulary.size(), stride);
    var tables = new Tile.Tables(input, output, false);
    try {
      byte[] identity = TrainingIdentity.of(options, vocabulary, tokens);
      var checkpoint = new Checkpoint(run.folder().resolve(STATE), identity);
      OptionalLong saved = checkpoint.load(tables);
      if (saved.isEmpty()) {
        fill(input);
      }
      var crew = new Crew(job(vocabulary, tokens, features, saved.orElse(0)), tables, checkpoint);
      boolean isComplete = crew.work(objective(vocabulary), run.saveEvery(), listener);
      return new TrainedTables(vocabulary, options, features, tables, isComplete);
    } catch (IOException | RuntimeException | Error e) {
      input.close();
      output.close();
      throw e;
    }
  }

  private Worker.Job job(
      Vocabulary vocabulary, TokenFile tokens, Features features, long stretchesDone) {
    int stretch = Math.clamp(tokens.cells() / LEAST_STRETCHES, LEAST_STRETCH, MOST_STRETCH);
    return new Worker.Job(
        tokens,
        options,
        new SubSampling(vocabulary, options.sampling()),
        composition(features),
        new LossMeter(),
        Math.toIntExact(Math.ceilDiv(tokens.cells(), stretch)),
        stretch,
        vocabulary.tokens(),
        stretchesDone,
        new AtomicLong(stretchesDone),
        new AtomicBoolean());
  }

  private Composition composition(Features features) {
    return switch (options.method()) {
      case SKIP_GRAM -> new SkipGram(options.window(), features);
      case CBOW -> new Cbow(options.window(), features, options.negatives() > 0 ? CBOW_CENTRES : 1);
    };
  }

  private Objective objective(Vocabulary vocabulary) {
    return options.negatives() > 0
        ? new NegativeSampling(new Noise(vocabulary.counts(), Noise.POWER), options.negatives())
        : new HierarchicalSoftmax(vocabulary.counts());
  }

  /** Uniform within half a cell's share, as word2vec.c begins. */
  private void fill(Matrix input) {
    Draws draws = Draws.of(options.seed(), 0);
    float[] row = new float[input.dimension()];
    for (int r = 0; r < input.rows(); r++) {
      for (int c = 0; c < options.dimension(); c++) {
        row[c] = (draws.uniform() - 0.5f) / options.dimension();
      }
      input.setRow(r, row);
    }
  }
}
