package dev.akin.text;

import java.util.OptionalInt;

/** Tokens and their ids, both ways. Immutable. */
public interface Vocabulary {
  /** Ids run from 0 to size − 1; some may be unused in files with gaps. */
  int size();

  /** The id of a token, if there is one. */
  OptionalInt findId(String token);

  /**
   * The token of an id.
   *
   * @throws IllegalArgumentException if no token has this id (names the id and the size)
   */
  String token(int id);
}
