package dev.akin.words.training;

import dev.akin.format.words.WordList;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A text written down as the ordinals of its words, four bytes each, and the ends of its lines:
 * every epoch reads it at the speed of the disk, and any part of it can be read alone.
 */
record TokenFile(Path file, long cells) {
  /** What stands for the end of a line. */
  static final int LINE_END = -1;

  private static final int BUFFER = 1 << 16;

  /** Writes the words of a source that are in a vocabulary; the others are left out. */
  static TokenFile write(WordSource source, WordList words, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        var data = new DataOutputStream(new BufferedOutputStream(out, BUFFER))) {
      var writer = new Writer(words, data);
      source.read(writer);
      return new TokenFile(file, writer.cells);
    }
  }

  private static final class Writer implements WordSource.Sink {
    private final WordList words;
    private final DataOutputStream out;
    private long cells;
    private boolean isLineOpen;

    Writer(WordList words, DataOutputStream out) {
      this.words = words;
      this.out = out;
    }

    @Override
    public void word(byte[] bytes, int from, int to) throws IOException {
      int ordinal = words.find(bytes, from, to);
      if (ordinal >= 0) {
        write(ordinal);
        isLineOpen = true;
      }
    }

    @Override
    public void lineEnd() throws IOException {
      if (isLineOpen) {
        write(LINE_END);
        isLineOpen = false;
      }
    }

    private void write(int cell) throws IOException {
      out.writeInt(cell);
      cells++;
    }
  }

  /** Opens it for reading parts; for one thread. */
  Reader reader() throws IOException {
    return new Reader(FileChannel.open(file, StandardOpenOption.READ));
  }

  /** Reads parts. */
  static final class Reader implements AutoCloseable {
    private final FileChannel channel;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    Reader(FileChannel channel) {
      this.channel = channel;
    }

    /** Reads the cells from a place on, as many as there is room for or are left. */
    int read(long from, int[] cells) throws IOException {
      int needed = Math.multiplyExact(cells.length, Integer.BYTES);
      if (bytes.capacity() != needed) {
        bytes = ByteBuffer.allocate(needed);
      }
      bytes.clear();
      long at = from * Integer.BYTES;
      while (bytes.hasRemaining()) {
        int got = channel.read(bytes, at + bytes.position());
        if (got < 0) {
          break;
        }
      }
      int count = bytes.position() / Integer.BYTES;
      bytes.flip();
      bytes.asIntBuffer().get(cells, 0, count);
      return count;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
