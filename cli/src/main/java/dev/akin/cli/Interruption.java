package dev.akin.cli;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The wish to stop. A long job looks at it between batches, leaves a state that the next run
 * resumes, and says so; the process waits for that.
 */
final class Interruption {
  private static final long PATIENCE_SECONDS = 20;

  private final AtomicBoolean requested = new AtomicBoolean();
  private final AtomicBoolean isWatched = new AtomicBoolean();
  private final Set<Cleanup> cleanups = ConcurrentHashMap.newKeySet();
  private final CountDownLatch finished = new CountDownLatch(1);

  /** What must not be left behind when the process is ended before its job is. */
  @FunctionalInterface
  interface Cleanup {
    void run() throws IOException;
  }

  /** To be closed when the job has done the cleaning itself. */
  interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  /** Has something cleaned up if the user ends the process and the job does not stop by itself. */
  Guard cleaning(Cleanup cleanup) {
    cleanups.add(cleanup);
    return () -> cleanups.remove(cleanup);
  }

  /** Whether the job should stop at the next place where it can. */
  boolean isRequested() {
    isWatched.set(true);
    return requested.get();
  }

  /**
   * Asks the job to stop and, if it looks, waits until it has; cleans up behind one that has not.
   *
   * @param notes told that it takes a moment, and what could not be cleaned up
   */
  void request(Consumer<String> notes) {
    requested.set(true);
    if (isWatched.get()) {
      notes.accept("akin: stopping after this batch…");
      try {
        boolean _ = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    for (Cleanup cleanup : cleanups) {
      try {
        cleanup.run();
      } catch (IOException e) {
        notes.accept("akin: " + Failures.message(e));
      }
    }
  }

  /** The command has ended. */
  void finish() {
    finished.countDown();
  }
}
