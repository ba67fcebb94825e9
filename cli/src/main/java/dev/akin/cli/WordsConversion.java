package dev.akin.cli;

import dev.akin.format.words.FastTextModel;
import dev.akin.format.words.WordFile;
import dev.akin.format.words.WordFormat;
import dev.akin.format.words.WordList;
import dev.akin.format.words.WordTableWriter;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of one file into another.
 *
 * @param most how many of the first words are written
 */
record WordsConversion(WordFile words, int most, Blanks blanks) {
  /** What happens to words that the layouts by rows cannot hold. */
  enum Blanks {
    REFUSE,
    UNDERSCORE,
    SKIP
  }

  /**
   * What was written.
   *
   * @param renamed words whose blanks became underscores
   * @param skipped words left out
   */
  record Written(int words, int renamed, int skipped) {}

  private int count() {
    return Math.min(most, words.words().size());
  }

  /** Into a layout that is written row by row. */
  Written toRows(Path file, WordFormat format) throws IOException {
    Set<String> renamed = new HashSet<>();
    int skipped = 0;
    try (var out = WordTableWriter.create(file, format, words.dimension())) {
      for (int ordinal = 0; ordinal < count(); ordinal++) {
        Optional<byte[]> name = name(ordinal, renamed);
        if (name.isPresent()) {
          out.append(name.get(), words.copyVector(ordinal));
        } else {
          skipped++;
        }
      }
    }
    return new Written(count() - skipped, renamed.size(), skipped);
  }

  /** The word as it is written, if it is. */
  private Optional<byte[]> name(int ordinal, Set<String> renamed) {
    byte[] word = words.words().bytes(ordinal);
    if (WordTableWriter.canHold(word)) {
      return Optional.of(word);
    }
    return switch (blanks) {
      case REFUSE ->
          throw CommandException.failed(
              "only a fasttext file can hold the word '%s'; --blanks underscore or --blanks skip"
                  .formatted(Messages.oneLine(words.words().word(ordinal))));
      case SKIP -> Optional.empty();
      case UNDERSCORE -> {
        String joined = words.words().word(ordinal).replaceAll("[ \n\r]", "_");
        boolean isNew = words.words().find(joined).isEmpty() && renamed.add(joined);
        yield isNew ? Optional.of(joined.getBytes(StandardCharsets.UTF_8)) : Optional.empty();
      }
    };
  }

  /** Into a fastText model without n-grams. */
  Written toFastText(Path file) throws IOException {
    Matrix rows = Matrix.allocate(count(), words.dimension());
    for (int ordinal = 0; ordinal < count(); ordinal++) {
      rows.setRow(ordinal, words.copyVector(ordinal));
    }
    WordList written =
        count() == words.words().size() ? words.words() : words.words().first(count());
    try (FastTextModel model = FastTextModel.ofTable(written, rows)) {
      model.write(file);
    }
    return new Written(count(), 0, 0);
  }
}
