package dev.akin.text.tokenizer;

import java.util.List;

/** Cuts pieces into smaller ones, within which the model finds its tokens. Immutable. */
interface PreTokenizer {
  /** The finer pieces; of the same text, or of a new one if characters had to change. */
  Pieces split(Pieces pieces);

  /** Leaves the pieces as they are. */
  record None() implements PreTokenizer {
    @Override
    public Pieces split(Pieces pieces) {
      return pieces;
    }
  }

  /** One after the other. */
  record InTurn(List<PreTokenizer> parts) implements PreTokenizer {
    public InTurn {
      parts = List.copyOf(parts);
    }

    @Override
    public Pieces split(Pieces pieces) {
      Pieces finer = pieces;
      for (PreTokenizer part : parts) {
        finer = part.split(finer);
      }
      return finer;
    }
  }
}
