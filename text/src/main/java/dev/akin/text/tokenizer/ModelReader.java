package dev.akin.text.tokenizer;

import dev.akin.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the member {@code model}. */
final class ModelReader {
  private static final int NONE = -1;

  private ModelReader() {}

  static Model read(Section model) {
    // Files before 2021 carry no type; their keys tell.
    Model read =
        switch (model.findText("type").orElseGet(() -> guess(model))) {
          case "BPE" -> bytePair(model);
          case "Unigram" -> unigram(model);
          case "WordLevel" -> wordLevel(model);
          case "WordPiece" -> wordPiece(model);
          default -> throw model.unknownType("BPE, Unigram, WordLevel, WordPiece");
        };
    model.done();
    return read;
  }

  private static String guess(Section model) {
    if (model.has("merges")) {
      return "BPE";
    }
    if (model.has("unk_id")) {
      return "Unigram";
    }
    return model.has("continuing_subword_prefix") ? "WordPiece" : model.text("type");
  }

  private static Model wordPiece(Section model) {
    Map<String, Integer> tokens = vocabulary(model);
    return new WordPiece(
        tokens,
        model.findText("continuing_subword_prefix").orElse("##"),
        requireToken(model, "unk_token", tokens),
        model.whole("max_input_chars_per_word", 100));
  }

  private static Model wordLevel(Section model) {
    Map<String, Integer> tokens = vocabulary(model);
    return new WordLevel(tokens, requireToken(model, "unk_token", tokens));
  }

  private static Model bytePair(Section model) {
    Map<String, Integer> tokens = vocabulary(model);
    if (model.find("dropout").isPresent() && model.number("dropout") != 0) {
      throw model.error("dropout", "tokens by chance are not for encoding; set it to null");
    }
    String prefix = model.findText("continuing_subword_prefix").orElse("");
    var options =
        new BytePair.Options(
            model.has("unk_token") ? requireToken(model, "unk_token", tokens) : NONE,
            prefix,
            model.findText("end_of_word_suffix").orElse(""),
            model.flag("fuse_unk", false),
            model.flag("byte_fallback", false),
            model.flag("ignore_merges", false));
    return new BytePair(tokens, merges(model, tokens, prefix.length()), options);
  }

  private static Merges merges(Section model, Map<String, Integer> tokens, int prefixLength) {
    List<Json> items = model.array("merges");
    var merges = new Merges(items.size());
    for (int rank = 0; rank < items.size(); rank++) {
      String[] pair = pair(model, rank, items.get(rank));
      String right = pair[1];
      String whole = pair[0] + right.substring(Math.min(prefixLength, right.length()));
      merges.put(
          mergeId(model, rank, pair[0], tokens),
          mergeId(model, rank, right, tokens),
          rank,
          mergeId(model, rank, whole, tokens));
    }
    return merges;
  }

  /** A merge is written "a b" or ["a", "b"]. */
  private static String[] pair(Section model, int rank, Json item) {
    if (item instanceof Json.Array(var parts) && parts.size() == 2) {
      return new String[] {
        model.textAt("merges", rank, parts.get(0)), model.textAt("merges", rank, parts.get(1))
      };
    }
    String text = model.textAt("merges", rank, item);
    int space = text.indexOf(' ');
    if (space < 0 || space != text.lastIndexOf(' ')) {
      throw model.error(
          "merges[" + rank + "]", "expected two tokens and a space, found \"" + text + "\"");
    }
    return new String[] {text.substring(0, space), text.substring(space + 1)};
  }

  private static int mergeId(Section model, int rank, String token, Map<String, Integer> tokens) {
    Integer id = tokens.get(token);
    if (id == null) {
      throw model.error("merges[" + rank + "]", "\"" + token + "\" is not in the vocabulary");
    }
    return id;
  }

  private static Model unigram(Section model) {
    List<Json> vocab = model.array("vocab");
    var tokens = LinkedHashMap.<String, Integer>newLinkedHashMap(vocab.size());
    double[] scores = new double[vocab.size()];
    for (int id = 0; id < scores.length; id++) {
      if (!(vocab.get(id) instanceof Json.Array(var pair)) || pair.size() != 2) {
        throw model.error("vocab[" + id + "]", "expected [token, score]");
      }
      tokens.put(model.textAt("vocab", id, pair.get(0)), id);
      scores[id] = model.numberAt("vocab", id, pair.get(1));
    }
    int unknown = model.whole("unk_id", NONE);
    if (model.has("unk_id") && (unknown < 0 || unknown >= scores.length)) {
      throw model.error("unk_id", "%d is not an id of %d tokens".formatted(unknown, scores.length));
    }
    return new Unigram(tokens, scores, unknown, model.flag("byte_fallback", false));
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
