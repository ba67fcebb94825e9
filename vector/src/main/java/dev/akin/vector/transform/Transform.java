package dev.akin.vector.transform;

import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A map of rows to rows, ready to apply; immutable, safe for many threads.
 *
 * <p>All arithmetic is in double, in one order, and rounded once a step: the same row gives the
 * same bits on every machine, alone or among others. Fit on one side's rows and apply to both
 * sides, or queries and documents end up in different spaces.
 */
public sealed interface Transform permits Cut, UnitLength, Shift, Affine, Chain {
  /** Cells of a row that goes in. */
  int inputDimension();

  /** Cells of a row that comes out. */
  int outputDimension();

  /**
   * The image of one row, which is not changed.
   *
   * @throws IllegalArgumentException if the row is not as long as the input dimension
   */
  float[] apply(float[] row);

  /**
   * The images of all rows, in a new matrix that the caller closes.
   *
   * @throws IllegalArgumentException if the rows are not as long as the input dimension
   */
  default Matrix apply(Matrix rows) {
    Require.length(this, rows.dimension());
    Matrix images = Matrix.allocate(rows.rows(), outputDimension());
    try {
      for (int i = 0; i < rows.rows(); i++) {
        images.setRow(i, apply(rows.copyRow(i)));
      }
      return images;
    } catch (RuntimeException e) {
      images.close();
      throw e;
    }
  }

  /**
   * This one first, then the other.
   *
   * @throws IllegalArgumentException if the other does not take what this one gives
   */
  default Transform then(Transform next) {
    return new Chain(List.of(this, next));
  }

  /** Writes it to a file, whole or not at all; {@link TransformFile} has the layout. */
  default void save(Path file) throws IOException {
    TransformFile.write(file, this);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws FormatException if the file is damaged, of another kind or of a later version
   */
  static Transform load(Path file) throws IOException {
    return TransformFile.read(file);
  }

  /** SHA-256 of what {@link #save} writes, in hex: equal exactly for equal transforms. */
  default String fingerprint() {
    return TransformFile.fingerprint(this);
  }

  /** The first cells only. */
  static Transform cut(int inputDimension, int outputDimension) {
    return new Cut(inputDimension, outputDimension);
  }

  /** x / ‖x‖; a row of zeros stays as it is. */
  static Transform unitLength(int dimension) {
    return new UnitLength(dimension);
  }

  /**
   * The first cells, brought back to unit length: how rows of an encoder trained for it are
   * shortened (Kusupati et al. 2022, Matryoshka representation learning).
   */
  static Transform matryoshka(int inputDimension, int outputDimension) {
    return cut(inputDimension, outputDimension).then(unitLength(outputDimension));
  }

  /**
   * x − mean of the rows.
   *
   * @param rows at least one; borrowed
   * @throws IllegalArgumentException if there is no row, or a cell is not finite (names it)
   */
  static Transform centre(Matrix rows) {
    return new Shift(Moments.mean(rows), Fit.on("centre", rows));
  }

  /**
   * W(x − c) + b: any linear map that was learned elsewhere.
   *
   * @param centre c, as long as the input
   * @param weights W [output × input]
   * @param offset b, as long as the output
   * @throws IllegalArgumentException if the shapes differ or a value is not finite
   */
  static Transform affine(float[] centre, float[][] weights, float[] offset, Fit fit) {
    return Affine.of(centre, weights, offset, fit);
  }
}
