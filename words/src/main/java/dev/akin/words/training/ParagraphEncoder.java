package dev.akin.words.training;

import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import dev.akin.encoder.RowRange;
import dev.akin.encoder.Sha256;
import dev.akin.encoder.WholeTextEncoder;
import dev.akin.text.split.Boundaries;
import dev.akin.vector.Matrix;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Paragraph vectors as an encoder: the row of a text is inferred and brought to length 1.
 *
 * <p>Words are what the boundaries cut out that holds a letter or digit, in lower case. Unknown
 * ones are left out and counted in the report; a text without any other is the zero row. Both roles
 * give the same row, and texts of any length are read whole. A text costs as much as its words
 * times the passes of the training. Safe for many threads; owns the model.
 */
public final class ParagraphEncoder implements WholeTextEncoder {
  private static final String RECIPE = "inferred paragraph vectors, recipe 1";
  private static final String PREFIX = "paragraph:";

  private final ParagraphModel model;
  private final Boundaries boundaries;
  private final Identity identity;

  private ParagraphEncoder(ParagraphModel model, Boundaries boundaries, Identity identity) {
    this.model = model;
    this.boundaries = boundaries;
    this.identity = identity;
  }

  /** The folder of a model called {@code paragraph:FOLDER}; empty for other names. */
  public static Optional<Path> findFolder(String name) {
    return name.startsWith(PREFIX)
        ? Optional.of(Path.of(name.substring(PREFIX.length())))
        : Optional.empty();
  }

  /** An encoder on this model, which it owns from now on. */
  public static ParagraphEncoder of(String name, ParagraphModel model, Boundaries boundaries) {
    String parts = "%s\n%s\n%s".formatted(RECIPE, boundaries, model.hash());
    String hash = Sha256.hex(parts.getBytes(StandardCharsets.UTF_8));
    var identity = new Identity(name, hash, model.options().dimension());
    return new ParagraphEncoder(model, boundaries, identity);
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    RowRange.check(texts.size(), dimension(), out, firstRow);
    long tokens = 0;
    long unknown = 0;
    for (int i = 0; i < texts.size(); i++) {
      List<String> words = words(texts.get(i));
      int[] known =
          words.stream()
              .map(model.vocabulary().words()::find)
              .flatMapToInt(OptionalInt::stream)
              .toArray();
      tokens += words.size();
      unknown += words.size() - known.length;
      out.setRow(firstRow + i, unit(model.infer(known)));
    }
    return new EncodingReport(texts.size(), tokens, 0, 0, unknown);
  }

  private static float[] unit(float[] row) {
    double square = 0;
    for (float cell : row) {
      square += (double) cell * cell;
    }
    double length = Math.sqrt(square);
    for (int c = 0; length > 0 && c < row.length; c++) {
      row[c] = (float) (row[c] / length);
    }
    return row;
  }

  private List<String> words(String text) {
    return boundaries.lexicalWords(text).stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  @Override
  public int countTokens(String text) {
    return words(text).size();
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public String toString() {
    return identity.toString();
  }

  @Override
  public void close() {
    model.close();
  }
}
