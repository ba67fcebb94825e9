package dev.akin.search.index;

import dev.akin.text.split.Boundaries;
import java.util.Locale;

/** The JDK's rules under another name. */
record OtherBoundaries() implements Boundaries {
  private static final Boundaries JDK = Boundaries.jdk(Locale.ROOT);

  @Override
  public String name() {
    return "others";
  }

  @Override
  public int[] sentences(String text) {
    return JDK.sentences(text);
  }

  @Override
  public int[] words(String text) {
    return JDK.words(text);
  }

  @Override
  public int[] graphemes(String text) {
    return JDK.graphemes(text);
  }
}
