package dev.akin.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.search.FieldExistsQuery;

/**
 * Measures how many of the true nearest passages a graph search finds, with stored vectors as
 * queries, and finds the smallest number of candidates that reaches a target.
 */
final class RecallMeter {
  /** 200 queries of 10 neighbours: a recall of .98 is known to ± .008 (95 %, binomial). */
  private static final int SAMPLE = 200;

  /** Candidates that are tried, in this order; the last ones cost as much as small exact scans. */
  private static final int[] LADDER = {
    10, 12, 16, 20, 25, 32, 40, 50, 64, 80, 100, 128, 160, 200, 256, 320, 400, 512, 640, 800, 1_024,
    1_448, 2_048
  };

  private static final long SEED = 20_260_101;

  private final IndexView view;
  private final ExactScan exact;
  private final GraphSearch graph;

  RecallMeter(IndexView view) {
    this.view = view;
    this.exact = new ExactScan(view);
    this.graph = new GraphSearch(view, exact);
  }

  /** The recall and what it takes; empty where there are not two vectors to compare. */
  Optional<Recall> measure(double target) throws IOException {
    int[] passages = view.passages(new FieldExistsQuery(PassageFields.VECTOR));
    if (passages.length < 2) {
      return Optional.empty();
    }
    List<Truth> sample = new ArrayList<>();
    for (int passage : sample(passages)) {
      sample.add(truth(passage));
    }
    double recall = 0;
    int candidates = 0;
    for (int step : LADDER) {
      candidates = step;
      recall = recall(sample, step);
      if (recall >= target || step >= passages.length) {
        break;
      }
    }
    return Optional.of(new Recall(recall, target, candidates, sample.size()));
  }

  private static int[] sample(int[] passages) {
    int[] drawn = passages.clone();
    SplittableRandom random = new SplittableRandom(SEED);
    int size = Math.min(SAMPLE, drawn.length);
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i, drawn.length);
      int other = drawn[j];
      drawn[j] = drawn[i];
      drawn[i] = other;
    }
    return Arrays.copyOf(drawn, size);
  }

  private Truth truth(int passage) throws IOException {
    float[] row = row(passage);
    float[] scores = exact.scores(row, Optional.empty());
    scores[passage] = ExactScan.NONE;
    Arrays.sort(scores);
    int others = 0;
    while (others < Recall.NEIGHBOURS
        && others < scores.length
        && scores[scores.length - 1 - others] != ExactScan.NONE) {
      others++;
    }
    return new Truth(passage, others, scores[scores.length - others]);
  }

  private float[] row(int passage) throws IOException {
    var leaf = view.leaf(passage);
    FloatVectorValues rows = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
    KnnVectorValues.DocIndexIterator at = rows.iterator();
    at.advance(passage - leaf.docBase);
    return rows.vectorValue(at.index()).clone();
  }

  /** A hit is whatever is as near as the last true neighbour: equals may stand for one another. */
  private double recall(List<Truth> sample, int candidates) throws IOException {
    long found = 0;
    long wanted = 0;
    for (Truth truth : sample) {
      long near =
          graph.top(row(truth.passage), candidates + 1, Optional.empty()).hits().stream()
              .filter(hit -> hit.passage() != truth.passage && hit.score() >= truth.last)
              .count();
      found += Math.min(near, truth.neighbours);
      wanted += truth.neighbours;
    }
    return (double) found / wanted;
  }

  private record Truth(int passage, int neighbours, float last) {}
}
