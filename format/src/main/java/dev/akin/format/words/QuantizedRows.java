package dev.akin.format.words;

import java.security.MessageDigest;
import java.util.Optional;

/**
 * Product-quantised rows (Jégou et al. 2011): a code byte for each part of a row, and the norm of
 * the row as another code where norms were taken out first. Lies on the heap; immutable.
 */
final class QuantizedRows implements InputRows {
  /** What a code byte can name. */
  static final int CENTROIDS = 256;

  /**
   * 256 centroids for each part of a row; the last part may be shorter.
   *
   * <p>They stand part after part, in each centroid after centroid.
   */
  static final class Codebook {
    private final int dimension;
    private final int partDimension;
    private final float[] centroids;

    /** Those of rows cut into parts; the array belongs to the codebook from now on. */
    Codebook(int dimension, int partDimension, float[] centroids) {
      this.dimension = dimension;
      this.partDimension = partDimension;
      this.centroids = centroids;
    }

    int parts() {
      return Math.ceilDiv(dimension, partDimension);
    }

    private int lengthOf(int part) {
      return Math.min(partDimension, dimension - part * partDimension);
    }

    private float cell(int part, int centroid, int i) {
      return centroids[part * CENTROIDS * partDimension + centroid * lengthOf(part) + i];
    }

    private void addTo(MessageDigest digest) {
      Digests.add(digest, dimension + " cells in parts of " + partDimension);
      for (float cell : centroids) {
        Digests.add(digest, Float.floatToRawIntBits(cell));
      }
    }

    private void addTo(float[] sum, int part, int centroid, float factor) {
      int from = part * partDimension;
      int length = lengthOf(part);
      for (int i = 0; i < length; i++) {
        sum[from + i] += factor * cell(part, centroid, i);
      }
    }
  }

  /**
   * Norms of rows, quantised.
   *
   * @param codes one a row; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // read once and kept, compared nowhere
  record Norms(byte[] codes, Codebook codebook) {
    private float of(int row) {
      return codebook.cell(0, codes[row] & 0xff, 0);
    }
  }

  private final int rows;
  private final byte[] codes;
  private final Codebook codebook;
  private final Optional<Norms> norms;

  /** Rows of these codes [rows × parts], which belong to this from now on. */
  QuantizedRows(int rows, byte[] codes, Codebook codebook, Optional<Norms> norms) {
    this.rows = rows;
    this.codes = codes;
    this.codebook = codebook;
    this.norms = norms;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int dimension() {
    return codebook.dimension;
  }

  @Override
  public void addTo(float[] sum, int row) {
    float norm = norms.isPresent() ? norms.get().of(row) : 1;
    int parts = codebook.parts();
    for (int part = 0; part < parts; part++) {
      codebook.addTo(sum, part, codes[row * parts + part] & 0xff, norm);
    }
  }

  @Override
  public void addTo(MessageDigest digest) {
    digest.update(codes);
    codebook.addTo(digest);
    norms.ifPresent(of -> {
      digest.update(of.codes);
      of.codebook.addTo(digest);
    });
  }

  /** Nothing to free. */
  @Override
  public void close() {}
}
