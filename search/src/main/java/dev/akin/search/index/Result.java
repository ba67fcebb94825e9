package dev.akin.search.index;

import dev.akin.search.RankedDocument;
import dev.akin.text.Json;
import java.util.List;

/**
 * A ranked document with what a person wants to see of it.
 *
 * @param document its place, scores and legs
 * @param title may be empty
 * @param passage the text of its best passage
 * @param words where the query's words stand in {@code passage}, in order, not overlapping
 * @param start where {@code passage} starts in the document's text (UTF-16 index)
 * @param end where it ends there, exclusive
 * @param file as the corpus named it
 * @param line of the file on which the passage starts, from 1
 * @param metadata every other field of the document
 */
public record Result(
    RankedDocument document,
    String title,
    String passage,
    List<Span> words,
    int start,
    int end,
    String file,
    int line,
    Json.Members metadata) {
  public Result {
    words = List.copyOf(words);
  }

  /** Characters [start, end) of a text, as UTF-16 indices. */
  public record Span(int start, int end) {}
}
