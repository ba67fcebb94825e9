package dev.akin.vector.probe;

import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/** The nearest of known rows, and how much each one's vote weighs. Borrows the known rows. */
record Neighbours(Matrix known, NearestNeighbours.Options options) {
  /** Queries that are scanned for together: what they hold stays small. */
  private static final int BLOCK = 512;

  Neighbours {
    known.requireFinite();
    if (options.k() > known.rows()) {
      throw new IllegalArgumentException(
          "%d neighbours of %d rows: there must be at least as many rows"
              .formatted(options.k(), known.rows()));
    }
  }

  /** Takes the vote of one known row on one query. */
  interface Ballot {
    void cast(int query, int known, double weight);
  }

  void vote(Matrix queries, Ballot ballot) {
    Classes.requireDimension(queries, known.dimension());
    queries.requireFinite();
    var scan = new ExactScan(options.threads());
    for (int first = 0; first < queries.rows(); first += BLOCK) {
      int count = Math.min(BLOCK, queries.rows() - first);
      try (Matrix block = queries.take(IntStream.range(first, first + count).toArray())) {
        List<List<Match>> found = scan.nearest(known, block, options.similarity(), options.k());
        for (int i = 0; i < count; i++) {
          vote(first + i, found.get(i), ballot);
        }
      }
    }
  }

  private void vote(int query, List<Match> neighbours, Ballot ballot) {
    double[] weights = options.weighting().of(neighbours);
    for (int i = 0; i < weights.length; i++) {
      ballot.cast(query, neighbours.get(i).ordinal(), weights[i]);
    }
  }
}
