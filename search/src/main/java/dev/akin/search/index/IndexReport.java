package dev.akin.search.index;

import dev.akin.encoder.EncodingReport;
import java.util.Map;

/**
 * What a refresh did.
 *
 * @param added documents that were not in the index
 * @param updated documents that were there with another content; one whose title and text are the
 *     same keeps its vectors
 * @param unchanged documents left as they are
 * @param removed documents that were there and are gone
 * @param kept documents that were there and were not found again, but are kept, since not
 *     everything could be read
 * @param encoding what the encoder reported about the passages it encoded in this run: tokens and
 *     how many texts were too long
 * @param index what the index holds now, with its recall
 * @param seconds wall time of each stage
 */
public record IndexReport(
    long added,
    long updated,
    long unchanged,
    long removed,
    long kept,
    EncodingReport encoding,
    IndexInfo index,
    Map<IndexStage, Double> seconds) {
  public IndexReport {
    seconds = Map.copyOf(seconds);
  }
}
