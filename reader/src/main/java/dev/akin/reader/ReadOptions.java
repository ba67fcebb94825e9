package dev.akin.reader;

import java.util.Objects;
import java.util.Optional;

/**
 * How a source is read.
 *
 * @param format the format of every file, instead of the one its name and content tell
 * @param columns which columns of a record are what
 * @param onError what a bad document does
 * @param maxDocumentBytes the longest line, record or text file that is taken into memory, in bytes
 *     of its unpacked text
 */
public record ReadOptions(
    Optional<SourceFormat> format, Columns columns, OnError onError, int maxDocumentBytes) {
  /** 16 MiB: three times the King James Bible, and harmless in a heap of half a gigabyte. */
  public static final int DEFAULT_MAX_DOCUMENT_BYTES = 16 << 20;

  /** Java strings and arrays end at 2 GiB; a quarter leaves room for copies. */
  private static final int LARGEST_MAX_DOCUMENT_BYTES = 512 << 20;

  public ReadOptions {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(onError, "onError");
    if (maxDocumentBytes < 1 || maxDocumentBytes > LARGEST_MAX_DOCUMENT_BYTES) {
      throw new IllegalArgumentException(
          "a document of at most %d bytes; need 1 to %d"
              .formatted(maxDocumentBytes, LARGEST_MAX_DOCUMENT_BYTES));
    }
  }

  /** Formats by name and content, the usual columns, failing on the first error. */
  public static ReadOptions defaults() {
    return new ReadOptions(
        Optional.empty(), Columns.usual(), OnError.FAIL, DEFAULT_MAX_DOCUMENT_BYTES);
  }

  public ReadOptions withFormat(SourceFormat format) {
    return new ReadOptions(Optional.of(format), columns, onError, maxDocumentBytes);
  }

  public ReadOptions withColumns(Columns columns) {
    return new ReadOptions(format, columns, onError, maxDocumentBytes);
  }

  public ReadOptions withOnError(OnError onError) {
    return new ReadOptions(format, columns, onError, maxDocumentBytes);
  }

  public ReadOptions withMaxDocumentBytes(int maxDocumentBytes) {
    return new ReadOptions(format, columns, onError, maxDocumentBytes);
  }
}
