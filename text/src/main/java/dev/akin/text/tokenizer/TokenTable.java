package dev.akin.text.tokenizer;

import dev.akin.text.FormatException;
import dev.akin.text.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The tokens of a model and those added to it, both ways. */
final class TokenTable implements Vocabulary {
  /** Ids may have gaps, but a file of few tokens cannot ask for a table of billions. */
  private static final int MAX_GAPS = 1 << 20;

  private final Map<String, Integer> ids;
  private final Map<Integer, String> tokens;
  private final int size;

  private TokenTable(Map<String, Integer> ids, Map<Integer, String> tokens, int size) {
    this.ids = ids;
    this.tokens = tokens;
    this.size = size;
  }

  /** Puts both together; a token added under two ids or an id for two tokens is refused. */
  static TokenTable of(Map<String, Integer> model, Map<String, Integer> added, String where) {
    var ids = new HashMap<>(model);
    added.forEach((token, id) -> {
      Integer other = ids.put(token, id);
      if (other != null && !other.equals(id)) {
        throw new FormatException(
            where,
            "added_tokens: \"%s\" has the id %d, in model.vocab %d".formatted(token, id, other));
      }
    });
    var tokens = HashMap.<Integer, String>newHashMap(ids.size());
    int largest = -1;
    for (var entry : ids.entrySet()) {
      int id = entry.getValue();
      String other = tokens.put(id, entry.getKey());
      if (other != null) {
        throw new FormatException(
            where,
            "id %d stands for two tokens: \"%s\" and \"%s\"".formatted(id, other, entry.getKey()));
      }
      largest = Math.max(largest, id);
      if (id < 0 || id - ids.size() >= MAX_GAPS) {
        throw new FormatException(
            where,
            "token \"%s\" has the id %d; ids of %d tokens run from 0 with at most %d gaps"
                .formatted(entry.getKey(), id, ids.size(), MAX_GAPS));
      }
    }
    return new TokenTable(ids, tokens, largest + 1);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public OptionalInt findId(String token) {
    Integer id = ids.get(token);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  @Override
  public String token(int id) {
    return findToken(id)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no token has the id %d; the vocabulary's size is %d".formatted(id, size)));
  }

  Optional<String> findToken(int id) {
    return Optional.ofNullable(tokens.get(id));
  }
}
