package dev.akin.study.task;

import dev.akin.text.FormatException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The Tatoeba pairs as they are given out: a gzipped tar of {@code v1/tatoeba.deu-eng.deu} and
 * {@code …​.eng}, a sentence a line.
 */
final class TatoebaArchive {
  /** Headers and contents of a tar fill blocks of this many bytes. */
  private static final int BLOCK = 512;

  private static final int NAME_BYTES = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_BYTES = 12;

  /** The set's largest file has 80 kB; what says more of itself is damaged. */
  private static final int MOST_BYTES = 1 << 24;

  private TatoebaArchive() {}

  /**
   * The sentences of a language and their English translations.
   *
   * @param language ISO 639-3, as the files are called
   * @throws FormatException if the archive is damaged or has no such language
   */
  static BitextMiningTask task(String name, Path archive, String language) throws IOException {
    String stem = "tatoeba.%s-eng.".formatted(language);
    Map<String, List<String>> files = new HashMap<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
      byte[] header = in.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        String path = text(header, 0, NAME_BYTES);
        int size = size(header, archive + ", " + path);
        String file = path.substring(path.lastIndexOf('/') + 1);
        byte[] content = in.readNBytes(size);
        if (content.length < size) {
          throw new EOFException("cut short in " + path);
        }
        if (file.startsWith(stem)) {
          files.put(
              file.substring(stem.length()),
              new String(content, StandardCharsets.UTF_8).lines().toList());
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        header = in.readNBytes(BLOCK);
      }
      in.transferTo(OutputStream.nullOutputStream()); // to the end, where the checksum stands
    } catch (EOFException | ZipException e) {
      throw new FormatException(
          archive.toString(), "damaged (%s); get it again".formatted(e.getMessage()), e);
    }
    List<String> foreign = files.get(language);
    List<String> english = files.get("eng");
    if (foreign == null || english == null) {
      throw new FormatException(archive.toString(), "it has no sentences of " + language);
    }
    return new BitextMiningTask(name, foreign, english);
  }

  private static String text(byte[] header, int from, int most) {
    int end = from;
    while (end < from + most && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }

  private static int size(byte[] header, String where) {
    String digits = text(header, SIZE_AT, SIZE_BYTES).strip();
    try {
      int size = Integer.parseInt(digits, 8);
      if (size <= MOST_BYTES) {
        return size;
      }
    } catch (NumberFormatException e) {
      throw new FormatException(where, "its size '%s' is not octal".formatted(digits), e);
    }
    throw new FormatException(
        where, "its size is %s (octal), more than is believed".formatted(digits));
  }
}
