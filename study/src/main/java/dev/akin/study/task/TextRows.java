package dev.akin.study.task;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Role;
import dev.akin.vector.Matrix;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of texts and what was cut off them. The caller closes it. */
record TextRows(Matrix rows, EncodingReport report) implements AutoCloseable {
  /** Texts without a question among them are all documents: no prompt but one for documents. */
  static TextRows of(Encoder encoder, List<String> texts) {
    Matrix rows = Matrix.allocate(texts.size(), encoder.dimension());
    try {
      return new TextRows(rows, encoder.encode(texts, Role.DOCUMENT, rows, 0));
    } catch (RuntimeException | Error e) {
      rows.close();
      throw e;
    }
  }

  /** A sentence about texts that were longer than the model reads, if there were any. */
  static Optional<String> truncation(EncodingReport report) {
    return report.truncated() == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d of %,d texts were cut at what the model reads (%,d tokens lost)",
                report.truncated(),
                report.texts(),
                report.lostTokens()));
  }

  @Override
  public void close() {
    rows.close();
  }
}
