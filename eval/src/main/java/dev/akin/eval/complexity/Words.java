package dev.akin.eval.complexity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words and sentences by plain rules that need no language's data.
 *
 * <p>A word is a run of letters, marks and digits, joined over apostrophes and hyphens; a Chinese
 * or Japanese character is a word of its own. A sentence ends at one of {@code . ! ? …} before
 * white space or the end, or at {@code 。！？}; abbreviations end one too.
 */
final class Words {
  /** Possessive, so that a long chain of hyphens takes no stack. */
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"
              + "|[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]"
              + "[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]*+"
              + "(?:['’-][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*+)*+");

  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?…]+[\"'”’»)\\]]*(?=\\s|$)|[。！？]+");

  private Words() {}

  /** The words, as they stand. */
  static List<String> of(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  /** The words of each sentence that has any. */
  static List<List<String>> bySentence(String text) {
    List<List<String>> sentences = new ArrayList<>();
    for (String sentence : SENTENCE_END.split(text, -1)) {
      List<String> words = of(sentence);
      if (!words.isEmpty()) {
        sentences.add(words);
      }
    }
    return sentences;
  }
}
