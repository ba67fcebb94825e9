package dev.akin.bench.encoding;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncoderOptions;
import dev.akin.encoder.Models;
import dev.akin.encoder.Role;
import dev.akin.encoder.Truncation;
import dev.akin.vector.Matrix;
import java.util.List;

/**
 * How far the vector of a text moves with the texts it is encoded with: 1 − cosine between the text
 * alone and among all others, mean and largest. Prints a Markdown table.
 *
 * <p>{@code bench/run --main dev.akin.bench.encoding.BatchDependence [TEXTS]}
 */
public final class BatchDependence {
  private BatchDependence() {}

  public static void main(String[] arguments) throws Exception {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    System.out.println("| model | texts | 1 − cosine, mean | largest |\n|---|---|---|---|");
    for (String model : List.of("minilm", "minilm:int8", "bge-small", "bge-small:int8")) {
      try (Encoder encoder =
          Models.open(model, EncoderOptions.defaults().withTruncation(Truncation.CUT))) {
        print(encoder, model, "title", count);
        print(encoder, model, "text", count / 5);
      }
    }
  }

  private static void print(Encoder encoder, String model, String field, int count)
      throws Exception {
    List<String> texts = AnthologyTexts.read(field, count);
    double sum = 0;
    double largest = 0;
    try (Matrix together = encoder.encode(texts, Role.DOCUMENT)) {
      for (int i = 0; i < texts.size(); i++) {
        double distance =
            1 - cosine(encoder.encode(texts.get(i), Role.DOCUMENT), together.copyRow(i));
        sum += distance;
        largest = Math.max(largest, distance);
      }
    }
    System.out.printf(
        "| %s | %d × %s | %.1e | %.1e |%n",
        model,
        texts.size(),
        field.equals("title") ? "title" : "abstract",
        sum / texts.size(),
        largest);
  }

  private static double cosine(float[] a, float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }
}
