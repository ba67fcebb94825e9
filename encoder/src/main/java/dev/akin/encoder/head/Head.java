package dev.akin.encoder.head;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Pooling and the layers after it: token rows of one text in, its row out. Immutable.
 *
 * @param pooling how token rows become one
 * @param layers applied to that row, in order
 */
public record Head(Pooling pooling, List<RowLayer> layers) {
  public Head {
    layers = List.copyOf(layers);
  }

  /**
   * Length of the rows that leave.
   *
   * @throws IllegalArgumentException if a layer does not fit the one before it
   */
  public int outputDimension(int tokenDimension) {
    return layersDimension(pooling.outputDimension(tokenDimension));
  }

  /** The same for a row pooled elsewhere. */
  public int layersDimension(int pooledDimension) {
    int dimension = pooledDimension;
    for (RowLayer layer : layers) {
      dimension = layer.outputDimension(dimension);
    }
    return dimension;
  }

  /** The row of a text, new. */
  public float[] apply(TokenRows rows) {
    float[] pooled = new float[pooling.outputDimension(rows.dimension())];
    pooling.pool(rows, pooled, 0);
    return applyLayers(pooled);
  }

  /** The row of a text, or of the one row of a graph that pooled it already. */
  public float[] apply(TokenRows rows, boolean isPooled) {
    return isPooled ? applyLayers(rows.firstRow()) : apply(rows);
  }

  /** The layers alone, on a row that was pooled elsewhere; may overwrite it. */
  public float[] applyLayers(float[] pooled) {
    float[] row = pooled;
    for (RowLayer layer : layers) {
      row = layer.apply(row);
    }
    return row;
  }

  /** Whether the rows that leave have length 1. */
  public boolean isUnit() {
    return !layers.isEmpty() && layers.getLast() instanceof RowLayer.Normalize;
  }

  /** This head with rows cut to a dimension, and brought back to length 1 if they had it before. */
  public Head cutTo(int dimension) {
    List<RowLayer> longer = new ArrayList<>(layers);
    longer.add(new RowLayer.Cut(dimension));
    if (isUnit()) {
      longer.add(new RowLayer.Normalize());
    }
    return new Head(pooling, longer);
  }

  /** Adds all that changes rows, weights included: for the encoder's identity. */
  public void addTo(MessageDigest digest) {
    Digests.add(digest, pooling.toString());
    layers.forEach(layer -> layer.addTo(digest));
  }
}
