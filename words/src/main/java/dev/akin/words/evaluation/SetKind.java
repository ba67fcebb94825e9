package dev.akin.words.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The kinds of sets of words, told apart by their first lines. */
public enum SetKind {
  /** {@code word word score}. */
  SIMILARITY {
    @Override
    boolean fits(SetLines.Line line) {
      return line.fields().size() == 3 && isNumber(line.fields().get(2));
    }
  },
  /** {@code a b c d}, and {@code : section}. */
  ANALOGY {
    @Override
    boolean fits(SetLines.Line line) {
      return line.fields().size() == 4 || line.fields().getFirst().startsWith(":");
    }
  },
  /** {@code word<TAB>word}. */
  DICTIONARY {
    @Override
    boolean fits(SetLines.Line line) {
      return line.fields().size() == 2 && line.hasTabs();
    }
  };

  /** Lines that must agree: enough to tell a set from a licence. */
  private static final int LOOKED_AT = 3;

  abstract boolean fits(SetLines.Line line);

  private static boolean isNumber(String field) {
    try {
      return !Double.isNaN(Double.parseDouble(field));
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  /**
   * The kind of a file, if its first lines are of one.
   *
   * @throws dev.akin.text.FormatException if it is not UTF-8, or too large for a set of words
   */
  public static Optional<SetKind> of(Path file) throws IOException {
    List<SetLines.Line> lines = SetLines.read(file);
    List<SetLines.Line> first = lines.subList(0, Math.min(LOOKED_AT, lines.size()));
    for (SetKind kind : values()) {
      if (!first.isEmpty() && first.stream().allMatch(kind::fits)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
