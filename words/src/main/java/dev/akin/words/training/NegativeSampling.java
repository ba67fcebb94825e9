package dev.akin.words.training;

/**
 * Each word against words drawn from the smoothed counts, all inputs of a tile against the same
 * (Mikolov et al. 2013, equation 4; shared as by Ji et al. 2016). A draw that is the word an input
 * predicts is not observed by that input.
 *
 * <p>Of words that neighbouring inputs predict, {@value #SHARERS} share draws: a tile of four takes
 * twice the draws, each of half the weight. Where all four shared the draws of one, CBOW answered
 * three of a hundred analogies fewer.
 *
 * @param noise where words are drawn from
 * @param count draws for a word
 */
record NegativeSampling(Noise noise, int count) implements Objective {
  /** Predicted words that share the draws of one. */
  private static final int SHARERS = 2;

  @Override
  public void predict(Tile tile, int word, int fromInput, int toInput) {
    int output = tile.addOutput(word);
    for (int input = fromInput; input < toInput; input++) {
      tile.observe(input, output, 1, 1);
    }
  }

  @Override
  public void finish(Tile tile, Draws draws) {
    int targets = tile.outputCount();
    int shares = Math.ceilDiv(targets, SHARERS);
    // Where one input predicts several words, it sees as much noise for each.
    float weight = (float) Math.ceilDiv(targets, Math.max(1, tile.inputCount())) / shares;
    for (int n = count * shares; n > 0; n--) {
      int drawn = noise.draw(draws);
      int output = tile.addOutput(drawn);
      if (!tile.hasOutput(drawn, targets)) {
        tile.observeNoise(output, weight);
        continue;
      }
      for (int input = 0; input < tile.inputCount(); input++) {
        if (!tile.predicts(input, drawn, targets)) {
          tile.observe(input, output, 0, weight);
        }
      }
    }
  }

  @Override
  public int mostOutputs(int targets) {
    return targets + count * Math.ceilDiv(targets, SHARERS);
  }
}
