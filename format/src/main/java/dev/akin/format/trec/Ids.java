package dev.akin.format.trec;

import java.util.regex.Pattern;

/** Ids that survive a file whose columns are separated by white space or tabs. */
final class Ids {
  private static final Pattern SPACE = Pattern.compile("[\\s\\x0b]");
  private static final Pattern TAB_OR_BREAK = Pattern.compile("[\\t\\n\\r]");

  private Ids() {}

  static void check(String what, String id) {
    if (id.isEmpty() || id.startsWith("#") || SPACE.matcher(id).find()) {
      throw new IllegalArgumentException(
          "a TREC file cannot hold the %s id '%s': ids are not empty, hold no white space and do"
                  .formatted(what, id)
              + " not start with #");
    }
  }

  static void checkTabs(String file, String what, String id) {
    if (id.isBlank() || TAB_OR_BREAK.matcher(id).find()) {
      throw new IllegalArgumentException(
          "%s files cannot hold the %s id '%s': ids are not empty and hold no tab or line break"
              .formatted(file, what, id));
    }
  }
}
