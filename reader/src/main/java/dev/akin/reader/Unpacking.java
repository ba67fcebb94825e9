package dev.akin.reader;

import dev.akin.text.FormatException;
import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens files, unpacking gzip and Zstandard by their first bytes. */
final class Unpacking {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final List<String> EXTENSIONS = List.of(".gz", ".zst", ".zstd");

  private Unpacking() {}

  /** The file name without an extension of compression. */
  static String withoutExtension(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    for (String extension : EXTENSIONS) {
      if (lower.endsWith(extension)) {
        return fileName.substring(0, fileName.length() - extension.length());
      }
    }
    return fileName;
  }

  /**
   * The unpacked bytes, buffered so that the first of them can be looked at.
   *
   * @throws FormatException if the name promises a compression the content has not; while reading,
   *     if the packed data is cut short or damaged
   */
  static BufferedInputStream open(SourceFile file) throws IOException {
    var packed = new BufferedInputStream(Files.newInputStream(file.path()), BUFFER_BYTES);
    try {
      byte[] magic = head(packed, 4);
      Optional<InputStream> unpacked = unpack(packed, magic, file);
      return unpacked.map(in -> new BufferedInputStream(in, BUFFER_BYTES)).orElse(packed);
    } catch (IOException | RuntimeException e) {
      packed.close();
      throw e;
    }
  }

  /** The first bytes, without moving on. */
  static byte[] head(BufferedInputStream in, int count) throws IOException {
    in.mark(count);
    byte[] head = in.readNBytes(count);
    in.reset();
    return head;
  }

  private static Optional<InputStream> unpack(InputStream packed, byte[] magic, SourceFile file)
      throws IOException {
    if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      return Optional.of(
          new Unpacked(() -> new GZIPInputStream(packed, BUFFER_BYTES), file, "gzip"));
    }
    if (magic.length == 4
        && magic[0] == 0x28
        && magic[1] == (byte) 0xb5
        && magic[2] == 0x2f
        && magic[3] == (byte) 0xfd) {
      return Optional.of(new Unpacked(() -> new ZstdInputStream(packed), file, "zstd"));
    }
    String fileName = file.path().getFileName().toString();
    if (magic.length > 0 && !withoutExtension(fileName).equals(fileName)) {
      throw file.error(
          "named as compressed, but begins with neither gzip's nor zstd's bytes (found %s);"
                  .formatted(HexFormat.ofDelimiter(" ").formatHex(magic))
              + " rename it or write it again");
    }
    return Optional.empty();
  }

  private interface Opening {
    InputStream open() throws IOException;
  }

  /** Turns what a decompressor complains about into an error that names the file and the place. */
  private static final class Unpacked extends FilterInputStream {
    private final SourceFile file;
    private final String compression;
    private long count;

    Unpacked(Opening opening, SourceFile file, String compression) throws IOException {
      super(InputStream.nullInputStream());
      this.file = file;
      this.compression = compression;
      try {
        in = opening.open();
      } catch (EOFException | ZipException | MalformedInputException e) {
        throw broken(e);
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int n = in.read(bytes, offset, length);
        count += Math.max(0, n);
        return n;
      } catch (EOFException
          | ZipException
          | MalformedInputException
          | IndexOutOfBoundsException
          | IllegalArgumentException e) {
        throw broken(e);
      }
    }

    private FormatException broken(Exception e) {
      return new FormatException(
          file.name(),
          "%s data is damaged or cut short after %d unpacked bytes (%s); fetch or write it again"
              .formatted(compression, count, e.getMessage()),
          e);
    }
  }
}
