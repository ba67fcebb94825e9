package dev.akin.encoder;

import dev.akin.encoder.head.Pooling;
import dev.akin.encoder.head.TokenRows;
import dev.akin.text.Json;
import dev.akin.text.Tokenizer;
import dev.akin.text.tokenizer.Tokenizers;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.util.List;
import java.util.Optional;

/**
 * An encoder whose tokens have another row at every place: the tiny model's row and the place, from
 * 0, added to both cells.
 */
final class ShiftedTokens implements Encoder, TokenEncoder {
  private static final int MAX_TOKENS = 6;

  private final Json.Members json = (Json.Members) Json.parse(TinyModel.TOKENIZER, "tiny");
  private final Tokenizer tokenizer = Tokenizers.of(json, "tiny");

  @Override
  public void encodeTokens(List<int[]> sequences, Sink sink) {
    for (int s = 0; s < sequences.size(); s++) {
      int[] ids = sequences.get(s);
      float[] cells = new float[ids.length * 2];
      for (int i = 0; i < ids.length; i++) {
        cells[2 * i] = TinyModel.ROWS[ids[i]][0] + i;
        cells[2 * i + 1] = TinyModel.ROWS[ids[i]][1] + i;
      }
      sink.accept(s, new TokenRows(cells, 0, ids.length, 2));
    }
  }

  @Override
  public Optional<TokenEncoder> findTokenEncoder() {
    return Optional.of(this);
  }

  @Override
  public int tokenDimension() {
    return 2;
  }

  @Override
  public int maxTokens() {
    return MAX_TOKENS;
  }

  @Override
  public Pooling pooling() {
    return new Pooling.Mean();
  }

  @Override
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  @Override
  public Json.Members tokenizerJson() {
    return json;
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    throw new UnsupportedOperationException("only token rows are asked for");
  }

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public int countTokens(String text) {
    return tokenizer.count(text);
  }

  @Override
  public Similarity similarity() {
    return Similarity.COSINE;
  }

  @Override
  public Identity identity() {
    return new Identity("shifted", "0".repeat(64), 2);
  }

  @Override
  public void close() {}
}
