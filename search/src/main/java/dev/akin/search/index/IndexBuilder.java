package dev.akin.search.index;

import dev.akin.encoder.Encoder;
import dev.akin.text.Corpus;
import dev.akin.text.split.Boundaries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Makes an index folder equal to a corpus: on first use it builds it, later it encodes only what
 * changed and removes what is gone.
 *
 * <p>Crash-safe: what was committed stays, and a refresh after a {@code kill -9} goes on from
 * there. Memory follows the batch, not the corpus. One builder at a time may write to a folder;
 * searchers may read it meanwhile and see the last commit.
 */
public final class IndexBuilder {
  private final Path folder;
  private final Encoder encoder;
  private final IndexOptions options;
  private final Boundaries boundaries;

  /**
   * A builder for that folder that splits by the JDK's rules; nothing happens yet.
   *
   * @param encoder stays the caller's to close
   */
  public IndexBuilder(Path folder, Encoder encoder, IndexOptions options) {
    this(folder, encoder, options, Boundaries.jdk(Locale.ROOT));
  }

  /**
   * A builder for that folder; nothing happens yet.
   *
   * @param encoder stays the caller's to close
   * @param boundaries where passages may be cut; not asked for whole documents. The index keeps
   *     their name and refuses others
   */
  public IndexBuilder(Path folder, Encoder encoder, IndexOptions options, Boundaries boundaries) {
    this.folder = Objects.requireNonNull(folder, "folder");
    this.encoder = Objects.requireNonNull(encoder, "encoder");
    this.options = Objects.requireNonNull(options, "options");
    this.boundaries = Objects.requireNonNull(boundaries, "boundaries");
  }

  /**
   * Brings the index to what the corpus holds now. When the corpus fails half-way, what was encoded
   * so far is kept and nothing is removed; nothing is removed either when it is not whole, having
   * left out what cannot be read.
   *
   * @return what was done
   * @throws ForeignEncoderException if the index holds vectors of another encoder
   * @throws IndexRefusedException if the index was made with other options or cut by other rules,
   *     if rows are wider than an index can store, passages have no room, or the folder holds
   *     something that is no index; nothing was read or written then
   * @throws dev.akin.text.FormatException if the corpus or the index is damaged
   * @throws IOException if the index is being written by someone else, or the disk fails
   */
  public IndexReport refresh(Corpus corpus, IndexListener listener) throws IOException {
    VectorSpace.requireStorable(encoder.identity());
    PassageMaker maker = new PassageMaker(options.splitting(), encoder, boundaries);
    IndexFolder.prepare(folder);
    try (Directory directory = FSDirectory.open(folder)) {
      return refresh(directory, maker, corpus, listener);
    }
  }

  IndexReport refresh(
      Directory directory, PassageMaker maker, Corpus corpus, IndexListener listener)
      throws IOException {
    // Refuses before a writer tidies the folder, …
    Manifest _ = findManifest(directory);
    try (IndexWriter writer = IndexFolder.openWriter(directory, folder, options)) {
      // … and again what another builder may have made of it before the writer had the lock.
      Commits commits = new Commits(writer, findManifest(directory));
      if (!IndexFolder.holdsIndex(directory)) {
        commits.commit();
      }
      try (DirectoryReader before = IndexFolder.openReader(directory, folder)) {
        Stopwatch watch = new Stopwatch();
        Refresh refresh = new Refresh(writer, new Snapshot(before), commits, listener, watch);
        refresh.run(corpus, encoder, maker);
        return refresh.report(new Finish(writer, commits, watch, refresh).run(folder, options));
      } catch (IOException e) {
        throw IndexFolder.explained(e, folder);
      } catch (IllegalStateException e) {
        throw IndexFolder.whyClosed(e, folder);
      }
    }
  }

  private Manifest findManifest(Directory directory) throws IOException {
    if (!IndexFolder.holdsIndex(directory)) {
      return Manifest.of(encoder, options, boundaries);
    }
    try (DirectoryReader reader = IndexFolder.openReader(directory, folder)) {
      Manifest manifest = Manifest.parse(reader.getIndexCommit().getUserData(), folder.toString());
      manifest.check(encoder.identity(), options, boundaries, folder.toString());
      return manifest;
    }
  }
}
