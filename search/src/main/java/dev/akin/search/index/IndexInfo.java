package dev.akin.search.index;

import dev.akin.encoder.Identity;
import java.util.List;
import java.util.Optional;

/**
 * What an index is and holds.
 *
 * @param encoder which space its vectors live in
 * @param options how it was made
 * @param isComplete whether the last refresh came to its end; if not, refresh it again
 * @param contents how much is in it
 * @param fields the metadata fields a filter may name, in alphabetical order
 * @param recall how well a graph search finds the true neighbours; empty before the first refresh
 *     came to its end, and where there is no vector
 */
public record IndexInfo(
    Identity encoder,
    IndexOptions options,
    boolean isComplete,
    Contents contents,
    List<String> fields,
    Optional<Recall> recall) {
  public IndexInfo {
    fields = List.copyOf(fields);
  }

  /**
   * How much is in an index.
   *
   * @param documents documents
   * @param passages passages: rows of words
   * @param vectors passages with a vector; one without any letter has none
   * @param truncated passages of which the encoder did not read the end
   * @param bytes on the disk
   */
  public record Contents(long documents, long passages, long vectors, long truncated, long bytes) {}
}
