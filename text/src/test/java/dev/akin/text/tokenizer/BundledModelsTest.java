package dev.akin.text.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BundledModelsTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "Hello, world!",
          "a",
          "unaffable UNAFFABLE Unaffable's",
          "caf\u00e9 CAFE\u0301 \u0130stanbul \u1e9e",
          "\u4f60\u597d\u4e16\u754c mixed \ud840\udc00text",
          "tab\tnew\nline\r\nend \u00a0nbsp\u3000wide",
          "nul\0 bell\u0007 del\u007f zwj\u200d soft\u00adhyphen",
          "[CLS] inside [SEP] and [MASK]ed [PAD][UNK]",
          "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 emoji \ud83d\ude00!",
          "x".repeat(101) + " " + "x".repeat(100),
          "e\u0323\u0301 \u1e69 s\u0307\u0323 \uac00\u1100\u1161\u11a8");

  @Test
  void miniLmGivesTheIdsAndSpansOfTheHuggingFaceLibrary() {
    agrees(HuggingFace.MINILM);
  }

  @Test
  void bgeSmallGivesTheIdsAndSpansOfTheHuggingFaceLibrary() {
    agrees(HuggingFace.BGE_SMALL);
  }

  private static void agrees(String model) {
    try (var both = HuggingFace.of(HuggingFace.resource(model))) {
      for (String text : TEXTS) {
        assertThat(both.difference(text)).isEmpty();
      }
    }
  }
}
