package dev.akin.text.tokenizer;

import dev.akin.testkit.TestData;
import dev.akin.text.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The texts of the data sets that tokenizers are compared on. */
final class Texts {
  private static final int TAR_BLOCK = 512;

  private Texts() {}

  /** Every line of the 112 language pairs of Tatoeba. */
  static List<String> tatoeba() {
    Path archive = TestData.require("bitext/tatoeba/tatoeba-v1.tar.gz");
    var lines = new ArrayList<String>();
    try (InputStream in = gunzip(archive)) {
      for (byte[] header = in.readNBytes(TAR_BLOCK);
          header.length == TAR_BLOCK && header[0] != 0;
          header = in.readNBytes(TAR_BLOCK)) {
        int size =
            Integer.parseInt(new String(header, 124, 11, StandardCharsets.US_ASCII).strip(), 8);
        byte[] file = in.readNBytes(size);
        in.skipNBytes((TAR_BLOCK - size % TAR_BLOCK) % TAR_BLOCK);
        boolean isFile = header[156] == '0' || header[156] == 0;
        if (isFile) {
          new String(file, StandardCharsets.UTF_8).lines().forEach(lines::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** Every title, text and query of the retrieval sets. */
  static List<String> retrieval() {
    var texts = new ArrayList<String>();
    try (Stream<Path> sets = Files.list(TestData.require("retrieval")).sorted()) {
      for (Path set : sets.toList()) {
        texts.addAll(jsonLines(set.resolve("corpus.jsonl.gz")));
        texts.addAll(jsonLines(set.resolve("queries.jsonl")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static List<String> jsonLines(Path file) throws IOException {
    try (InputStream in =
        file.toString().endsWith(".gz") ? gunzip(file) : Files.newInputStream(file)) {
      var texts = new ArrayList<String>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isBlank() && Json.parse(line, file.toString()) instanceof Json.Members record) {
          record.findText("title").filter(title -> !title.isEmpty()).ifPresent(texts::add);
          record.findText("text").ifPresent(texts::add);
        }
      }
      return texts;
    }
  }

  private static InputStream gunzip(Path file) throws IOException {
    return new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)), 1 << 16);
  }
}
