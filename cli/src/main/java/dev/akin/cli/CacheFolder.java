package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.encoder.EncoderOptions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the command keeps what it can make again: indexes of sources and unpacked models. Sources
 * may be read-only, so nothing is put beside them.
 */
record CacheFolder(Path root) {
  /** AKIN_CACHE if set, else the place the system has for a user's caches. */
  static CacheFolder of(Map<String, String> env) {
    String named = env.getOrDefault("AKIN_CACHE", "");
    if (!named.isEmpty()) {
      return new CacheFolder(Path.of(named).toAbsolutePath());
    }
    String xdg = env.getOrDefault("XDG_CACHE_HOME", "");
    if (!xdg.isEmpty()) {
      return new CacheFolder(Path.of(xdg, "akin").toAbsolutePath());
    }
    String home = env.getOrDefault("HOME", System.getProperty("user.home", "."));
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      return new CacheFolder(Path.of(home, "Library", "Caches", "akin"));
    }
    if (system.startsWith("windows")) {
      String local = env.getOrDefault("LOCALAPPDATA", home);
      return new CacheFolder(Path.of(local, "akin", "cache"));
    }
    return new CacheFolder(Path.of(home, ".cache", "akin"));
  }

  /** How encoders are opened: what they unpack is kept here, and what they say is noted. */
  EncoderOptions encoderOptions(Console console) {
    String folder = models().toString();
    return EncoderOptions.defaults()
        .withCacheFolder(models())
        .withWarnings(warning ->
            console.note(
                "akin: "
                    + warning
                    + (warning.contains(folder) ? "; AKIN_CACHE names another folder" : "")));
  }

  /** Indexes of sources that were searched without an index of their own. */
  Path indexes() {
    return root.resolve("indexes");
  }

  /** Unpacked models and native libraries. */
  Path models() {
    return root.resolve("models");
  }
}
