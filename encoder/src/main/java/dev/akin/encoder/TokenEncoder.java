package dev.akin.encoder;

import dev.akin.encoder.head.Pooling;
import dev.akin.encoder.head.TokenRows;
import dev.akin.text.Json;
import dev.akin.text.Tokenizer;
import java.io.IOException;
import java.util.List;

/**
 * An encoder seen from within: its tokenizer, and the row of each token before pooling. Safe for
 * many threads; closed with the encoder it belongs to.
 */
public interface TokenEncoder {
  /** Takes the rows of one sequence. */
  @FunctionalInterface
  interface Sink {
    /** Rows [tokens × {@link #tokenDimension}] of the sequence at {@code index}; borrowed. */
    void accept(int index, TokenRows rows);
  }

  /**
   * Computes the rows of the last layer for sequences of token ids, special tokens where they are
   * given. The sink is called on the calling thread, in the order of the sequences.
   *
   * @param sequences each of 1 to {@link #maxTokens} ids
   */
  void encodeTokens(List<int[]> sequences, Sink sink);

  /** Length of a token's row. */
  int tokenDimension();

  /** How many tokens of a sequence are read, special tokens included. */
  int maxTokens();

  /** How the encoder makes one row of the tokens' rows. */
  Pooling pooling();

  /** What cuts texts into tokens. */
  Tokenizer tokenizer();

  /**
   * The same tokenizer in the layout of {@code tokenizer.json}, without limits of length and with
   * all that is done to a text before it.
   */
  Json.Members tokenizerJson() throws IOException;
}
