package dev.akin.text.split;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** Boundaries from {@link BreakIterator}; a fresh iterator per call, since these have state. */
record JdkBoundaries(Locale locale) implements Boundaries {
  JdkBoundaries {
    Objects.requireNonNull(locale, "locale");
  }

  @Override
  public String name() {
    return locale.equals(Locale.ROOT) ? "jdk" : "jdk " + locale.toLanguageTag();
  }

  @Override
  public int[] sentences(String text) {
    return cuts(BreakIterator.getSentenceInstance(locale), text);
  }

  @Override
  public int[] words(String text) {
    return cuts(BreakIterator.getWordInstance(locale), text);
  }

  @Override
  public int[] graphemes(String text) {
    return cuts(BreakIterator.getCharacterInstance(locale), text);
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
