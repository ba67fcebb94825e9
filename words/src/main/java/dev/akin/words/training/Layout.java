package dev.akin.words.training;

/**
 * Which rows the tables have: the input table words (or the senses of each), n-grams, what real
 * vectors of documents are multiplied with, documents, positions of a window, what stands in a
 * chain where no word does, and what chooses among senses, in this order; the output table the
 * predicted words, once for each position that has rows of its own.
 *
 * @param words of the text, or first words of pairs; none where only lines are inputs
 * @param buckets of n-grams
 * @param documents with a row each
 * @param positions of a window with a row each
 * @param predicted words that are predicted
 * @param blocks of output rows
 * @param senses rows of a word
 * @param reals cells of a document's real vector, each with a row that it is multiplied with; 0
 *     where the row of a document is its vector
 * @param documentRows rows that the cells of a document take
 * @param links rows of the input table that an output row is as long as: the places of a {@link
 *     Joining#CHAIN}, else 1
 */
record Layout(
    int words,
    int buckets,
    long documents,
    int positions,
    int predicted,
    int blocks,
    int senses,
    int reals,
    int documentRows,
    int links) {
  /** In place of a word: what all of them have in common. */
  static final int ALL_WORDS = -1;

  static Layout of(TrainingOptions options, Vocabulary vocabulary, int predicted) {
    int sides = 2 * options.window();
    return new Layout(
        options.method().readsLinesOnly() ? 0 : vocabulary.size(),
        Math.max(0, options.subwords().buckets()),
        options.method().readsLines() ? vocabulary.text().lines() : 0,
        options.method() == Method.POSITIONAL_CBOW ? sides : 0,
        predicted,
        options.method() == Method.STRUCTURED_SKIP_GRAM ? sides : 1,
        options.senses(),
        options.realDimension(),
        documentRows(options),
        options.method() == Method.ORDER_CBOW ? sides : 1);
  }

  static int documentRows(TrainingOptions options) {
    return Math.max(1, Math.ceilDiv(options.realDimension(), options.dimension()));
  }

  long inputRows() {
    long choosing = senses > 1 ? (words + 1L) * (senses + 1) : 0;
    return firstPosition() + positions + (hasPad() ? 1 : 0) + choosing;
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
    return Math.toIntExact(firstDocument() + (long) line * documentRows);
  }

  private long firstDocument() {
    return projection(0) + (long) reals;
  }

  /** The row that a cell of the real vector of every document is multiplied with. */
  int projection(int cell) {
    return Math.toIntExact((long) words * senses + buckets + cell);
  }

  /** The row of a position: 0 for the leftmost of the widest window, which has no centre. */
  int position(int place) {
    return Math.toIntExact(firstPosition() + place);
  }

  private long firstPosition() {
    return firstDocument() + documents * documentRows;
  }

  private boolean hasPad() {
    return links > 1;
  }

  /** The row of what stands in a chain where no word does. */
  int pad() {
    return position(positions);
  }

  /** The row of a sense of a word. */
  int sense(int word, int sense) {
    return word * senses + sense;
  }

  /** The row that a context is multiplied with for the score of a sense. */
  int chooser(int word, int sense) {
    return Math.toIntExact(firstPosition() + positions + (word + 1L) * (senses + 1) + sense);
  }

  /** Whether a row is one of those that choose among senses. */
  boolean choosesFrom(int row) {
    return senses > 1 && row >= chooser(ALL_WORDS, 0);
  }

  /** The row of what is added to the scores of a word's senses, of their shares and the count. */
  int notes(int word) {
    return chooser(word, senses);
  }

  /** The place in a window of a word so far from the centre, from -window on to window, not 0. */
  static int place(int offset, int window) {
    return offset < 0 ? window + offset : window + offset - 1;
  }
}
