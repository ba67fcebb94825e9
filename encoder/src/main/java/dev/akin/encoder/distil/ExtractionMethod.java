package dev.akin.encoder.distil;

import dev.akin.encoder.TokenEncoder;
import dev.akin.encoder.head.Pooling;
import dev.akin.encoder.head.TokenRows;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.util.List;

/** How a token that has a different row in every text gets one row. */
public sealed interface ExtractionMethod {
  /**
   * The row of the token as a text of its own, with the special tokens around it, pooled as the
   * encoder pools (Bommasani, Davis and Cardie 2020, decontextualised; model2vec does the same).
   */
  record Decontextualised() implements ExtractionMethod {}

  /**
   * The mean of the token's rows in texts (Bommasani, Davis and Cardie 2020, aggregated). A token
   * of several of the encoder's tokens has the mean of their rows in a text; one that no text has
   * gets its own rows' mean as a text alone, special tokens left out.
   *
   * @param texts read once, in order
   * @param mostRows rows of one token that are averaged, the first ones
   */
  record Aggregated(TextSource texts, int mostRows) implements ExtractionMethod {
    /** More than a hundred change a mean little. */
    public static final int USUAL_ROWS = 100;

    public Aggregated {
      if (mostRows < 1) {
        throw new IllegalArgumentException("a mean is of 1 row or more, got " + mostRows);
      }
    }
  }

  /** What {@code config.json} says about it. */
  default String text() {
    return switch (this) {
      case Decontextualised _ -> "decontextualised";
      case Aggregated(_, int mostRows) -> "aggregated, at most %d rows".formatted(mostRows);
    };
  }

  /**
   * Rows of these tokens.
   *
   * @return [tokens with a meaning × the encoder's dimension], to be closed by the caller, and how
   *     many of them a text had
   */
  default Extraction extract(TokenEncoder teacher, StudentTokens tokens) throws IOException {
    return switch (this) {
      case Decontextualised _ -> {
        Pooling pooling = teacher.pooling();
        int dimension = pooling.outputDimension(teacher.tokenDimension());
        yield alone(teacher, tokens, tokens.meaningful(), dimension, pooling::pool);
      }
      case Aggregated(TextSource texts, int mostRows) ->
          new Aggregation(teacher, tokens, mostRows).of(texts);
    };
  }

  /** Makes one row of a token's rows. */
  @FunctionalInterface
  interface RowMaker {
    void make(TokenRows rows, float[] out, int at);
  }

  /** Rows of tokens that stand alone. */
  static Extraction alone(
      TokenEncoder teacher,
      StudentTokens tokens,
      List<Integer> ids,
      int dimension,
      RowMaker maker) {
    Matrix rows = Matrix.allocate(ids.size(), dimension);
    try {
      List<int[]> sequences = ids.stream().map(id -> tokens.alone(id, teacher)).toList();
      float[] row = new float[dimension];
      teacher.encodeTokens(
          sequences,
          (i, own) -> {
            maker.make(own, row, 0);
            rows.setRow(i, row);
          });
      return new Extraction(rows, 0);
    } catch (RuntimeException | Error e) {
      rows.close();
      throw e;
    }
  }

  /**
   * Rows and how many of them come from texts.
   *
   * @param rows owned by who gets it
   */
  record Extraction(Matrix rows, int seen) {}
}
