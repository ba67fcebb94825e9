package dev.akin.text.tokenizer;

import java.util.List;

/** Changes a text before it is cut into pieces. Immutable; the text is changed in place. */
interface Normalizer {
  void normalize(AlignedText text);

  /** Leaves the text as it is. */
  record None() implements Normalizer {
    @Override
    public void normalize(AlignedText text) {}
  }

  /** One after the other. */
  record InTurn(List<Normalizer> parts) implements Normalizer {
    public InTurn {
      parts = List.copyOf(parts);
    }

    @Override
    public void normalize(AlignedText text) {
      for (Normalizer part : parts) {
        part.normalize(text);
      }
    }
  }
}
