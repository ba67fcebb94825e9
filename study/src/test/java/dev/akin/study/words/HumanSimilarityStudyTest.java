package dev.akin.study.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.sparse.BagOfWords;
import dev.akin.encoder.sparse.DenseView;
import dev.akin.encoder.sparse.TermWeight;
import dev.akin.eval.significance.Estimate;
import dev.akin.format.words.WordList;
import dev.akin.study.claim.Verdict;
import dev.akin.study.words.HumanSimilarityStudy.Thing;
import dev.akin.vector.Matrix;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.SimilaritySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HumanSimilarityStudyTest {
  private static final int THINGS = 120;
  private static final int CELLS = 10;

  /**
   * Things with a hidden row each, by which people compare them; what is told shows it without
   * noise, what is not told shows nothing.
   */
  private static WordComparison planted(boolean featuresTell, boolean tagsTell) {
    SplittableRandom random = new SplittableRandom(4);
    float[][] hidden = rows(random);
    float[][] own = featuresTell ? hidden : rows(random);
    float[][] tagged = tagsTell ? hidden : rows(random);
    List<SimilaritySet.Pair> pairs = new ArrayList<>();
    for (int p = 0; p < 400; p++) {
      int a = random.nextInt(THINGS);
      int b = random.nextInt(THINGS);
      double alike = 0;
      for (int c = 0; c < CELLS; c++) {
        alike += hidden[a][c] * hidden[b][c];
      }
      pairs.add(new SimilaritySet.Pair("w" + a, "w" + b, alike));
    }
    List<Thing> things =
        IntStream.range(0, THINGS)
            .mapToObj(i -> new Thing("w" + i, List.of("t" + i, "of"), List.of()))
            .toList();
    List<String> words = new ArrayList<>(List.of("of"));
    List<float[]> vectors = new ArrayList<>(List.of(new float[CELLS]));
    for (int i = 0; i < THINGS; i++) {
      words.addAll(List.of("w" + i, "t" + i));
      vectors.addAll(List.of(own[i], tagged[i]));
    }
    WordComparison comparison = new WordComparison();
    try (WordVectors learned =
        WordVectors.of(WordList.of(words), Matrix.of(vectors.toArray(float[][]::new)))) {
      var set = new WordTasks.Similarity(new SimilaritySet("people", pairs));
      HumanSimilarityStudy.putLearned(comparison, things, learned, List.of(set), 5);
    }
    return comparison;
  }

  private static float[][] rows(SplittableRandom random) {
    float[][] rows = new float[THINGS][CELLS];
    for (float[] row : rows) {
      for (int c = 0; c < CELLS; c++) {
        row[c] = (float) random.nextGaussian();
      }
    }
    return rows;
  }

  private static Verdict verdict(WordComparison comparison) {
    return HumanSimilarityStudy.outcome(comparison, List.of("people"), List.of(), 3).verdict();
  }

  @Test
  void whatTellsMoreOfTheThingsIsFoundBetter() {
    assertThat(verdict(planted(false, true))).isEqualTo(Verdict.HOLDS);
    assertThat(verdict(planted(true, false))).isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void nothingIsSaidWhereTagsOfOtherThingsDoAsWell() {
    SplittableRandom random = new SplittableRandom(17);
    WordComparison comparison = new WordComparison();
    Map.of(
            HumanSimilarityStudy.FEATURES, 0.2,
            HumanSimilarityStudy.TAGS, 0.6,
            HumanSimilarityStudy.DEALT, 0.6)
        .forEach((name, share) ->
            comparison.put(
                name,
                "people",
                Estimate.mean(
                    IntStream.range(0, 400)
                        .mapToDouble(_ -> random.nextDouble() < share ? 1 : 0)
                        .toArray())));
    assertThat(verdict(comparison)).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void tagsAreTheWordsOfAllMeaningsWithoutTheThingItself() {
    Thing thing =
        Thing.of(
            "dog",
            List.of(
                new WordNetLexicon.Synset(List.of("dog", "domestic dog"), "A member of Canis."),
                new WordNetLexicon.Synset(List.of("andiron", "dog-iron"), "supports for logs")));
    assertThat(thing.tags())
        .containsExactly(
            "domestic", "a", "member", "of", "canis", "andiron", "iron", "supports", "for", "logs");
    assertThat(thing.captions()).containsExactly("A member of Canis.", "supports for logs");
  }

  @Test
  void captionsOfAThingAreMeaned() {
    BagOfWords bag = BagOfWords.fit(TermWeight.COUNT, Stream.of("a b"), 2);
    List<Thing> things =
        List.of(
            new Thing("x", List.of(), List.of("a a", "a b")),
            new Thing("y", List.of(), List.of("b")));
    try (Matrix rows = HumanSimilarityStudy.captions(new DenseView(bag), things)) {
      assertThat(rows.copyRow(0)).containsExactly(new float[] {1.5f, 0.5f}, within(1e-6f));
      assertThat(rows.copyRow(1)).containsExactly(new float[] {0, 1}, within(1e-6f));
    }
  }
}
