package dev.akin.words.training;

/**
 * Which rows the tables have: the input table words, n-grams, documents and positions of a window,
 * in this order; the output table the predicted words, once for each position that has rows of its
 * own.
 *
 * @param words of the text, or first words of pairs; none where only lines are inputs
 * @param buckets of n-grams
 * @param documents with a row each
 * @param positions of a window with a row each
 * @param predicted words that are predicted
 * @param blocks of output rows
 */
record Layout(int words, int buckets, long documents, int positions, int predicted, int blocks) {
  static Layout of(TrainingOptions options, Vocabulary vocabulary, int predicted) {
    int sides = 2 * options.window();
    return new Layout(
        options.method() == Method.X2STATIC ? 0 : vocabulary.size(),
        Math.max(0, options.subwords().buckets()),
        options.method().readsLines() ? vocabulary.text().lines() : 0,
        options.method() == Method.POSITIONAL_CBOW ? sides : 0,
        predicted,
        options.method() == Method.STRUCTURED_SKIP_GRAM ? sides : 1);
  }

  long inputRows() {
    return words + (long) buckets + documents + positions;
  }

  long outputRows() {
    return (long) predicted * blocks;
  }

  boolean hasDocuments() {
    return documents > 0;
  }

  boolean hasPositions() {
    return positions > 0;
  }

  int document(int line) {
    return words + buckets + line;
  }

  /** The row of a position: 0 for the leftmost of the widest window, which has no centre. */
  int position(int place) {
    return Math.toIntExact(words + buckets + documents + place);
  }

  /** The place in a window of a word so far from the centre, from -window on to window, not 0. */
  static int place(int offset, int window) {
    return offset < 0 ? window + offset : window + offset - 1;
  }
}
