package dev.akin.cli;

import java.util.ArrayList;
import java.util.List;

/** A line as a shell splits it: quotes are understood, what stands behind a pipe is left out. */
record ShellLine(String text) {
  private static final List<String> ENDS = List.of("|", ">", "#", "&&", "<");

  List<String> words() {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    char quote = 0;
    boolean any = false;
    boolean isQuoted = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        any = true;
        isQuoted = true;
      } else if (c == ' ' && (quote == 0 || i == text.length())) {
        if (any && !isQuoted && ENDS.contains(word.toString())) {
          return words;
        }
        if (any) {
          words.add(word.toString());
        }
        word.setLength(0);
        any = false;
        isQuoted = false;
      } else {
        word.append(c);
        any = true;
      }
    }
    return words;
  }
}
