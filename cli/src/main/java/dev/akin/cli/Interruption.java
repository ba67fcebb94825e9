package dev.akin.cli;

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
  private final CountDownLatch finished = new CountDownLatch(1);

  /** Whether the job should stop at the next place where it can. */
  boolean isRequested() {
    isWatched.set(true);
    return requested.get();
  }

  /**
   * Asks the job to stop and, if it looks, waits until it has.
   *
   * @param notes told that it takes a moment
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
  }

  /** The command has ended. */
  void finish() {
    finished.countDown();
  }
}
