package dev.akin.encoder;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.util.List;

/**
 * A text and the row a model must give for it, computed elsewhere.
 *
 * <p>File: {@code {"minimumCosine":0.9999,"texts":[{"text":"…","vector":[…]}]}}. The text is
 * encoded without a prompt and the row is the model's whole one.
 */
final class Golden {
  /** As near as two sound float32 implementations come with room to spare. */
  private static final double DEFAULT_MINIMUM = 0.9999;

  private final String text;
  private final float[] vector;
  private final double minimumCosine;

  Golden(String text, float[] vector, double minimumCosine) {
    this.text = text;
    this.vector = vector;
    this.minimumCosine = minimumCosine;
  }

  /**
   * The texts of a golden file.
   *
   * @throws FormatException if it is not laid out as above
   */
  static List<Golden> parse(String json, String where) {
    JsonFile file = JsonFile.parse(json, where);
    double minimum = file.findDouble("minimumCosine").orElse(DEFAULT_MINIMUM);
    return file.requireItems("texts").stream()
        .map(item -> read(JsonFile.of(item, where), minimum))
        .toList();
  }

  private static Golden read(JsonFile entry, double minimum) {
    List<Json> cells = entry.requireItems("vector");
    float[] vector = new float[cells.size()];
    for (int i = 0; i < vector.length; i++) {
      if (!(cells.get(i) instanceof Json.Num number)) {
        throw entry.error("its vector holds %s, not a number".formatted(cells.get(i).toLine()));
      }
      vector[i] = (float) number.asDouble();
    }
    return new Golden(entry.requireText("text"), vector, minimum);
  }

  String text() {
    return text;
  }

  /**
   * Compares what the model gave.
   *
   * @throws FormatException if it is not the row expected: the model is damaged, or this machine
   *     computes it wrongly
   */
  void check(float[] row, String model) {
    double cosine = row.length == vector.length ? cosine(row) : Double.NaN;
    if (!(cosine >= minimumCosine)) {
      throw new FormatException(
          model,
          "the self-test failed: the row of “%s” has %d cells and cosine %.6f to the %d expected, wanted at least %s; get the model's files again"
              .formatted(text, row.length, cosine, vector.length, minimumCosine));
    }
  }

  private double cosine(float[] row) {
    double dot = 0;
    double own = 0;
    double other = 0;
    for (int i = 0; i < row.length; i++) {
      dot += (double) row[i] * vector[i];
      own += (double) vector[i] * vector[i];
      other += (double) row[i] * row[i];
    }
    return dot / Math.sqrt(own * other);
  }
}
