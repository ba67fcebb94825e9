package dev.akin.encoder;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs numbered tasks on the calling thread and some helpers. Safe for many callers at once; the
 * helpers are daemon threads started when first needed.
 */
final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService helpers;

  /** A crew of that many threads, the calling one included. */
  Workers(int threads) {
    this.threads = threads;
    this.helpers =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1),
            task -> Thread.ofPlatform().daemon().name("akin-encoder").unstarted(task));
  }

  /**
   * Runs the tasks 0 … count − 1, each once, and returns when all are done. After a failure no
   * further task is begun and the first failure is thrown.
   */
  void run(int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    Runnable drain =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            try {
              task.accept(i);
            } catch (RuntimeException | Error e) {
              next.set(count);
              failures.add(e);
              return;
            }
          }
        };
    int helping = Math.min(threads, count) - 1;
    CountDownLatch done = new CountDownLatch(Math.max(0, helping));
    for (int i = 0; i < helping; i++) {
      helpers.execute(() -> {
        try {
          drain.run();
        } finally {
          done.countDown();
        }
      });
    }
    drain.run();
    awaitUninterrupted(done);
    switch (failures.peek()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new AssertionError("tasks throw unchecked only", e);
    }
  }

  /** The helpers write to the caller's matrix, so it must not go on before they are done. */
  private static void awaitUninterrupted(CountDownLatch done) {
    boolean interrupted = false;
    while (true) {
      try {
        done.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    helpers.shutdown();
  }
}
