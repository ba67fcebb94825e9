package dev.akin.format.words;

import dev.akin.vector.Matrix;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes words and rows as they come: word2vec's text, in which each cell is the shortest decimal
 * that reads back as the same float, its binary layouts, or GloVe's text.
 *
 * <p>Since the count stands first, rows go to {@code FILE.part}, and {@code FILE} is there only
 * when the writer was closed. For one thread.
 */
public final class WordTableWriter implements AutoCloseable {
  private final Path file;
  private final Path part;
  private final WordFormat format;
  private final int dimension;
  private final OutputStream body;

  /** A row in decimals, while it is made. */
  private final byte[] line;

  private long rows;

  private WordTableWriter(
      Path file, Path part, WordFormat format, int dimension, OutputStream body) {
    this.file = file;
    this.part = part;
    this.format = format;
    this.dimension = dimension;
    this.body = body;
    boolean isText = format == WordFormat.WORD2VEC_TEXT || format == WordFormat.GLOVE;
    this.line = new byte[isText ? dimension * (1 + ShortestDecimal.LONGEST) + 1 : 0];
  }

  /**
   * A new file, replacing what is there.
   *
   * @throws IllegalArgumentException if the format is fastText's, which is not written by rows
   */
  public static WordTableWriter create(Path file, WordFormat format, int dimension)
      throws IOException {
    if (format == WordFormat.FASTTEXT || format == WordFormat.FASTTEXT_QUANTIZED) {
      throw new IllegalArgumentException(
          "%s is not written row by row; write a FastTextModel".formatted(format.label()));
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    var body = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
    return new WordTableWriter(file, part, format, dimension, body);
  }

  /** Whether these layouts can hold a word of these bytes: not empty, no blank or line break. */
  public static boolean canHold(byte[] word) {
    for (byte b : word) {
      if (b == ' ' || b == '\n' || b == '\r') {
        return false;
      }
    }
    return word.length > 0;
  }

  /**
   * Appends one row of a matrix.
   *
   * @throws IllegalArgumentException if the word is empty or holds a blank or line break, or the
   *     dimension is another
   */
  public void append(String word, Matrix matrix, int row) throws IOException {
    append(word.getBytes(StandardCharsets.UTF_8), matrix.copyRow(row));
  }

  /**
   * Appends one row.
   *
   * @throws IllegalArgumentException if the word is empty or holds a blank or line break, or the
   *     dimension is another
   */
  public void append(byte[] word, float[] vector) throws IOException {
    if (!canHold(word)) {
      throw new IllegalArgumentException(
          "a word2vec file cannot hold the name '%s': names are not empty and hold no blank or line"
                  .formatted(new String(word, StandardCharsets.UTF_8))
              + " break");
    }
    if (vector.length != dimension) {
      throw new IllegalArgumentException(
          "a row of %d cells to a file of %d".formatted(vector.length, dimension));
    }
    body.write(word);
    switch (format) {
      case WORD2VEC_TEXT, GLOVE -> writeDecimals(vector);
      case WORD2VEC_BINARY -> {
        writeFloats(vector);
        body.write('\n');
      }
      case WORD2VEC_BINARY_PACKED -> writeFloats(vector);
      case FASTTEXT, FASTTEXT_QUANTIZED -> throw new IllegalStateException("not written by rows");
    }
    rows++;
  }

  private void writeDecimals(float[] vector) throws IOException {
    int end = 0;
    for (float cell : vector) {
      line[end++] = ' ';
      end = ShortestDecimal.write(cell, line, end);
    }
    line[end++] = '\n';
    body.write(line, 0, end);
  }

  private void writeFloats(float[] vector) throws IOException {
    byte[] bytes = new byte[Float.BYTES * vector.length];
    MemorySegment.copy(vector, 0, MemorySegment.ofArray(bytes), Matrix.CELL, 0, vector.length);
    body.write(' ');
    body.write(bytes);
  }

  /** Puts header and rows together and removes the part, also where that fails. */
  @Override
  public void close() throws IOException {
    try {
      body.close();
      join();
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void join() throws IOException {
    String header = format == WordFormat.GLOVE ? "" : rows + " " + dimension + "\n";
    try (FileChannel from = FileChannel.open(part);
        FileChannel to =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      var head = ByteBuffer.wrap(header.getBytes(StandardCharsets.US_ASCII));
      while (head.hasRemaining()) {
        to.write(head);
      }
      for (long at = 0; at < from.size(); ) {
        at += from.transferTo(at, from.size() - at, to);
      }
    }
  }
}
