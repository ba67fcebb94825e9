package dev.akin.search.index;

import static dev.akin.search.index.ListCorpus.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.encoder.HashedEncoder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk gets full while segments are merged, in Lucene's own threads. */
class FullDiskTest {
  private static final String FULL = "No space left on device";

  @TempDir private Path folder;

  private final HashedEncoder encoder = HashedEncoder.of(8);
  private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> uncaught.add(thrown));
  }

  @AfterEach
  void stopListening() {
    Thread.setDefaultUncaughtExceptionHandler(null);
  }

  /** Takes everything but what a merge writes. */
  private static final class FullDirectory extends FilterDirectory {
    FullDirectory(Path folder) throws IOException {
      super(FSDirectory.open(folder));
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      if (context.context() == IOContext.Context.MERGE) {
        throw new FileSystemException(name, null, FULL);
      }
      return super.createOutput(name, context);
    }
  }

  private IndexReport refresh(Directory directory, int documents) throws IOException {
    PassageMaker maker = new PassageMaker(Splitting.WHOLE, encoder, new OtherBoundaries());
    ListCorpus corpus =
        new ListCorpus(IntStream.range(0, documents).mapToObj(i -> document("d" + i, "")).toList());
    return new IndexBuilder(folder, encoder, IndexOptions.DEFAULT)
        .refresh(directory, maker, corpus, IndexListener.SILENT);
  }

  @Test
  void aMergeAtTheEndThatFindsTheDiskFullSaysSo() throws IOException {
    try (Directory full = new FullDirectory(folder)) {
      assertThatThrownBy(
              () -> {
                for (int segments = 1; segments < 20; segments++) {
                  refresh(full, segments);
                }
              })
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining(FULL);
    }
    assertThat(uncaught).isEmpty();
    assertThat(refresh(FSDirectory.open(folder), 30).index().contents().documents()).isEqualTo(30);
  }

  /** Enough commits that Lucene merges while documents are still written. */
  @Test
  void aMergeInBetweenThatFindsTheDiskFullSaysSo() throws IOException {
    try (Directory full = new FullDirectory(folder)) {
      assertThatThrownBy(() -> refresh(full, 20 * Commits.PASSAGES))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining(FULL);
    }
    assertThat(uncaught).isEmpty();
  }

  @Test
  void aWriterThatWasClosedForAnotherReasonIsADefect() {
    AlreadyClosedException closed = new AlreadyClosedException("closed");
    assertThatThrownBy(() -> IndexFolder.whyClosed(closed, folder)).isSameAs(closed);
    OutOfMemoryError memory = new OutOfMemoryError("heap");
    assertThatThrownBy(
            () -> IndexFolder.whyClosed(new AlreadyClosedException("closed", memory), folder))
        .isSameAs(memory);
    FileSystemException disk = new FileSystemException("_1.cfs", null, FULL);
    assertThat(IndexFolder.whyClosed(new AlreadyClosedException("closed", disk), folder))
        .isSameAs(disk);
  }
}
