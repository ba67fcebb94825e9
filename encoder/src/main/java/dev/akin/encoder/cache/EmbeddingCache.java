package dev.akin.encoder.cache;

import dev.akin.encoder.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows of texts on disk, a folder for each vector space: what was encoded once is read from there.
 *
 * <p>Safe for many threads and many processes. A folder can be deleted at any time between runs. A
 * row that a crash or a bad disk damaged fails its checksum and is encoded again.
 */
public final class EmbeddingCache implements AutoCloseable {
  /** Hexadecimal digits of an identity that name a folder: 80 bits. */
  private static final int NAME_DIGITS = 20;

  private final Path folder;
  private final Map<String, RowFile> files = new HashMap<>();

  private EmbeddingCache(Path folder) {
    this.folder = folder;
  }

  /** A cache in that folder, which is made if it is not there. */
  public static EmbeddingCache open(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new EmbeddingCache(folder);
  }

  /**
   * The encoder with this cache before it: same rows, same identity.
   *
   * <p>Its report counts the tokens and truncated texts of cached rows too. Its truncation is the
   * encoder's, except that a text which was cut once is not refused later.
   *
   * @param encoder closed with the one that is returned
   * @throws dev.akin.vector.FormatException if the space's folder holds something else
   */
  public Encoder cached(Encoder encoder) throws IOException {
    return new CachedEncoder(encoder, file(encoder));
  }

  private synchronized RowFile file(Encoder encoder) throws IOException {
    String hash = encoder.identity().hash();
    RowFile open = files.get(hash);
    if (open == null) {
      String name = hash.substring(0, Math.min(NAME_DIGITS, hash.length()));
      open = RowFile.open(folder.resolve(name), encoder.identity());
      files.put(hash, open);
    }
    return open;
  }

  /** Closes the files; encoders that were made here only read and write while it is open. */
  @Override
  public synchronized void close() throws IOException {
    for (RowFile file : files.values()) {
      file.close();
    }
    files.clear();
  }
}
