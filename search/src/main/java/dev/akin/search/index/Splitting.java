package dev.akin.search.index;

/** What of a document is one row of the index. */
public sealed interface Splitting {
  /** The document as one: right for abstracts and records. */
  Splitting WHOLE = new Whole();

  /** Title and text of a document together. */
  record Whole() implements Splitting {
    @Override
    public String toString() {
      return "whole";
    }
  }

  /**
   * Parts along sentences, each with the document's title before it.
   *
   * @param maxTokens the most tokens of a part, as the encoder counts, title and special tokens
   *     included
   * @param overlapTokens the most tokens of a part's end that the next one begins with
   */
  record Passages(int maxTokens, int overlapTokens) implements Splitting {
    public Passages {
      if (maxTokens < 1 || overlapTokens < 0 || overlapTokens > maxTokens / 2) {
        throw new IllegalArgumentException(
            "passages need 1 or more tokens and an overlap of at most half of them, got %d and %d"
                .formatted(maxTokens, overlapTokens));
      }
    }

    @Override
    public String toString() {
      return "passages of %d tokens, overlap %d".formatted(maxTokens, overlapTokens);
    }
  }
}
