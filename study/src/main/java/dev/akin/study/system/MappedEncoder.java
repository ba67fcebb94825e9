package dev.akin.study.system;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows of another encoder, each mapped by itself: the rows of several systems are encoded once. */
final class MappedEncoder implements Encoder {
  private final Encoder encoder;
  private final UnaryOperator<float[]> map;
  private final Identity identity;
  private final Similarity similarity;

  private MappedEncoder(
      Encoder encoder, UnaryOperator<float[]> map, Identity identity, Similarity similarity) {
    this.encoder = encoder;
    this.map = map;
    this.identity = identity;
    this.similarity = similarity;
  }

  /**
   * Rows cut to their first cells and brought to length 1 (Kusupati et al. 2022).
   *
   * @throws IllegalArgumentException if they have fewer
   */
  static Encoder cut(Encoder encoder, int dimension) {
    if (dimension > encoder.dimension()) {
      throw new IllegalArgumentException(
          "rows of %s have %d cells and cannot be cut to %d"
              .formatted(encoder.identity().name(), encoder.dimension(), dimension));
    }
    UnaryOperator<float[]> cut =
        dev.akin.vector.transform.Transform.matryoshka(encoder.dimension(), dimension)::apply;
    return new MappedEncoder(
        encoder, cut, identity(encoder, "@" + dimension + "d", dimension), encoder.similarity());
  }

  /** What is left of rows in a form. */
  static Encoder kept(Encoder encoder, RowForm form) {
    return new MappedEncoder(
        encoder,
        form::kept,
        identity(encoder, "@" + form.text(), encoder.dimension()),
        form.similarity(encoder.similarity()));
  }

  private static Identity identity(Encoder encoder, String map, int dimension) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(encoder.identity().hash().getBytes(StandardCharsets.UTF_8));
      digest.update(map.getBytes(StandardCharsets.UTF_8));
      return new Identity(
          encoder.identity().name() + map, HexFormat.of().formatHex(digest.digest()), dimension);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    try (Matrix rows = Matrix.allocate(texts.size(), encoder.dimension())) {
      EncodingReport report = encoder.encode(texts, role, rows, 0);
      for (int i = 0; i < texts.size(); i++) {
        out.setRow(firstRow + i, map.apply(rows.copyRow(i)));
      }
      return report;
    }
  }

  @Override
  public int maxTokens() {
    return encoder.maxTokens();
  }

  @Override
  public int countTokens(String text) {
    return encoder.countTokens(text);
  }

  @Override
  public Similarity similarity() {
    return similarity;
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public String toString() {
    return identity.toString();
  }

  /** The encoder behind stays its owner's. */
  @Override
  public void close() {}
}
