package dev.akin.words.training;

import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * The state of a training in a file: which training, how many stretches are learned, both tables,
 * and a checksum. It is written beside and then renamed, so that it is whole whenever the process
 * dies.
 *
 * <p>Layout, big-endian: 8 bytes magic, 8 bytes stretches learned, 4 bytes cells of a row, 4 bytes
 * length of the identity, the identity as {@link TrainingIdentity#bytes} writes it, the cells of
 * the input table and of the output table as they are in memory, 8 bytes CRC-32C of all before.
 */
final class Checkpoint {
  private static final byte[] MAGIC = "AKINLT05".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 8 + 8 + 4 + 4;
  private static final int CHECKSUM = 8;

  /** An identity of a dozen settings and three digests has some 500 bytes. */
  private static final int MOST_IDENTITY = 1 << 12;

  /** Bytes written at once: a channel cannot take a table of more than 2³¹. */
  private static final long PIECE = 1 << 20;

  private final Path file;
  private final TrainingIdentity identity;

  /** A file, there or not, and which training its state must be of. */
  Checkpoint(Path file, TrainingIdentity identity) {
    this.file = file;
    this.identity = identity;
  }

  void save(long stretches, Tile.Tables tables) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var checksum = new CRC32C();
      byte[] settings = identity.bytes();
      ByteBuffer header = ByteBuffer.allocate(HEADER + settings.length);
      header.put(MAGIC).putLong(stretches).putInt(tables.input().dimension());
      header.putInt(settings.length).put(settings).flip();
      write(channel, header, checksum);
      write(channel, tables.input(), checksum);
      write(channel, tables.output(), checksum);
      ByteBuffer end = ByteBuffer.allocate(CHECKSUM).putLong(checksum.getValue()).flip();
      write(channel, end, new CRC32C());
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(FileChannel channel, Matrix table, CRC32C checksum) throws IOException {
    MemorySegment cells = table.cells();
    for (long at = 0; at < cells.byteSize(); at += PIECE) {
      long length = Math.min(PIECE, cells.byteSize() - at);
      write(channel, cells.asSlice(at, length).asByteBuffer(), checksum);
    }
  }

  private static void write(FileChannel channel, ByteBuffer bytes, CRC32C checksum)
      throws IOException {
    checksum.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * Fills the tables with what was saved.
   *
   * @return how many stretches are learned; nothing if there is no such file
   * @throws FormatException if the file is damaged
   * @throws IllegalArgumentException if it is of another training
   */
  OptionalLong load(Tile.Tables tables) throws IOException {
    if (!Files.exists(file)) {
      return OptionalLong.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER);
      var checksum = new CRC32C();
      read(channel, header, checksum);
      byte[] magic = new byte[MAGIC.length];
      header.get(magic);
      if (!Arrays.equals(magic, MAGIC)) {
        throw new FormatException(
            file + ", offset 0",
            "this is no state of a training, or one of an earlier version; start over without it");
      }
      long stretches = header.getLong();
      int stride = header.getInt();
      int length = header.getInt();
      if (length < 0 || length > MOST_IDENTITY) {
        throw damaged("settings of %d bytes at offset %d".formatted(length, HEADER - 4));
      }
      ByteBuffer settings = ByteBuffer.allocate(length);
      read(channel, settings, checksum);
      requireSame(TrainingIdentity.read(settings.array()));
      if (stride != tables.input().dimension()) {
        throw new IllegalArgumentException(
            "%s has rows of %d cells, where this machine works on %d: it is of a machine whose"
                    .formatted(file, stride, tables.input().dimension())
                + " vectors are of another length; go on there, or start over without the state");
      }
      long cells = tables.input().cells().byteSize() + tables.output().cells().byteSize();
      long due = HEADER + length + cells + CHECKSUM;
      if (channel.size() != due) {
        throw damaged("%d bytes where %d are due".formatted(channel.size(), due));
      }
      read(channel, tables.input(), checksum);
      read(channel, tables.output(), checksum);
      ByteBuffer end = ByteBuffer.allocate(CHECKSUM);
      read(channel, end, new CRC32C());
      if (end.getLong() != checksum.getValue()) {
        throw damaged("the checksum is of other bytes");
      }
      return OptionalLong.of(stretches);
    }
  }

  private void requireSame(TrainingIdentity saved) {
    if (!saved.equals(identity)) {
      throw new IllegalArgumentException(
          "%s is the state of another training: %s; run that one to its end, or start over without"
                  .formatted(file, identity.difference(saved))
              + " the state");
    }
  }

  private FormatException damaged(String how) {
    return new FormatException(
        file.toString(), "a damaged state, %s; start over without it".formatted(how));
  }

  private void read(FileChannel channel, Matrix table, CRC32C checksum) throws IOException {
    MemorySegment cells = table.cells();
    for (long at = 0; at < cells.byteSize(); at += PIECE) {
      long length = Math.min(PIECE, cells.byteSize() - at);
      read(channel, cells.asSlice(at, length).asByteBuffer(), checksum);
    }
  }

  private void read(FileChannel channel, ByteBuffer bytes, CRC32C checksum) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw damaged("which ends at %d".formatted(channel.size()));
      }
    }
    checksum.update(bytes.flip());
    bytes.rewind();
  }
}
