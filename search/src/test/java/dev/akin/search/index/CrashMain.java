package dev.akin.search.index;

import static dev.akin.search.index.ListCorpus.document;

import dev.akin.encoder.HashedEncoder;
import dev.akin.text.Document;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A process that indexes and may be killed at any time: {@link CrashTest} starts and kills it. */
final class CrashMain {
  static final int DOCUMENTS = 24_000;

  private CrashMain() {}

  static HashedEncoder encoder() {
    return HashedEncoder.of(32);
  }

  static ListCorpus corpus() {
    return new ListCorpus(IntStream.range(0, DOCUMENTS).mapToObj(CrashMain::make).toList());
  }

  private static Document make(int i) {
    SplittableRandom random = new SplittableRandom(i);
    StringBuilder text = new StringBuilder();
    for (int w = random.nextInt(2, 10); w > 0; w--) {
      text.append("word").append(random.nextInt(2_000)).append(w % 3 == 0 ? ". " : " ");
    }
    return document("d" + i, "Title " + i % 100, text.toString(), Map.of("n", Json.of(i)));
  }

  static IndexReport refresh(Path folder) throws IOException {
    IndexOptions options = IndexOptions.DEFAULT.withSplitting(new Splitting.Passages(12, 0));
    return new IndexBuilder(folder, encoder(), options).refresh(corpus(), IndexListener.SILENT);
  }

  public static void main(String[] arguments) throws IOException {
    refresh(Path.of(arguments[0]));
  }
}
