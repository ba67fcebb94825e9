package dev.akin.study.words;

import dev.akin.eval.pair.Correlation;
import dev.akin.eval.significance.Estimate;
import dev.akin.words.evaluation.AnalogyResult;
import dev.akin.words.evaluation.DictionarySet;
import dev.akin.words.evaluation.SimilaritySet;
import java.util.List;

/** What sets of words say about vectors, as figures whose items can be drawn again. */
public final class WordEstimates {
  private WordEstimates() {}

  /**
   * Spearman's correlation of cosines with what people said, over the pairs covered.
   *
   * @throws IllegalArgumentException if it is not defined: fewer than two pairs, or all alike
   */
  public static Estimate spearman(SimilaritySet.Result result) {
    List<SimilaritySet.Judged> covered =
        result.items().stream().filter(item -> item.cosine().isPresent()).toList();
    return spearman(
        covered.stream().mapToDouble(item -> item.pair().score()).toArray(),
        covered.stream().mapToDouble(item -> item.cosine().getAsDouble()).toArray());
  }

  static Estimate spearman(double[] people, double[] vectors) {
    Correlation all = Correlation.of(people, vectors);
    return Estimate.of(
        people.length,
        items -> {
          Correlation drawn = all.resampled(items);
          return drawn.isDefined() ? drawn.spearman() : Double.NaN;
        });
  }

  /**
   * The share of questions answered right, over the questions covered, each counting alike.
   *
   * @throws IllegalArgumentException if none is covered
   */
  public static Estimate accuracy(AnalogyResult.Part part) {
    return analogies(part, WordTasks.AnalogyFigure.ACCURACY);
  }

  /**
   * The share of words whose nearest target is a translation, over the words covered.
   *
   * @throws IllegalArgumentException if none is covered
   */
  public static Estimate firstAnswers(DictionarySet.Result result) {
    return Estimate.mean(
        result.items().stream()
            .filter(item -> item.rank().isPresent())
            .mapToDouble(item -> item.rank().getAsInt() == 1 ? 1 : 0)
            .toArray());
  }

  static Estimate analogies(AnalogyResult.Part part, WordTasks.AnalogyFigure figure) {
    return Estimate.mean(
        part.answers().stream()
            .filter(answer -> answer.rank().isPresent())
            .mapToDouble(answer -> figure.of(answer.rank().getAsInt()))
            .toArray());
  }
}
