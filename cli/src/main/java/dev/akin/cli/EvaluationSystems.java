package dev.akin.cli;

import dev.akin.encoder.EncoderOptions;
import dev.akin.study.system.Systems;
import java.io.IOException;
import java.util.Optional;

/** Systems for measuring, their rows and indexes among the user's caches. */
final class EvaluationSystems {
  private EvaluationSystems() {}

  static Systems open(Invocation invocation) throws IOException {
    CacheFolder cache = CacheFolder.of(invocation.env());
    EncoderOptions options = cache.encoderOptions(invocation.console());
    Optional<String> key = Optional.ofNullable(invocation.env().get("AKIN_API_KEY"));
    return Systems.open(cache.root().resolve("evaluations"), options, key);
  }
}
