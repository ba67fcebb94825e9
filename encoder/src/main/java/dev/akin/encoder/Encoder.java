package dev.akin.encoder;

import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Texts to rows. Immutable and safe for many threads; holds native memory until closed.
 *
 * <p>Row <i>i</i> depends on text <i>i</i> and the role only, not on its batch, order or the number
 * of threads: cosine ≥ 1 − 1e-6 at full precision.
 */
public interface Encoder extends AutoCloseable {
  /**
   * Opens a sentence-transformers model folder with ONNX weights, with {@link
   * EncoderOptions#defaults}.
   */
  static Encoder open(Path folder) throws IOException {
    return open(folder, EncoderOptions.defaults());
  }

  /**
   * Opens a sentence-transformers model folder with ONNX weights: {@code modules.json} with
   * pooling, dense and normalising modules, prompts, and limits.
   *
   * @throws dev.akin.text.FormatException if a file is missing, damaged, or of a kind that cannot
   *     be run, in one sentence that says what to do
   * @throws IOException if the machine fails to read
   */
  static Encoder open(Path folder, EncoderOptions options) throws IOException {
    return ModelFolder.open(folder, options);
  }

  /**
   * Writes the row of each text, in the order given, to {@code out} from row {@code firstRow} on.
   *
   * @param out [≥ firstRow + texts × dimension()]
   * @return how many tokens were read and how many texts were too long
   * @throws IllegalArgumentException if the rows do not fit
   * @throws TextTooLongException if a text is too long under {@link Truncation#ERROR}
   */
  EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow);

  /** The rows of these texts [texts × dimension()]; the caller closes the matrix. */
  default Matrix encode(List<String> texts, Role role) {
    Matrix rows = Matrix.allocate(texts.size(), dimension());
    try {
      encode(texts, role, rows, 0);
      return rows;
    } catch (RuntimeException | Error e) {
      rows.close();
      throw e;
    }
  }

  /** The row of one text. */
  default float[] encode(String text, Role role) {
    try (Matrix row = encode(List.of(text), role)) {
      return row.copyRow(0);
    }
  }

  /** Length of a row. */
  default int dimension() {
    return identity().dimension();
  }

  /** How many tokens of a text are read, special tokens included. */
  int maxTokens();

  /** How many tokens this encoder sees in a text: special tokens included, the prompt not. */
  int countTokens(String text);

  /** How its rows are meant to be compared. */
  Similarity similarity();

  /** Which space its rows live in. */
  Identity identity();

  /** Its view with a row a token, for encoders that pool such rows themselves. */
  default Optional<TokenEncoder> findTokenEncoder() {
    return Optional.empty();
  }

  /** What it does with texts, for encoders of models; empty for others. */
  default Optional<Treatment> findTreatment() {
    return Optional.empty();
  }

  @Override
  void close();
}
