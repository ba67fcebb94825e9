package dev.akin.study.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.significance.Estimate;
import dev.akin.words.Analogy;
import dev.akin.words.evaluation.AnalogyResult;
import dev.akin.words.evaluation.AnalogySet;
import dev.akin.words.evaluation.Coverage;
import dev.akin.words.evaluation.DictionarySet;
import dev.akin.words.evaluation.SimilaritySet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordEstimatesTest {
  @Test
  void pairsWithoutVectorsAreNoItems() {
    var result =
        new SimilaritySet.Result(
            "set",
            OptionalDouble.empty(),
            new Coverage(3, 4),
            List.of(judged(1, 0.1), judged(2, 0.9), unknown(), judged(3, 0.5)));
    Estimate figure = WordEstimates.spearman(result);
    assertThat(figure.size()).isEqualTo(3);
    // Ranks 1 2 3 and 1 3 2: 1 − 6 · 2 / (3 · 8).
    assertThat(figure.value()).isCloseTo(0.5, within(1e-12));
    assertThat(figure.resampled(new int[] {0, 1})).isCloseTo(1, within(1e-12));
    assertThat(figure.resampled(new int[] {1, 1})).isNaN();
  }

  private static SimilaritySet.Judged judged(double people, double cosine) {
    return new SimilaritySet.Judged(
        new SimilaritySet.Pair("a", "b", people), OptionalDouble.of(cosine));
  }

  private static SimilaritySet.Judged unknown() {
    return new SimilaritySet.Judged(new SimilaritySet.Pair("a", "x", 9), OptionalDouble.empty());
  }

  @Test
  void questionsCountByTheirRankAndOnlyIfTheyWereAsked() {
    List<AnalogyResult.Answer> answers =
        Stream.of(OptionalInt.of(1), OptionalInt.of(4), OptionalInt.empty(), OptionalInt.of(0))
            .map(rank ->
                new AnalogyResult.Answer(
                    new AnalogySet.Item(new Analogy("a", "b", "c"), "d"), rank))
            .toList();
    var part = new AnalogyResult.Part("p", 0, 0, new Coverage(3, 4), answers);
    assertThat(WordEstimates.accuracy(part).perItem().orElseThrow()).containsExactly(1, 0, 0);
    assertThat(
            WordEstimates.analogies(part, WordTasks.AnalogyFigure.RECIPROCAL_RANK)
                .perItem()
                .orElseThrow())
        .containsExactly(1, 0.25, 0);
  }

  @Test
  void onlyTheNearestTargetIsAFirstAnswer() {
    var result =
        new DictionarySet.Result(
            "d",
            0,
            0,
            new Coverage(2, 3),
            List.of(
                new DictionarySet.Translated("a", OptionalInt.of(1)),
                new DictionarySet.Translated("b", OptionalInt.of(2)),
                new DictionarySet.Translated("c", OptionalInt.empty())));
    assertThat(WordEstimates.firstAnswers(result).value()).isEqualTo(0.5);
    var nothing = new DictionarySet.Result("d", 0, 0, new Coverage(0, 0), List.of());
    assertThatThrownBy(() -> WordEstimates.firstAnswers(nothing))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
