package dev.akin.text.split;

import java.util.SplittableRandom;

/** Text of many scripts with what makes cutting hard: combining marks, emoji, lone surrogates. */
final class RandomText {
  private static final String[] PARTS = {
    "a",
    "the",
    "word",
    "Banana",
    " ",
    " ",
    " ",
    ". ",
    "? ",
    "\n",
    "\n\n",
    "\r\n",
    ", ",
    "...",
    "\"",
    ")",
    "e\u0301",
    "👨‍👩‍👧",
    "🇩🇪",
    "\ud83d",
    "\ude00",
    "\u200d",
    "日本語",
    "。",
    "ภาษาไทย",
    "नमस्ते",
    "ÅÖ",
    "\t",
    "\u0301",
    "aeiouaeiouaeiou",
    "supercalifragilistic"
  };

  private RandomText() {}

  static String of(SplittableRandom random, int parts) {
    var out = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      out.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return out.toString();
  }
}
