package dev.akin.search.index;

import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;

/**
 * How the HNSW graph is built (Malkov and Yashunin 2018).
 *
 * @param links the most neighbours of a node above level 0, twice that at level 0: their M
 * @param beamWidth candidates kept while a node's neighbours are looked for: their efConstruction
 */
public record Graph(int links, int beamWidth) {
  /** M 16 and efConstruction 100: recall .97 at 10 with few candidates on 100k × 128 rows. */
  public static final Graph DEFAULT = new Graph(16, 100);

  public Graph {
    if (links < 2 || links > Lucene99HnswVectorsFormat.MAXIMUM_MAX_CONN) {
      throw new IllegalArgumentException(
          "a graph has 2 to %d links a node, got %d"
              .formatted(Lucene99HnswVectorsFormat.MAXIMUM_MAX_CONN, links));
    }
    if (beamWidth < links || beamWidth > Lucene99HnswVectorsFormat.MAXIMUM_BEAM_WIDTH) {
      throw new IllegalArgumentException(
          "a graph with %d links needs a beam width of %d to %d, got %d"
              .formatted(links, links, Lucene99HnswVectorsFormat.MAXIMUM_BEAM_WIDTH, beamWidth));
    }
  }
}
