package dev.akin.encoder.remote;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a server answers to a request for embeddings: {@code {"data": [{"index", "embedding"}]}}.
 */
record EmbeddingsReply(Json.Members root, String where) {
  static EmbeddingsReply parse(String body, String where) {
    if (Json.parse(body, where) instanceof Json.Members members) {
      return new EmbeddingsReply(members, where);
    }
    throw new FormatException(where, "the answer is not a JSON object");
  }

  /**
   * The rows, in the order of the texts.
   *
   * @param texts how many were sent
   * @throws FormatException if there are not as many, an index is wrong, or a cell is not finite
   */
  float[][] rows(int texts) {
    if (!(root.find("data").orElse(new Json.Null()) instanceof Json.Array(List<Json> items))
        || items.size() != texts) {
      throw new FormatException(
          where, "the answer has not one embedding for each of %d texts".formatted(texts));
    }
    float[][] rows = new float[texts][];
    for (int i = 0; i < texts; i++) {
      if (!(items.get(i) instanceof Json.Members item)) {
        throw new FormatException(where, "embedding %d is not an object".formatted(i));
      }
      int index = index(item, i, texts);
      if (rows[index] != null) {
        throw new FormatException(where, "two embeddings have the index %d".formatted(index));
      }
      rows[index] = row(item, index);
    }
    return rows;
  }

  private int index(Json.Members item, int place, int texts) {
    if (!(item.find("index").orElse(Json.of(place)) instanceof Json.Num number)
        || !number.isLong()
        || number.asLong() < 0
        || number.asLong() >= texts) {
      throw new FormatException(
          where, "embedding %d has no index from 0 to %d".formatted(place, texts - 1));
    }
    return (int) number.asLong();
  }

  private float[] row(Json.Members item, int index) {
    float[] row =
        switch (item.find("embedding").orElse(new Json.Null())) {
          case Json.Array(List<Json> cells) -> numbers(cells, index);
          case Json.Text(String base64) -> decoded(base64, index);
          default -> throw new FormatException(where, "embedding %d is missing".formatted(index));
        };
    for (int i = 0; i < row.length; i++) {
      if (!Float.isFinite(row[i])) {
        throw new FormatException(
            where, "cell %d of embedding %d is %s".formatted(i, index, row[i]));
      }
    }
    return row;
  }

  private float[] numbers(List<Json> cells, int index) {
    float[] row = new float[cells.size()];
    for (int i = 0; i < row.length; i++) {
      if (!(cells.get(i) instanceof Json.Num number)) {
        throw new FormatException(
            where, "cell %d of embedding %d is no number".formatted(i, index));
      }
      row[i] = (float) number.asDouble();
    }
    return row;
  }

  private float[] decoded(String base64, int index) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (bytes.length % Float.BYTES == 0) {
        float[] row = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(row);
        return row;
      }
    } catch (IllegalArgumentException e) {
      throw new FormatException(where, "embedding %d is not base64".formatted(index), e);
    }
    throw new FormatException(where, "embedding %d is not whole float32 cells".formatted(index));
  }

  /** How many tokens the server says it read. */
  long tokens() {
    Optional<Json> usage = root.find("usage");
    return usage.orElse(new Json.Null()) instanceof Json.Members members
            && members.find("prompt_tokens").orElse(new Json.Null()) instanceof Json.Num number
            && number.isLong()
        ? number.asLong()
        : 0;
  }
}
