package dev.akin.encoder.cache;

import dev.akin.encoder.Identity;
import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of one vector space: {@code space.txt} names it, {@code rows.f32} holds rows one behind
 * the other (little-endian float32), {@code keys.bin} a {@link RowEntry} for each, in the same
 * order.
 *
 * <p>Only ever appended to, rows first: a crash leaves at most rows without an entry, which the
 * next append overwrites, or an entry whose checksum fails, which is passed over.
 */
final class RowFile implements AutoCloseable {
  private final FileChannel rows;
  private final FileChannel keys;
  private final int rowBytes;
  private final Map<RowKey, Kept> kept = new HashMap<>();

  /** How many entries of {@code keys.bin} were read. */
  private int known;

  /** A row's place in {@code rows.f32} and what is known of it. */
  private record Kept(int ordinal, RowEntry entry) {}

  private RowFile(FileChannel rows, FileChannel keys, int rowBytes) {
    this.rows = rows;
    this.keys = keys;
    this.rowBytes = rowBytes;
  }

  static RowFile open(Path folder, Identity space) throws IOException {
    Files.createDirectories(folder);
    Path name = folder.resolve("space.txt");
    String text = space.hash() + "\n" + space.dimension() + "\n";
    if (!Files.exists(name)) {
      Files.writeString(name, text);
    }
    String found = Files.readString(name);
    if (!found.equals(text)) {
      throw new FormatException(
          name.toString(),
          "rows of another space (%s) lie here; delete the folder".formatted(found.strip()));
    }
    FileChannel rows = openChannel(folder.resolve("rows.f32"));
    try {
      RowFile file =
          new RowFile(
              rows, openChannel(folder.resolve("keys.bin")), space.dimension() * Float.BYTES);
      file.readNewEntries();
      return file;
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  private static FileChannel openChannel(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Takes in what this or another process appended. */
  private void readNewEntries() throws IOException {
    long whole = Math.min(keys.size() / RowEntry.BYTES, rows.size() / rowBytes);
    ByteBuffer buffer = buffer(Math.toIntExact((whole - known) * RowEntry.BYTES));
    readFully(keys, buffer, (long) known * RowEntry.BYTES);
    for (; known < whole; known++) {
      Optional<RowEntry> entry = RowEntry.read(buffer);
      if (entry.isPresent()) {
        kept.put(entry.get().key(), new Kept(known, entry.get()));
      }
    }
  }

  /**
   * Reads the row of a key.
   *
   * @return what is known of it; empty if there is none, or it is damaged
   */
  synchronized Optional<RowEntry> read(RowKey key, Matrix out, int row) throws IOException {
    Kept found = kept.get(key);
    if (found == null) {
      return Optional.empty();
    }
    ByteBuffer buffer = buffer(rowBytes);
    readFully(rows, buffer, (long) found.ordinal * rowBytes);
    if (RowEntry.checksum(buffer.duplicate()) != found.entry.rowChecksum()) {
      kept.remove(key);
      return Optional.empty();
    }
    out.row(row).asByteBuffer().put(buffer);
    return Optional.of(found.entry);
  }

  /** One row to be kept. */
  record Fresh(RowKey key, int row, int tokens, int lostTokens) {}

  /** Keeps some rows of a matrix. */
  synchronized void append(List<Fresh> fresh, Matrix from) throws IOException {
    try (FileLock _ = keys.lock()) {
      readNewEntries();
      ByteBuffer newRows = buffer(Math.multiplyExact(fresh.size(), rowBytes));
      ByteBuffer newKeys = buffer(fresh.size() * RowEntry.BYTES);
      for (Fresh one : fresh) {
        ByteBuffer row = from.row(one.row()).asByteBuffer();
        new RowEntry(one.key(), RowEntry.checksum(row.duplicate()), one.tokens(), one.lostTokens())
            .put(newKeys);
        newRows.put(row);
      }
      writeFully(rows, newRows.flip(), (long) known * rowBytes);
      writeFully(keys, newKeys.flip(), (long) known * RowEntry.BYTES);
      readNewEntries();
    }
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void readFully(FileChannel channel, ByteBuffer buffer, long from)
      throws IOException {
    long at = from;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw new IOException("the cache became shorter while it was read; delete it");
      }
      at += read;
    }
    buffer.flip();
  }

  private static void writeFully(FileChannel channel, ByteBuffer buffer, long from)
      throws IOException {
    long at = from;
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try (rows) {
      keys.close();
    }
  }
}
