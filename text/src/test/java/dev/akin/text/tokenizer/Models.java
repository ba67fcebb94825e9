package dev.akin.text.tokenizer;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small models in the layout of tokenizer.json, written with ' for ". */
final class Models {
  private Models() {}

  /** One token a byte, nothing merged. */
  static String bytes() {
    return "{'type':'BPE','dropout':null,'unk_token':null,'continuing_subword_prefix':null,"
        + "'end_of_word_suffix':null,'fuse_unk':false,'byte_fallback':false,'vocab':{"
        + IntStream.range(0, 256)
            .mapToObj(b -> "'\\u%04x':%d".formatted((int) ByteLevel.sign(b), b))
            .collect(Collectors.joining(","))
        + "},'merges':[]}";
  }
}
