package dev.akin.words.training;

import dev.akin.vector.Matrix;

/**
 * What was learned. Owns its tables; rows are filled up with zeros to the stride of a block.
 *
 * @param vocabulary the words and their counts
 * @param options how
 * @param input rows of words, then of n-grams
 * @param output rows that predict: of words, or of the inner nodes of the tree
 * @param isComplete whether it was not ended early
 */
public record TrainedTables(
    Vocabulary vocabulary, TrainingOptions options, Matrix input, Matrix output, boolean isComplete)
    implements AutoCloseable {

  @Override
  public void close() {
    input.close();
    output.close();
  }
}
