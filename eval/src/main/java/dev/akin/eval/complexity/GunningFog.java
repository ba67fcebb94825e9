package dev.akin.eval.complexity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Gunning's fog index of an English text (1952): roughly the years of school that reading it takes.
 *
 * <p>A word is complex when it has three syllables or more and is no proper noun. Syllables are
 * counted as groups of the vowels a, e, i, o, u, y in the word without its ending -es, -ed or -ing
 * (if a vowel is left), less a silent e at the end (not that of -le after a consonant), at least
 * one. A capitalised word that does not begin its sentence is taken for a proper noun. Of a word
 * with hyphens the parts are looked at one by one.
 *
 * @param words in the text
 * @param sentences that have a word
 * @param complexWords of the words
 */
public record GunningFog(int words, int sentences, int complexWords) {
  private static final int COMPLEX = 3;
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
  private static final List<String> ENDINGS = List.of("es", "ed", "ing");
  private static final Pattern SILENT_E = Pattern.compile("(?<![^aeiouy]l)e$");

  /** Of one text. */
  public static GunningFog of(String text) {
    List<List<String>> sentences = Words.bySentence(text);
    int words = 0;
    int complex = 0;
    for (List<String> sentence : sentences) {
      words += sentence.size();
      for (int i = 0; i < sentence.size(); i++) {
        boolean properNoun = i > 0 && Character.isUpperCase(sentence.get(i).codePointAt(0));
        complex += !properNoun && isComplex(sentence.get(i)) ? 1 : 0;
      }
    }
    return new GunningFog(words, sentences.size(), complex);
  }

  /** 0.4 (words/sentences + 100 complex/words); 0 for a text without words. */
  public double index() {
    return words == 0 ? 0 : 0.4 * ((double) words / sentences + 100.0 * complexWords / words);
  }

  private static boolean isComplex(String word) {
    for (String part : word.split("-", -1)) {
      if (syllables(part) >= COMPLEX) {
        return true;
      }
    }
    return false;
  }

  /** Syllables by the rules above. */
  static int syllables(String word) {
    String stem = stem(word.toLowerCase(Locale.ROOT));
    int groups = (int) VOWELS.matcher(stem).results().count();
    int silent = groups > 1 && SILENT_E.matcher(stem).find() ? 1 : 0;
    return Math.max(1, groups - silent);
  }

  private static String stem(String word) {
    for (String ending : ENDINGS) {
      String stem = word.substring(0, Math.max(0, word.length() - ending.length()));
      if (word.endsWith(ending) && VOWELS.matcher(stem).find()) {
        return stem;
      }
    }
    return word;
  }
}
