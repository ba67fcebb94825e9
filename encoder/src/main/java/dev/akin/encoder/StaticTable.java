package dev.akin.encoder;

import dev.akin.format.tensor.Safetensors;
import dev.akin.format.tensor.Tensor;
import dev.akin.text.FormatException;
import dev.akin.text.TokenSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rows of a static model, looked up by token id. Immutable.
 *
 * <p>{@code embeddings} (model2vec) or {@code embedding.weight} (sentence-transformers) [rows ×
 * dimension]; optionally {@code mapping} [tokens], the row of each id, and {@code weights}
 * [tokens], its factor.
 */
final class StaticTable {
  private final float[] cells;
  private final int dimension;
  private final int[] rowOfToken;
  private final float[] weightOfToken;

  private StaticTable(float[] cells, int dimension, int[] rowOfToken, float[] weightOfToken) {
    this.cells = cells;
    this.dimension = dimension;
    this.rowOfToken = rowOfToken;
    this.weightOfToken = weightOfToken;
  }

  /**
   * Reads a table for tokens 0 … {@code tokens} − 1.
   *
   * @param unknown the id that is left out in model2vec files, if the tokenizer has one
   * @throws FormatException if tensors are missing or do not fit each other
   */
  static StaticTable read(Path file, int tokens, Optional<Integer> unknown) throws IOException {
    try (Safetensors tensors = Safetensors.open(file)) {
      Optional<Tensor> model2vec = tensors.find("embeddings");
      Tensor rows = model2vec.isPresent() ? model2vec.get() : tensors.require("embedding.weight");
      if (rows.shape().size() != 2 || rows.shape().get(1) < 1) {
        throw new FormatException(
            file.toString(),
            "its %s has shape %s, not a table".formatted(rows.name(), rows.shape()));
      }
      float[] weights = weights(tensors.find("weights"), tokens, file);
      int[] rowOfToken = rowOfToken(tensors.find("mapping"), tokens, rows, file);
      if (model2vec.isPresent()) {
        unknown.ifPresent(id -> rowOfToken[id] = -1);
      }
      return new StaticTable(
          rows.toFloats(), Math.toIntExact(rows.shape().get(1)), rowOfToken, weights);
    }
  }

  private static float[] weights(Optional<Tensor> given, int tokens, Path file) {
    if (given.isPresent()) {
      return cells(given.get(), tokens, file);
    }
    float[] ones = new float[tokens];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static int[] rowOfToken(Optional<Tensor> mapping, int tokens, Tensor rows, Path file) {
    int[] rowOfToken = new int[tokens];
    float[] mapped = mapping.isPresent() ? cells(mapping.get(), tokens, file) : new float[0];
    for (int token = 0; token < tokens; token++) {
      int row = mapping.isPresent() ? (int) mapped[token] : token;
      if (row < 0 || row >= rows.shape().getFirst()) {
        throw new FormatException(
            file.toString(),
            "token %d has row %d, the table has %d; tokenizer and table are not of one model"
                .formatted(token, row, rows.shape().getFirst()));
      }
      rowOfToken[token] = row;
    }
    return rowOfToken;
  }

  private static float[] cells(Tensor tensor, int tokens, Path file) {
    if (tensor.cells() < tokens) {
      throw new FormatException(
          file.toString(),
          "its %s has %d cells for %d tokens".formatted(tensor.name(), tensor.cells(), tokens));
    }
    return tensor.toFloats();
  }

  int dimension() {
    return dimension;
  }

  /** Σ weight · row / tokens with a row, new; zeros when none has. */
  float[] mean(TokenSequence tokens) {
    float[] sum = new float[dimension];
    int counted = 0;
    for (int i = 0; i < tokens.length(); i++) {
      int token = tokens.id(i);
      int row = rowOfToken[token];
      if (row >= 0) {
        counted++;
        int start = row * dimension;
        float weight = weightOfToken[token];
        for (int c = 0; c < dimension; c++) {
          sum[c] += weight * cells[start + c];
        }
      }
    }
    float scale = counted == 0 ? 0 : 1f / counted;
    for (int c = 0; c < dimension; c++) {
      sum[c] *= scale;
    }
    return sum;
  }
}
