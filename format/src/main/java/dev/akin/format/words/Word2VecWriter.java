package dev.akin.format.words;

import dev.akin.vector.Matrix;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes word2vec's text format as rows come: {@code count dimension}, then a line {@code word cell
 * … cell} a row, separated by one blank, each cell the shortest decimal that reads back as the same
 * float.
 *
 * <p>Since the count stands first, rows go to {@code FILE.part}, and {@code FILE} is there only
 * when the writer was closed. For one thread.
 */
public final class Word2VecWriter implements AutoCloseable {
  private final Path file;
  private final Path part;
  private final int dimension;
  private final Writer body;
  private long rows;

  private Word2VecWriter(Path file, Path part, int dimension, Writer body) {
    this.file = file;
    this.part = part;
    this.dimension = dimension;
    this.body = body;
  }

  /** A new file, replacing what is there. */
  public static Word2VecWriter create(Path file, int dimension) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    return new Word2VecWriter(file, part, dimension, Files.newBufferedWriter(part));
  }

  /**
   * Appends one row of a matrix.
   *
   * @throws IllegalArgumentException if the word is empty or holds a blank or line break, or the
   *     dimension is another
   */
  public void append(String word, Matrix matrix, int row) throws IOException {
    if (word.isEmpty() || word.chars().anyMatch(c -> c == ' ' || c == '\n' || c == '\r')) {
      throw new IllegalArgumentException(
          "a word2vec file cannot hold the name '%s': names are not empty and hold no blank or line"
                  .formatted(word)
              + " break");
    }
    if (matrix.dimension() != dimension) {
      throw new IllegalArgumentException(
          "a row of %d cells to a file of %d".formatted(matrix.dimension(), dimension));
    }
    var line = new StringBuilder(word);
    for (int column = 0; column < dimension; column++) {
      line.append(' ').append(matrix.get(row, column));
    }
    body.append(line.append('\n'));
    rows++;
  }

  /** Puts header and rows together and removes the part. */
  @Override
  public void close() throws IOException {
    body.close();
    byte[] header = "%d %d\n".formatted(rows, dimension).getBytes(StandardCharsets.US_ASCII);
    try (FileChannel from = FileChannel.open(part);
        FileChannel to =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      var head = java.nio.ByteBuffer.wrap(header);
      while (head.hasRemaining()) {
        to.write(head);
      }
      for (long at = 0; at < from.size(); ) {
        at += from.transferTo(at, from.size() - at, to);
      }
    }
    Files.delete(part);
  }
}
