package dev.akin.encoder.head;

import java.util.Arrays;
import java.util.List;

/**
 * How the token rows of one text become one row. Stateless values, so they compare and print well.
 *
 * <p>Every pooling sees real tokens only, never padding, so a row cannot depend on the length of
 * its neighbours. A text without tokens gives the zero row.
 */
public sealed interface Pooling {
  /** The first token's row ([CLS]). */
  record FirstToken() implements Pooling {}

  /** Σh / n. */
  record Mean() implements Pooling {}

  /** The last token's row. */
  record LastToken() implements Pooling {}

  /** The largest value of each column. */
  record Max() implements Pooling {}

  /** Σ i·h / Σ i with i = 1 … n: later tokens count more (Muennighoff 2022, SGPT). */
  record WeightedMean() implements Pooling {}

  /** Σh / √n. */
  record MeanSqrtLength() implements Pooling {}

  /** Several poolings side by side, in this order. */
  record Concat(List<Pooling> parts) implements Pooling {
    public Concat {
      parts = List.copyOf(parts);
      if (parts.size() < 2) {
        throw new IllegalArgumentException("concat needs 2 or more poolings, got " + parts);
      }
    }
  }

  /** Length of a pooled row, in floats. */
  default int outputDimension(int tokenDimension) {
    return switch (this) {
      case FirstToken _, Mean _, LastToken _, Max _, WeightedMean _, MeanSqrtLength _ ->
          tokenDimension;
      case Concat(var parts) ->
          parts.stream().mapToInt(part -> part.outputDimension(tokenDimension)).sum();
    };
  }

  /**
   * Writes the pooled row to {@code out} from {@code at} on. O(tokens × dimension), no allocation.
   *
   * @param out [≥ at + outputDimension(rows.dimension())], overwritten there
   */
  default void pool(TokenRows rows, float[] out, int at) {
    if (rows.count() == 0) {
      Arrays.fill(out, at, at + outputDimension(rows.dimension()), 0);
      return;
    }
    int count = rows.count();
    switch (this) {
      case FirstToken _ -> copy(rows, 0, out, at);
      case LastToken _ -> copy(rows, count - 1, out, at);
      case Max _ -> maximum(rows, out, at);
      case Mean _ -> sum(rows, false, 1f / count, out, at);
      case MeanSqrtLength _ -> sum(rows, false, (float) (1 / Math.sqrt(count)), out, at);
      case WeightedMean _ -> sum(rows, true, (float) (2.0 / count / (count + 1.0)), out, at);
      case Concat(var parts) -> {
        int next = at;
        for (Pooling part : parts) {
          part.pool(rows, out, next);
          next += part.outputDimension(rows.dimension());
        }
      }
    }
  }

  private static void copy(TokenRows rows, int token, float[] out, int at) {
    System.arraycopy(rows.cells(), rows.start(token), out, at, rows.dimension());
  }

  private static void maximum(TokenRows rows, float[] out, int at) {
    copy(rows, 0, out, at);
    for (int token = 1; token < rows.count(); token++) {
      int start = rows.start(token);
      for (int i = 0; i < rows.dimension(); i++) {
        out[at + i] = Math.max(out[at + i], rows.cells()[start + i]);
      }
    }
  }

  /** scale · Σ weight · h, the weight being the position from 1 or always 1. */
  private static void sum(TokenRows rows, boolean byPosition, float scale, float[] out, int at) {
    float[] cells = rows.cells();
    int dimension = rows.dimension();
    Arrays.fill(out, at, at + dimension, 0);
    for (int token = 0; token < rows.count(); token++) {
      int start = rows.start(token);
      float weight = byPosition ? token + 1 : 1;
      for (int i = 0; i < dimension; i++) {
        out[at + i] += weight * cells[start + i];
      }
    }
    for (int i = at; i < at + dimension; i++) {
      out[i] *= scale;
    }
  }
}
