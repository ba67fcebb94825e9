package dev.akin.search.index;

import dev.akin.text.FormatException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/** Opens an index folder for reading or writing and says in one sentence why it cannot. */
final class IndexFolder {
  /** The parameters Anserini and BEIR's published BM25 figures use. */
  static final Similarity BM25 = new BM25Similarity(0.9f, 0.4f);

  /** What Lucene leaves in a folder when it dies before its first commit. */
  private static final Pattern LUCENE_FILE =
      Pattern.compile(
          "write\\.lock|(pending_)?segments(_\\w+)?"
              + "|_[0-9a-z]+(_[\\w-]+)?\\.(tmp|liv|si|cf[se]|fnm|fd[mtx]|nv[dm]|dv[dm]"
              + "|doc|pos|pay|psm|ti[mp]|tmd|kd[dim]|ve[a-z0-9]+)");

  /** Memory for words and vectors not yet written: well below a heap of 1 GB. */
  private static final double BUFFER_MEGABYTES = 96;

  private IndexFolder() {}

  /** Whether an index was ever committed there. */
  static boolean holdsIndex(Directory directory) throws IOException {
    return DirectoryReader.indexExists(directory);
  }

  /** Makes the folder, or checks that nothing of the user's lies in it. */
  static void prepare(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder + " is a file; an index is a folder");
    }
    Files.createDirectories(folder);
    try (Directory directory = FSDirectory.open(folder)) {
      if (holdsIndex(directory)) {
        return;
      }
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!LUCENE_FILE.matcher(file.getFileName().toString()).matches()) {
          throw new IndexRefusedException(
              "%s holds %s, which is no part of an index; name an empty or a new folder"
                  .formatted(folder, file.getFileName()));
        }
      }
    }
  }

  static DirectoryReader openReader(Directory directory, Path folder) throws IOException {
    try {
      return DirectoryReader.open(directory);
    } catch (IOException e) {
      throw explained(e, folder);
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      throw damaged(e, folder);
    }
  }

  private static FormatException damaged(Exception e, Path folder) {
    return new FormatException(
        folder.toString(), "damaged: %s; build the index again".formatted(e.getMessage()), e);
  }

  /**
   * Reads every file and compares its checksum.
   *
   * @throws FormatException if one does not fit
   */
  static void verify(DirectoryReader reader, Path folder) throws IOException {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    } catch (IOException e) {
      throw explained(e, folder);
    }
  }

  static IndexWriter openWriter(Directory directory, Path folder, IndexOptions options)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new Words(options.language()).analyzer());
    config.setCodec(codec(options));
    config.setSimilarity(BM25);
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setCommitOnClose(false);
    config.setMergePolicy(new TieredMergePolicy());
    ConcurrentMergeScheduler merges = new QuietMerges();
    merges.setMaxMergesAndThreads(4, 1);
    config.setMergeScheduler(merges);
    try {
      return new IndexWriter(directory, config);
    } catch (LockObtainFailedException e) {
      throw new IOException(
          "index %s is being written by another process; wait until it is done".formatted(folder),
          e);
    } catch (IOException e) {
      throw explained(e, folder);
    }
  }

  /**
   * A merge that fails closes its writer, which gives the failure as the reason to whoever writes
   * next: see {@link #whyClosed}. It need not end up on the screen as well.
   */
  private static final class QuietMerges extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable kept) {}
  }

  /**
   * What closed a writer behind the back of the one who writes: a merge that found the disk full.
   *
   * @param e as the writer says that it is closed, or will do nothing more
   * @throws IllegalStateException the same, if it was nothing of the machine's
   */
  static IOException whyClosed(IllegalStateException e, Path folder) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case IOException machine -> {
          return explained(machine, folder);
        }
        case Error error -> throw error;
        default -> {}
      }
    }
    throw e;
  }

  /** Lucene's complaints about what is in the folder, as ours. */
  static IOException explained(IOException e, Path folder) {
    String where = folder.toString();
    return switch (e) {
      case IndexNotFoundException _ ->
          new IOException("no index at %s; build one first".formatted(folder), e);
      case IndexFormatTooNewException _, IndexFormatTooOldException _ ->
          throw new FormatException(
              where, "written by another version of Lucene; build the index again", e);
      case CorruptIndexException _, EOFException _, NoSuchFileException _ ->
          throw damaged(e, folder);
      // A merge in the background: its own exception says what the matter is.
      default -> e.getCause() instanceof IOException cause ? explained(cause, folder) : e;
    };
  }

  private static Lucene104Codec codec(IndexOptions options) {
    KnnVectorsFormat vectors = vectorsFormat(options);
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
      }
    };
  }

  private static KnnVectorsFormat vectorsFormat(IndexOptions options) {
    int links = options.graph().links();
    int beamWidth = options.graph().beamWidth();
    return switch (options.storage()) {
      case FLOAT32 -> new Lucene99HnswVectorsFormat(links, beamWidth);
      case INT8 -> quantised(ScalarEncoding.UNSIGNED_BYTE, links, beamWidth);
      case INT7 -> quantised(ScalarEncoding.SEVEN_BIT, links, beamWidth);
      case INT4 -> quantised(ScalarEncoding.PACKED_NIBBLE, links, beamWidth);
      case INT2 -> quantised(ScalarEncoding.DIBIT_QUERY_NIBBLE, links, beamWidth);
      case BIT -> quantised(ScalarEncoding.SINGLE_BIT_QUERY_NIBBLE, links, beamWidth);
    };
  }

  private static KnnVectorsFormat quantised(ScalarEncoding encoding, int links, int beamWidth) {
    return new Lucene104HnswScalarQuantizedVectorsFormat(encoding, links, beamWidth);
  }

  /** Bytes of the files of an index; one that a writer removes meanwhile counts for nothing. */
  static long bytes(Directory directory) throws IOException {
    long bytes = 0;
    for (String name : directory.listAll()) {
      if (!name.toLowerCase(Locale.ROOT).endsWith(".lock")) {
        bytes += length(directory, name);
      }
    }
    return bytes;
  }

  private static long length(Directory directory, String name) throws IOException {
    try {
      return directory.fileLength(name);
    } catch (NoSuchFileException | FileNotFoundException removedSinceItWasListed) {
      return 0;
    }
  }
}
