package dev.akin.words.training;

/**
 * The words near a word predict it together, with their document if it has a row; some words of a
 * sentence that stand together share a tile, its noise and the words that their windows share.
 *
 * @param centres words predicted by a tile
 */
record Cbow(int window, Features features, Layout layout, int centres, Joining joining)
    implements Composition {
  @Override
  public void learn(int[] words, int length, Step step) {
    if (length == 1 && !layout.hasDocuments()) {
      return;
    }
    int[] reaches = step.reaches;
    for (int first = 0; first < length; first += centres) {
      int last = Math.min(length, first + centres);
      int from = first;
      int to = last;
      for (int centre = first; centre < last; centre++) {
        int reach = 1 + step.draws.below(window);
        reaches[centre - first] = reach;
        from = Math.min(from, centre - reach);
        to = Math.max(to, centre + reach + 1);
      }
      learn(words, new Span(first, last, Math.max(0, from), Math.min(length, to)), step);
    }
  }

  /** Neighbouring centres, and where the windows of all of them begin and end. */
  private record Span(int first, int last, int from, int to) {}

  private void learn(int[] words, Span span, Step step) {
    Tile tile = step.tile;
    for (int at = span.from; at < span.to; at++) {
      tile.addMember();
      features.addParts(tile, words[at]);
    }
    int document = span.to - span.from;
    if (layout.hasDocuments()) {
      tile.addMember();
      tile.addPart(layout.document(step.line));
    }
    for (int centre = span.first; centre < span.last; centre++) {
      int input = tile.addMixture();
      int reach = step.reaches[centre - span.first];
      int end = Math.min(span.to, centre + reach + 1);
      for (int at = Math.max(span.from, centre - reach); at < end; at++) {
        if (at != centre) {
          tile.mix(at - span.from);
        }
      }
      if (layout.hasDocuments()) {
        tile.mix(document);
      }
      step.objective.predict(tile, words[centre], input, input + 1);
    }
    step.learnTile();
  }

  @Override
  public int mostInputs() {
    return centres;
  }

  @Override
  public int mostTargets() {
    return centres;
  }

  @Override
  public int mostMembers() {
    return centres + 2 * window + 1;
  }
}
