package dev.akin.text.tokenizer;

import java.util.List;

/** Turns tokens back into text, as parts to be joined. Immutable. */
interface Decoder {
  List<String> decode(List<String> tokens);

  /** One after the other. */
  record InTurn(List<Decoder> parts) implements Decoder {
    public InTurn {
      parts = List.copyOf(parts);
    }

    @Override
    public List<String> decode(List<String> tokens) {
      List<String> decoded = tokens;
      for (Decoder part : parts) {
        decoded = part.decode(decoded);
      }
      return decoded;
    }
  }
}
