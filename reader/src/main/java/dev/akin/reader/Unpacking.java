package dev.akin.reader;

import dev.akin.text.FormatException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

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
    return open(file, _ -> {});
  }

  /**
   * The same with a look at how far it is.
   *
   * @param read told how many bytes more of the file, as it lies on disk, were read
   */
  static BufferedInputStream open(SourceFile file, LongConsumer read) throws IOException {
    var packed =
        new BufferedInputStream(new Counted(Files.newInputStream(file.path()), read), BUFFER_BYTES);
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
          new Unpacked(packed, in -> new GZIPInputStream(in, BUFFER_BYTES), file, "gzip"));
    }
    if (magic.length == 4
        && magic[0] == 0x28
        && magic[1] == (byte) 0xb5
        && magic[2] == 0x2f
        && magic[3] == (byte) 0xfd) {
      return Optional.of(new Unpacked(packed, ZstdInputStream::new, file, "zstd"));
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

  /** Tells how much was read. */
  private static final class Counted extends FilterInputStream {
    private final LongConsumer told;

    Counted(InputStream in, LongConsumer told) {
      super(in);
      this.told = told;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      told.accept(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = in.read(bytes, offset, length);
      told.accept(Math.max(0, n));
      return n;
    }
  }

  private interface Decompressor {
    InputStream over(InputStream packed) throws IOException;
  }

  /** Notes that reading failed by itself, to tell that from bytes that make no sense. */
  private static final class Watched extends FilterInputStream {
    private boolean hasFailed;

    Watched(InputStream packed) {
      super(packed);
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

  /** Turns what a decompressor complains about into an error that names the file and the place. */
  private static final class Unpacked extends InputStream {
    private final Watched packed;
    private final InputStream in;
    private final SourceFile file;
    private final String compression;
    private long count;

    Unpacked(InputStream packed, Decompressor decompressor, SourceFile file, String compression)
        throws IOException {
      this.packed = new Watched(packed);
      this.file = file;
      this.compression = compression;
      try {
        in = decompressor.over(this.packed);
      } catch (IOException | RuntimeException e) {
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
      } catch (IOException | RuntimeException e) {
        throw broken(e);
      }
    }

    private FormatException broken(Exception e) throws IOException {
      if (packed.hasFailed && e instanceof IOException machine) {
        throw machine;
      }
      return new FormatException(
          file.name(),
          "%s data is damaged or cut short after %d unpacked bytes (%s); fetch or write it again"
              .formatted(compression, count, e.getMessage()),
          e);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
