package dev.akin.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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
    SharedWork.requireThreads(threads);
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
    return scan(rows.rows(), block, () -> BlockWorker.batch(scorers, rows.rows(), k, block));
  }

  /** Shares the blocks of rows among the threads, each with a worker of its own, and merges. */
  private List<List<Match>> scan(int rows, int block, Supplier<BlockWorker> workers) {
    List<BlockWorker> started = new ArrayList<>();
    SharedWork.run(
        SharedWork.pieces(rows, block),
        threads,
        () -> {
          BlockWorker worker = workers.get();
          started.add(worker);
          return b -> worker.scan(b * block, Math.min(block, rows - b * block));
        });
    BlockWorker merged = started.getFirst();
    started.subList(1, started.size()).forEach(merged::addAll);
    return merged.ranked();
  }
}
