package dev.akin.format.words;

import dev.akin.vector.Matrix;
import java.security.MessageDigest;

/**
 * Words with a row each. Owns the rows.
 *
 * @param rows [words × dimension]
 */
public record WordTable(WordFormat format, WordList words, Matrix rows, Oddities oddities)
    implements WordFile {
  public WordTable {
    if (words.size() != rows.rows()) {
      throw new IllegalArgumentException(
          "%d words for %d rows".formatted(words.size(), rows.rows()));
    }
  }

  @Override
  public int dimension() {
    return rows.dimension();
  }

  @Override
  public float[] copyVector(int ordinal) {
    return rows.copyRow(ordinal);
  }

  @Override
  public void addTo(MessageDigest digest) {
    words.addTo(digest);
    Digests.add(digest, rows);
  }

  @Override
  public void close() {
    rows.close();
  }
}
