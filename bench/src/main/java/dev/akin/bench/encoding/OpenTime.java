package dev.akin.bench.encoding;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncoderOptions;
import dev.akin.encoder.Models;
import dev.akin.encoder.Role;
import java.nio.file.Path;

/**
 * Milliseconds from the start of {@code main} to an open encoder and to its first vector, in a
 * fresh process: {@code bench/run --main dev.akin.bench.encoding.OpenTime MODEL [CACHE_FOLDER]}.
 */
public final class OpenTime {
  private OpenTime() {}

  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    EncoderOptions options = EncoderOptions.defaults();
    if (arguments.length > 1) {
      options = options.withCacheFolder(Path.of(arguments[1]));
    }
    try (Encoder encoder = Models.open(arguments[0], options)) {
      long open = System.nanoTime();
      encoder.encode("Which birds steer by the stars at night?", Role.QUERY);
      System.out.printf(
          "%s: open after %d ms, first vector %d ms later%n",
          arguments[0], (open - start) / 1_000_000, (System.nanoTime() - open) / 1_000_000);
    }
  }
}
