package dev.akin.text.tokenizer;

import java.util.Map;

/** Finds the tokens of one piece of text. Immutable and safe for many threads. */
interface Model {
  /** Adds the tokens of the units {@code from} to {@code to} of a text, never an empty range. */
  void tokenize(AlignedText text, int from, int to, TokenSink out);

  /** Every token of the model and its id. */
  Map<String, Integer> tokens();
}
