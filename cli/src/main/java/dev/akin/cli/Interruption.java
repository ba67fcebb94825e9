package dev.akin.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The wish to stop. A long job looks at it between batches, leaves a state that the next run
 * resumes, and says so; the process waits for that.
 */
final class Interruption {
  private static final long PATIENCE_SECONDS = 20;

  private final AtomicBoolean requested = new AtomicBoolean();
  private final AtomicBoolean isWatched = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);

  /** Whether the job should stop at the next place where it can. */
  boolean isRequested() {
    isWatched.set(true);
    return requested.get();
  }

  /** Asks the job to stop and, if it looks, waits until it has. */
  void request() {
    requested.set(true);
    if (isWatched.get()) {
      try {
        boolean _ = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The command has ended. */
  void finish() {
    finished.countDown();
  }
}
