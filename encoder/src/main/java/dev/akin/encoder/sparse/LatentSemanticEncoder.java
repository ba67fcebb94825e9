package dev.akin.encoder.sparse;

import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import dev.akin.encoder.RowRange;
import dev.akin.encoder.WholeTextEncoder;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.LinearMap;
import dev.akin.vector.transform.TruncatedSvd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Latent semantic analysis (Deerwester et al. 1990): rows of words of length 1, in the directions
 * in which those of a collection vary most, xV of the truncated decomposition X ≈ U diag(σ) Vᵀ.
 * Words that stand in like texts come near each other. Immutable, safe for many threads.
 */
public final class LatentSemanticEncoder implements WholeTextEncoder {
  private final BagOfWords words;

  /** V, a row a word. */
  private final float[][] directions;

  private final Identity identity;

  private LatentSemanticEncoder(BagOfWords words, float[][] directions, Identity identity) {
    this.words = words;
    this.directions = directions;
    this.identity = identity;
  }

  /**
   * Fits an encoder on texts.
   *
   * @param words fitted on the same texts
   * @param dimension cells of a row; as many as there are texts or words if that is fewer
   * @throws IllegalArgumentException if there is no text
   */
  public static LatentSemanticEncoder fit(
      BagOfWords words, List<String> texts, int dimension, long seed) {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("no text to learn from");
    }
    List<SparseRow> rows = words.encode(texts, Role.DOCUMENT);
    int rank = Math.min(dimension, Math.min(rows.size(), words.dimension()));
    try {
      TruncatedSvd svd =
          TruncatedSvd.of(
              new UnitRows(rows, words.dimension()), TruncatedSvd.Options.of(rank, seed));
      float[][] directions = new float[words.dimension()][rank];
      for (int word = 0; word < directions.length; word++) {
        double[] right = svd.right(word);
        for (int k = 0; k < rank; k++) {
          directions[word][k] = (float) right[k];
        }
      }
      return new LatentSemanticEncoder(words, directions, identity(words, directions, rank));
    } catch (IOException e) {
      throw new AssertionError("rows in memory are read without a failure", e);
    }
  }

  private static Identity identity(BagOfWords words, float[][] directions, int rank) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ("lsa recipe 1 of " + words.identity().hash()).getBytes(StandardCharsets.UTF_8));
      for (float[] row : directions) {
        for (float cell : row) {
          int bits = Float.floatToIntBits(cell);
          digest.update((byte) (bits >>> 24));
          digest.update((byte) (bits >>> 16));
          digest.update((byte) (bits >>> 8));
          digest.update((byte) bits);
        }
      }
      return new Identity("lsa", HexFormat.of().formatHex(digest.digest()), rank);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Sparse rows brought to length 1. */
  private record UnitRows(List<SparseRow> all, int columns) implements LinearMap {
    @Override
    public int rows() {
      return all.size();
    }

    @Override
    public void addProduct(double[][] x, double[][] y) {
      for (int i = 0; i < y.length; i++) {
        SparseRow row = all.get(i);
        double scale = scale(row);
        for (int c = 0; c < row.count(); c++) {
          addScaled(scale * row.weight(c), x[row.cell(c)], y[i]);
        }
      }
    }

    @Override
    public void addTransposedProduct(double[][] y, double[][] x) {
      for (int i = 0; i < y.length; i++) {
        SparseRow row = all.get(i);
        double scale = scale(row);
        for (int c = 0; c < row.count(); c++) {
          addScaled(scale * row.weight(c), y[i], x[row.cell(c)]);
        }
      }
    }

    private static void addScaled(double factor, double[] from, double[] to) {
      for (int k = 0; k < to.length; k++) {
        to[k] += factor * from[k];
      }
    }
  }

  private static double scale(SparseRow row) {
    double square = row.dot(row);
    return square == 0 ? 0 : 1 / Math.sqrt(square);
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    RowRange.check(texts.size(), dimension(), out, firstRow);
    long tokens = 0;
    for (int i = 0; i < texts.size(); i++) {
      out.setRow(firstRow + i, row(words.encode(texts.get(i), role)));
      tokens += words.countTokens(texts.get(i));
    }
    return new EncodingReport(texts.size(), tokens, 0, 0);
  }

  private float[] row(SparseRow sparse) {
    double scale = scale(sparse);
    float[] row = new float[dimension()];
    for (int c = 0; c < sparse.count(); c++) {
      float weight = (float) (scale * sparse.weight(c));
      float[] direction = directions[sparse.cell(c)];
      for (int k = 0; k < row.length; k++) {
        row[k] += weight * direction[k];
      }
    }
    return row;
  }

  @Override
  public int countTokens(String text) {
    return words.countTokens(text);
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public String toString() {
    return identity.toString();
  }

  /** Nothing to free. */
  @Override
  public void close() {}
}
