package dev.akin.encoder;

import dev.akin.encoder.head.Pooling;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code 1_Pooling/config.json}, in the old spelling (a flag a mode) and the new one ({@code
 * "pooling_mode": "mean"} or a list).
 *
 * @param includesPrompt whether the prompt's tokens take part
 */
record PoolingConfig(Pooling pooling, boolean includesPrompt) {
  /** New name and old flag of each mode, in the order several are concatenated in. */
  private static final Map<String, Mode> MODES = new LinkedHashMap<>();

  private record Mode(String flag, Pooling pooling) {}

  static {
    MODES.put("cls", new Mode("pooling_mode_cls_token", new Pooling.FirstToken()));
    MODES.put("max", new Mode("pooling_mode_max_tokens", new Pooling.Max()));
    MODES.put("mean", new Mode("pooling_mode_mean_tokens", new Pooling.Mean()));
    MODES.put(
        "mean_sqrt_len_tokens",
        new Mode("pooling_mode_mean_sqrt_len_tokens", new Pooling.MeanSqrtLength()));
    MODES.put(
        "weightedmean", new Mode("pooling_mode_weightedmean_tokens", new Pooling.WeightedMean()));
    MODES.put("lasttoken", new Mode("pooling_mode_lasttoken", new Pooling.LastToken()));
  }

  static PoolingConfig read(Path file) throws IOException {
    JsonFile config = JsonFile.read(file);
    List<Pooling> poolings = config.has("pooling_mode") ? named(config) : flagged(config);
    Pooling pooling =
        switch (poolings.size()) {
          case 0 -> new Pooling.Mean();
          case 1 -> poolings.getFirst();
          default -> new Pooling.Concat(poolings);
        };
    return new PoolingConfig(pooling, config.isTrue("include_prompt", true));
  }

  private static List<Pooling> flagged(JsonFile config) {
    List<Pooling> poolings = new ArrayList<>();
    for (Mode mode : MODES.values()) {
      if (config.isTrue(mode.flag(), false)) {
        poolings.add(mode.pooling());
      }
    }
    return poolings;
  }

  private static List<Pooling> named(JsonFile config) {
    List<String> names = new ArrayList<>();
    if (config.find("pooling_mode").orElseThrow() instanceof Json.Array(List<Json> items)) {
      for (Json item : items) {
        names.add(item instanceof Json.Text(String name) ? name : item.toLine());
      }
    } else {
      names.add(config.requireText("pooling_mode"));
    }
    for (String name : names) {
      if (!MODES.containsKey(name)) {
        throw config.error(
            "its pooling_mode is %s, expected one of %s".formatted(name, MODES.keySet()));
      }
    }
    return MODES.entrySet().stream()
        .filter(mode -> names.contains(mode.getKey()))
        .map(mode -> mode.getValue().pooling())
        .toList();
  }
}
