package dev.akin.format.words;

import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes version 12 of fastText's {@code .bin}, as {@link FastTextReader} describes it. */
record FastTextWriter(FastTextArgs args, FastTextDictionary dictionary) {
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * Writes the file, replacing what is there.
   *
   * @throws IllegalArgumentException if a word holds a NUL, which ends words in this format
   */
  void write(Path file, Matrix input, Matrix output) throws IOException {
    checkWords(dictionary.words());
    checkWords(dictionary.labels());
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        var out = new Buffered(channel)) {
      out.putInt(FastTextReader.MAGIC);
      out.putInt(FastTextReader.VERSION);
      writeArgs(out);
      writeDictionary(out);
      out.putByte(0);
      writeMatrix(out, input);
      out.putByte(0);
      writeMatrix(out, output);
    }
  }

  private static void checkWords(WordList words) {
    for (int ordinal = 0; ordinal < words.size(); ordinal++) {
      for (byte b : words.bytes(ordinal)) {
        if (b == 0) {
          throw new IllegalArgumentException(
              "a fastText file cannot hold the word '%s': it holds a NUL"
                  .formatted(words.word(ordinal).replace('\0', '?')));
        }
      }
    }
  }

  private void writeArgs(Buffered out) throws IOException {
    out.putInt(args.dimension());
    out.putInt(args.window());
    out.putInt(args.epochs());
    out.putInt(args.leastCount());
    out.putInt(args.negatives());
    out.putInt(args.wordNgrams());
    out.putInt(args.loss().number());
    out.putInt(args.kind().number());
    out.putInt(args.subwords().buckets());
    out.putInt(args.subwords().least());
    out.putInt(args.subwords().most());
    out.putInt(args.updateRate());
    out.putLong(Double.doubleToRawLongBits(args.sampling()));
  }

  private void writeDictionary(Buffered out) throws IOException {
    int words = dictionary.words().size();
    int labels = dictionary.labels().size();
    out.putInt(words + labels);
    out.putInt(words);
    out.putInt(labels);
    out.putLong(dictionary.tokens());
    out.putLong(-1);
    writeEntries(out, dictionary.words(), dictionary.counts(), 0);
    writeEntries(out, dictionary.labels(), dictionary.labelCounts(), 1);
  }

  private static void writeEntries(Buffered out, WordList words, long[] counts, int type)
      throws IOException {
    for (int ordinal = 0; ordinal < words.size(); ordinal++) {
      for (byte b : words.bytes(ordinal)) {
        out.putByte(b);
      }
      out.putByte(0);
      out.putLong(counts[ordinal]);
      out.putByte(type);
    }
  }

  private static void writeMatrix(Buffered out, Matrix matrix) throws IOException {
    out.putLong(matrix.rows());
    out.putLong(matrix.dimension());
    for (int row = 0; row < matrix.rows(); row++) {
      out.put(matrix.row(row).asByteBuffer());
    }
  }

  /** Little-endian numbers to a channel. */
  private static final class Buffered implements AutoCloseable {
    private final FileChannel channel;
    private final ByteBuffer buffer =
        ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    Buffered(FileChannel channel) {
      this.channel = channel;
    }

    void putByte(int value) throws IOException {
      room(1).put((byte) value);
    }

    void putInt(int value) throws IOException {
      room(Integer.BYTES).putInt(value);
    }

    void putLong(long value) throws IOException {
      room(Long.BYTES).putLong(value);
    }

    void put(ByteBuffer bytes) throws IOException {
      if (bytes.remaining() > buffer.remaining()) {
        flush();
      }
      if (bytes.remaining() > buffer.remaining()) {
        writeAll(bytes);
      } else {
        buffer.put(bytes);
      }
    }

    private ByteBuffer room(int bytes) throws IOException {
      if (buffer.remaining() < bytes) {
        flush();
      }
      return buffer;
    }

    private void flush() throws IOException {
      writeAll(buffer.flip());
      buffer.clear();
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
