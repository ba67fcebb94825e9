package dev.akin.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Numbered pieces of work, shared among the calling thread and those of the JVM's common pool,
 * which spares each piece of work the start of threads.
 */
public final class SharedWork {
  private SharedWork() {}

  /**
   * Does the pieces 0 to {@code pieces} − 1, each once, in no particular order; returns when all
   * threads are done. A failure ends the thread it happens in and is thrown here as it was; of
   * several that of the first piece, so the error does not depend on the threads either.
   *
   * <p>A result that must not depend on the number of threads is put together from the pieces'
   * results in their order.
   *
   * @param threads how many threads share the work, at least 1
   * @param workers makes what does the pieces: called here, once for each thread, which alone uses
   *     what it gets, so that may hold scratch memory
   */
  public static void run(int pieces, int threads, Supplier<IntConsumer> workers) {
    AtomicInteger next = new AtomicInteger();
    var failures = new ConcurrentSkipListMap<Integer, Throwable>();
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < Math.clamp(pieces, 1, threads); i++) {
      IntConsumer worker = workers.get();
      tasks.add(() -> {
        for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
          try {
            worker.accept(piece);
          } catch (RuntimeException | Error e) {
            failures.put(piece, e);
            return;
          }
        }
      });
    }
    runAll(tasks);
    if (!failures.isEmpty()) {
      // Pieces are begun in their order, so the first one that fails is among these always.
      throw unchecked(failures.firstEntry().getValue());
    }
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  /**
   * The number of pieces of {@code size} that {@code total} makes, the last one perhaps smaller.
   */
  public static int pieces(int total, int size) {
    return (int) (((long) total + size - 1) / size);
  }

  /** Refuses fewer than one thread. */
  public static int requireThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("%d threads: at least 1 is needed".formatted(threads));
    }
    return threads;
  }

  /** Runs the first task here and the others on the JVM's common pool, to the end of all. */
  private static void runAll(List<Runnable> tasks) {
    List<ForkJoinTask<?>> others = new ArrayList<>();
    for (Runnable task : tasks.subList(1, tasks.size())) {
      ForkJoinTask<?> other = ForkJoinTask.adapt(task);
      ForkJoinPool.commonPool().execute(other);
      others.add(other);
    }
    tasks.getFirst().run();
    // Also after a failure: the caller may close the rows as soon as this returns.
    others.forEach(ForkJoinTask::join);
  }
}
