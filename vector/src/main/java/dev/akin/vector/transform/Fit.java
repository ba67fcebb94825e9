package dev.akin.vector.transform;

import dev.akin.vector.Matrix;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * What a transform was learned from; saved with it.
 *
 * @param method how: {@code pca}, {@code whitening}; at most {@value #MAX_METHOD_BYTES} bytes
 * @param rows on how many rows
 * @param checksum CRC-32C of those rows' cells
 */
public record Fit(String method, int rows, int checksum) {
  /** Bytes of a method's name at most. */
  public static final int MAX_METHOD_BYTES = 64;

  /** Refuses a name that does not fit the file. */
  public Fit {
    int bytes = method.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > MAX_METHOD_BYTES || rows < 0) {
      throw new IllegalArgumentException(
          "no fit is named '%s' (%d bytes of 1 to %d) on %d rows"
              .formatted(method, bytes, MAX_METHOD_BYTES, rows));
    }
  }

  /** A fit by this method on these rows. */
  public static Fit on(String method, Matrix rows) {
    CRC32C checksum = new CRC32C();
    for (int i = 0; i < rows.rows(); i++) {
      checksum.update(rows.row(i).asByteBuffer());
    }
    return new Fit(method, rows.rows(), (int) checksum.getValue());
  }

  @Override
  public String toString() {
    return "%s fitted on %d rows (%08x)".formatted(method, rows, checksum);
  }
}
