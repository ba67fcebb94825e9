package dev.akin.format.words;

import dev.akin.vector.FormatException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The bytes of a file from its start, gzip and Zstandard unpacked, each with its offset.
 *
 * <p>Numbers are little-endian. For one thread.
 */
final class ByteInput implements AutoCloseable {
  /** What can be looked at without moving on. */
  static final int HEAD_BYTES = 1 << 16;

  private final Path file;
  private final Watched packed;
  private final InputStream in;
  private final Packing packing;
  private final boolean isPlain;
  private final long mostBytes;
  private final byte[] buffer = new byte[HEAD_BYTES];
  private int at;
  private int end;
  private long bufferOffset;

  private ByteInput(Path file, InputStream raw, Packing packing) throws IOException {
    this.file = file;
    this.packed = new Watched(raw);
    this.packing = packing;
    boolean isRegular = Files.isRegularFile(file);
    this.isPlain = isRegular && packing == Packing.NONE;
    this.mostBytes = isRegular ? Files.size(file) * packing.largestRatio() : Long.MAX_VALUE;
    try {
      this.in = packing.unpack(packed);
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  /** Notes that reading failed by itself, to tell that from bytes that make no sense. */
  private static final class Watched extends FilterInputStream {
    private boolean hasFailed;

    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException e) {
        hasFailed = true;
        throw e;
      }
    }
  }

  static ByteInput open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FormatException(file.toString(), "a folder, not a file of word vectors");
    }
    var raw = new BufferedInputStream(Files.newInputStream(file), HEAD_BYTES);
    try {
      raw.mark(Packing.HEAD_BYTES);
      byte[] head = raw.readNBytes(Packing.HEAD_BYTES);
      raw.reset();
      return new ByteInput(file, raw, Packing.of(head));
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * What is to be said where unpacking failed.
   *
   * @throws IOException if it was the machine that failed, not the data
   */
  private FormatException broken(Exception e) throws IOException {
    if (e instanceof IOException machine && (packed.hasFailed || packing == Packing.NONE)) {
      throw machine;
    }
    return new FormatException(
        file.toString(),
        "%s data is damaged or cut short after %d unpacked bytes (%s); fetch or write it again"
            .formatted(packing.label(), bufferOffset + end, e.getMessage()),
        e);
  }

  Path file() {
    return file;
  }

  /** Whether these are the file's own bytes, of which the size is known and which can be mapped. */
  boolean isPlain() {
    return isPlain;
  }

  /** Where the next byte stands, in the unpacked content. */
  long offset() {
    return bufferOffset + at;
  }

  /**
   * How many bytes can still come: exact for a plain file, the packing's limit for a packed one,
   * anything for a pipe.
   */
  long atMost() {
    return Math.max(0, mostBytes - offset());
  }

  /** Looks at the first of what comes, without moving on: 64 KiB, or all there is. */
  byte[] head() throws IOException {
    if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      bufferOffset += at;
      end -= at;
      at = 0;
    }
    while (end < buffer.length && fill()) {
      // Reads until the buffer is full or the file ends.
    }
    return Arrays.copyOf(buffer, end);
  }

  /** The next byte without moving on, or −1 at the end. */
  int peek() throws IOException {
    return hasNext() ? buffer[at] & 0xff : -1;
  }

  /** The next byte, or −1 at the end. */
  int read() throws IOException {
    return hasNext() ? buffer[at++] & 0xff : -1;
  }

  boolean hasNext() throws IOException {
    if (at < end) {
      return true;
    }
    bufferOffset += end;
    at = 0;
    end = 0;
    return fill();
  }

  private boolean fill() throws IOException {
    try {
      int count = in.read(buffer, end, buffer.length - end);
      end += Math.max(0, count);
      return count > 0;
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  /**
   * Appends bytes up to the next {@code stop}, which is read but not appended.
   *
   * @return false if the file ended first
   * @throws FormatException if there are more than {@code limit} of them
   */
  boolean readUntil(byte stop, ByteBuilder out, int limit) throws IOException {
    long start = offset();
    while (hasNext()) {
      int from = at;
      while (at < end && buffer[at] != stop) {
        at++;
      }
      if (out.length() + (at - from) > limit) {
        throw error(
            start,
            "%d bytes without %s"
                .formatted(limit, stop == 0 ? "an end" : stop == ' ' ? "a blank" : "a line feed"));
      }
      out.append(buffer, from, at);
      if (at < end) {
        at++;
        return true;
      }
    }
    return false;
  }

  /** Fills the segment; false if the file ended first. */
  boolean read(MemorySegment to) throws IOException {
    for (long done = 0; done < to.byteSize(); ) {
      if (!hasNext()) {
        return false;
      }
      int count = (int) Math.min(end - at, to.byteSize() - done);
      MemorySegment.copy(MemorySegment.ofArray(buffer), at, to, done, count);
      at += count;
      done += count;
    }
    return true;
  }

  /**
   * That many bytes; memory grows with what really comes, not with the number asked for.
   *
   * @throws FormatException if the file ends before, naming what was to be read
   */
  byte[] readBytes(long count, String what) throws IOException {
    require(count, what);
    if (count > Integer.MAX_VALUE - 8) {
      throw error("%s of %d bytes; at most 2 GB fit".formatted(what, count));
    }
    var bytes = new ByteBuilder();
    while (bytes.length() < count) {
      if (!hasNext()) {
        throw ended(what);
      }
      int part = (int) Math.min(end - at, count - bytes.length());
      bytes.append(buffer, at, at + part);
      at += part;
    }
    return bytes.toBytes();
  }

  int readByte(String what) throws IOException {
    int value = read();
    if (value < 0) {
      throw ended(what);
    }
    return value;
  }

  int readInt(String what) throws IOException {
    return (int) readNumber(Integer.BYTES, what);
  }

  long readLong(String what) throws IOException {
    return readNumber(Long.BYTES, what);
  }

  private long readNumber(int bytes, String what) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) readByte(what) << (8 * i);
    }
    return value;
  }

  /** Moves on over bytes that {@link #require} has shown to be there. */
  void skip(long count) throws IOException {
    long buffered = Math.min(count, end - at);
    at += (int) buffered;
    if (buffered < count) {
      in.skipNBytes(count - buffered);
      bufferOffset += end + count - buffered;
      at = 0;
      end = 0;
    }
  }

  /**
   * Whether so many bytes can still come.
   *
   * @throws FormatException if not, naming what they were to be
   */
  void require(long count, String what) {
    if (count > atMost()) {
      throw error(
          "%s needs %d bytes, the file has %s%d left"
              .formatted(what, count, isPlain ? "" : "at most ", atMost()));
    }
  }

  FormatException ended(String what) {
    return error("the file ends within %s".formatted(what));
  }

  /** A complaint about the place reached. */
  FormatException error(String problem) {
    return error(offset(), problem);
  }

  FormatException error(long offset, String problem) {
    return new FormatException(
        "%s, offset %d%s".formatted(file, offset, packing == Packing.NONE ? "" : " unpacked"),
        problem);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
