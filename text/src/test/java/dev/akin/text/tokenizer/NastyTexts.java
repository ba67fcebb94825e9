package dev.akin.text.tokenizer;

import java.util.List;
import java.util.SplittableRandom;

/** Random texts put together from what breaks tokenizers. */
final class NastyTexts {
  private static final List<String> PARTS =
      List.of(
          "a",
          "B",
          "the",
          "Unaffable",
          " ",
          "  ",
          "\t",
          "\n",
          "\r\n",
          "\u00a0",
          "\u3000",
          "\u2028",
          "\u0000",
          "\u0007",
          "\u007f",
          "\u0085",
          "\u200b",
          "\u200d",
          "\u00ad",
          "\ufeff",
          "\ufffd",
          "e\u0301",
          "\u00e9",
          "\u0323\u0301",
          "\u0301\u0323",
          "\u0130",
          "\u1e9e",
          "\u00df",
          "\ufb01",
          "\ufb03",
          "\u2460",
          "\u00bd",
          "\u00b2",
          "\u3392",
          "\uff21",
          "\uff76\uff9e",
          "\u4f60\u597d",
          "\u65e5\u672c\u8a9e",
          "\u30ab\u30bf\u30ab\u30ca",
          "\u30fc",
          "\uac00",
          "\u1100\u1161\u11a8",
          "\u05e9\u05c1\u05dc\u05d5\u05dd",
          "\u0627\u0644\u0639\u0631\u0628\u064a\u0629\u064f",
          "\u0939\u093f\u0928\u094d\u0926\u0940",
          "\u0e44\u0e17\u0e22",
          "\u202e",
          "\u2066x\u2069",
          "\ud83d\ude00",
          "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
          "\ud83c\uddfa\ud83c\uddf8",
          "\ud83d\udc4d\ud83c\udffd",
          "\ud840\udc00",
          "\ud835\udd4f",
          "\udbff\udfff",
          "\u0e01\u0e33",
          "[CLS]",
          "[SEP]",
          "[MASK]",
          "[mask]",
          "[UNK]",
          "<unk>",
          "<pad>",
          "</s>",
          "<s>",
          "<0x41>",
          "##",
          "##ing",
          "\u2581",
          "\u2581\u2581",
          "\u0120",
          "'s",
          "'ll",
          "'LL",
          "don't",
          "12345",
          "3.14",
          "1,000",
          "_",
          "__a",
          "-",
          "--",
          "...",
          "!?",
          "\u2026",
          "\u201c",
          "\u00bf",
          "$",
          "+",
          "x".repeat(101),
          "\u4e00".repeat(60),
          "ab".repeat(70),
          "\u0301".repeat(40));

  private NastyTexts() {}

  static String next(SplittableRandom random) {
    var text = new StringBuilder();
    for (int parts = random.nextInt(12); parts >= 0; parts--) {
      if (random.nextInt(8) == 0) {
        int c = random.nextInt(0x110000);
        text.appendCodePoint(c >= 0xD800 && c < 0xE000 ? c - 0x800 : c);
      } else {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
    }
    return text.toString();
  }
}
