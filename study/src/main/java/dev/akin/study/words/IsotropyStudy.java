package dev.akin.study.words;

import dev.akin.format.words.WordList;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.vector.Matrix;
import dev.akin.vector.geometry.Isotropy;
import dev.akin.vector.transform.PrincipalAxes;
import dev.akin.vector.transform.Subspace;
import dev.akin.vector.transform.Transform;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.SimilaritySet;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainingOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Whether word vectors that are spread evenly agree better with people. */
public final class IsotropyStudy implements Study {
  private static final String RAW = "as learned";
  private static final String CENTRED = "centred";
  private static final String TOP = "all but the top";
  private static final String CHANCE = "centred, without directions drawn by chance";
  private static final List<String> SETS =
      List.of("EN-WS-353-ALL", "EN-MEN-TR-3k", "EN-SIMLEX-999");

  /** The paper takes out a hundredth of the cells. */
  private static final int CELLS_A_DIRECTION = 100;

  /** Beside it so many times as many. */
  private static final int MORE = 3;

  private static final long WORDS = 2_000_000;

  @Override
  public String name() {
    return "isotropy";
  }

  @Override
  public String title() {
    return "Word vectors spread evenly";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "All-but-the-Top: Simple and Effective Postprocessing for Word Representations",
        "Mu and Viswanath",
        2018,
        "taking the mean and the few directions of largest variance out of word vectors makes them"
            + " more isotropic, and agree better with people on how alike words are.");
  }

  @Override
  public List<String> data() {
    return List.of(Wikipedia.PATH, "words/similarity");
  }

  @Override
  public String design() {
    return """
    Two tables of 100 cells, so that the answer is not one method's: CBOW learned on 17 million words of
    Wikipedia and skip-gram learned on the first 2 million (both 5 epochs, window 5, 5 negatives, one thread), cut
    to the words that both have. On these words each transform is fitted, and applied to all of them: centring;
    *all but the top*, which also takes out the first principal axis, a hundredth of the cells as in the paper,
    and the first three; ZCA whitening, which brings all axes to one length. Read by cosine over the same
    pairs.

    The claim as a figure: Spearman's correlation with people, all but the top minus as learned, the mean of
    WordSim-353, MEN and SimLex-999 and of both tables. Control: all but the top minus centred vectors
    from which as many directions drawn by chance are taken out, which costs a direction as well and not the
    one that all words share.

    The second table has what is meant by evenly: the mean cosine of all pairs of words; min Z / max Z of the
    paper's equation 7, with Z(c) = Σ exp(c·x) over the eigenvectors and their contraries, rows brought to
    a mean length of 1; and the share of the variance that lies along the first axis.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    List<WordTask> tasks = new ArrayList<>();
    for (String set : SETS) {
      tasks.add(
          new WordTasks.Similarity(
              SimilaritySet.read(context.require("words/similarity/" + set + ".txt"))));
    }
    Map<String, WordVectors> learned = new LinkedHashMap<>();
    TrainingOptions few = TrainingOptions.of(Method.SKIP_GRAM);
    try (WordVectors cbow = Wikipedia.cbow(context);
        WordVectors skipGram =
            LearnedWords.of(
                context, "wikipedia-first-" + WORDS, Wikipedia.first(context, WORDS), few)) {
      WordList both =
          WordList.of(
              IntStream.range(0, skipGram.size())
                  .mapToObj(skipGram.words()::word)
                  .filter(word -> cbow.find(word).isPresent())
                  .toList());
      learned.put("CBOW", WordFigures.restricted(cbow, both));
      learned.put("skip-gram", WordFigures.restricted(skipGram, both));
      context.progress().accept("spreading vectors");
      return outcome(learned, tasks, context.seed());
    } finally {
      learned.values().forEach(WordVectors::close);
    }
  }

  /**
   * What is done to rows, by name.
   *
   * @param rows as learned; borrowed
   */
  private static Map<String, Transform> transforms(Matrix rows, long seed) {
    int directions = Math.max(1, rows.dimension() / CELLS_A_DIRECTION);
    PrincipalAxes axes = PrincipalAxes.fit(rows);
    Transform centre = Transform.centre(rows);
    Map<String, Transform> transforms = new LinkedHashMap<>();
    transforms.put(CENTRED, centre);
    transforms.put(TOP, axes.allButTheTop(directions));
    transforms.put(TOP + ", three times as many", axes.allButTheTop(MORE * directions));
    transforms.put("whitened", axes.zca());
    transforms.put(CHANCE, centre.then(byChance(rows.dimension(), directions, seed)));
    return transforms;
  }

  private static Transform byChance(int dimension, int directions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (Matrix drawn = Matrix.allocate(directions, dimension)) {
      for (int d = 0; d < directions; d++) {
        for (int c = 0; c < dimension; c++) {
          drawn.set(d, c, (float) random.nextGaussian());
        }
      }
      return Subspace.spannedBy(drawn).rejection(1);
    }
  }

  /**
   * The outcome on any tables of the same words.
   *
   * @param learned tables by name, borrowed
   */
  static Outcome outcome(
      Map<String, WordVectors> learned, List<? extends WordTask> tasks, long seed) {
    WordComparison comparison = new WordComparison();
    ResultTable.Builder spread =
        ResultTable.titled(
            "How evenly the vectors are spread",
            "vectors",
            "mean cosine",
            "min Z / max Z",
            "variance along the first axis");
    learned.forEach((name, vectors) -> {
      try (Matrix rows = rows(vectors)) {
        put(comparison, spread, row(name, RAW), vectors, tasks);
        transforms(rows, seed)
            .forEach((operation, transform) -> {
              try (WordVectors after = WordVectors.of(vectors.words(), transform.apply(rows))) {
                put(comparison, spread, row(name, operation), after, tasks);
              }
            });
      }
    });
    List<String> names = List.copyOf(learned.keySet());
    List<String> sets = tasks.stream().map(WordTask::name).toList();
    List<ResultTable> tables =
        new ArrayList<>(List.of(comparison.table("Spearman's ρ"), spread.build()));
    names.forEach(name -> tables.add(comparison.differences(row(name, TOP), row(name, RAW), seed)));
    tables.add(operations(comparison, names, sets, seed));
    return new Outcome(
        difference(comparison, TOP, RAW, names, sets)
            .measure("Spearman, all but the top − as learned, mean of tables and sets", 0, seed),
        difference(comparison, TOP, CHANCE, names, sets)
            .measure("all but the top − without directions drawn by chance", 0, seed),
        tables,
        List.of(
            "Each table was learned once: the intervals are over pairs of words, not over seeds."));
  }

  private static ResultTable operations(
      WordComparison comparison, List<String> names, List<String> sets, long seed) {
    ResultTable.Builder table =
        ResultTable.titled(
            "Each operation − as learned, mean of tables and sets",
            "operation",
            "difference",
            "95 % interval");
    for (String operation : comparison.representations()) {
      String first = names.getFirst() + ", ";
      if (operation.startsWith(first) && !operation.endsWith(RAW)) {
        String title = operation.substring(first.length());
        Measure measure = difference(comparison, title, RAW, names, sets).measure(title, 0, seed);
        table.row(title, Results.digits(measure.value()), Results.interval(measure));
      }
    }
    return table.build();
  }

  private static Contrast difference(
      WordComparison comparison,
      String first,
      String second,
      List<String> names,
      List<String> sets) {
    Contrast all = Contrast.none();
    for (String name : names) {
      all = comparison.plus(all, 1.0 / names.size(), row(name, first), row(name, second), sets);
    }
    return all;
  }

  private static String row(String table, String operation) {
    return table + ", " + operation;
  }

  private static void put(
      WordComparison comparison,
      ResultTable.Builder spread,
      String name,
      WordVectors vectors,
      List<? extends WordTask> tasks) {
    comparison.put(name, vectors, tasks);
    try (Matrix rows = rows(vectors);
        Matrix scaled = ofMeanLengthOne(rows)) {
      double[] variances = PrincipalAxes.fit(rows).variances();
      spread.row(
          name,
          Results.digits(Isotropy.meanCosine(rows)),
          Results.digits(Isotropy.partitionRatio(scaled)),
          Results.digits(variances[0] / Arrays.stream(variances).sum()));
    }
  }

  private static Matrix rows(WordVectors vectors) {
    return Matrix.of(
        IntStream.range(0, vectors.size()).mapToObj(vectors::vector).toArray(float[][]::new));
  }

  /** Lengths count in Z, and what a transform does to all of them at once must not. */
  static Matrix ofMeanLengthOne(Matrix rows) {
    double sum = 0;
    for (int i = 0; i < rows.rows(); i++) {
      double square = 0;
      for (float cell : rows.copyRow(i)) {
        square += (double) cell * cell;
      }
      sum += Math.sqrt(square);
    }
    float scale = (float) (rows.rows() / sum);
    Matrix scaled = Matrix.allocate(rows.rows(), rows.dimension());
    for (int i = 0; i < rows.rows(); i++) {
      float[] row = rows.copyRow(i);
      for (int c = 0; c < row.length; c++) {
        row[c] *= scale;
      }
      scaled.setRow(i, row);
    }
    return scaled;
  }
}
