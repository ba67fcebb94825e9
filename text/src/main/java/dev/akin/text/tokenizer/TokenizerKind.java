package dev.akin.text.tokenizer;

import dev.akin.text.Json;

/** The kinds of tokenizers that can be trained, each with the components that go with it. */
public enum TokenizerKind {
  /** Byte-pair encoding over bytes, as GPT-2: no character is unknown, every text comes back. */
  BYTE_LEVEL_BPE(
      """
      {"normalizer": null,
       "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true,
                         "use_regex": true},
       "post_processor": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true,
                          "use_regex": true},
       "decoder": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true,
                   "use_regex": true}}\
      """),

  /** Byte-pair encoding over characters; those not learnt become their bytes, as in Llama. */
  BPE(
      """
      {"normalizer": {"type": "NFKC"},
       "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always",
                         "split": true},
       "post_processor": null,
       "decoder": {"type": "Sequence", "decoders": [
          {"type": "Replace", "pattern": {"String": "▁"}, "content": " "},
          {"type": "ByteFallback"},
          {"type": "Fuse"},
          {"type": "Strip", "content": " ", "start": 1, "stop": 0}]}}\
      """),

  /** Unigram language model over characters, as SentencePiece. */
  UNIGRAM(
      """
      {"normalizer": {"type": "NFKC"},
       "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always",
                         "split": true},
       "post_processor": null,
       "decoder": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always",
                   "split": true}}\
      """),

  /** WordPiece as BERT's, in lower case and without accents. */
  WORD_PIECE(
      """
      {"normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                      "strip_accents": null, "lowercase": true},
       "pre_tokenizer": {"type": "BertPreTokenizer"},
       "post_processor": null,
       "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": true}}\
      """);

  private final String components;

  TokenizerKind(String components) {
    this.components = components;
  }

  /** The members of {@code tokenizer.json} that do not depend on the texts. */
  Json.Members components() {
    return (Json.Members) Json.parse(components, name());
  }
}
