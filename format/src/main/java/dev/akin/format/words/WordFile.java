package dev.akin.format.words;

import dev.akin.vector.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A file of words and their vectors, read whole. Immutable, safe for many threads; holds memory off
 * the heap until closed.
 */
public sealed interface WordFile extends AutoCloseable permits WordTable, FastTextModel {
  /**
   * Reads a file of any {@link WordFormat}, told by its content and not by its name; gzip and
   * Zstandard are unpacked.
   *
   * @throws FormatException if it is of no such format, damaged, cut short, longer than it says, or
   *     holds a cell that is not finite; names the file and the line or offset
   */
  static WordFile open(Path file) throws IOException {
    try (ByteInput in = ByteInput.open(file)) {
      return switch (Content.of(in)) {
        case Content.Text(int dimension) -> TextTable.read(in, dimension);
        case Content.TextWithHeader _ -> TextTable.read(in, Header.read(in));
        case Content.Binary _ -> BinaryTable.read(in, Header.read(in));
        case Content.FastText _ -> FastTextReader.read(in);
      };
    }
  }

  /** How the file is laid out. */
  WordFormat format();

  /** The words; ordinals are those of {@link #copyVector}. */
  WordList words();

  /** Length of a vector. */
  int dimension();

  /** What was noticed that is no error. */
  Oddities oddities();

  /**
   * The vector of a word, new; as it stands in the file, not brought to any length.
   *
   * @throws IndexOutOfBoundsException if there is no such ordinal
   */
  float[] copyVector(int ordinal);

  /** Adds everything that decides the vectors, of unseen words too: words, rows, n-grams. */
  void addTo(MessageDigest digest);

  @Override
  void close();
}
