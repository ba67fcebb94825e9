package dev.akin.encoder;

import dev.akin.text.Document;
import dev.akin.text.FormatException;

/** A text longer than the encoder reads, under {@link Truncation#ERROR}. */
public final class TextTooLongException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int text;
  private final String problem;

  /**
   * A complaint about one text of a call.
   *
   * @param text its place among the texts, from 0
   * @param problem how it begins, how long it is and what may be done, to stand behind what the
   *     text is called
   */
  public TextTooLongException(int text, String problem) {
    super("text " + text + " " + problem);
    this.text = text;
    this.problem = problem;
  }

  /** The text's place among those of the call, from 0. */
  public int text() {
    return text;
  }

  /** The same about another place: for who gave the encoder some of the texts. */
  public TextTooLongException at(int place) {
    return new TextTooLongException(place, problem);
  }

  /**
   * The same about a document: where it stands, its id, and what is wrong.
   *
   * @param offset where the text begins in the document's
   */
  public FormatException of(Document document, int offset) {
    return new FormatException(
        document.origin().locate(offset), "document %s %s".formatted(document.id(), problem), this);
  }
}
