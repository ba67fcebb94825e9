package dev.akin.words.geometry;

import java.util.Arrays;

/**
 * A term of a graph without a vector of its own.
 *
 * @param name with underscores for blanks
 * @param parts rows of its words, if all of them have one; else empty
 */
@SuppressWarnings("ArrayRecordComponent") // made here, read in this package, compared nowhere
record GraphTerm(String name, int[] parts) {
  /** Whether its words say where it stands. */
  boolean hasOwn() {
    return parts.length > 0;
  }

  @Override
  public String toString() {
    return name + Arrays.toString(parts);
  }
}
