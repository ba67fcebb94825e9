package dev.akin.encoder.distil;

import java.util.List;

/**
 * How a static model is made.
 *
 * @param dimension cells that PCA leaves of a row; all if the encoder's rows have fewer
 * @param weighting what rows are multiplied by after that
 * @param words that get a row of their own beside the tokens; those that are one token already have
 *     it
 */
public record DistillationOptions(int dimension, TokenWeighting weighting, List<String> words) {
  /** Cells of a row where nothing is said: model2vec's. */
  public static final int USUAL_DIMENSION = 256;

  public DistillationOptions {
    if (dimension < 1) {
      throw new IllegalArgumentException("a row has 1 cell or more, got " + dimension);
    }
    words = List.copyOf(words);
  }

  /** {@value #USUAL_DIMENSION} cells, smooth inverse frequency, no further words. */
  public static DistillationOptions defaults() {
    return new DistillationOptions(USUAL_DIMENSION, TokenWeighting.Sif.USUAL, List.of());
  }

  public DistillationOptions withDimension(int changed) {
    return new DistillationOptions(changed, weighting, words);
  }

  public DistillationOptions withWeighting(TokenWeighting changed) {
    return new DistillationOptions(dimension, changed, words);
  }

  public DistillationOptions withWords(List<String> changed) {
    return new DistillationOptions(dimension, weighting, changed);
  }
}
