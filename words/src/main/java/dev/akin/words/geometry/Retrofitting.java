package dev.akin.words.geometry;

import dev.akin.format.words.WordList;
import dev.akin.vector.Matrix;
import dev.akin.words.WordVectors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Pulls words that a lexicon or a graph connects together and keeps each near its own vector
 * (Faruqui et al. 2015), by qᵢ = (αq̂ᵢ + mean of its neighbours) / (α + 1), row after row.
 *
 * <p>Where links go both ways this minimises Σ α dᵢ‖qᵢ − q̂ᵢ‖² + Σ wᵢⱼ‖qᵢ − qⱼ‖² over words and
 * links, w being the weights of links, 1 in a lexicon, and dᵢ their sum at a word: every row is set
 * to the minimum that the others leave it, so the sum falls in each round. Where links go one way,
 * so does the pull. The mean of the neighbours is the one by those weights.
 *
 * <p>Vectors are brought to length 1 first, so that long ones do not decide. Words without a link
 * only become as long as the others.
 *
 * @param rounds over all words; ten in the paper
 * @param alpha weight of a word's own vector; 1 in the paper
 * @param keepsLengths whether rows are brought back to the lengths of the vectors they were
 */
public record Retrofitting(int rounds, double alpha, boolean keepsLengths) {
  public Retrofitting {
    if (rounds < 1 || !(alpha > 0)) {
      throw new IllegalArgumentException(
          "rounds are 1 or more and the weight of the own vector is more than 0, got %d and %s"
              .formatted(rounds, alpha));
    }
  }

  /** The same with rows about as long as the unit vectors they are made of. */
  public Retrofitting(int rounds, double alpha) {
    this(rounds, alpha, false);
  }

  /**
   * What was made; the caller closes the rows.
   *
   * @param words those of the table, then the terms of a graph that it does not have
   * @param rows [words × dimension]
   * @param moved rows with a neighbour
   * @param links how many pairs of rows pull
   * @param leftOut terms of a graph that got no row: nothing that has one pulls them
   */
  public record Fitted(WordList words, Matrix rows, int moved, long links, int leftOut)
      implements AutoCloseable {
    @Override
    public void close() {
      rows.close();
    }
  }

  /**
   * Fits a table to a lexicon; its words without a vector are left out. O(rounds · links ·
   * dimension).
   *
   * @throws IllegalArgumentException if no two words of the lexicon have vectors
   */
  public Fitted fit(WordVectors vectors, Lexicon lexicon) {
    return fit(vectors, Links.of(vectors, lexicon));
  }

  /**
   * Fits a table to a graph. The head of a triple is pulled by its tail, times the weight of the
   * relation.
   *
   * <p>A term is the word of that name, blanks being underscores or not. Other terms get rows
   * behind those of the words: where all words of a term have vectors, its own vector is their
   * mean, of length 1; else it has none (α = 0) and is where its neighbours' mean is. O(rounds ·
   * triples · dimension).
   *
   * @throws IllegalArgumentException if no triple connects two terms that get rows
   */
  public Fitted fit(WordVectors vectors, KnowledgeGraph graph) {
    return fit(vectors, Links.of(vectors, graph));
  }

  private Fitted fit(WordVectors vectors, Links links) {
    Matrix unit = vectors.unitRows(vectors.size());
    Matrix rows = Matrix.allocate(links.neighbours().length, unit.dimension());
    double[] lengths = new double[rows.rows()];
    for (int i = 0; i < unit.rows(); i++) {
      rows.setRow(i, unit.copyRow(i));
      lengths[i] = norm(vectors.vector(i));
    }
    links.start(rows, lengths);
    List<float[]> terms = new ArrayList<>();
    for (int i = unit.rows(); i < rows.rows(); i++) {
      terms.add(rows.copyRow(i));
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < rows.rows(); i++) {
        if (links.neighbours()[i].length > 0) {
          float[] own = i < unit.rows() ? unit.copyRow(i) : terms.get(i - unit.rows());
          double[] mean = Links.mean(rows, links.neighbours()[i], links.weights()[i]);
          rows.setRow(i, pulled(own, links.hasOwn(i) ? alpha : 0, mean));
        }
      }
    }
    if (keepsLengths) {
      for (int i = 0; i < rows.rows(); i++) {
        rows.setRow(i, scaled(rows.copyRow(i), lengths[i]));
      }
    }
    return new Fitted(
        words(vectors.words(), links), rows, links.moved(), links.count(), links.leftOut());
  }

  private static float[] pulled(float[] own, double alpha, double[] mean) {
    float[] pulled = new float[own.length];
    for (int c = 0; c < pulled.length; c++) {
      pulled[c] = (float) ((alpha * own[c] + mean[c]) / (alpha + 1));
    }
    return pulled;
  }

  private static float[] scaled(float[] row, double length) {
    double norm = norm(row);
    float[] scaled = row.clone();
    for (int c = 0; c < scaled.length && norm > 0; c++) {
      scaled[c] = (float) (row[c] * length / norm);
    }
    return scaled;
  }

  private static double norm(float[] row) {
    double sum = 0;
    for (float cell : row) {
      sum += (double) cell * cell;
    }
    return Math.sqrt(sum);
  }

  private static WordList words(WordList table, Links links) {
    if (links.terms().isEmpty()) {
      return table;
    }
    WordList.Builder words = new WordList.Builder();
    for (int i = 0; i < table.size(); i++) {
      place(words, table.bytes(i));
    }
    links.terms().forEach(term -> place(words, term.name().getBytes(StandardCharsets.UTF_8)));
    return words.build();
  }

  private static void place(WordList.Builder words, byte[] word) {
    words.place(word, 0, word.length);
  }
}
