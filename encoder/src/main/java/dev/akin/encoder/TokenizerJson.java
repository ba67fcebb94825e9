package dev.akin.encoder;

import dev.akin.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes to a {@code tokenizer.json}. */
final class TokenizerJson {
  private TokenizerJson() {}

  /** Without truncation and padding, which are the settings of one run and not of a tokenizer. */
  static Json.Members withoutLimits(Json.Members tokenizer) {
    Map<String, Json> members = new LinkedHashMap<>(tokenizer.members());
    members.put("truncation", new Json.Null());
    members.put("padding", new Json.Null());
    return new Json.Members(members);
  }

  /** Texts in lower case before anything else. */
  static Json.Members lowerCasing(Json.Members tokenizer) {
    Json.Members lower = new Json.Members(Map.of("type", Json.of("Lowercase")));
    Optional<Json> own = tokenizer.find("normalizer");
    Map<String, Json> sequence = new LinkedHashMap<>();
    sequence.put("type", Json.of("Sequence"));
    sequence.put(
        "normalizers",
        new Json.Array(own.isPresent() ? List.of(lower, own.get()) : List.of((Json) lower)));
    Map<String, Json> members = new LinkedHashMap<>(tokenizer.members());
    members.put("normalizer", new Json.Members(sequence));
    return new Json.Members(members);
  }
}
