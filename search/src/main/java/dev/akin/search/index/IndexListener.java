package dev.akin.search.index;

/** Hears how far a refresh is: after every batch and at the start of every stage. */
@FunctionalInterface
public interface IndexListener {
  IndexListener SILENT = _ -> {};

  /** Called from the thread that refreshes; should return at once. */
  void onProgress(IndexProgress progress);
}
