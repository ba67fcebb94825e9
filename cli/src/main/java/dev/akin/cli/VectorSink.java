package dev.akin.cli;

import dev.akin.text.Document;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.util.List;

/**
 * Takes documents and their vectors as they come, into files that get their names only when all is
 * written, and are gone when it is not.
 */
final class VectorSink implements AutoCloseable {
  /** Writes documents and rows, in the same order. */
  interface Body {
    void append(List<Document> documents, Matrix rows) throws IOException;
  }

  private final Body body;
  private final List<? extends AutoCloseable> outs;
  private final List<WholeFile> files;
  private boolean isFinished;

  /**
   * A sink.
   *
   * @param outs what the body writes to, closed with this
   * @param files what they write, closed after them
   */
  VectorSink(Body body, List<? extends AutoCloseable> outs, List<WholeFile> files) {
    this.body = body;
    this.outs = List.copyOf(outs);
    this.files = List.copyOf(files);
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
    try {
      for (AutoCloseable out : outs) {
        close(out);
      }
      if (isFinished) {
        for (WholeFile file : files) {
          file.finish();
        }
      }
    } finally {
      for (WholeFile file : files) {
        file.close();
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
