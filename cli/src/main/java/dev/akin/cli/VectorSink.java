package dev.akin.cli;

import dev.akin.text.Document;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Takes documents and their vectors as they come, into files that get their names only when all is
 * written.
 */
final class VectorSink implements AutoCloseable {
  /** Writes documents and rows, in the same order. */
  interface Body {
    void append(List<Document> documents, Matrix rows) throws IOException;
  }

  private final Body body;
  private final List<? extends AutoCloseable> outs;
  private final List<Path> files;
  private boolean isFinished;

  /**
   * A sink.
   *
   * @param outs what the body writes to, closed with this
   * @param files what they write, each to its {@link #part} first
   */
  VectorSink(Body body, List<? extends AutoCloseable> outs, List<Path> files) {
    this.body = body;
    this.outs = List.copyOf(outs);
    this.files = List.copyOf(files);
  }

  /** Where a file grows until it is whole. */
  static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  void append(List<Document> documents, Matrix rows) throws IOException {
    body.append(documents, rows);
  }

  /** All is written: closing will give the files their names. */
  void finish() {
    isFinished = true;
  }

  @Override
  public void close() throws IOException {
    for (AutoCloseable out : outs) {
      close(out);
    }
    for (Path file : files) {
      if (isFinished) {
        Files.move(part(file), file, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(part(file));
      }
    }
  }

  private static void close(AutoCloseable out) throws IOException {
    try {
      out.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
