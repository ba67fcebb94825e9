package dev.akin.encoder.cache;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What is known of one row.
 *
 * <p>Layout, {@value #BYTES} bytes, little-endian: key (two longs), CRC-32C of the row's bytes
 * (int), tokens read (int), tokens lost (int), CRC-32C of these 28 bytes (int).
 *
 * @param rowChecksum CRC-32C of the row's bytes
 * @param tokens how many tokens of the text were read
 * @param lostTokens how many were not
 */
record RowEntry(RowKey key, int rowChecksum, int tokens, int lostTokens) {
  static final int BYTES = 32;
  private static final int CHECKED_BYTES = BYTES - Integer.BYTES;

  /** Appends it. */
  void put(ByteBuffer out) {
    int start = out.position();
    out.putLong(key.high()).putLong(key.low());
    out.putInt(rowChecksum).putInt(tokens).putInt(lostTokens);
    out.putInt(checksum(out.slice(start, CHECKED_BYTES)));
  }

  /** The next one; empty if it is damaged. Steps over it in any case. */
  static Optional<RowEntry> read(ByteBuffer in) {
    int expected = checksum(in.slice(in.position(), CHECKED_BYTES));
    RowEntry entry =
        new RowEntry(new RowKey(in.getLong(), in.getLong()), in.getInt(), in.getInt(), in.getInt());
    return in.getInt() == expected ? Optional.of(entry) : Optional.empty();
  }

  static int checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}
