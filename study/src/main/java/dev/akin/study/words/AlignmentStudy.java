package dev.akin.study.words;

import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import dev.akin.vector.transform.Alignment;
import dev.akin.words.Csls;
import dev.akin.words.WordVectors;
import dev.akin.words.geometry.Rcsls;
import dev.akin.words.geometry.SelfLearning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** How many pairs of words it takes to bring two spaces together. */
public final class AlignmentStudy implements Study {
  private static final int CANDIDATES = 8000;

  /** Function words of the first ranks are in every text and say little. */
  private static final int FIRST_RANK = 100;

  private static final int LAST_RANK = 5000;
  private static final int MANY = 1000;
  private static final int SOME = 200;
  private static final int FEW = 50;
  private static final int TEST = 1000;

  @Override
  public String name() {
    return "alignment";
  }

  @Override
  public String title() {
    return "Two spaces brought together from few pairs";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "A robust self-learning method for fully unsupervised cross-lingual mappings of word"
            + " embeddings",
        "Artetxe, Labaka and Agirre",
        2018,
        "self-learning from a handful of pairs brings spaces together as well as a large dictionary"
            + " does, or better.");
  }

  @Override
  public List<String> data() {
    return List.of("text/wiki-en-17m.txt.gz");
  }

  @Override
  public String design() {
    return """
    Two languages whose dictionary is known without a mistake: the even and the odd sentences of 17
    million words of Wikipedia, each learned on its own (CBOW, 100 cells, 5 epochs); the
    translation of a word is the word itself. Of the words of rank 100 to 5,000 in the first half, 1,000
    are pairs to learn from and 1,000 others are asked for, among the 8,000 most frequent words of the
    second half.

    The claim as a figure: precision at 1 by CSLS, self-learning from 50 pairs minus a rotation
    (Procrustes) from 1,000, over the words asked for. Control: self-learning from 50 pairs minus
    the same from 50 pairs whose second words were shuffled. Two halves of one text are more alike
    than two languages, so the figures are higher than between languages; the comparison of methods
    is what counts.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    try (WordVectors first = Wikipedia.half(context, 0);
        WordVectors second = Wikipedia.half(context, 1)) {
      return outcome(
          context.progress(),
          first,
          second,
          new Sizes(CANDIDATES, FIRST_RANK, LAST_RANK, TEST, List.of(MANY, SOME, FEW)),
          context.seed());
    }
  }

  /**
   * How much of everything.
   *
   * @param pairs sizes of the dictionaries, falling; the largest is the rival, the smallest starts
   *     self-learning
   */
  record Sizes(int candidates, int firstRank, int lastRank, int test, List<Integer> pairs) {}

  /** The outcome on any two tables with words in common, by falling count. */
  static Outcome outcome(
      Consumer<String> progress, WordVectors first, WordVectors second, Sizes sizes, long seed) {
    ExactScan scan = new ExactScan(Runtime.getRuntime().availableProcessors());
    Matrix ours = first.unitRows(Math.min(sizes.candidates(), first.size()));
    Matrix theirs = second.unitRows(Math.min(sizes.candidates(), second.size()));
    try (Matrix x = Alignment.normalisation(ours).apply(ours);
        Matrix z = Alignment.normalisation(theirs).apply(theirs)) {
      Drawn drawn = Drawn.of(first, second, x.rows(), z.rows(), sizes, seed);
      Map<String, Found> found = new LinkedHashMap<>();
      for (int count : sizes.pairs()) {
        Alignment.Pairs pairs = drawn.pairs(count);
        String suffix = ", %,d pairs".formatted(count);
        progress.accept("aligning by" + suffix.substring(1));
        found.put(
            "least squares" + suffix,
            Found.by(Alignment.leastSquares(x, z, pairs, 0.01 * count), x, z, drawn, scan));
        found.put(
            "rotation" + suffix, Found.by(Alignment.procrustes(x, z, pairs), x, z, drawn, scan));
        found.put(
            "re-weighted" + suffix, Found.by(Alignment.reweighted(x, z, pairs), x, z, drawn, scan));
        found.put(
            "RCSLS" + suffix,
            Found.by(new Rcsls(10, 10, 1, scan).learn(x, z, pairs), x, z, drawn, scan));
        found.put(
            "self-learning" + suffix, Found.by(learned(x, z, pairs, scan), x, z, drawn, scan));
      }
      int few = sizes.pairs().getLast();
      String control = "self-learning, %,d shuffled pairs".formatted(few);
      found.put(
          control, Found.by(learned(x, z, drawn.shuffled(few, seed), scan), x, z, drawn, scan));
      String method = "self-learning, %,d pairs".formatted(few);
      String rival = "rotation, %,d pairs".formatted(sizes.pairs().getFirst());
      return new Outcome(
          difference(found, method, rival, seed),
          difference(found, method, control, seed),
          List.of(table(found)),
          List.of("%,d words are asked for.".formatted(drawn.test().length)));
    }
  }

  private static Alignment learned(Matrix x, Matrix z, Alignment.Pairs pairs, ExactScan scan) {
    return new SelfLearning(30, Csls.DEFAULT_NEIGHBOURS, scan).learn(x, z, pairs).alignment();
  }

  private static Measure difference(Map<String, Found> found, String a, String b, long seed) {
    return Contrast.none()
        .plusDifference(1, "words", get(found, a).byCsls(), get(found, b).byCsls())
        .measure("P@1 by CSLS, %s − %s".formatted(a, b), 0, seed);
  }

  private static Found get(Map<String, Found> found, String name) {
    Found one = found.get(name);
    if (one == null) {
      throw new IllegalStateException(name + " was not measured");
    }
    return one;
  }

  private static ResultTable table(Map<String, Found> found) {
    ResultTable.Builder table =
        ResultTable.titled("Precision at 1", "method", "nearest by cosine", "nearest by CSLS");
    found.forEach((name, each) ->
        table.row(
            name, Results.digits(each.byCosine().value()), Results.digits(each.byCsls().value())));
    return table.build();
  }

  /** Whether each word asked for was found. */
  private record Found(Estimate byCosine, Estimate byCsls) {
    static Found by(Alignment alignment, Matrix x, Matrix z, Drawn drawn, ExactScan scan) {
      try (Matrix mapped = alignment.source().apply(x);
          Matrix targets = alignment.target().apply(z);
          Matrix asked = mapped.take(drawn.test())) {
        List<List<Match>> nearest = scan.nearest(targets, asked, Similarity.COSINE, 1);
        Csls csls = Csls.between(mapped, targets, Csls.DEFAULT_NEIGHBOURS, scan);
        double[] cosine = new double[asked.rows()];
        double[] corrected = new double[asked.rows()];
        for (int i = 0; i < cosine.length; i++) {
          int wanted = drawn.wanted()[i];
          cosine[i] = nearest.get(i).getFirst().ordinal() == wanted ? 1 : 0;
          corrected[i] = csls.nearest(asked.copyRow(i), 1).getFirst().ordinal() == wanted ? 1 : 0;
        }
        return new Found(Estimate.mean(cosine), Estimate.mean(corrected));
      }
    }
  }

  /** Words to learn from and words to ask for, each with its row on the other side. */
  @SuppressWarnings("ArrayRecordComponent") // made here, and compared nowhere
  private record Drawn(int[] first, int[] second, int[] test, int[] wanted) {
    static Drawn of(
        WordVectors ours, WordVectors theirs, int rows, int candidates, Sizes sizes, long seed) {
      List<int[]> common = new ArrayList<>();
      int last = Math.min(sizes.lastRank(), rows);
      for (int i = sizes.firstRank(); i < last; i++) {
        int row = theirs.find(ours.words().word(i)).orElse(candidates);
        if (row < candidates) {
          common.add(new int[] {i, row});
        }
      }
      int pairs = sizes.pairs().getFirst();
      if (common.size() < pairs + sizes.test()) {
        throw new IllegalArgumentException(
            "%d words in common, and %d are needed".formatted(common.size(), pairs + sizes.test()));
      }
      Collections.shuffle(common, new Random(seed));
      List<int[]> learned = common.subList(0, pairs);
      List<int[]> asked = common.subList(pairs, pairs + sizes.test());
      return new Drawn(side(learned, 0), side(learned, 1), side(asked, 0), side(asked, 1));
    }

    private static int[] side(List<int[]> pairs, int side) {
      return pairs.stream().mapToInt(pair -> pair[side]).toArray();
    }

    Alignment.Pairs pairs(int count) {
      return new Alignment.Pairs(Arrays.copyOf(first, count), Arrays.copyOf(second, count));
    }

    /** The second words moved on by a random number of places: none stays. */
    Alignment.Pairs shuffled(int count, long seed) {
      int shift = 1 + new SplittableRandom(seed).nextInt(count - 1);
      return new Alignment.Pairs(
          Arrays.copyOf(first, count),
          IntStream.range(0, count).map(i -> second[(i + shift) % count]).toArray());
    }
  }
}
