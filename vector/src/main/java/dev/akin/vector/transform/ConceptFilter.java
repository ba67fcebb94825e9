package dev.akin.vector.transform;

import dev.akin.vector.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the tokens of a text that carry an unwanted concept and takes the concept out of those only
 * (Yoon et al. 2024, SAFREE), for encoders that pool by the mean.
 *
 * <p>p₍₋ᵢ₎ is the mean of all tokens but i. Token i carries the concept if the text without it is
 * farther from the concept than the others are on average: ‖(I − P)p₍₋ᵢ₎‖ ≥ (1 + a) · the mean over
 * j ≠ i. Its row becomes (I − P)Mtᵢ, M the projection on what the p₍₋ᵢ₎ span, so that it stays
 * among what the text can say.
 *
 * @param concept what is unwanted; at most a fifth of the dimension, or everything is near it
 * @param margin a: 0.01 in the paper; 0.05 flags fewer innocent tokens of mean-pooled texts
 */
public record ConceptFilter(Subspace concept, double margin) {
  /** What the published sigmoid of the steps is made of: 2k(10q − t). */
  private static final double STEEPNESS = 2.5;

  private static final double THRESHOLD = 5.333;

  /** Fewer tokens leave nothing to compare one with. */
  private static final int FEWEST = 3;

  private static final int MOST_OF_DIMENSION = 5;

  public ConceptFilter {
    if (!(margin >= 0)) {
      throw new IllegalArgumentException("the margin is 0 or more, got " + margin);
    }
    if (concept.rank() > concept.dimension() / MOST_OF_DIMENSION) {
      throw new IllegalArgumentException(
          "a concept of %d directions in %d cells: everything would be near it; keep %d"
              .formatted(
                  concept.rank(), concept.dimension(), concept.dimension() / MOST_OF_DIMENSION));
    }
  }

  /**
   * What was found and made.
   *
   * @param flagged the tokens that carry the concept
   * @param rows a row a token, the flagged ones filtered
   * @param strength in [0, 1], for those who mix filtered and unfiltered: how far all tokens would
   *     be moved, through the paper's sigmoid
   */
  public record Filtered(List<Integer> flagged, List<float[]> rows, double strength) {
    public Filtered {
      flagged = List.copyOf(flagged);
      rows = List.copyOf(rows);
    }
  }

  /**
   * Filters one text.
   *
   * @param tokens a row a token, none of them special
   * @throws IllegalArgumentException if there are fewer than three, or rows of another dimension
   */
  public Filtered apply(Matrix tokens) {
    if (tokens.rows() < FEWEST || tokens.dimension() != concept.dimension()) {
      throw new IllegalArgumentException(
          "%d tokens of %d cells: a text has %d tokens or more, of %d cells like the concept"
              .formatted(tokens.rows(), tokens.dimension(), FEWEST, concept.dimension()));
    }
    tokens.requireFinite();
    Transform outside = concept.rejection(1);
    double[][] without = leftOut(tokens);
    double[] distances = new double[without.length];
    double sum = 0;
    for (int i = 0; i < distances.length; i++) {
      distances[i] = norm(outside.apply(rounded(without[i])));
      sum += distances[i];
    }
    double all = sum;
    List<Integer> flagged =
        IntStream.range(0, distances.length)
            .filter(
                i -> distances[i] >= (1 + margin) * (all - distances[i]) / (distances.length - 1))
            .boxed()
            .toList();
    Transform filter =
        Subspace.of(without, without.length, Fit.on("text", tokens)).projection().then(outside);
    List<float[]> rows = new ArrayList<>();
    double moved = 0;
    for (int i = 0; i < tokens.rows(); i++) {
      float[] row = tokens.copyRow(i);
      float[] filtered = filter.apply(row);
      moved += (1 - cosine(row, filtered)) / tokens.rows();
      rows.add(flagged.contains(i) ? filtered : row);
    }
    double strength = 1 / (1 + Math.exp(-2 * STEEPNESS * (10 * moved - THRESHOLD)));
    return new Filtered(flagged, rows, strength);
  }

  private static double[][] leftOut(Matrix tokens) {
    int count = tokens.rows();
    double[] sum = new double[tokens.dimension()];
    for (int i = 0; i < count; i++) {
      Dense.addScaled(sum, 1, Dense.row(tokens, i));
    }
    double[][] without = new double[count][];
    for (int i = 0; i < count; i++) {
      without[i] = sum.clone();
      Dense.addScaled(without[i], -1, Dense.row(tokens, i));
      for (int j = 0; j < sum.length; j++) {
        without[i][j] /= count - 1;
      }
    }
    return without;
  }

  private static float[] rounded(double[] row) {
    float[] rounded = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      rounded[i] = (float) row[i];
    }
    return rounded;
  }

  private static double norm(float[] row) {
    return Math.sqrt(dot(row, row));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static double cosine(float[] a, float[] b) {
    double lengths = norm(a) * norm(b);
    return lengths == 0 ? 0 : dot(a, b) / lengths;
  }
}
