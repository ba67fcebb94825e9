package dev.akin.text.tokenizer;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of the matches at which a text is cut; the examples cut "a--b" at "-". */
enum SplitBehavior {
  /** a b. */
  REMOVED("Removed"),
  /** a - - b. */
  ISOLATED("Isolated"),
  /** a- - b. */
  MERGED_WITH_PREVIOUS("MergedWithPrevious"),
  /** a - -b. */
  MERGED_WITH_NEXT("MergedWithNext"),
  /** a -- b. */
  CONTIGUOUS("Contiguous");

  private final String json;

  SplitBehavior(String json) {
    this.json = json;
  }

  static SplitBehavior read(Section section, String key) {
    String name = section.text(key);
    return Stream.of(values())
        .filter(behavior -> behavior.json.equals(name))
        .findFirst()
        .orElseThrow(() ->
            section.error(
                key,
                "unknown \"%s\"; known are %s"
                    .formatted(
                        name,
                        Stream.of(values())
                            .map(behavior -> behavior.json)
                            .collect(Collectors.joining(", ")))));
  }

  /**
   * Cuts a piece.
   *
   * @param matches from, to, from, to …, in order, inside the piece
   * @param inverts whether the matches and what is between them change roles
   */
  void cut(int from, int to, int[] matches, boolean inverts, Pieces out) {
    int[] bounds = new int[matches.length * 2 + 4];
    boolean[] isMatch = new boolean[matches.length + 2];
    int size = 0;
    int done = from;
    for (int m = 0; m <= matches.length; m += 2) {
      int next = m < matches.length ? matches[m] : to;
      if (done != next) {
        bounds[2 * size] = done;
        bounds[2 * size + 1] = next;
        isMatch[size++] = inverts;
      }
      if (m < matches.length) {
        bounds[2 * size] = next;
        done = matches[m + 1];
        bounds[2 * size + 1] = done;
        isMatch[size++] = !inverts;
      }
    }
    join(bounds, isMatch, size, out);
  }

  private void join(int[] bounds, boolean[] isMatch, int size, Pieces out) {
    int start = -1;
    for (int i = 0; i < size; i++) {
      start = start < 0 ? bounds[2 * i] : start;
      boolean next = i + 1 < size && isMatch[i + 1];
      boolean joinsNext =
          i + 1 < size
              && switch (this) {
                case REMOVED, ISOLATED -> false;
                case MERGED_WITH_PREVIOUS -> next && !isMatch[i];
                case MERGED_WITH_NEXT -> isMatch[i] && !next;
                case CONTIGUOUS -> isMatch[i] == next;
              };
      if (!joinsNext) {
        if (this != REMOVED || !isMatch[i]) {
          out.add(start, bounds[2 * i + 1]);
        }
        start = -1;
      }
    }
  }
}
