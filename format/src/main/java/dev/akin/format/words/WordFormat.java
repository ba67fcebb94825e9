package dev.akin.format.words;

import java.util.Arrays;
import java.util.Optional;

/** The layouts of files that hold words and their vectors. */
public enum WordFormat {
  /**
   * A line {@code count dimension}, then a line {@code word cell … cell} a row: word2vec, gensim,
   * and fastText's {@code .vec}, which ends its lines with a blank.
   */
  WORD2VEC_TEXT("word2vec"),
  /** A line {@code count dimension}, then word, blank, float32 cells, line feed a row. */
  WORD2VEC_BINARY("word2vec-binary"),
  /** The same without the line feeds. */
  WORD2VEC_BINARY_PACKED("word2vec-packed"),
  /** A line {@code word cell … cell} a row, nothing before. */
  GLOVE("glove"),
  /** fastText's {@code .bin}: dictionary, n-gram rows, input and output matrix. */
  FASTTEXT("fasttext"),
  /** fastText's {@code .ftz}: the same with product-quantised rows; read only. */
  FASTTEXT_QUANTIZED("fasttext-quantized");

  private final String label;

  WordFormat(String label) {
    this.label = label;
  }

  /** Its name on a command line. */
  public String label() {
    return label;
  }

  /** The format of that name. */
  public static Optional<WordFormat> find(String label) {
    return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst();
  }
}
