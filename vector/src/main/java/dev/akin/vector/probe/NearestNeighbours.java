package dev.akin.vector.probe;

import dev.akin.vector.Matrix;
import dev.akin.vector.SharedWork;
import dev.akin.vector.Similarity;

/**
 * Classifies a row by the votes of the k nearest rows whose label is known. Borrows those rows:
 * useless after they are closed. Learns nothing; each row costs a scan of all known ones.
 */
public final class NearestNeighbours implements Classifier {
  /**
   * How neighbours vote.
   *
   * @param k how many neighbours
   * @param weighting what the vote of each weighs
   * @param similarity what near means
   * @param threads how many threads share a scan
   */
  public record Options(int k, Weighting weighting, Similarity similarity, int threads) {
    /** Five neighbours by cosine, one vote each. */
    public static final Options DEFAULT =
        new Options(5, new Weighting.Uniform(), Similarity.COSINE, 1);

    /** Refuses fewer than one neighbour or thread. */
    public Options {
      if (k < 1) {
        throw new IllegalArgumentException("%d neighbours: at least 1 is needed".formatted(k));
      }
      SharedWork.requireThreads(threads);
    }

    /** The same with another number of neighbours. */
    public Options withK(int k) {
      return new Options(k, weighting, similarity, threads);
    }

    /** The same with other weights. */
    public Options withWeighting(Weighting weighting) {
      return new Options(k, weighting, similarity, threads);
    }

    /** The same with another similarity. */
    public Options withSimilarity(Similarity similarity) {
      return new Options(k, weighting, similarity, threads);
    }

    /** The same with another number of threads. */
    public Options withThreads(int threads) {
      return new Options(k, weighting, similarity, threads);
    }
  }

  private final Neighbours neighbours;
  private final Classes classes;

  private NearestNeighbours(Neighbours neighbours, Classes classes) {
    this.neighbours = neighbours;
    this.classes = classes;
  }

  /**
   * Takes in rows whose label is known.
   *
   * @param rows at least k, finite; borrowed for as long as this is used
   * @param labels of each row; any integers
   * @throws IllegalArgumentException if the labels are not as many as the rows, there are fewer
   *     rows than k, or a cell is not finite (names it)
   */
  public static NearestNeighbours train(Matrix rows, int[] labels, Options options) {
    Classes.requireOneForEach(rows, labels.length);
    return new NearestNeighbours(new Neighbours(rows, options), Classes.of(labels));
  }

  @Override
  public int[] labels() {
    return classes.labels().clone();
  }

  /**
   * The weighed votes for each label: [rows × labels], each row sums to 1.
   *
   * @throws IllegalArgumentException if the rows have another dimension, or a cell is not finite
   */
  @Override
  public double[][] probabilities(Matrix rows) {
    double[][] votes = new double[rows.rows()][classes.size()];
    neighbours.vote(
        rows, (query, known, weight) -> votes[query][classes.places()[known]] += weight);
    return votes;
  }
}
