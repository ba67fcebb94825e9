package dev.akin.words.counting;

/**
 * Which words near a word are counted, and for how much.
 *
 * @param left words before it
 * @param right words behind it
 * @param weight what a word at a distance counts
 * @param isByPlace whether each place has columns of its own: −left … −1, 1 … right
 */
public record ContextWindow(int left, int right, Weight weight, boolean isByPlace) {
  /** More words on a side are no context. */
  public static final int MOST_REACH = 100;

  /** What a word at distance d of w counts. */
  public enum Weight {
    /** 1. */
    EQUAL,
    /** 1 / d (Pennington, Socher and Manning 2014). */
    INVERSE,
    /** (w − d + 1) / w, what word2vec's random reach comes to in the mean. */
    LINEAR;

    double of(int distance, int reach) {
      return switch (this) {
        case EQUAL -> 1;
        case INVERSE -> 1.0 / distance;
        case LINEAR -> (reach - distance + 1.0) / reach;
      };
    }
  }

  public ContextWindow {
    if (left < 0 || right < 0 || left + right == 0 || Math.max(left, right) > MOST_REACH) {
      throw new IllegalArgumentException(
          "a window reaches 0 to %d words to each side and 1 or more to one, got %d and %d"
              .formatted(MOST_REACH, left, right));
    }
  }

  /**
   * Refuses a reach to both sides that is no context.
   *
   * @throws IllegalArgumentException if it is not from 1 to {@link #MOST_REACH}
   */
  static void requireReach(int window) {
    if (window < 1 || window > MOST_REACH) {
      throw new IllegalArgumentException(
          "window is from 1 to %d, got %d".formatted(MOST_REACH, window));
    }
  }

  /** So many words on both sides, places together. */
  public static ContextWindow around(int reach, Weight weight) {
    return new ContextWindow(reach, reach, weight, false);
  }

  /** How many groups of columns there are. */
  public int blocks() {
    return isByPlace ? left + right : 1;
  }

  /** The group of a place, negative before the word. */
  int block(int place) {
    if (!isByPlace) {
      return 0;
    }
    return place < 0 ? left + place : left + place - 1;
  }
}
