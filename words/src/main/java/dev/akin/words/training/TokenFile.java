package dev.akin.words.training;

import dev.akin.format.words.WordList;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Function;

/**
 * A text written down as the ordinals of its words, four bytes each, and the ends of its lines:
 * every epoch reads it at the speed of the disk, and any part of it can be read alone, from a
 * multiple of {@link #GRAIN} on with the number of its line.
 */
final class TokenFile {
  /** What stands for the end of a line. */
  static final int LINE_END = -1;

  /**
   * Cells from one place to the next whose line is known; pairs with their ends are whole in it.
   */
  static final int GRAIN = 3 << 8;

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final long cells;
  private final int[] lines;
  private final BitSet emptyLines;

  private TokenFile(Path file, Cells written) {
    this.file = file;
    this.cells = written.count;
    this.lines = Arrays.copyOf(written.lines, written.grains);
    this.emptyLines = written.emptyLines;
  }

  /** Writes the words of a source that are in a vocabulary; the others are left out. */
  static TokenFile write(WordSource source, WordList words, Path file) throws IOException {
    return write(source, file, out -> new TextWriter(words, out, false));
  }

  /** The same with every line, also those of which no word is left. */
  static TokenFile writeEveryLine(WordSource source, WordList words, Path file) throws IOException {
    return write(source, file, out -> new TextWriter(words, out, true));
  }

  /** Writes the pairs both of whose words are in their vocabularies. */
  static TokenFile writePairs(WordSource source, WordList firsts, WordList seconds, Path file)
      throws IOException {
    return write(source, file, out -> new PairWriter(firsts, seconds, out));
  }

  private static TokenFile write(
      WordSource source, Path file, Function<Cells, WordSource.Sink> writer) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      var written = new Cells(out);
      source.read(writer.apply(written));
      written.flush();
      return new TokenFile(file, written);
    }
  }

  /** How many cells: words and ends of lines. */
  long cells() {
    return cells;
  }

  /** The line that a cell is of, which is a multiple of the grain and is there. */
  int line(long cell) {
    return lines[Math.toIntExact(cell / GRAIN)];
  }

  /** Whether no word of a line was written. */
  boolean isEmpty(int line) {
    return emptyLines.get(line);
  }

  /** How many lines have no word, of those that were written. */
  int emptyLines() {
    return emptyLines.cardinality();
  }

  /** What is written. */
  private static final class Cells {
    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long count;
    private long nextGrain;
    private int line;
    private int[] lines = new int[16];
    private int grains;
    private final BitSet emptyLines = new BitSet();
    private int last = LINE_END;

    Cells(OutputStream out) {
      this.out = out;
    }

    void write(int cell) throws IOException {
      if (count == nextGrain) {
        nextGrain += GRAIN;
        if (grains == lines.length) {
          lines = Arrays.copyOf(lines, 2 * grains);
        }
        lines[grains++] = line;
      }
      if (cell == LINE_END) {
        emptyLines.set(line, last == LINE_END);
        line = Math.addExact(line, 1);
      }
      last = cell;
      if (!buffer.hasRemaining()) {
        flush();
      }
      buffer.putInt(cell);
      count++;
    }

    void flush() throws IOException {
      out.write(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
  }

  private static final class TextWriter implements WordSource.Sink {
    private final WordList words;
    private final Cells out;
    private final boolean writesEveryLine;
    private boolean isLineOpen;

    TextWriter(WordList words, Cells out, boolean writesEveryLine) {
      this.words = words;
      this.out = out;
      this.writesEveryLine = writesEveryLine;
    }

    @Override
    public void word(byte[] bytes, int from, int to) throws IOException {
      int ordinal = words.find(bytes, from, to);
      if (ordinal >= 0) {
        out.write(ordinal);
        isLineOpen = true;
      }
    }

    @Override
    public void lineEnd() throws IOException {
      if (isLineOpen || writesEveryLine) {
        out.write(LINE_END);
        isLineOpen = false;
      }
    }
  }

  private static final class PairWriter implements WordSource.Sink {
    private final WordList firsts;
    private final WordList seconds;
    private final Cells out;
    private int place;
    private int first;
    private int second;

    PairWriter(WordList firsts, WordList seconds, Cells out) {
      this.firsts = firsts;
      this.seconds = seconds;
      this.out = out;
    }

    @Override
    public void word(byte[] bytes, int from, int to) {
      if (place++ == 0) {
        first = firsts.find(bytes, from, to);
      } else {
        second = seconds.find(bytes, from, to);
      }
    }

    @Override
    public void lineEnd() throws IOException {
      if (place == 2 && first >= 0 && second >= 0) {
        out.write(first);
        out.write(second);
        out.write(LINE_END);
      }
      place = 0;
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
