package dev.akin.words.geometry;

import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import dev.akin.vector.transform.Alignment;
import dev.akin.vector.transform.Fit;
import dev.akin.vector.transform.Transform;
import java.util.List;

/**
 * A map that is learned for the retrieval it is used in (Joulin et al. 2018, RCSLS): it minimises
 * (1/n) Σ [−2 xᵀWz + (1/k) Σ over the k targets nearest to xW + (1/k) Σ over the k sources nearest
 * to z], by gradient steps from the rotation; a step that raises the loss is taken back and halved.
 *
 * <p>Deterministic. On small vocabularies it does not beat the rotation: compare both on held-out
 * pairs.
 *
 * @param neighbours k; 10 in the paper
 * @param epochs steps; 10 in the paper
 * @param rate the first step's length; 1 in the published code
 */
public record Rcsls(int neighbours, int epochs, double rate, ExactScan scan) {
  public Rcsls {
    if (neighbours < 1 || epochs < 1 || !(rate > 0)) {
      throw new IllegalArgumentException(
          "neighbours, epochs and rate are more than 0, got %d, %d, %s"
              .formatted(neighbours, epochs, rate));
    }
  }

  /** A loss and where it falls. */
  @SuppressWarnings("ArrayRecordComponent") // made here, and compared nowhere
  record Slope(double loss, double[][] gradient) {}

  /**
   * Learns the map of sources to targets.
   *
   * @param sources normalised rows ({@link Alignment#normalisation})
   * @param targets normalised rows of the same dimension
   */
  public Alignment learn(Matrix sources, Matrix targets, Alignment.Pairs pairs) {
    Alignment start = Alignment.procrustes(sources, targets, pairs);
    double[][] map = weights(start.source());
    double step = rate;
    Slope slope = slope(sources, targets, pairs, map);
    for (int epoch = 0; epoch < epochs; epoch++) {
      double[][] next = stepped(map, slope.gradient, step);
      Slope there = slope(sources, targets, pairs, next);
      if (there.loss < slope.loss) {
        map = next;
        slope = there;
      } else {
        step /= 2;
      }
    }
    return new Alignment(transform(map, sources), start.target());
  }

  /** W of x ↦ xW, from a transform's images of the axes. */
  static double[][] weights(Transform transform) {
    int dimension = transform.inputDimension();
    double[][] weights = new double[dimension][transform.outputDimension()];
    for (int i = 0; i < dimension; i++) {
      float[] axis = new float[dimension];
      axis[i] = 1;
      float[] image = transform.apply(axis);
      for (int o = 0; o < image.length; o++) {
        weights[i][o] = image[o];
      }
    }
    return weights;
  }

  private static double[][] stepped(double[][] map, double[][] gradient, double step) {
    double[][] next = new double[map.length][map.length];
    for (int i = 0; i < map.length; i++) {
      for (int o = 0; o < map.length; o++) {
        next[i][o] = map[i][o] - step * gradient[i][o];
      }
    }
    return next;
  }

  private static Transform transform(double[][] map, Matrix fitted) {
    float[][] weights = new float[map[0].length][map.length];
    for (int i = 0; i < map.length; i++) {
      for (int o = 0; o < weights.length; o++) {
        weights[o][i] = (float) map[i][o];
      }
    }
    return Transform.affine(
        new float[map.length], weights, new float[weights.length], Fit.on("rcsls", fitted));
  }

  /**
   * The loss at a map and its gradient; the neighbours are those at this map, so the loss is the
   * largest over all choices of neighbours, and convex.
   */
  Slope slope(Matrix sources, Matrix targets, Alignment.Pairs pairs, double[][] map) {
    try (Matrix mapped = transform(map, sources).apply(sources);
        Matrix ours = rows(mapped, pairs.first());
        Matrix theirs = rows(targets, pairs.second())) {
      List<List<Match>> near = scan.nearest(targets, ours, Similarity.DOT, neighbours);
      List<List<Match>> nearBack = scan.nearest(mapped, theirs, Similarity.DOT, neighbours);
      double[][] gradient = new double[map.length][map.length];
      double loss = 0;
      double share = 1.0 / pairs.size();
      for (int p = 0; p < pairs.size(); p++) {
        float[] x = sources.copyRow(pairs.first()[p]);
        float[] z = theirs.copyRow(p);
        double[] pull = new double[map.length];
        add(pull, -2 * share, z);
        loss -= 2 * share * dot(ours.copyRow(p), z);
        for (Match match : near.get(p)) {
          add(pull, share / neighbours, targets.copyRow(match.ordinal()));
          loss += share / neighbours * match.score();
        }
        addOuter(gradient, x, pull);
        double[] push = new double[map.length];
        for (Match match : nearBack.get(p)) {
          add(push, share / neighbours, sources.copyRow(match.ordinal()));
          loss += share / neighbours * match.score();
        }
        addOuter(gradient, push, z);
      }
      return new Slope(loss, gradient);
    }
  }

  private static Matrix rows(Matrix matrix, int[] ordinals) {
    Matrix rows = Matrix.allocate(ordinals.length, matrix.dimension());
    for (int i = 0; i < ordinals.length; i++) {
      rows.setRow(i, matrix.copyRow(ordinals[i]));
    }
    return rows;
  }

  private static void add(double[] target, double factor, float[] row) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * row[i];
    }
  }

  private static void addOuter(double[][] target, float[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      for (int o = 0; o < y.length; o++) {
        target[i][o] += x[i] * y[o];
      }
    }
  }

  private static void addOuter(double[][] target, double[] x, float[] y) {
    for (int i = 0; i < x.length; i++) {
      for (int o = 0; o < y.length; o++) {
        target[i][o] += x[i] * y[o];
      }
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
