package dev.akin.words;

import dev.akin.format.words.WordList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Under which spellings a word is looked up. Lower-casing is Unicode's, without a language. */
public enum Casing {
  /** As it is written, and no other. */
  AS_WRITTEN {
    @Override
    List<String> forms(String word) {
      return List.of(word);
    }
  },
  /** In lower case only: for vectors learned on lower-cased text. */
  LOWER {
    @Override
    List<String> forms(String word) {
      return List.of(word.toLowerCase(Locale.ROOT));
    }
  },
  /** As it is written, and in lower case where that is not known. */
  AS_WRITTEN_OR_LOWER {
    @Override
    List<String> forms(String word) {
      String low = word.toLowerCase(Locale.ROOT);
      return low.equals(word) ? List.of(word) : List.of(word, low);
    }
  };

  /** The place of a word under the first of its spellings that a list has. */
  public OptionalInt find(WordList words, String word) {
    for (String form : forms(word)) {
      OptionalInt ordinal = words.find(form);
      if (ordinal.isPresent()) {
        return ordinal;
      }
    }
    return OptionalInt.empty();
  }

  /** The spellings, the preferred one first. */
  abstract List<String> forms(String word);
}
