package dev.akin.words.training;

/**
 * Each word against words drawn from the smoothed counts, all inputs of a tile against the same
 * (Mikolov et al. 2013, equation 4; shared as by Ji et al. 2016). A draw that is the word an input
 * predicts is not observed by that input.
 *
 * @param noise where words are drawn from
 * @param count draws for a tile
 */
record NegativeSampling(Noise noise, int count) implements Objective {
  @Override
  public void predict(Tile tile, int word, int fromInput, int toInput) {
    int output = tile.addOutput(word);
    for (int input = fromInput; input < toInput; input++) {
      tile.observe(input, output, 1, 1);
    }
  }

  @Override
  public void finish(Tile tile, Draws draws) {
    int targets = tile.outputs();
    for (int n = 0; n < count; n++) {
      int drawn = noise.draw(draws);
      int output = tile.addOutput(drawn);
      for (int input = 0; input < tile.inputs(); input++) {
        if (!tile.predicts(input, drawn, targets)) {
          tile.observe(input, output, 0, 1);
        }
      }
    }
  }

  @Override
  public int mostOutputs(int targets) {
    return targets + count;
  }
}
