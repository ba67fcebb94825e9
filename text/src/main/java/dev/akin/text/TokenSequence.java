package dev.akin.text;

import java.util.Arrays;
import java.util.Objects;

/**
 * The tokens of one text: ids and where each stands in the text as UTF-16 indices.
 *
 * <p>Immutable. Special tokens put in by the post-processor have the empty span (0, 0).
 */
public final class TokenSequence {
  private final int[] ids;
  private final int[] starts;
  private final int[] ends;
  private final boolean[] special;

  /**
   * Takes the arrays over without a copy: the caller must not change them afterwards.
   *
   * @param special which tokens the post-processor put in
   */
  public TokenSequence(int[] ids, int[] starts, int[] ends, boolean[] special) {
    if (starts.length != ids.length || ends.length != ids.length || special.length != ids.length) {
      throw new IllegalArgumentException(
          "%d ids with %d starts, %d ends and %d special marks"
              .formatted(ids.length, starts.length, ends.length, special.length));
    }
    this.ids = ids;
    this.starts = starts;
    this.ends = ends;
    this.special = special;
  }

  public int length() {
    return ids.length;
  }

  public int id(int index) {
    return ids[index];
  }

  /** Where the token starts in the text, a UTF-16 index. */
  public int start(int index) {
    return starts[index];
  }

  /** Where the token ends in the text, exclusive, a UTF-16 index. */
  public int end(int index) {
    return ends[index];
  }

  /** Whether the post-processor put this token in ([CLS], [SEP]). */
  public boolean isSpecial(int index) {
    return special[index];
  }

  /** A copy of the ids. */
  public int[] ids() {
    return ids.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenSequence t
        && Arrays.equals(ids, t.ids)
        && Arrays.equals(starts, t.starts)
        && Arrays.equals(ends, t.ends)
        && Arrays.equals(special, t.special);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(ids), Arrays.hashCode(starts), Arrays.hashCode(ends));
  }

  @Override
  public String toString() {
    return "TokenSequence" + Arrays.toString(ids);
  }
}
