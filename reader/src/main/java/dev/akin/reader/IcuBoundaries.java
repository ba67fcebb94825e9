package dev.akin.reader;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.akin.text.split.Boundaries;
import java.util.Arrays;
import java.util.Locale;

/**
 * The boundaries of Unicode by ICU: its rules for sentences and grapheme clusters, its dictionaries
 * for words of Thai, Lao, Khmer, Burmese, Chinese and Japanese, whatever the locale. Immutable;
 * safe for many threads.
 */
public record IcuBoundaries(Locale locale) implements Boundaries {
  /** Boundaries that favour no language. */
  public static IcuBoundaries root() {
    return new IcuBoundaries(Locale.ROOT);
  }

  @Override
  public String name() {
    return locale.equals(Locale.ROOT) ? "icu" : "icu " + locale.toLanguageTag();
  }

  @Override
  public int[] sentences(String text) {
    return cuts(BreakIterator.getSentenceInstance(ULocale.forLocale(locale)), text);
  }

  @Override
  public int[] words(String text) {
    return cuts(BreakIterator.getWordInstance(ULocale.forLocale(locale)), text);
  }

  @Override
  public int[] graphemes(String text) {
    return cuts(BreakIterator.getCharacterInstance(ULocale.forLocale(locale)), text);
  }

  private static int[] cuts(BreakIterator iterator, String text) {
    iterator.setText(text);
    int[] cuts = new int[16];
    int count = 0;
    for (int cut = iterator.first(); cut != BreakIterator.DONE; cut = iterator.next()) {
      if (count == cuts.length) {
        cuts = Arrays.copyOf(cuts, count * 2);
      }
      cuts[count++] = cut;
    }
    return Arrays.copyOf(cuts, count);
  }
}
