package dev.akin.words;

import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import dev.akin.vector.Scorer;
import dev.akin.vector.Similarity;
import java.util.List;

/**
 * Nearest rows by cross-domain similarity local scaling, which takes from hubs, the rows that are
 * near to everything, what they have too much: CSLS(x, y) = 2 cos(x, y) − r(x) − r(y), r being the
 * mean cosine of a vector with its k nearest rows on the other side (Conneau et al. 2018, section
 * 2.3).
 *
 * <p>Immutable, safe for many threads; borrows the rows. Making one compares every row with every
 * row of the other side: 70,000 × 70,000 × 100 multiplications for a vocabulary of common size.
 */
public final class Csls {
  /** The paper's number of neighbours. */
  public static final int DEFAULT_NEIGHBOURS = 10;

  /** Rows compared with all others at once. */
  private static final int CHUNK = 512;

  private final Matrix targets;
  private final float[] means;
  private final int k;
  private final ExactScan scan;

  private Csls(Matrix targets, float[] means, int k, ExactScan scan) {
    this.targets = targets;
    this.means = means;
    this.k = k;
    this.scan = scan;
  }

  /**
   * From one side to the other.
   *
   * @param sources [sources × dimension], of length 1
   * @param targets [targets × dimension], of length 1, in the same space
   * @param k how many neighbours r is the mean of
   * @throws IllegalArgumentException if the dimensions differ or k is not positive
   */
  public static Csls between(Matrix sources, Matrix targets, int k, ExactScan scan) {
    return new Csls(targets, meanCosines(targets, sources, k, false, scan), k, scan);
  }

  /**
   * Within one table; no row counts as its own neighbour.
   *
   * @param rows [rows × dimension], of length 1
   */
  public static Csls within(Matrix rows, int k, ExactScan scan) {
    return new Csls(rows, meanCosines(rows, rows, k, true, scan), k, scan);
  }

  /** For each row the mean cosine with its k nearest among others. */
  private static float[] meanCosines(
      Matrix rows, Matrix others, int k, boolean isSame, ExactScan scan) {
    float[] means = new float[rows.rows()];
    for (int first = 0; first < means.length; first += CHUNK) {
      int count = Math.min(CHUNK, means.length - first);
      try (Matrix chunk = Matrix.allocate(count, rows.dimension())) {
        for (int i = 0; i < count; i++) {
          chunk.setRow(i, rows.copyRow(first + i));
        }
        List<List<Match>> nearest =
            scan.nearest(others, chunk, Similarity.DOT, isSame && k < others.rows() ? k + 1 : k);
        for (int i = 0; i < count; i++) {
          int itself = isSame ? first + i : -1;
          means[first + i] = mean(nearest.get(i), itself, k);
        }
      }
    }
    return means;
  }

  private static float mean(List<Match> nearest, int itself, int k) {
    return (float)
        nearest.stream()
            .filter(match -> match.ordinal() != itself)
            .limit(k)
            .mapToDouble(Match::score)
            .average()
            .orElse(0);
  }

  /** r of a target row. */
  public float meanCosine(int target) {
    return means[target];
  }

  /**
   * The nearest targets of a vector that is none of them.
   *
   * @param query of any length
   * @return min(count, targets) rows by falling CSLS
   */
  public List<Match> nearest(float[] query, int count) {
    Scorer cosines = Scorer.of(targets, WordVectors.unit(query.clone()), Similarity.DOT);
    return nearest(cosines, mean(scan.nearest(cosines, k), -1, k), count);
  }

  /**
   * The rank of the nearest of some targets to a vector that is none of them, among all targets:
   * from 1, ties by ordinal. One look at every row.
   *
   * @param query of any length
   * @param wanted rows of targets, at least one
   * @throws IllegalArgumentException if the vector has another dimension, nothing is wanted, or a
   *     score is not a number
   */
  public int bestRank(float[] query, int... wanted) {
    Scorer cosines = Scorer.of(targets, WordVectors.unit(query.clone()), Similarity.DOT);
    // The query's own mean is taken off all scores alike.
    return BestRank.of(new Scaled(cosines, means, 0), wanted);
  }

  /** The nearest targets of one of them, itself included. */
  public List<Match> nearest(int target, int count) {
    Scorer cosines = Scorer.of(targets, targets.copyRow(target), Similarity.DOT);
    return nearest(cosines, means[target], count);
  }

  private List<Match> nearest(Scorer cosines, float ownMean, int count) {
    return scan.nearest(new Scaled(cosines, means, ownMean), count);
  }

  /** Cosines with the means of both sides taken off. */
  private static final class Scaled implements Scorer {
    private final Scorer cosines;
    private final float[] means;
    private final float ownMean;

    Scaled(Scorer cosines, float[] means, float ownMean) {
      this.cosines = cosines;
      this.means = means;
      this.ownMean = ownMean;
    }

    private float scaled(float cosine, int ordinal) {
      return 2 * cosine - ownMean - means[ordinal];
    }

    @Override
    public float score(int ordinal) {
      return scaled(cosines.score(ordinal), ordinal);
    }

    @Override
    public void score(int[] ordinals, int count, float[] out) {
      cosines.score(ordinals, count, out);
      for (int i = 0; i < count; i++) {
        out[i] = scaled(out[i], ordinals[i]);
      }
    }

    @Override
    public void scoreRange(int first, int count, float[] out) {
      cosines.scoreRange(first, count, out);
      for (int i = 0; i < count; i++) {
        out[i] = scaled(out[i], first + i);
      }
    }

    @Override
    public int size() {
      return cosines.size();
    }
  }
}
