package dev.akin.text;

/**
 * A part of a document that is embedded and found as one.
 *
 * @param documentId the document it is a part of
 * @param ordinal its place among the document's passages, from 0
 * @param context what precedes the text when it is embedded (the title), may be empty
 * @param text its text
 * @param start where it starts in the document's text (UTF-16 index)
 * @param end where it ends there, exclusive
 * @param line line of the file on which it starts, from 1
 */
public record Passage(
    String documentId, int ordinal, String context, String text, int start, int end, int line) {
  /** What an encoder reads: context and text. */
  public String embeddedText() {
    return context.isEmpty() ? text : (context + " " + text).strip();
  }
}
