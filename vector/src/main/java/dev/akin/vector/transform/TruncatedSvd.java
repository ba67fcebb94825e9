package dev.akin.vector.transform;

import dev.akin.vector.Matrix;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The largest singular values of a matrix and their vectors, A ≈ U diag(σ) Vᵀ, by products with a
 * few random vectors (Halko, Martinsson and Tropp 2011, algorithms 4.4 and 5.1).
 *
 * <p>Of all matrices of that rank, the exact truncated decomposition loses least; this one loses
 * little more where singular values fall, which products with AAᵀ help. Immutable.
 */
public final class TruncatedSvd {
  /**
   * How it is found.
   *
   * @param rank singular values wanted
   * @param oversampling further random vectors, which make the last wanted values better
   * @param passes products with AAᵀ before: 2 are enough where values fall, more where they hardly
   *     do
   * @param seed of the random vectors
   */
  public record Options(int rank, int oversampling, int passes, long seed) {
    public Options {
      if (rank < 1 || oversampling < 0 || passes < 0) {
        throw new IllegalArgumentException(
            "no decomposition has %d values, %d vectors more and %d passes"
                .formatted(rank, oversampling, passes));
      }
    }

    /** 10 vectors more, 4 passes. */
    public static Options of(int rank, long seed) {
      return new Options(rank, 10, 4, seed);
    }
  }

  private final double[] values;
  private final double[][] left;
  private final double[][] right;

  private TruncatedSvd(double[] values, double[][] left, double[][] right) {
    this.values = values;
    this.left = left;
    this.right = right;
  }

  /**
   * Decomposes a matrix. O((cells of A · vectors + (rows + columns) · vectors²) · passes), memory
   * for three arrays of vectors.
   *
   * @throws IllegalArgumentException if more values are wanted than the matrix has rows or columns
   * @throws ArithmeticException if the small decomposition does not end
   * @throws IOException if the matrix cannot be read
   */
  public static TruncatedSvd of(LinearMap a, Options options) throws IOException {
    int most = Math.min(a.rows(), a.columns());
    if (options.rank() > most) {
      throw new IllegalArgumentException(
          "a matrix [%d × %d] has at most %d singular values, %d are wanted"
              .formatted(a.rows(), a.columns(), most, options.rank()));
    }
    int vectors = Math.min(most, options.rank() + options.oversampling());
    double[][] basis = basis(a, vectors, options);
    // A ≈ QQᵀA, and with QᵀA = (AᵀQ)ᵀ = (PR)ᵀ = RᵀPᵀ the small matrix R holds the values.
    double[][] images = new double[a.columns()][vectors];
    a.addTransposedProduct(basis, images);
    double[][] small = Orthonormal.columns(images);
    Svd core = Svd.of(small);
    // R = Uᵀ diag(σ) V in rows; so QRᵀ Pᵀ = (Q Vᵀ) diag(σ) (P Uᵀ)ᵀ.
    int rank = options.rank();
    double[][] left = turned(basis, core.right(), rank);
    double[][] right = turned(images, core.left(), rank);
    makePositive(left, right, rank);
    return new TruncatedSvd(Arrays.copyOf(core.values(), rank), left, right);
  }

  private static double[][] basis(LinearMap a, int vectors, Options options) throws IOException {
    SplittableRandom random = new SplittableRandom(options.seed());
    double[][] x = new double[a.columns()][vectors];
    for (double[] row : x) {
      for (int v = 0; v < vectors; v++) {
        row[v] = random.nextGaussian();
      }
    }
    double[][] y = new double[a.rows()][vectors];
    a.addProduct(x, y);
    Orthonormal.columns(y);
    for (int pass = 0; pass < options.passes(); pass++) {
      clear(x);
      a.addTransposedProduct(y, x);
      Orthonormal.columns(x);
      clear(y);
      a.addProduct(x, y);
      Orthonormal.columns(y);
    }
    return y;
  }

  private static void clear(double[][] rows) {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** The first columns of AWᵀ, row by row. */
  private static double[][] turned(double[][] a, double[][] w, int rank) {
    double[][] turned = new double[a.length][rank];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < rank; k++) {
        turned[i][k] = Dense.dot(a[i], w[k]);
      }
    }
    return turned;
  }

  /**
   * The cell of a left vector that is largest in size becomes positive, so that signs are fixed.
   */
  private static void makePositive(double[][] left, double[][] right, int rank) {
    for (int k = 0; k < rank; k++) {
      double largest = 0;
      for (double[] row : left) {
        largest = Math.abs(row[k]) > Math.abs(largest) ? row[k] : largest;
      }
      if (largest < 0) {
        negate(left, k);
        negate(right, k);
      }
    }
  }

  private static void negate(double[][] rows, int column) {
    for (double[] row : rows) {
      row[column] = -row[column];
    }
  }

  /** σ, falling. */
  public double[] values() {
    return values.clone();
  }

  /** How many singular values. */
  public int rank() {
    return values.length;
  }

  /** A copy of row <i>i</i> of U: what row <i>i</i> of A is in the directions of V, over σ. */
  public double[] left(int row) {
    return left[row].clone();
  }

  /** A copy of row <i>j</i> of V [columns of A × rank]. */
  public double[] right(int column) {
    return right[column].clone();
  }

  /**
   * U diag(σ)ᵖ: rows of A in so many cells; their products are those of A for p = 1.
   *
   * @param power p: 1 for rows projected, 0.5 shares σ between both sides (Levy and Goldberg 2014)
   * @return [rows × rank], to be closed by the caller
   */
  public Matrix leftRows(double power) {
    Matrix rows = Matrix.allocate(left.length, values.length);
    float[] row = new float[values.length];
    for (int i = 0; i < left.length; i++) {
      for (int k = 0; k < row.length; k++) {
        row[k] = (float) (left[i][k] * Math.pow(values[k], power));
      }
      rows.setRow(i, row);
    }
    return rows;
  }

  @Override
  public String toString() {
    return "%d singular values of a matrix [%d × %d], %.3g to %.3g"
        .formatted(values.length, left.length, right.length, values[0], values[values.length - 1]);
  }
}
