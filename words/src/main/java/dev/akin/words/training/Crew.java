package dev.akin.words.training;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The workers of a training, in rounds: between two of them all rest, and the state is saved as it
 * is, so that a round can begin there again.
 */
final class Crew {
  private static final long LISTEN_MILLIS = 200;

  private final Worker.Job job;
  private final Tile.Tables tables;
  private final Checkpoint checkpoint;
  private boolean isEnded;

  Crew(Worker.Job job, Tile.Tables tables, Checkpoint checkpoint) {
    this.job = job;
    this.tables = tables;
    this.checkpoint = checkpoint;
  }

  /**
   * Works until all is learned or the listener ends it, and says whether all is. What was saved
   * last stays: until the caller has written what was learned, a death must not cost more than the
   * time between two savings.
   *
   * @throws IOException if the text cannot be read or the state not be saved
   */
  boolean work(Objective objective, Duration saveEvery, TrainingListener listener)
      throws IOException {
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < job.options().threads(); i++) {
      workers.add(new Worker(job, new Step(tables, job.composition(), objective)));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
      while (!isEnded && !isDone()) {
        round(threads, workers, saveEvery, listener);
        if (!isDone()) {
          checkpoint.save(job.next().get(), tables);
        }
      }
    }
    if (isDone()) {
      listener.goesOn(job.progress());
    }
    return isDone();
  }

  private boolean isDone() {
    return job.next().get() >= job.total();
  }

  private void round(
      ExecutorService threads, List<Worker> workers, Duration time, TrainingListener listener)
      throws IOException {
    job.stops().set(false);
    long start = System.nanoTime();
    List<Future<?>> running = new ArrayList<>();
    for (Worker worker : workers) {
      running.add(
          threads.submit(() -> {
            worker.run();
            return null;
          }));
    }
    for (Future<?> one : running) {
      while (!isOver(one)) {
        isEnded |= !listener.goesOn(job.progress());
        if (isEnded || System.nanoTime() - start > time.toNanos()) {
          job.stops().set(true);
        }
      }
    }
  }

  /** Waits a little, and says whether a worker has ended. */
  private boolean isOver(Future<?> running) throws IOException {
    try {
      running.get(LISTEN_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      isEnded = true;
      job.stops().set(true);
      return true;
    } catch (ExecutionException e) {
      job.stops().set(true);
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("a worker failed: " + e.getCause(), e.getCause());
    }
  }
}
