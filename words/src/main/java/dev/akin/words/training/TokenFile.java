package dev.akin.words.training;

import dev.akin.format.words.WordList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.CRC32C;

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
  private final int writtenLines;
  private final BitSet emptyLines;
  private final long checksum;

  private TokenFile(Path file, Cells written) {
    this.file = file;
    this.cells = written.count;
    this.lines = Arrays.copyOf(written.lines, written.grains);
    this.writtenLines = written.line;
    this.emptyLines = written.emptyLines;
    this.checksum = written.checksum.getValue();
  }

  /** The number of a word, or −1 if it is left out: {@link WordList#find(byte[], int, int)}. */
  @FunctionalInterface
  interface Numbering {
    int of(byte[] bytes, int from, int to);
  }

  /** What is written of a line of which words are left out. */
  enum Keeping {
    /** The other words; nothing, if there are none. */
    WORDS,

    /** The other words, and the end of the line also if there are none. */
    LINES,

    /** Both words, or nothing: lines are pairs. */
    PAIRS
  }

  /**
   * Writes the words of a source.
   *
   * @param columns one for all words, or one each for the first and the second of a pair
   */
  static TokenFile write(WordSource source, Keeping keeping, Path file, Numbering... columns)
      throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var written = new Cells(out);
      source.read(new SourceWriter(new LineWriter(written, keeping), columns));
      written.flush();
      return new TokenFile(file, written);
    }
  }

  /**
   * Writes the file anew in its own place with other numbers, those below 0 left out; this object
   * is used up.
   *
   * @param columns of each number the new one; of all words, or each for the first and the second
   *     of a pair
   */
  TokenFile renumbered(Keeping keeping, int[]... columns) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var reader = new Reader(channel);
      // What is written never passes what is read: no cell becomes two.
      var written = new Cells(channel);
      var writer = new LineWriter(written, keeping);
      int[] read = new int[BUFFER / Integer.BYTES];
      int count;
      for (long at = 0; at < cells; at += count) {
        count = reader.read(at, read);
        for (int i = 0; i < count; i++) {
          if (read[i] == LINE_END) {
            writer.lineEnd();
          } else {
            writer.word(columns[writer.column()][read[i]]);
          }
        }
      }
      written.flush();
      channel.truncate(written.count * Integer.BYTES);
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

  /** How many lines were written. */
  int lines() {
    return writtenLines;
  }

  /** How many lines have no word, of those that were written. */
  int emptyLines() {
    return emptyLines.cardinality();
  }

  /**
   * The CRC-32C of all cells as they are written: of their order too, not of their numbers only.
   */
  long checksum() {
    return checksum;
  }

  /** What is written. */
  private static final class Cells {
    private final FileChannel out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long count;
    private long nextGrain;
    private int line;
    private int[] lines = new int[16];
    private int grains;
    private final BitSet emptyLines = new BitSet();
    private final CRC32C checksum = new CRC32C();
    private int last = LINE_END;

    Cells(FileChannel out) {
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
      long at = count * Integer.BYTES - buffer.flip().remaining();
      checksum.update(buffer.duplicate());
      while (buffer.hasRemaining()) {
        at += out.write(buffer, at);
      }
      buffer.clear();
    }
  }

  /** Takes the words of lines by their numbers, and writes what is kept. */
  private static final class LineWriter {
    private final Cells out;
    private final Keeping keeping;

    /** Of a pair; {@link #place} counts also the words that are too many. */
    private final int[] pair = new int[2];

    private int place;
    private boolean isLineOpen;

    LineWriter(Cells out, Keeping keeping) {
      this.out = out;
      this.keeping = keeping;
    }

    /** Which column numbers the next word. */
    int column() {
      return keeping == Keeping.PAIRS ? place : 0;
    }

    void word(int number) throws IOException {
      if (keeping == Keeping.PAIRS) {
        if (place < pair.length) {
          pair[place] = number;
        }
        place++;
      } else if (number >= 0) {
        out.write(number);
        isLineOpen = true;
      }
    }

    void lineEnd() throws IOException {
      boolean isPair = place == pair.length && pair[0] >= 0 && pair[1] >= 0;
      if (isPair) {
        out.write(pair[0]);
        out.write(pair[1]);
      }
      if (isPair || isLineOpen || keeping == Keeping.LINES) {
        out.write(LINE_END);
      }
      isLineOpen = false;
      place = 0;
    }
  }

  private static final class SourceWriter implements WordSource.Sink {
    private final LineWriter writer;
    private final Numbering[] columns;

    SourceWriter(LineWriter writer, Numbering[] columns) {
      this.writer = writer;
      this.columns = columns;
    }

    @Override
    public void word(byte[] bytes, int from, int to) throws IOException {
      int column = writer.column();
      writer.word(column < columns.length ? columns[column].of(bytes, from, to) : -1);
    }

    @Override
    public void lineEnd() throws IOException {
      writer.lineEnd();
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
