package dev.akin.search.index;

/** What a refresh is busy with. */
public enum IndexStage {
  /** Reading documents and finding out which changed. */
  READ,
  /** Splitting and encoding what changed. */
  ENCODE,
  /** Writing words, vectors and metadata, and committing. */
  WRITE,
  /** Joining segments. */
  MERGE,
  /** Measuring the graph's recall and tuning the search to it. */
  MEASURE
}
