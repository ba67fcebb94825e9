package dev.akin.encoder;

import dev.akin.encoder.head.Pooling;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How an encoder is opened. Immutable; start at {@link #defaults} and change by {@code with…}.
 *
 * @param truncation what happens to texts that are too long
 * @param threads how many texts' batches are computed at once
 * @param dimension rows cut to this many cells, for models trained for that (Matryoshka); empty for
 *     whole rows
 * @param maxTokens how many tokens of a text are read at most, fewer than the model could; empty
 *     for the model's own limit
 * @param pooling instead of the model's own, when there; the model was not trained for it
 * @param prompts instead of the model's own, when there
 * @param cacheFolder where unpacked models and native libraries are kept between starts; nothing is
 *     written anywhere but there (and, without it, to the platform's folder for temporary files by
 *     ONNX Runtime itself); one that cannot be used is reported once and done without
 * @param warnings told, in one sentence each, what was assumed or cut
 */
public record EncoderOptions(
    Truncation truncation,
    int threads,
    OptionalInt dimension,
    OptionalInt maxTokens,
    Optional<Pooling> pooling,
    Optional<Prompts> prompts,
    Optional<Path> cacheFolder,
    Consumer<String> warnings) {
  /** More than any machine has, and little enough not to exhaust one by a slip. */
  private static final int MOST_THREADS = 1024;

  public EncoderOptions {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "an encoder runs on 1 to %d threads, got %d".formatted(MOST_THREADS, threads));
    }
  }

  /**
   * Long texts cut with a warning, a thread for each processor, the model's own dimension and
   * prompts, no cache, warnings to the platform's logger {@code dev.akin.encoder}.
   */
  public static EncoderOptions defaults() {
    return new EncoderOptions(
        Truncation.WARN,
        Runtime.getRuntime().availableProcessors(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        message -> System.getLogger("dev.akin.encoder").log(Level.WARNING, message));
  }

  public EncoderOptions withTruncation(Truncation changed) {
    return new EncoderOptions(
        changed, threads, dimension, maxTokens, pooling, prompts, cacheFolder, warnings);
  }

  public EncoderOptions withThreads(int changed) {
    return new EncoderOptions(
        truncation, changed, dimension, maxTokens, pooling, prompts, cacheFolder, warnings);
  }

  public EncoderOptions withDimension(int changed) {
    return new EncoderOptions(
        truncation,
        threads,
        OptionalInt.of(changed),
        maxTokens,
        pooling,
        prompts,
        cacheFolder,
        warnings);
  }

  public EncoderOptions withMaxTokens(int changed) {
    return new EncoderOptions(
        truncation,
        threads,
        dimension,
        OptionalInt.of(changed),
        pooling,
        prompts,
        cacheFolder,
        warnings);
  }

  public EncoderOptions withPooling(Pooling changed) {
    return new EncoderOptions(
        truncation,
        threads,
        dimension,
        maxTokens,
        Optional.of(changed),
        prompts,
        cacheFolder,
        warnings);
  }

  public EncoderOptions withPrompts(Prompts changed) {
    return new EncoderOptions(
        truncation,
        threads,
        dimension,
        maxTokens,
        pooling,
        Optional.of(changed),
        cacheFolder,
        warnings);
  }

  public EncoderOptions withCacheFolder(Path changed) {
    return new EncoderOptions(
        truncation,
        threads,
        dimension,
        maxTokens,
        pooling,
        prompts,
        Optional.of(changed),
        warnings);
  }

  public EncoderOptions withWarnings(Consumer<String> changed) {
    return new EncoderOptions(
        truncation, threads, dimension, maxTokens, pooling, prompts, cacheFolder, changed);
  }
}
