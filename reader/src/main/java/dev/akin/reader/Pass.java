package dev.akin.reader;

import dev.akin.reader.ReadLog.LeftOut;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;

/** One pass over a source: file after file, document after document, errors by the policy. */
final class Pass extends AbstractSpliterator<Document> {
  private final Path source;
  private final ReadOptions options;
  private final ReadLog log;
  private final FileSupply files;
  private final Opener opener;
  private final IdSet ids = new IdSet();

  /** Files that gave a document, by the ordinal in {@link #ids}. */
  private final List<String> fileNames = new ArrayList<>();

  private Optional<DocumentReader> reader = Optional.empty();
  private boolean hasSpoken;
  private boolean isOver;

  /** Where the files come from. */
  @FunctionalInterface
  private interface FileSupply {
    Optional<SourceFile> next() throws IOException;
  }

  Pass(Path source, ReadOptions options, ReadLog log) throws IOException {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL);
    this.source = source;
    this.options = options;
    this.log = log;
    boolean isFolder = Files.isDirectory(source);
    this.opener = new Opener(options, log, isFolder);
    if (isFolder) {
      this.files = new FolderWalk(source, log)::next;
    } else {
      var only = List.of(singleFile(source)).iterator();
      this.files = () -> only.hasNext() ? Optional.of(only.next()) : Optional.empty();
    }
    log.begin(isFolder ? () -> FolderWalk.countBytes(source) : () -> bytes(source));
  }

  private static SourceFile singleFile(Path path) {
    return new SourceFile(path, path.toString(), path.getFileName().toString());
  }

  /** Size of a file; 0 for one that is gone, which reading it says. */
  static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public boolean tryAdvance(Consumer<? super Document> action) {
    while (!isOver) {
      try {
        Optional<Document> next = step();
        if (next.isPresent()) {
          hasSpoken = true;
          log.delivered();
          action.accept(next.get());
          return true;
        }
      } catch (FormatException e) {
        handle(e);
      } catch (IOException e) {
        handle(new UncheckedIOException(describe(e), e));
      }
    }
    return false;
  }

  /** The next document, or empty after a step that gave none. */
  private Optional<Document> step() throws IOException {
    if (reader.isEmpty()) {
      Optional<SourceFile> file = files.next();
      if (file.isEmpty()) {
        finish();
        return Optional.empty();
      }
      hasSpoken = false;
      fileNames.add(file.get().name());
      log.came(bytes(file.get().path()));
      reader = opener.open(file.get());
      return Optional.empty();
    }
    Optional<Document> document;
    try {
      document = reader.get().next();
    } catch (IOException e) {
      closeReader();
      throw e;
    }
    if (document.isEmpty()) {
      if (!hasSpoken) {
        log.leftOut(LeftOut.EMPTY);
      }
      closeReader();
    } else {
      requireNew(document.get());
    }
    return document;
  }

  private void requireNew(Document document) {
    int line = document.origin().lineAt(0);
    long before = ids.add(document.id(), fileNames.size() - 1, line);
    if (before != 0) {
      throw new FormatException(
          document.origin().locate(0),
          "the id \"%s\" stands at %s:%d already; the ids of a corpus are unique"
              .formatted(document.id(), fileNames.get((int) (before >>> 32)), (int) before));
    }
  }

  private void handle(RuntimeException problem) {
    if (isOver) {
      throw problem;
    }
    hasSpoken = true;
    switch (options.onError()) {
      case FAIL -> {
        isOver = true;
        throw problem;
      }
      case SKIP -> log.skipped(String.valueOf(problem.getMessage()));
    }
  }

  private void finish() {
    isOver = true;
    log.came(0);
    if (log.documents() == 0) {
      throw new FormatException(source.toString(), "no document to read: " + log.summary());
    }
  }

  private static String describe(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> denied.getFile() + ": no permission to read it";
      case NoSuchFileException gone -> gone.getFile() + ": gone since the source was opened";
      case FileSystemException other -> other.getMessage() + " (cannot be read)";
      default -> String.valueOf(e.getMessage());
    };
  }

  private void closeReader() {
    try {
      if (reader.isPresent()) {
        reader.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      reader = Optional.empty();
    }
  }

  void close() {
    isOver = true;
    closeReader();
  }
}
