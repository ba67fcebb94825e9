package dev.akin.format.words;

/**
 * What was noticed in a file of words that is no error.
 *
 * @param duplicates rows left out because their word stood before them
 * @param nameless rows left out because their word was empty
 * @param notUtf8 words whose bytes are not UTF-8: kept, but no text finds them
 * @param withBlank words that hold a blank
 * @param isUnterminated whether a text file lacks its last line feed, as one does that was cut
 *     short within its last number
 */
public record Oddities(
    long duplicates, long nameless, long notUtf8, long withBlank, boolean isUnterminated) {
  /** Nothing was noticed. */
  public static final Oddities NONE = new Oddities(0, 0, 0, 0, false);
}
