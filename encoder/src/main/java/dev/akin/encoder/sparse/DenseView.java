package dev.akin.encoder.sparse;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import dev.akin.encoder.RowRange;
import dev.akin.encoder.WholeTextEncoder;
import dev.akin.vector.Matrix;
import java.util.List;

/**
 * Sparse rows written out in full, for what takes rows of an {@link Encoder}: the same numbers, at
 * 4 bytes a cell. Holds no native memory.
 *
 * @param sparse whose rows
 */
public record DenseView(SparseEncoder sparse) implements WholeTextEncoder {
  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    RowRange.check(texts.size(), dimension(), out, firstRow);
    long tokens = 0;
    for (int i = 0; i < texts.size(); i++) {
      out.setRow(firstRow + i, sparse.encode(texts.get(i), role).toDense(dimension()));
      tokens += countTokens(texts.get(i));
    }
    return new EncodingReport(texts.size(), tokens, 0, 0);
  }

  @Override
  public int countTokens(String text) {
    return sparse.countTokens(text);
  }

  @Override
  public Identity identity() {
    return sparse.identity();
  }

  /** Nothing to free. */
  @Override
  public void close() {}
}
