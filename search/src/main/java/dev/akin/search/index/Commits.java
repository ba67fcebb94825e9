package dev.akin.search.index;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;

/** Commits often enough that a crash costs little, and seldom enough that it costs little. */
final class Commits {
  /** A fast encoder commits after so many passages … */
  static final int PASSAGES = 8_192;

  /** … a slow one after so long. */
  static final long NANOS = 15_000_000_000L;

  private final IndexWriter writer;
  private Manifest manifest;
  private long since;
  private long pending;

  Commits(IndexWriter writer, Manifest manifest) {
    this.writer = writer;
    this.manifest = manifest;
    this.since = System.nanoTime();
  }

  Manifest manifest() {
    return manifest;
  }

  /** Commits when so many passages or so much time have gathered. */
  void wrote(int passages) throws IOException {
    pending += passages;
    if (pending >= PASSAGES || System.nanoTime() - since >= NANOS) {
      commit();
    }
  }

  void commit() throws IOException {
    writer.setLiveCommitData(manifest.toUserData().entrySet());
    writer.commit();
    pending = 0;
    since = System.nanoTime();
  }

  /** Commits the end of a refresh. */
  void finish(IndexOptions options, Optional<Recall> recall) throws IOException {
    manifest = manifest.complete(options, recall);
    commit();
  }
}
