package dev.akin.reader;

import dev.akin.text.Document;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes small sources and reads them. */
final class Reading {
  private Reading() {}

  static Path write(Path folder, String name, String text) {
    return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(String text) {
    var out = new ByteArrayOutputStream();
    try (OutputStream packing = new GZIPOutputStream(out)) {
      packing.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] zstd(String text) {
    var out = new ByteArrayOutputStream();
    try (OutputStream packing = new ZstdOutputStream(out)) {
      packing.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static List<Document> documents(Path source) {
    return documents(source, ReadOptions.defaults(), new ReadLog());
  }

  static List<Document> documents(Path source, ReadOptions options) {
    return documents(source, options, new ReadLog());
  }

  static List<Document> documents(Path source, ReadOptions options, ReadLog log) {
    try (var documents = Sources.open(source, options, log).documents()) {
      return documents.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document only(Path source) {
    List<Document> documents = documents(source);
    if (documents.size() != 1) {
      throw new AssertionError("one document expected, got " + documents);
    }
    return documents.getFirst();
  }

  /** What skipping collects from a source whose first document is good. */
  static ReadLog skipping(Path source) {
    var log = new ReadLog();
    documents(source, ReadOptions.defaults().withOnError(OnError.SKIP), log);
    return log;
  }
}
