package dev.akin.search.index;

import dev.akin.encoder.Encoder;
import dev.akin.search.Query;
import dev.akin.search.Ranking;
import dev.akin.search.SearchMode;
import dev.akin.search.Searcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * An index folder open for searching: the last commit at the time it was opened, whatever is
 * written meanwhile. Safe for many threads; maps files until closed.
 */
public final class SearchIndex implements AutoCloseable {
  private final Directory directory;
  private final IndexView view;
  private final QueryVectors vectors;

  private SearchIndex(Directory directory, IndexView view, Supplier<Encoder> encoder) {
    this.directory = directory;
    this.view = view;
    this.vectors = new QueryVectors(view, encoder);
  }

  /**
   * Opens an index with an encoder at hand.
   *
   * @param encoder stays the caller's to close, after the index
   * @throws ForeignEncoderException if it is not the encoder the index was built with
   * @throws dev.akin.text.FormatException if the folder holds no index of ours, or a damaged one
   * @throws IOException if there is no index, or the disk fails
   */
  public static SearchIndex open(Path folder, Encoder encoder) throws IOException {
    SearchIndex index = open(folder, () -> encoder);
    try {
      index.requireEncoder();
      return index;
    } catch (RuntimeException e) {
      index.close();
      throw e;
    }
  }

  /**
   * Opens an index; the encoder is asked for, and compared with the index's, only when a search
   * needs it. Lexical search never does.
   *
   * @param encoder called at most once; what it gives stays the caller's to close
   */
  public static SearchIndex open(Path folder, Supplier<Encoder> encoder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("no index at %s; build one first".formatted(folder));
    }
    Directory directory = FSDirectory.open(folder);
    try {
      DirectoryReader reader = IndexFolder.openReader(directory, folder);
      try {
        return new SearchIndex(directory, new IndexView(folder, reader), encoder);
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Whether a folder holds an index of any version; reads only names of files. */
  public static boolean isIndex(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      return IndexFolder.holdsIndex(directory);
    }
  }

  /** What an index is and holds, without an encoder. */
  public static IndexInfo describe(Path folder) throws IOException {
    try (SearchIndex index = openWithoutEncoder(folder)) {
      return index.info();
    }
  }

  /**
   * 64 hexadecimal digits that two indexes share if they hold the same passages, vectors and
   * postings, however they came about. Reads the whole index; needs no encoder.
   */
  public static String contentDigest(Path folder) throws IOException {
    try (SearchIndex index = openWithoutEncoder(folder)) {
      return new ContentDigest(index.view).compute();
    }
  }

  /**
   * Reads an index whole and compares every checksum; opening and searching compare those of what
   * they read whole, which vectors and postings are not.
   *
   * @throws dev.akin.text.FormatException if a file is damaged
   */
  public static void verify(Path folder) throws IOException {
    try (SearchIndex index = openWithoutEncoder(folder)) {
      IndexFolder.verify(index.view.reader(), folder);
    }
  }

  private static SearchIndex openWithoutEncoder(Path folder) throws IOException {
    return open(
        folder,
        () -> {
          throw new IllegalStateException("looking into an index needs no encoder");
        });
  }

  /**
   * Asks for the encoder now rather than at the first search that needs it.
   *
   * @throws ForeignEncoderException if it is not the encoder the index was built with
   */
  public void requireEncoder() {
    Encoder _ = vectors.encoder();
  }

  /** Whether the refresh that wrote this commit came to its end. Costs nothing. */
  public boolean isComplete() {
    return view.manifest().isComplete();
  }

  /** What the index is and holds. */
  public IndexInfo info() throws IOException {
    return view.info();
  }

  /** A searcher of this index; usable until the index is closed. */
  public Searcher searcher(SearchMode mode) {
    return switch (mode) {
      case SearchMode.Lexical _ -> new LexicalSearcher(view);
      case SearchMode.Dense dense -> new DenseSearcher(view, vectors, dense.scan());
      case SearchMode.Hybrid hybrid ->
          new LexicalSearcher(view)
              .fusedWith(new DenseSearcher(view, vectors, hybrid.scan()), hybrid.fusion());
    };
  }

  /** The documents of a ranking with text, place and highlighted words, in its order. */
  public List<Result> results(Ranking ranking) throws IOException {
    return new Presenter(view).results(ranking);
  }

  /**
   * Why a document is where it is when this search is for k results, or which stage lost it. Ranks
   * come from looking at every document: as slow as an exact search.
   */
  public Explanation explain(SearchMode mode, Query query, String documentId, int k)
      throws IOException {
    Searcher.checkK(k);
    return new Explainer(view, vectors).explain(mode, query, documentId, k);
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      view.close();
    }
  }
}
