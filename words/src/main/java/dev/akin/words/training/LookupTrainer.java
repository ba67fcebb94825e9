package dev.akin.words.training;

import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Learns a look-up table from lines of words.
 *
 * <p>Tables are off the heap, and take 2 · words · dimension floats and little else. Threads change
 * them without locks (Niu et al. 2011). With one thread the same source, options and seed give the
 * same bytes.
 */
public final class LookupTrainer {
  /** Different words held while counting: about 1 GB of ten-letter words. */
  private static final int MOST_WORDS = 30_000_000;

  private static final int MOST_STRETCH = 1 << 16;
  private static final int LEAST_STRETCH = 1 << 10;
  private static final long LISTEN_MILLIS = 200;

  private final TrainingOptions options;

  public LookupTrainer(TrainingOptions options) {
    this.options = options;
  }

  /**
   * Learns.
   *
   * @param folder where the text is written down as numbers while it is learned
   * @throws IllegalArgumentException if there is nothing to learn from
   */
  public TrainedTables train(WordSource source, Path folder, TrainingListener listener)
      throws IOException {
    Vocabulary vocabulary = Vocabulary.count(source, options.leastCount(), MOST_WORDS);
    Path file = Files.createTempFile(folder, "tokens", ".ids");
    try {
      TokenFile tokens = TokenFile.write(source, vocabulary.words(), file);
      return learn(vocabulary, tokens, listener);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private TrainedTables learn(Vocabulary vocabulary, TokenFile tokens, TrainingListener listener)
      throws IOException {
    Features features = Features.of(vocabulary.words(), options.subwords());
    int stride = RowBlock.stride(options.dimension());
    int ngrams = Math.max(0, options.subwords().buckets());
    Matrix input = Matrix.allocate(Math.addExact(vocabulary.size(), ngrams), stride);
    fill(input);
    Matrix output = Matrix.allocate(vocabulary.size(), stride);
    var tables = new Tile.Tables(input, output, false);
    Composition composition = composition(features);
    Objective objective = objective(vocabulary);
    int stretch = Math.clamp(tokens.cells() / 64, LEAST_STRETCH, MOST_STRETCH);
    var job =
        new Worker.Job(
            tokens,
            options,
            new SubSampling(vocabulary, options.sampling()),
            composition,
            new LossMeter(),
            Math.toIntExact(Math.ceilDiv(tokens.cells(), stretch)),
            stretch,
            new AtomicLong(),
            new AtomicBoolean());
    boolean isComplete = run(job, tables, objective, vocabulary.tokens(), listener);
    return new TrainedTables(vocabulary, options, features, tables, isComplete);
  }

  private boolean run(
      Worker.Job job,
      Tile.Tables tables,
      Objective objective,
      long words,
      TrainingListener listener)
      throws IOException {
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(options.threads())) {
      for (int i = 0; i < options.threads(); i++) {
        var tile =
            new Tile(
                tables,
                job.composition().mostInputs(),
                objective.mostOutputs(job.composition().mostTargets()));
        var worker = new Worker(job, new Step(tile, objective));
        running.add(
            threads.submit(() -> {
              worker.run();
              return null;
            }));
      }
      for (Future<?> one : running) {
        await(one, job, words, listener);
      }
    }
    return job.next().get() >= job.total();
  }

  private void await(Future<?> running, Worker.Job job, long words, TrainingListener listener)
      throws IOException {
    while (true) {
      try {
        running.get(LISTEN_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException _) {
        double share = Math.min(1, (double) job.next().get() / job.total());
        long total = words * options.epochs();
        var progress =
            new Progress(
                (long) (share * total), total, job.meter().drain(), job.rate(share * job.total()));
        if (!listener.goesOn(progress)) {
          job.stops().set(true);
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        job.stops().set(true);
      } catch (ExecutionException e) {
        job.stops().set(true);
        if (e.getCause() instanceof IOException io) {
          throw io;
        }
        throw new IllegalStateException("a worker failed: " + e.getCause(), e.getCause());
      }
    }
  }

  private Composition composition(Features features) {
    return switch (options.method()) {
      case SKIP_GRAM -> new SkipGram(options.window(), features);
      case CBOW -> new Cbow(options.window(), features, options.negatives() > 0 ? 4 : 1);
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
