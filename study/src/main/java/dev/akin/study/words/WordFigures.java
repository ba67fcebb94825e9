package dev.akin.study.words;

import dev.akin.eval.significance.Estimate;
import dev.akin.format.words.WordList;
import dev.akin.vector.Matrix;
import dev.akin.words.WordLookup;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.SimilaritySet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Figures of tables of words whose items can be drawn again. */
final class WordFigures {
  private WordFigures() {}

  /**
   * Spearman's correlation of cosines with what people said, over the pairs whose words have
   * vectors; two tables of the same words have the same items.
   */
  static Estimate similarity(WordVectors vectors, SimilaritySet set) {
    return WordEstimates.spearman(set.evaluate(WordLookup.asWritten(vectors)));
  }

  /**
   * The vectors of another table's words, in its order: tables restricted to one table's words can
   * be asked the same questions.
   *
   * @return to be closed by the caller
   * @throws dev.akin.words.UnknownWordException if a word of the other table has no vector here
   */
  static WordVectors restricted(WordVectors vectors, WordList words) {
    Matrix rows = Matrix.allocate(words.size(), vectors.dimension());
    try {
      for (int i = 0; i < words.size(); i++) {
        rows.setRow(i, vectors.requireVector(words.word(i)));
      }
      return WordVectors.of(words, rows);
    } catch (RuntimeException | Error e) {
      rows.close();
      throw e;
    }
  }

  /** The same with every vector given to another of the words, drawn by chance. */
  static WordVectors dealt(WordVectors vectors, WordList words, long seed) {
    List<String> others =
        new ArrayList<>(IntStream.range(0, words.size()).mapToObj(words::word).toList());
    Collections.shuffle(others, new Random(seed));
    Matrix rows = Matrix.allocate(words.size(), vectors.dimension());
    for (int i = 0; i < words.size(); i++) {
      rows.setRow(i, vectors.requireVector(others.get(i)));
    }
    return WordVectors.of(words, rows);
  }

  /** Every cell brought to mean 0 and one variance over the rows; a cell that is constant to 0. */
  static double[][] standardised(float[][] rows, double wanted) {
    int cells = rows[0].length;
    double[][] standardised = new double[rows.length][cells];
    for (int c = 0; c < cells; c++) {
      double mean = 0;
      for (float[] row : rows) {
        mean += row[c] / (double) rows.length;
      }
      double variance = 0;
      for (float[] row : rows) {
        variance += (row[c] - mean) * (row[c] - mean) / rows.length;
      }
      double scale = variance == 0 ? 0 : Math.sqrt(wanted / variance);
      for (int i = 0; i < rows.length; i++) {
        standardised[i][c] = (rows[i][c] - mean) * scale;
      }
    }
    return standardised;
  }

  /** Every cell brought to mean 0 and variance 1; the rows are the caller's to close. */
  static Matrix standardised(float[][] rows) {
    double[][] cells = standardised(rows, 1);
    Matrix standardised = Matrix.allocate(rows.length, rows[0].length);
    for (int i = 0; i < cells.length; i++) {
      for (int c = 0; c < cells[i].length; c++) {
        standardised.set(i, c, (float) cells[i][c]);
      }
    }
    return standardised;
  }
}
