package dev.akin.text.tokenizer;

import dev.akin.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Learns tokenizers from texts. The same texts and options give the same tokenizer, byte for byte.
 *
 * <p>The result is a {@code tokenizer.json}: {@link Tokenizers#of} opens it, {@link Json#toLine}
 * writes it, and the Hugging Face library reads what was written.
 */
public final class TokenizerTrainer {
  private TokenizerTrainer() {}

  /**
   * The {@code tokenizer.json} of a tokenizer learnt from texts. Memory follows the number of
   * different words.
   *
   * @param texts read once, in order, not closed
   * @throws IllegalArgumentException if the vocabulary has no room for the special tokens and the
   *     single characters (or bytes), with the number needed
   */
  public static Json train(TokenizerTraining training, Stream<String> texts) {
    Json.Members components = training.kind().components();
    WordCounts words = WordCounts.of(components, texts);
    SequencedMap<String, Json> members = new LinkedHashMap<>();
    members.put("version", Json.of("1.0"));
    members.put("truncation", new Json.Null());
    members.put("padding", new Json.Null());
    Json model =
        switch (training.kind()) {
          case BYTE_LEVEL_BPE, BPE, WORD_PIECE -> new BytePairTrainer(training, words).train();
          case UNIGRAM -> new UnigramTrainer(training, words).train();
        };
    members.put("added_tokens", addedTokens(specialTokens(training)));
    members.putAll(components.members());
    members.put("model", model);
    return new Json.Members(members);
  }

  /** The special tokens and, where the model needs one, the unknown token, in the order of ids. */
  static List<String> specialTokens(TokenizerTraining training) {
    var tokens = new ArrayList<>(training.specialTokens());
    String unknown =
        switch (training.kind()) {
          case BYTE_LEVEL_BPE -> "";
          case BPE, UNIGRAM -> "<unk>";
          case WORD_PIECE -> "[UNK]";
        };
    if (!unknown.isEmpty() && !tokens.contains(unknown)) {
      tokens.addFirst(unknown);
    }
    return tokens;
  }

  private static Json addedTokens(List<String> tokens) {
    var items = new ArrayList<Json>();
    for (String token : tokens) {
      items.add(
          object(
              Map.entry("id", Json.of(items.size())),
              Map.entry("content", Json.of(token)),
              Map.entry("single_word", Json.of(false)),
              Map.entry("lstrip", Json.of(false)),
              Map.entry("rstrip", Json.of(false)),
              Map.entry("normalized", Json.of(false)),
              Map.entry("special", Json.of(true))));
    }
    return new Json.Array(items);
  }

  /** A JSON object with its members in the order given. */
  @SafeVarargs
  static Json object(Map.Entry<String, Json>... members) {
    var all = new LinkedHashMap<String, Json>();
    for (var member : members) {
      all.put(member.getKey(), member.getValue());
    }
    return new Json.Members(all);
  }
}
