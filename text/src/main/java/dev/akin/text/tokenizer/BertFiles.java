package dev.akin.text.tokenizer;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code tokenizer.json} of older BERT folders, which have a {@code vocab.txt} (a token a line,
 * its id the number of the line from 0) and a {@code tokenizer_config.json}.
 */
final class BertFiles {
  private final String where;
  private final Json.Members config;
  private final List<String> tokens;

  /**
   * The two files.
   *
   * @param where names {@code vocab.txt} in errors
   */
  BertFiles(String where, String vocabulary, Json.Members config) {
    this.where = where;
    this.config = config;
    this.tokens = new ArrayList<>(vocabulary.lines().toList());
  }

  /** The same in one file. */
  Json tokenizerJson() {
    var vocab = new LinkedHashMap<String, Json>();
    for (int line = 0; line < tokens.size(); line++) {
      if (vocab.put(tokens.get(line), Json.of(line)) != null) {
        throw new FormatException(
            where + ":" + (line + 1), "token \"%s\" a second time".formatted(tokens.get(line)));
      }
    }
    String unknown = special("unk_token", "[UNK]");
    String start = special("cls_token", "[CLS]");
    String end = special("sep_token", "[SEP]");
    var added = new ArrayList<Json>();
    for (String token :
        List.of(
            special("pad_token", "[PAD]"), unknown, start, end, special("mask_token", "[MASK]"))) {
      if (vocab.containsKey(token)) {
        added.add(addedToken(token));
      }
    }
    return TokenizerTrainer.object(
        Map.entry("added_tokens", new Json.Array(added)),
        Map.entry("normalizer", normalizer()),
        Map.entry("pre_tokenizer", object("BertPreTokenizer")),
        Map.entry(
            "post_processor",
            TokenizerTrainer.object(
                Map.entry("type", Json.of("BertProcessing")),
                Map.entry("sep", tokenAndId(end)),
                Map.entry("cls", tokenAndId(start)))),
        Map.entry("decoder", object("WordPiece")),
        Map.entry(
            "model",
            TokenizerTrainer.object(
                Map.entry("type", Json.of("WordPiece")),
                Map.entry("unk_token", Json.of(unknown)),
                Map.entry("vocab", new Json.Members(vocab)))));
  }

  private static Json object(String type) {
    return TokenizerTrainer.object(Map.entry("type", Json.of(type)));
  }

  private Json normalizer() {
    boolean lowercase = flag("do_lower_case", true);
    var members = new LinkedHashMap<String, Json>();
    members.put("type", Json.of("BertNormalizer"));
    members.put("clean_text", Json.of(true));
    members.put("handle_chinese_chars", Json.of(flag("tokenize_chinese_chars", true)));
    members.put("strip_accents", Json.of(flag("strip_accents", lowercase)));
    members.put("lowercase", Json.of(lowercase));
    return new Json.Members(members);
  }

  private boolean flag(String key, boolean absent) {
    return config.find(key).map(j -> j instanceof Json.Bool(boolean value) && value).orElse(absent);
  }

  /** A special token is written as a string or as an object with its content. */
  private String special(String key, String absent) {
    return config
        .findText(key)
        .or(() ->
            config
                .find(key)
                .flatMap(
                    j -> j instanceof Json.Members m ? m.findText("content") : Optional.empty()))
        .orElse(absent);
  }

  private Json tokenAndId(String token) {
    int id = tokens.indexOf(token);
    if (id < 0) {
      throw new FormatException(where, "has no token \"%s\"".formatted(token));
    }
    return new Json.Array(List.of(Json.of(token), Json.of(id)));
  }

  private Json addedToken(String token) {
    return TokenizerTrainer.object(
        Map.entry("id", Json.of(tokens.indexOf(token))),
        Map.entry("content", Json.of(token)),
        Map.entry("single_word", Json.of(false)),
        Map.entry("lstrip", Json.of(false)),
        Map.entry("rstrip", Json.of(false)),
        Map.entry("normalized", Json.of(false)),
        Map.entry("special", Json.of(true)));
  }
}
