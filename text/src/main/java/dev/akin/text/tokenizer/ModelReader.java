package dev.akin.text.tokenizer;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the member {@code model}. */
final class ModelReader {
  private ModelReader() {}

  static Model read(Section model) {
    // Old files carry no type; their keys tell.
    String type = model.findText("type").orElse(model.has("merges") ? "BPE" : "WordPiece");
    return switch (type) {
      case "WordPiece" -> wordPiece(model);
      default -> throw model.unknownType("BPE, Unigram, WordLevel, WordPiece");
    };
  }

  private static Model wordPiece(Section model) {
    Map<String, Integer> tokens = vocabulary(model);
    String prefix = model.findText("continuing_subword_prefix").orElse("##");
    int unknown = requireToken(model, "unk_token", tokens);
    int maxCharacters = model.whole("max_input_chars_per_word", 100);
    model.done();
    return new WordPiece(tokens, prefix, unknown, maxCharacters);
  }

  /** The id of the token a key names. */
  private static int requireToken(Section model, String key, Map<String, Integer> tokens) {
    String token = model.text(key);
    Integer id = tokens.get(token);
    if (id == null) {
      throw model.error(key, "\"%s\" is not in the vocabulary".formatted(token));
    }
    return id;
  }

  /** The member {@code vocab} of the form {"token": id}. */
  private static Map<String, Integer> vocabulary(Section model) {
    Section vocab = model.section("vocab");
    var tokens = LinkedHashMap.<String, Integer>newLinkedHashMap(vocab.keys().size());
    for (String token : vocab.keys()) {
      tokens.put(token, vocab.whole(token));
    }
    return tokens;
  }
}
