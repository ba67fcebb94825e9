package dev.akin.search.index;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;

/** Commits often enough that a crash costs little, and seldom enough that it costs little. */
final class Commits {
  /** A fast encoder commits after so many passages … */
  static final int PASSAGES = 4_096;

  /** … a slow one after so long. */
  static final long NANOS = 15_000_000_000L;

  private final IndexWriter writer;
  private final Manifest manifest;
  private long since;
  private long pending;

  Commits(IndexWriter writer, Manifest manifest) {
    this.writer = writer;
    this.manifest = manifest;
    this.since = System.nanoTime();
  }

  /** What the index said about itself before this refresh. */
  Manifest manifest() {
    return manifest;
  }

  /** So many passages more wait to be committed. */
  void wrote(int passages) {
    pending += passages;
  }

  /** Commits when so many passages or so much time have gathered. */
  void commitIfDue() throws IOException {
    if (pending >= PASSAGES || System.nanoTime() - since >= NANOS) {
      commit();
    }
  }

  /** Commits what there is; the index says that it is unfinished. */
  void commit() throws IOException {
    commit(manifest.unfinished());
  }

  private void commit(Manifest said) throws IOException {
    writer.setLiveCommitData(said.toUserData().entrySet());
    writer.commit();
    pending = 0;
    since = System.nanoTime();
  }

  /** Commits the end of a refresh. */
  void finish(IndexOptions options, Optional<Recall> recall) throws IOException {
    commit(manifest.complete(options, recall));
  }
}
