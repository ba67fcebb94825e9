package dev.akin.cli;

import dev.akin.format.words.Oddities;
import dev.akin.format.words.WordFormat;
import dev.akin.format.words.WordList;
import dev.akin.format.words.WordTable;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Where changed word vectors go: a file that gets its name when it is whole. */
record WordRowsOut(Path file, boolean replaces, Interruption interruption) {
  /** Refuses what cannot be written, before any work. */
  void check(String option) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".vec") && !name.endsWith(".txt") && !name.endsWith(".bin")) {
      throw CommandException.badUse(
          "%s %s: word vectors are written to .vec or .txt (text) or .bin (binary)"
              .formatted(option, file));
    }
    OutFile.check(option, file, replaces);
  }

  private WordFormat format() {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".bin")
        ? WordFormat.WORD2VEC_BINARY
        : WordFormat.WORD2VEC_TEXT;
  }

  /**
   * Writes all words.
   *
   * @param rows one a word; borrowed
   */
  void write(WordList words, Matrix rows) throws IOException {
    var table = new WordTable(WordFormat.WORD2VEC_TEXT, words, rows, Oddities.NONE);
    var conversion =
        new WordsConversion(table, Integer.MAX_VALUE, WordsConversion.Blanks.UNDERSCORE);
    WholeFile.write(file, interruption, part -> conversion.toRows(part, format()));
  }
}
