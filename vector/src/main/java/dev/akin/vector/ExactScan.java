package dev.akin.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Exact search: every row is scored, the best k are kept.
 *
 * <p>The answer does not depend on the number of threads. Stateless, so one may serve many callers;
 * the threads beside the calling one are those of the JVM's common pool, which spares each scan the
 * start of threads.
 *
 * @param threads how many threads share a scan
 */
public record ExactScan(int threads) {
  /** Rows taken at once for many queries fill this much: a quarter of a common L2 cache. */
  private static final int BATCH_BLOCK_BYTES = 1 << 18;

  /** Rows a thread takes at once for one query. */
  private static final int SINGLE_BLOCK = 1024;

  /** Refuses fewer than one thread. */
  public ExactScan {
    if (threads < 1) {
      throw new IllegalArgumentException("%d threads: at least 1 is needed".formatted(threads));
    }
  }

  /**
   * The rows closest to a scorer's query.
   *
   * @return min(k, size) rows, by falling score, ties by rising ordinal
   * @throws IllegalArgumentException if k is not positive or a row's score is not a number
   */
  public List<Match> nearest(Scorer scorer, int k) {
    return scan(scorer.size(), SINGLE_BLOCK, () -> BlockWorker.single(scorer, k, SINGLE_BLOCK))
        .getFirst();
  }

  /**
   * The rows closest to each of many queries; each block of rows is read once for all of them.
   *
   * @param rows [rows × dimension]
   * @param queries [queries × dimension]
   * @return for each query what {@link #nearest(Scorer, int)} gives for it, bit for bit
   * @throws IllegalArgumentException if the dimensions differ, a query is not finite, k is not
   *     positive, or a score is not a number
   */
  public List<List<Match>> nearest(Matrix rows, Matrix queries, Similarity similarity, int k) {
    List<FloatScorer> scorers = new ArrayList<>();
    for (int i = 0; i < queries.rows(); i++) {
      scorers.add(new FloatScorer(rows, queries.copyRow(i), similarity));
    }
    int block = (int) Math.max(1, BATCH_BLOCK_BYTES / rows.rowBytes());
    return scan(rows.rows(), block, () -> BlockWorker.batch(scorers, k, block));
  }

  /** Shares the blocks of rows among the threads, each with a worker of its own, and merges. */
  private List<List<Match>> scan(int rows, int block, Supplier<BlockWorker> workers) {
    int blocks = (int) (((long) rows + block - 1) / block);
    AtomicInteger next = new AtomicInteger();
    List<BlockWorker> started = new ArrayList<>();
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < Math.clamp(blocks, 1, threads); i++) {
      BlockWorker worker = workers.get();
      started.add(worker);
      tasks.add(() -> {
        for (int b = next.getAndIncrement(); b < blocks; b = next.getAndIncrement()) {
          worker.scan(b * block, Math.min(block, rows - b * block));
        }
      });
    }
    runAll(tasks);
    BlockWorker merged = started.getFirst();
    started.subList(1, started.size()).forEach(merged::addAll);
    return merged.ranked();
  }

  /**
   * Runs the first task here and the others on the JVM's common pool, to the end of all also after
   * a failure, for the caller may close the rows as soon as this returns.
   */
  private static void runAll(List<Runnable> tasks) {
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    List<ForkJoinTask<?>> others = new ArrayList<>();
    for (Runnable task : tasks.subList(1, tasks.size())) {
      ForkJoinTask<?> other =
          ForkJoinTask.adapt(() -> {
            try {
              task.run();
            } catch (RuntimeException e) {
              failure.set(e);
            }
          });
      ForkJoinPool.commonPool().execute(other);
      others.add(other);
    }
    try {
      tasks.getFirst().run();
    } finally {
      others.forEach(ForkJoinTask::quietlyJoin);
    }
    others.forEach(ForkJoinTask::join); // throws what is no RuntimeException
    RuntimeException first = failure.get();
    if (first != null) {
      throw first;
    }
  }
}
