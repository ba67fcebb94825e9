package dev.akin.encoder.sparse;

import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import java.util.List;

/**
 * Texts to sparse rows, compared by cosine. Immutable and safe for many threads.
 *
 * <p>A row depends on its text and the role only.
 */
public interface SparseEncoder {
  /** The row of a text; empty for a text without a word that is known. */
  SparseRow encode(String text, Role role);

  /** The rows of texts, in order. */
  default List<SparseRow> encode(List<String> texts, Role role) {
    return texts.stream().map(text -> encode(text, role)).toList();
  }

  /** One more than the largest cell there can be. */
  int dimension();

  /** How many tokens it sees in a text. */
  int countTokens(String text);

  /** Which space its rows live in. */
  Identity identity();
}
