package dev.akin.vector.probe;

import dev.akin.vector.Matrix;

/**
 * Gives a row every label that most of its k nearest known rows have. Borrows those rows: useless
 * after they are closed. Safe for many threads.
 */
public final class MultiLabelNeighbours {
  private final Neighbours neighbours;
  private final boolean[][] labels;

  private MultiLabelNeighbours(Neighbours neighbours, boolean[][] labels) {
    this.neighbours = neighbours;
    this.labels = labels;
  }

  /**
   * Takes in rows whose labels are known.
   *
   * @param rows at least k, finite; borrowed for as long as this is used
   * @param labels [rows × labels]; borrowed
   * @throws IllegalArgumentException if the shapes do not fit, there are fewer rows than k, or a
   *     cell is not finite (names it)
   */
  public static MultiLabelNeighbours train(
      Matrix rows, boolean[][] labels, NearestNeighbours.Options options) {
    Classes.requireOneForEach(rows, labels.length);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i].length != labels[0].length) {
        throw new IllegalArgumentException(
            "row %d has %d labels, the first has %d"
                .formatted(i, labels[i].length, labels[0].length));
      }
    }
    return new MultiLabelNeighbours(new Neighbours(rows, options), labels.clone());
  }

  /**
   * The weighed votes for each label: [rows × labels], each in [0, 1].
   *
   * @throws IllegalArgumentException if the rows have another dimension, or a cell is not finite
   */
  public double[][] shares(Matrix rows) {
    double[][] shares = new double[rows.rows()][labels[0].length];
    neighbours.vote(
        rows,
        (query, known, weight) -> {
          for (int label = 0; label < shares[query].length; label++) {
            shares[query][label] += labels[known][label] ? weight : 0;
          }
        });
    return shares;
  }

  /** Which labels have more than half of the votes: [rows × labels]. */
  public boolean[][] predict(Matrix rows) {
    double[][] shares = shares(rows);
    boolean[][] predicted = new boolean[shares.length][labels[0].length];
    for (int i = 0; i < shares.length; i++) {
      for (int label = 0; label < shares[i].length; label++) {
        predicted[i][label] = shares[i][label] > 0.5;
      }
    }
    return predicted;
  }
}
