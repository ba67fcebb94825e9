package dev.akin.study.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.sparse.BagOfWords;
import dev.akin.encoder.sparse.DenseView;
import dev.akin.encoder.sparse.TermWeight;
import dev.akin.eval.link.TargetRanks;
import dev.akin.format.words.WordList;
import dev.akin.study.claim.Verdict;
import dev.akin.study.task.ScoredPairs;
import dev.akin.study.words.Glossary.Gloss;
import dev.akin.study.words.Glossary.Question;
import dev.akin.study.words.WordNetLexicon.Synset;
import dev.akin.vector.Matrix;
import dev.akin.words.WordEncoderOptions;
import dev.akin.words.WordVectorEncoder;
import dev.akin.words.WordVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DefinitionsStudyTest {
  private static final int SIDE = 20;
  private static final int CELLS = 30;

  private static String definition(int word) {
    return "kind%d place%d".formatted(word / SIDE, word % SIDE);
  }

  /**
   * Words in a grid, each defined by its row and its column, whose vectors add up to its own.
   *
   * @param wordsTell whether the vectors of the definitions' words are those that add up
   * @param encoderTells whether the encoder knows the definitions' words
   */
  private static Verdict planted(boolean wordsTell, boolean encoderTells) {
    SplittableRandom random = new SplittableRandom(5);
    float[][] kinds = rows(random);
    float[][] places = rows(random);
    int words = SIDE * SIDE;
    List<String> names = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    for (int word = 0; word < words; word++) {
      float[] sum = new float[CELLS];
      for (int c = 0; c < CELLS; c++) {
        sum[c] = kinds[word / SIDE][c] + places[word % SIDE][c];
      }
      names.add("w" + word);
      vectors.add(sum);
    }
    float[][] said = wordsTell ? kinds : rows(random);
    float[][] saidToo = wordsTell ? places : rows(random);
    for (int i = 0; i < SIDE; i++) {
      names.addAll(List.of("kind" + i, "place" + i));
      vectors.addAll(List.of(said[i], saidToo[i]));
    }
    List<Gloss> learned = new ArrayList<>();
    List<Question> asked = new ArrayList<>();
    for (int word = 0; word < words; word++) {
      if (random.nextInt(4) == 0) {
        asked.add(new Question(definition(word), word, List.of()));
      } else {
        learned.add(new Gloss(definition(word), word));
      }
    }
    BagOfWords bag =
        BagOfWords.fit(
            TermWeight.COUNT,
            IntStream.range(0, words)
                .mapToObj(i -> "other" + i % SIDE + (encoderTells ? " " + definition(i) : "")),
            Integer.MAX_VALUE);
    ScoredPairs pairs =
        new ScoredPairs(
            List.of("kind1", "kind2", "kind3 place1", "kind4"),
            List.of("kind1", "place2", "kind3", "place4"),
            List.of(5.0, 3.0, 2.0, 0.0));
    WordList list = WordList.of(names);
    try (WordVectors all = WordVectors.of(list, Matrix.of(vectors.toArray(float[][]::new)));
        WordVectors targets = WordFigures.restricted(all, list.first(words))) {
      Encoder mean = WordVectorEncoder.of("mean", all, WordEncoderOptions.defaults());
      return DefinitionsStudy.outcome(
              targets, new Glossary(learned, asked), mean, new DenseView(bag), pairs, 3)
          .verdict();
    }
  }

  private static float[][] rows(SplittableRandom random) {
    float[][] rows = new float[SIDE][CELLS];
    for (float[] row : rows) {
      for (int c = 0; c < CELLS; c++) {
        row[c] = (float) random.nextGaussian();
      }
    }
    return rows;
  }

  @Test
  void whatOnlyTheEncoderCanBeMappedFromIsFoundByItsMap() {
    assertThat(planted(false, true)).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void anEncoderThatKnowsNothingIsWorseThanWordsThatAddUp() {
    assertThat(planted(true, false)).isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void nothingIsSaidWhereAMapOfWordsDealtAnewFindsAsMany() {
    double[] near = IntStream.range(0, 200).mapToDouble(i -> 1 + i % 3).toArray();
    double[] far = IntStream.range(0, 200).mapToDouble(i -> 50 + i % 7).toArray();
    Map<String, TargetRanks> ranks =
        Map.of(
            DefinitionsStudy.MEAN, TargetRanks.of(far),
            DefinitionsStudy.MEAN_MAPPED, TargetRanks.of(far),
            DefinitionsStudy.ENCODER, TargetRanks.of(near),
            DefinitionsStudy.DEALT, TargetRanks.of(near));
    assertThat(DefinitionsStudy.outcome(ranks, List.of(), List.of(), 3).verdict())
        .isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void noWordAndNoDefinitionIsBothLearnedFromAndAskedFor() {
    List<Synset> synsets = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      synsets.add(new Synset(List.of("w" + i, "w" + (i + 1) % 60), "meaning " + i));
    }
    // Definitions that say a word they are of.
    synsets.add(new Synset(List.of("w3"), "the W3 again"));
    WordList candidates = WordList.of(IntStream.range(0, 60).mapToObj(i -> "w" + i).toList());
    Glossary glossary = Glossary.drawn(synsets, candidates, 10, 100, 2, 9);
    assertThat(glossary.asked()).hasSize(10);
    assertThat(glossary.learned()).isNotEmpty();
    for (Question question : glossary.asked()) {
      assertThat(question.synonyms()).hasSize(1).doesNotContain(question.word());
      assertThat(glossary.learned())
          .noneMatch(gloss -> gloss.word() == question.word())
          .noneMatch(gloss -> gloss.text().equals(question.text()));
    }
    assertThat(glossary.learned()).noneMatch(gloss -> gloss.text().contains("again"));
    assertThat(Glossary.drawn(synsets, candidates, 10, 100, 2, 9)).isEqualTo(glossary);
  }
}
