package dev.akin.study.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.significance.Estimate;
import dev.akin.format.words.WordList;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Verdict;
import dev.akin.study.task.LabelledTexts;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import dev.akin.words.Analogy;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.AnalogySet;
import dev.akin.words.evaluation.Coverage;
import dev.akin.words.evaluation.SimilaritySet;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Comparisons of word vectors, their tasks, and what the studies of them say of planted figures.
 */
class WordComparisonTest {
  private static final int SIDE = 20;

  /** Words in a grid: column and row are what their vectors hold, or nothing is. */
  private static WordVectors grid(boolean isPlanted) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] columns = new double[SIDE][12];
    double[][] rows = new double[SIDE][12];
    for (int i = 0; i < SIDE; i++) {
      for (int c = 0; c < 12; c++) {
        columns[i][c] = random.nextGaussian();
        rows[i][c] = random.nextGaussian();
      }
    }
    float[][] cells = new float[SIDE * SIDE][24];
    for (int i = 0; i < cells.length; i++) {
      for (int c = 0; c < 24; c++) {
        double planted = c < 12 ? columns[i % SIDE][c] : rows[i / SIDE][c - 12];
        cells[i][c] = (float) (isPlanted ? planted : random.nextGaussian());
      }
    }
    return WordVectors.of(WordList.of(names()), Matrix.of(cells));
  }

  private static List<String> names() {
    return IntStream.range(0, SIDE * SIDE).mapToObj(i -> "w" + i).toList();
  }

  private static List<WordTask> tasks() {
    SplittableRandom random = new SplittableRandom(5);
    List<SimilaritySet.Pair> pairs = new ArrayList<>();
    List<AnalogySet.Item> questions = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int row = random.nextInt(SIDE - 1);
      int column = random.nextInt(SIDE - 1);
      int here = row * SIDE + column;
      int other = random.nextInt(SIDE * SIDE);
      boolean isNear = i % 2 == 0;
      pairs.add(
          new SimilaritySet.Pair(
              "w" + here, "w" + (isNear ? here + 1 : other), (isNear ? 5 : 0) + i * 1e-3));
      questions.add(
          new AnalogySet.Item(
              new Analogy("w" + here, "w" + (here + 1), "w" + (here + SIDE)),
              "w" + (here + SIDE + 1)));
    }
    AnalogySet analogies =
        new AnalogySet("grid", List.of(new AnalogySet.Section("grid", questions)));
    List<String> labels =
        IntStream.range(0, SIDE * SIDE).mapToObj(i -> "column " + i % SIDE % 4).toList();
    return List.of(
        new WordTasks.Similarity(new SimilaritySet("pairs", pairs)),
        new WordTasks.Analogies("acc@1", analogies, WordTasks.AnalogyFigure.ACCURACY),
        new WordTasks.Analogies("MRR", analogies, WordTasks.AnalogyFigure.RECIPROCAL_RANK),
        new WordTasks.WordLabels("labels", names(), new FoldedProbe(labels, 1)),
        WordTasks.TextLabels.of("texts", new LabelledTexts(names(), labels), 1));
  }

  @Test
  void randomVectorsAreLastOnEveryTask() {
    try (WordVectors planted = grid(true);
        WordVectors random = grid(false)) {
      WordComparison comparison =
          new WordComparison().put("planted", planted, tasks()).put("random", random, tasks());
      for (WordTask task : tasks()) {
        Measure measure =
            comparison
                .difference("planted", "random", List.of(task.name()))
                .measure(task.name(), 0, 1);
        assertThat(measure.low()).as(task.name()).isPositive();
      }
    }
  }

  @Test
  void aTableDoesNotDifferFromItself() {
    try (WordVectors first = grid(true);
        WordVectors second = grid(true)) {
      WordComparison comparison =
          new WordComparison().put("a", first, tasks()).put("b", second, tasks());
      for (WordTask task : tasks()) {
        Measure measure =
            comparison.difference("a", "b", List.of(task.name())).measure(task.name(), 0, 1);
        assertThat(measure.low()).as(task.name()).isZero();
        assertThat(measure.high()).as(task.name()).isZero();
      }
    }
  }

  @Test
  void rowsOfOtherWordsSayNothing() {
    try (WordVectors planted = grid(true)) {
      List<String> moved = new ArrayList<>(names());
      java.util.Collections.shuffle(moved, new java.util.Random(4));
      try (WordVectors permuted =
          WordVectors.of(
              WordList.of(moved),
              planted.unitRows(SIDE * SIDE).take(IntStream.range(0, SIDE * SIDE).toArray()))) {
        for (WordTask task : tasks()) {
          double before = task.evaluate(planted).value();
          assertThat(task.evaluate(permuted).value()).as(task.name()).isLessThan(before - 0.3);
        }
      }
    }
  }

  @Test
  void aRestrictedTableHasTheOtherWordsInTheirOrder() {
    try (WordVectors planted = grid(true);
        WordVectors cut = WordFigures.restricted(planted, WordList.of(List.of("w7", "w3")))) {
      assertThat(cut.words().word(1)).isEqualTo("w3");
      assertThat(cut.vector(1)).isEqualTo(planted.vector(3));
      assertThat(cut.size()).isEqualTo(2);
    }
  }

  @Test
  void theMeanOverTasksIsOfTheDifferences() {
    WordComparison comparison =
        new WordComparison()
            .put("a", "first", Estimate.mean(1, 0, 1, 1))
            .put("b", "first", Estimate.mean(0, 0, 1, 0))
            .put("a", "second", Estimate.mean(0, 1))
            .put("b", "second", Estimate.mean(1, 1));
    // (3/4 − 1/4) and (1/2 − 1), their mean 0.
    assertThat(comparison.difference("a", "b", List.of("first", "second")).value())
        .isCloseTo(0, within(1e-12));
    assertThat(comparison.difference("a", "b", List.of("first")).value())
        .isCloseTo(0.5, within(1e-12));
  }

  /** So many of 400 items right, the items of each figure in an order of their own. */
  static Estimate right(double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] items = new double[400];
    for (int i = 0; i < items.length; i++) {
      items[i] = i < share * items.length ? 1 : 0;
    }
    for (int i = items.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double swapped = items[i];
      items[i] = items[other];
      items[other] = swapped;
    }
    return Estimate.mean(items);
  }

  private static Verdict sizes(double skipSmall, double cbowSmall, double skipLarge, double cbow) {
    Outcome outcome =
        CorpusSizeStudy.outcome(
            new WordComparison()
                .put("skip-gram, 1 M", "task", right(skipSmall, 1))
                .put("CBOW, 1 M", "task", right(cbowSmall, 2))
                .put("skip-gram, 4 M", "task", right(skipLarge, 3))
                .put("CBOW, 4 M", "task", right(cbow, 4)),
            List.of("task"),
            9,
            List.of());
    return outcome.verdict();
  }

  @Test
  void theTurnFromSkipGramToCbowIsFoundWhereItIs() {
    assertThat(sizes(0.5, 0.3, 0.7, 0.8)).isEqualTo(Verdict.HOLDS);
    assertThat(sizes(0.3, 0.5, 0.8, 0.7)).isEqualTo(Verdict.DOES_NOT_HOLD);
    // More text did not help at all: the data cannot tell.
    assertThat(sizes(0.7, 0.3, 0.5, 0.6)).isEqualTo(Verdict.UNDECIDED);
  }

  private static Verdict ciphers(double concatenation, double sum, double skipGram) {
    return BitCipherStudy.outcome(
            new WordComparison()
                .put(
                    "bit cipher, concatenation, 4 × 25 bits",
                    "part of speech",
                    right(concatenation, 1))
                .put("bit cipher, sum, 25 bits", "part of speech", right(sum, 2))
                .put("skip-gram, 100 cells", "part of speech", right(skipGram, 3)),
            9)
        .verdict();
  }

  @Test
  void aCipherThatIsAsGoodHoldsAndOneThatDoesNotTellPlacesApartDoesNotDecide() {
    assertThat(ciphers(0.8, 0.5, 0.75)).isEqualTo(Verdict.HOLDS);
    assertThat(ciphers(0.6, 0.4, 0.8)).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(ciphers(0.8, 0.9, 0.75)).isEqualTo(Verdict.UNDECIDED);
  }

  private static Verdict codes(double binary, double split, double dealt) {
    return BinaryParagraphsStudy.outcome(
            new WordComparison()
                .put("Binary PV-DBOW, 32 bits", "MAP", right(binary, 1))
                .put("PV-DBOW, 32 cells split at their medians", "MAP", right(split, 2))
                .put("Binary PV-DBOW, 32 bits, dealt anew", "MAP", right(dealt, 3)),
            List.of(),
            9)
        .verdict();
  }

  @Test
  void learnedBitsAreBetterThanSplitCellsWhereTheyAre() {
    assertThat(codes(0.6, 0.4, 0.05)).isEqualTo(Verdict.HOLDS);
    assertThat(codes(0.4, 0.6, 0.05)).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(codes(0.5, 0.5, 0.05)).isEqualTo(Verdict.UNDECIDED);
    assertThat(codes(0.6, 0.4, 0.6)).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void cellsAreSplitAtTheMediansOfTheTextsAlsoForQueries() {
    var rows =
        new BinaryParagraphsStudy.Rows(
            new float[][] {{1, 8}, {2, 6}, {4, -2}}, new float[][] {{3, 0}});
    var split = rows.splitAtMedians();
    assertThat(split.texts()).isDeepEqualTo(new float[][] {{-1, 2}, {0, 0}, {2, -8}});
    assertThat(split.queries()).isDeepEqualTo(new float[][] {{1, -6}});
  }

  @Test
  void textsAtOneDistanceHaveNoOrder() {
    var search =
        new BinaryParagraphsStudy.SameLabel(
            new LabelledTexts(List.of("1", "2", "3"), List.of("b", "a", "a")),
            new LabelledTexts(List.of("4"), List.of("a")));
    // All three tie. The two of label a stand at 1 2, 1 3 or 2 3: (1 + 5/6 + 7/12) / 3.
    var tied = new BinaryParagraphsStudy.Rows(new float[][] {{1}, {1}, {1}}, new float[][] {{1}});
    assertThat(search.figure("MAP", Similarity.HAMMING, List.of(tied)).value())
        .isCloseTo(29.0 / 36, within(1e-12));
    // The nearest is of label b: (1/2 + 2/3) / 2; with the other way round it is 1.
    var last = new BinaryParagraphsStudy.Rows(new float[][] {{1}, {-1}, {-1}}, new float[][] {{1}});
    var first = new BinaryParagraphsStudy.Rows(new float[][] {{-1}, {1}, {1}}, new float[][] {{1}});
    assertThat(search.figure("MAP", Similarity.HAMMING, List.of(last)).value())
        .isCloseTo(7.0 / 12, within(1e-12));
    assertThat(search.figure("MAP", Similarity.HAMMING, List.of(last, first)).value())
        .isCloseTo(19.0 / 24, within(1e-12));
  }

  @Test
  void tagsHaveTheirPartOfSpeech() {
    assertThat(Brown.partOfSpeech("np$-tl")).contains("noun");
    assertThat(Brown.partOfSpeech("bedz*")).contains("verb");
    assertThat(Brown.partOfSpeech("wdt")).contains("determiner");
    assertThat(Brown.partOfSpeech("wps")).contains("pronoun");
    assertThat(Brown.partOfSpeech("fw-nn")).isEmpty();
    assertThat(Brown.partOfSpeech(".")).isEmpty();
  }

  @Test
  void standardisedCellsHaveMeanNothingAndTheVarianceWanted() {
    double[][] rows = WordFigures.standardised(new float[][] {{1, 7}, {5, 7}}, 4);
    assertThat(rows[0]).containsExactly(-2, 0);
    assertThat(rows[1]).containsExactly(2, 0);
  }

  private static Verdict ngrams(double with, double without, double dealt) {
    String task = "articles of questions, hi";
    return MorphologyStudy.outcome(
            new WordComparison()
                .put("skip-gram with n-grams", task, right(with, 1))
                .put("skip-gram", task, right(without, 2))
                .put("skip-gram with n-grams, labels dealt anew", task, right(dealt, 3)),
            9)
        .verdict();
  }

  @Test
  void partsOfWordsHelpWhereTheyDo() {
    assertThat(ngrams(0.6, 0.4, 0.02)).isEqualTo(Verdict.HOLDS);
    assertThat(ngrams(0.4, 0.6, 0.02)).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(ngrams(0.6, 0.4, 0.6)).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void textsAreCutInTheLowerCaseOfTheirLanguage() throws IOException {
    List<String> read = new ArrayList<>();
    new SplitTexts(List.of("IŞIK, sönük!", "3 gün"), Locale.of("tr"))
        .read(
            new WordSource.Sink() {
              @Override
              public void word(byte[] bytes, int from, int to) {
                read.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
              }

              @Override
              public void lineEnd() {
                read.add("|");
              }
            });
    assertThat(read).containsExactly("ışık", "sönük", "|", "3", "gün", "|");
  }

  private static Verdict ranks(double fastText, double word2vec, double dealt) {
    WordComparison comparison = new WordComparison();
    for (String kind : List.of("semantic", "syntactic")) {
      String task = kind + " analogies, MRR";
      comparison
          .put("skip-gram with n-grams", task, right(fastText, 1))
          .put("skip-gram", task, right(word2vec, 2))
          .put("skip-gram with n-grams, rows dealt anew", task, right(dealt, 3));
    }
    return AnalogyMrrStudy.outcome(comparison, 9).verdict();
  }

  @Test
  void analogiesThatPartsOfWordsAnswerAreFoundSo() {
    assertThat(ranks(0.5, 0.3, 0)).isEqualTo(Verdict.HOLDS);
    assertThat(ranks(0.3, 0.5, 0)).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(ranks(0.5, 0.3, 0.5)).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void dealtRowsAreTheSameRows() {
    WordList words = WordList.of(names());
    try (WordVectors planted = grid(true);
        WordVectors dealt = WordFigures.dealt(planted, words, 5)) {
      assertThat(dealt.size()).isEqualTo(planted.size());
      int moved = 0;
      double first = 0;
      double second = 0;
      for (int i = 0; i < words.size(); i++) {
        moved += planted.vector(i)[0] == dealt.vector(i)[0] ? 0 : 1;
        first += planted.vector(i)[3];
        second += dealt.vector(i)[3];
      }
      assertThat(moved).isGreaterThan(words.size() / 2);
      assertThat(second).isCloseTo(first, within(1e-3));
    }
  }

  private static Verdict turkish(double extracted, double learned, double dealt) {
    return TurkishStudy.outcome(
            new WordComparison()
                .put("minilm, words read alone", "task", right(extracted, 1))
                .put("skip-gram with n-grams", "task", right(learned, 2))
                .put("minilm, words read alone, dealt anew", "task", right(dealt, 3)),
            List.of("task"),
            TurkishStudy.coverage(Map.of()),
            9)
        .verdict();
  }

  @Test
  void coverageCountsTheItemsOfWhichAllWordsAreInAList() {
    WordList some = WordList.of(List.of("a", "b", "c", "d"));
    var pairs =
        new WordTasks.Similarity(
            new SimilaritySet(
                "pairs",
                List.of(
                    new SimilaritySet.Pair("a", "b", 1),
                    new SimilaritySet.Pair("a", "x", 2),
                    new SimilaritySet.Pair("x", "d", 3))));
    assertThat(pairs.coverage(some)).isEqualTo(new Coverage(1, 3));
    var items =
        List.of(
            new AnalogySet.Item(new Analogy("a", "b", "c"), "d"),
            new AnalogySet.Item(new Analogy("a", "b", "c"), "x"),
            new AnalogySet.Item(new Analogy("a", "x", "c"), "d"));
    var questions =
        new WordTasks.Analogies(
            "questions",
            new AnalogySet("questions", List.of(new AnalogySet.Section("all", items))),
            WordTasks.AnalogyFigure.ACCURACY);
    assertThat(questions.coverage(some)).isEqualTo(new Coverage(1, 3));
    assertThat(TurkishStudy.coverage(Map.of("pairs", pairs.coverage(some))).rows())
        .containsExactly(List.of("pairs", "1", "3", "0.3333"));
  }

  @Test
  void wordsFromAnEncoderAreBetterWhereTheyAre() {
    assertThat(turkish(0.7, 0.5, 0.1)).isEqualTo(Verdict.HOLDS);
    assertThat(turkish(0.3, 0.5, 0.1)).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(turkish(0.7, 0.5, 0.7)).isEqualTo(Verdict.UNDECIDED);
  }

  private static Verdict contextual(double encoder, double words, double dealt) {
    return BertOrFastTextStudy.outcome(
            new WordComparison()
                .put("minilm", "task", right(encoder, 1))
                .put("skip-gram with n-grams, mean", "task", right(words, 2))
                .put("minilm's tokens read alone, mean", "task", right(words, 4))
                .put("minilm, labels dealt anew", "task", right(dealt, 3)),
            List.of("task"),
            9)
        .verdict();
  }

  @Test
  void anEncoderIsBetterThanWordsWhereItIs() {
    assertThat(contextual(0.9, 0.7, 0.5)).isEqualTo(Verdict.HOLDS);
    assertThat(contextual(0.6, 0.8, 0.4)).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(contextual(0.9, 0.7, 0.9)).isEqualTo(Verdict.UNDECIDED);
  }
}
