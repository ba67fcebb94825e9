package dev.akin.study.words;

import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.vector.Matrix;
import dev.akin.vector.probe.LogisticRegression;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.SimilaritySet;
import dev.akin.words.geometry.Debiasing;
import dev.akin.words.geometry.Debiasing.WordPair;
import dev.akin.words.geometry.WordLists;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What is left of a bias after it was taken out. */
public final class DebiasingStudy implements Study {
  private static final String LISTS = "words/debiaswe/";

  /** Words of each side that the classifier is asked about, and how frequent they are at least. */
  private static final int A_SIDE = 250;

  private static final int FREQUENT = 20_000;

  private static final double SOFT = 1;

  /** What the accuracy must exceed: half way between chance and certainty. */
  private static final double RECOVERED = 0.75;

  @Override
  public String name() {
    return "debiasing";
  }

  @Override
  public String title() {
    return "What is left after debiasing";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Lipstick on a Pig: Debiasing Methods Cover up Systematic Gender Biases in Word Embeddings"
            + " But do not Remove Them",
        "Gonen and Goldberg",
        2019,
        "after hard debiasing the direction is gone, but which words were near which side is not: a"
            + " classifier finds the side again.");
  }

  @Override
  public List<String> data() {
    return List.of("text/wiki-en-17m.txt.gz", "words/debiaswe", "words/similarity");
  }

  @Override
  public String design() {
    return """
    CBOW vectors of 100 cells are learned on 17 million words of Wikipedia. The direction comes from
    the ten definitional pairs of Bolukbasi et al. (2016), words of their full list of gender-specific
    ones keep it, their pairs are equalised. Of the 20,000 most frequent other words the 250
    with the largest and the 250 with the smallest cosine with the direction, before debiasing, are the
    two sides; half of each, drawn by seed, trains a logistic regression, the rest is asked for.

    The claim as a figure: the accuracy on the words asked after hard debiasing, which must exceed .75,
    half way between chance and certainty. Control: the same with the sides of the training words
    shuffled; the accuracy must be higher. The table gives soft debiasing beside it, the mean direct
    bias of the professions, and whether similarity suffers.
    """;
  }

  /** The lists that debiasing takes. */
  record Lists(
      List<WordPair> definitional,
      Set<String> specific,
      List<WordPair> equalised,
      List<String> neutral) {}

  @Override
  public Outcome run(StudyContext context) throws IOException {
    Path folder = context.require(LISTS);
    List<WordPair> definitional = lower(WordLists.pairs(folder.resolve("definitional_pairs.json")));
    Set<String> specific =
        new HashSet<>(WordLists.firsts(folder.resolve("gender_specific_full.json")));
    definitional.forEach(pair -> specific.addAll(List.of(pair.first(), pair.second())));
    List<String> professions =
        WordLists.firsts(folder.resolve("professions.json")).stream()
            .filter(word -> !specific.contains(word))
            .toList();
    Lists lists =
        new Lists(
            definitional,
            specific,
            lower(WordLists.pairs(folder.resolve("equalize_pairs.json"))),
            professions);
    List<SimilaritySet> sets = new ArrayList<>();
    for (String set : List.of("EN-WS-353-ALL", "EN-SIMLEX-999", "EN-MEN-TR-3k")) {
      sets.add(SimilaritySet.read(context.require("words/similarity/" + set + ".txt")));
    }
    try (WordVectors vectors = Wikipedia.cbow(context)) {
      return outcome(vectors, lists, sets, A_SIDE, FREQUENT, context.seed());
    }
  }

  private static List<WordPair> lower(List<WordPair> pairs) {
    return pairs.stream()
        .map(pair ->
            new WordPair(
                pair.first().toLowerCase(java.util.Locale.ROOT),
                pair.second().toLowerCase(java.util.Locale.ROOT)))
        .toList();
  }

  /** The outcome on any vectors, words by falling count. */
  static Outcome outcome(
      WordVectors vectors,
      Lists lists,
      List<SimilaritySet> sets,
      int side,
      int frequent,
      long seed) {
    Debiasing debiasing = Debiasing.fit(vectors, lists.definitional(), 1);
    Sides sides = Sides.of(vectors, debiasing, lists.specific(), side, frequent, seed);
    ResultTable.Builder table =
        ResultTable.titled(
            "Before and after",
            "vectors",
            "accuracy of the classifier",
            "with shuffled sides",
            "direct bias of professions",
            "ρ %s".formatted(names(sets)));
    row(table, "as learned", vectors, debiasing, sides, lists, sets);
    Estimate found;
    Estimate chance;
    try (WordVectors hard =
        WordVectors.of(
            vectors.words(), debiasing.apply(vectors, lists.specific(), lists.equalised()))) {
      row(table, "hard", hard, debiasing, sides, lists, sets);
      found = sides.accuracy(hard, sides.labels());
      chance = sides.accuracy(hard, sides.shuffled());
    }
    try (WordVectors soft =
        WordVectors.of(vectors.words(), debiasing.applySoftly(vectors, lists.specific(), SOFT))) {
      row(table, "soft, strength %.0f".formatted(SOFT), soft, debiasing, sides, lists, sets);
    }
    return new Outcome(
        Contrast.none()
            .plus(1, "words", found)
            .measure("accuracy after hard debiasing", RECOVERED, seed),
        Contrast.none()
            .plusDifference(1, "words", found, chance)
            .measure("accuracy − accuracy with shuffled sides", 0, seed),
        List.of(table.build()),
        List.of(
            "%d words are asked about, %d of each side; %d of %d professions have a vector."
                .formatted(
                    sides.asked().length,
                    sides.asked().length / 2,
                    lists.neutral().stream().filter(word -> vectors.find(word).isPresent()).count(),
                    lists.neutral().size()),
            "The direction's pairs: %d of %d have vectors; it has %.0f %% of their difference."
                .formatted(
                    debiasing.pairs(),
                    lists.definitional().size(),
                    100 * debiasing.subspace().share(0))));
  }

  private static String names(List<SimilaritySet> sets) {
    return String.join(" / ", sets.stream().map(SimilaritySet::name).toList());
  }

  private static void row(
      ResultTable.Builder table,
      String name,
      WordVectors vectors,
      Debiasing debiasing,
      Sides sides,
      Lists lists,
      List<SimilaritySet> sets) {
    table.row(
        name,
        Results.digits(sides.accuracy(vectors, sides.labels()).value()),
        Results.digits(sides.accuracy(vectors, sides.shuffled()).value()),
        Results.digits(debiasing.directBias(vectors, lists.neutral())),
        String.join(
            " / ",
            sets.stream()
                .map(set -> Results.digits(WordFigures.similarity(vectors, set).value()))
                .toList()));
  }

  /**
   * Words of two sides, half of them to learn from and half to be asked about.
   *
   * @param learned rows to learn from
   * @param labels their sides, 0 and 1
   * @param shuffled the same, dealt anew
   * @param asked rows to be asked about
   * @param wanted their sides
   */
  @SuppressWarnings("ArrayRecordComponent") // made here, and compared nowhere
  private record Sides(int[] learned, int[] labels, int[] shuffled, int[] asked, int[] wanted) {
    static Sides of(
        WordVectors vectors,
        Debiasing debiasing,
        Set<String> specific,
        int side,
        int frequent,
        long seed) {
      double[] direction = debiasing.subspace().direction(0);
      int[] byCosine =
          IntStream.range(0, Math.min(frequent, vectors.size()))
              .filter(i -> !specific.contains(vectors.words().word(i)))
              .boxed()
              .sorted(Comparator.comparingDouble(i -> cosine(vectors.vector(i), direction)))
              .mapToInt(Integer::intValue)
              .toArray();
      if (byCosine.length < 2 * side) {
        throw new IllegalArgumentException(
            "two sides of %d words need %d, and there are %d"
                .formatted(side, 2 * side, byCosine.length));
      }
      SplittableRandom random = new SplittableRandom(seed);
      int[] low = dealt(IntStream.range(0, side).map(i -> byCosine[i]).toArray(), random);
      int[] high =
          dealt(
              IntStream.range(0, side).map(i -> byCosine[byCosine.length - 1 - i]).toArray(),
              random);
      int half = side / 2;
      int[] labels = labels(half);
      return new Sides(
          both(low, high, 0, half),
          labels,
          dealt(labels, random),
          both(low, high, half, 2 * half),
          labels);
    }

    private static double cosine(float[] row, double[] direction) {
      double dot = 0;
      double square = 0;
      for (int c = 0; c < row.length; c++) {
        dot += row[c] * direction[c];
        square += (double) row[c] * row[c];
      }
      return square == 0 ? 0 : dot / Math.sqrt(square);
    }

    private static int[] both(int[] low, int[] high, int from, int to) {
      return IntStream.concat(
              IntStream.range(from, to).map(i -> low[i]),
              IntStream.range(from, to).map(i -> high[i]))
          .toArray();
    }

    private static int[] labels(int aSide) {
      return IntStream.range(0, 2 * aSide).map(i -> i < aSide ? 0 : 1).toArray();
    }

    private static int[] dealt(int[] values, SplittableRandom random) {
      int[] dealt = values.clone();
      for (int i = dealt.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = dealt[i];
        dealt[i] = dealt[j];
        dealt[j] = kept;
      }
      return dealt;
    }

    /** How many of the words asked about a classifier that learned these labels puts right. */
    Estimate accuracy(WordVectors vectors, int[] taught) {
      Matrix unit = vectors.unitRows(vectors.size());
      try (Matrix training = unit.take(learned);
          Matrix test = unit.take(asked)) {
        int[] said = LogisticRegression.train(training, taught).predict(test);
        return Estimate.mean(
            IntStream.range(0, said.length)
                .mapToDouble(i -> said[i] == wanted[i] ? 1 : 0)
                .toArray());
      }
    }
  }
}
