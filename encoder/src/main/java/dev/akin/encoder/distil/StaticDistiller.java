package dev.akin.encoder.distil;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.StaticModel;
import dev.akin.encoder.TokenEncoder;
import dev.akin.encoder.distil.ExtractionMethod.Extraction;
import dev.akin.text.Json;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.PrincipalAxes;
import dev.akin.vector.transform.Transform;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a static model of a transformer without training (van Dongen and Tulkens 2024, Model2Vec):
 * a row for each token of its vocabulary and for words of one's own → PCA → a weight by frequency.
 * What is left is a look-up table, a mean and nothing else.
 *
 * <p>Word order and context are lost. Special and unused tokens have a row of zeros.
 */
public final class StaticDistiller {
  private StaticDistiller() {}

  /**
   * A static model and what it was made of.
   *
   * @param tokens how many tokens have a row that is not zero, words included
   * @param words how many words were added
   * @param seen how many tokens the texts had; 0 when no texts were read
   * @param variance share of the rows' variance that PCA kept, in [0, 1]
   */
  public record Distillation(StaticModel model, int tokens, int words, int seen, double variance) {}

  /**
   * Distils an encoder. Costs one run of the encoder on every token: a minute for a vocabulary of
   * 30,000 and a small model; with texts, one run on each of them that is needed.
   *
   * @param teacher left open
   * @throws IllegalArgumentException if the encoder has no tokens' rows
   * @throws IOException if texts or the tokenizer cannot be read
   */
  public static Distillation distil(
      Encoder teacher, ExtractionMethod method, DistillationOptions options) throws IOException {
    TokenEncoder inside =
        teacher
            .findTokenEncoder()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%s gives no row for each token, so there is nothing to distil; take a transformer that does not pool inside its graph"
                        .formatted(teacher.identity().name())));
    StudentTokens tokens = StudentTokens.of(inside, options.words());
    Extraction extraction = method.extract(inside, tokens);
    try (Matrix rows = extraction.rows()) {
      PrincipalAxes axes = PrincipalAxes.fit(rows);
      int dimension = Math.min(options.dimension(), axes.rank());
      try (Matrix table = table(rows, axes.pca(dimension), tokens, options.weighting())) {
        StaticModel model =
            StaticModel.of(tokens.json(), table, notes(teacher, method, options, dimension));
        return new Distillation(
            model,
            rows.rows(),
            tokens.words().size(),
            extraction.seen(),
            share(axes.variances(), dimension));
      }
    }
  }

  private static Matrix table(
      Matrix rows, Transform pca, StudentTokens tokens, TokenWeighting weighting) {
    List<Integer> ids = tokens.meaningful();
    double[] weights = weighting.weights(ids.size());
    Matrix table = Matrix.allocate(tokens.size(), pca.outputDimension());
    for (int i = 0; i < ids.size(); i++) {
      float[] row = pca.apply(rows.copyRow(i));
      for (int c = 0; c < row.length; c++) {
        row[c] *= (float) weights[i];
      }
      table.setRow(ids.get(i), row);
    }
    return table;
  }

  private static double share(double[] variances, int kept) {
    double all = 0;
    double first = 0;
    for (int i = 0; i < variances.length; i++) {
      double variance = Math.max(0, variances[i]);
      all += variance;
      first += i < kept ? variance : 0;
    }
    return all == 0 ? 1 : first / all;
  }

  private static Map<String, Json> notes(
      Encoder teacher, ExtractionMethod method, DistillationOptions options, int dimension) {
    Map<String, Json> notes = new LinkedHashMap<>();
    notes.put("tokenizer_name", Json.of(teacher.identity().name()));
    notes.put("apply_pca", Json.of(dimension));
    notes.putAll(options.weighting().notes());
    notes.put("extraction", Json.of(method.text()));
    notes.put("teacher", Json.of(teacher.identity().hash()));
    return notes;
  }
}
