package dev.akin.text.split;

import dev.akin.text.Document;
import dev.akin.text.Passage;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * Cuts documents into passages that fit an encoder. Immutable; safe for many threads when its
 * boundaries and its token counter are.
 *
 * <p>A passage is made of whole sentences as far as they fit; a sentence that does not fit alone is
 * cut at line ends, then between words, then between grapheme clusters, and never inside one. Every
 * passage carries the document's title as context, whose tokens count too. The passages cover the
 * text: only space between them is in none.
 */
public final class PassageSplitter {
  private final Boundaries boundaries;
  private final ToIntFunction<String> tokens;
  private final int maxTokens;
  private final int overlapTokens;
  private final int specialTokens;

  private PassageSplitter(
      Boundaries boundaries, ToIntFunction<String> tokens, int maxTokens, int overlapTokens) {
    this.boundaries = boundaries;
    this.tokens = tokens;
    this.maxTokens = maxTokens;
    this.overlapTokens = overlapTokens;
    this.specialTokens = tokens.applyAsInt("");
  }

  /**
   * A splitter.
   *
   * @param boundaries where a text may be cut
   * @param tokens how many tokens an encoder makes of a text; when special tokens are among them,
   *     they count against the budget
   * @param maxTokens the most tokens of {@link Passage#embeddedText()}; only a single grapheme
   *     cluster that is longer by itself exceeds it
   * @param overlapTokens the most tokens of a passage's end that the next one begins with: whole
   *     sentences when they fit, else the last words; 0 for none
   * @throws IllegalArgumentException if the budget has no room beside the special tokens, or the
   *     overlap is negative or more than half the budget
   */
  public static PassageSplitter of(
      Boundaries boundaries, ToIntFunction<String> tokens, int maxTokens, int overlapTokens) {
    Objects.requireNonNull(boundaries, "boundaries");
    int special = tokens.applyAsInt("");
    if (maxTokens <= special) {
      throw new IllegalArgumentException(
          "a passage of at most %d tokens has no room beside %d special tokens"
              .formatted(maxTokens, special));
    }
    if (overlapTokens < 0 || overlapTokens > maxTokens / 2) {
      throw new IllegalArgumentException(
          "an overlap of %d tokens; need 0 to %d, half of the %d tokens of a passage"
              .formatted(overlapTokens, maxTokens / 2, maxTokens));
    }
    return new PassageSplitter(boundaries, tokens, maxTokens, overlapTokens);
  }

  /**
   * The passages of a document in the order of its text; none if title and text are blank.
   *
   * <p>A title of more than half the budget is cut between words to half of it, so that text always
   * has room. A document without text gives one passage that is its title. Each stretch of the text
   * is counted a bounded number of times: O(length of the text).
   */
  public List<Passage> split(Document document) {
    String text = document.text();
    if (text.isBlank()) {
      String whole = context(document.title(), maxTokens - specialTokens);
      return whole.isEmpty() ? List.of() : List.of(passageOfTitle(document, whole));
    }
    String context = context(document.title(), (maxTokens - specialTokens) / 2);
    return new Packer(document, context, this).pack();
  }

  private static Passage passageOfTitle(Document document, String title) {
    return new Passage(document.id(), 0, title, "", 0, 0, document.origin().lineAt(0));
  }

  /** The title, cut between words to at most {@code limit} tokens. */
  private String context(String title, int limit) {
    String whole = title.strip();
    if (whole.isEmpty() || count(whole) <= limit) {
      return whole;
    }
    var pieces = new Pieces(whole, boundaries, this::count);
    int end = 0;
    int sum = 0;
    for (var part : pieces.finer(pieces.piece(0, whole.length(), Pieces.Level.LINE))) {
      if (sum + part.tokens() > limit) {
        break;
      }
      sum += part.tokens();
      end = part.end();
    }
    return whole.substring(0, end).strip();
  }

  /** Tokens of a text beside the special ones. */
  int count(String text) {
    return tokens.applyAsInt(text) - specialTokens;
  }

  Boundaries boundaries() {
    return boundaries;
  }

  /** Tokens a passage may have beside the special ones. */
  int budget() {
    return maxTokens - specialTokens;
  }

  int overlapTokens() {
    return overlapTokens;
  }
}
