package dev.akin.study.words;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.claim.Verdict;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.task.LabelledTexts;
import dev.akin.study.task.ScoredPairs;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import dev.akin.vector.probe.LogisticRegression;
import dev.akin.vector.transform.Transform;
import dev.akin.words.WordVectors;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainingOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What is left of a concept after it was erased from rows of an encoder, and what that costs. */
public final class ConceptsStudy implements Study {
  private static final String QUESTIONS = "classification/trec-questions/train.tsv.gz";
  private static final String PAIRS = "sts/stsb-en/test.tsv";

  /** The kind of questions that ask for people. */
  private static final String CONCEPT = "HUM";

  private static final int ASKED_PAIRS = 500;
  private static final int OTHERS = 1000;
  private static final long WORDS = 2_000_000;

  /** Wrong labels of two that are equally frequent: a half is chance. */
  private static final double NEAR_CHANCE = 0.45;

  /** A variance below this share of the largest is the rounding of float32 cells. */
  private static final double ROUNDING = 1e-10;

  private static final String TEXTS = "texts";

  private static final List<String> LISTED =
      List.of(
          "football",
          "baseball",
          "basketball",
          "hockey",
          "tennis",
          "soccer",
          "cricket",
          "rugby",
          "golf",
          "boxing");
  private static final List<String> RELATED =
      List.of(
          "league",
          "team",
          "player",
          "coach",
          "championship",
          "tournament",
          "stadium",
          "athlete",
          "referee",
          "match");

  @Override
  public String name() {
    return "concepts";
  }

  @Override
  public String title() {
    return "A concept taken out of an encoder's rows";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "LEACE: Perfect linear concept erasure in closed form",
        "Belrose et al.",
        2023,
        "after least-squares erasure no linear classifier finds the concept, and the rows change as"
            + " little as they can.");
  }

  @Override
  public List<String> data() {
    return List.of(QUESTIONS, PAIRS, Wikipedia.PATH);
  }

  @Override
  public String design() {
    return """
    Rows of `minilm` of questions (TREC); the concept is that a question asks for a person, and as many questions
    that do not are drawn by seed. Erasures are fitted on 1,200 of them. A logistic regression, cells
    at the scale at which they vary by 1 before anything is erased, learns the concept from 600 erased rows that no erasure was
    fitted on, and is asked about 640 others. On the rows that it was fitted on least-squares erasure leaves
    nothing to learn, which is a theorem and not a finding; a regression that learns from those is in the
    table beside it. What it misses elsewhere depends on how many rows it was fitted on, so LEACE is
    also fitted on a quarter and on half of them.

    Erasures: nothing; the difference of the means projected away; DECOR, the first one or eight directions
    of the centred rows that have the concept projected away; the closed-form edit (UCE) that makes
    rows with the concept the mean of the others, which are preserved; the same edited three times again with the row
    that gives the concept back (RECE); and least-squares erasure (LEACE). What it costs: the other five kinds
    of 1,000 questions that do not ask for people, read off by a logistic regression in five folds, and
    Spearman's correlation on 500 pairs of STS-B.

    The claim as a figure: the share of wrong labels of the regression after LEACE, which must exceed .45,
    near the half that chance gives. Control: that share minus the one after LEACE fitted to
    the concept dealt to the rows anew. Each erasure has the same verdict in its row.

    Beside it, the filter of SAFREE, which flags the tokens of a text that carry a concept: CBOW vectors
    learned on the first 2 million words of Wikipedia, read at length 1; the concept is ten listed sports,
    and 500 prompts of eight words drawn by seed from ranks 200 to 5,000 have one of them, one of ten related
    words that are not listed, or neither.
    """;
  }

  /**
   * Rows in three parts: those that erasures are fitted on, those that a second probe learns from,
   * and those asked about.
   *
   * @param rows borrowed
   * @param concept 1 for a row that has it, 0 for one that has not, in each part as many of both
   * @param fitted rows of the first part
   * @param fresh rows of the second
   */
  @SuppressWarnings("ArrayRecordComponent") // made here, and compared nowhere
  record Parts(Matrix rows, int[] concept, int fitted, int fresh) {
    /** Of the texts with the concept, and of as many without, so many of each. */
    static final int FITTED = 600;

    static final int FRESH = 300;
    static final int ASKED = 320;

    /** Whether each row asked about got a wrong label from a probe that learned this part. */
    Estimate wrong(Matrix erased, int from, int to) {
      int[] learned = IntStream.range(from, to).toArray();
      int[] asked = IntStream.range(fitted + fresh, concept.length).toArray();
      try (Matrix known = erased.take(learned);
          Matrix unknown = erased.take(asked)) {
        int[] said = LogisticRegression.train(known, labels(learned)).predict(unknown);
        int[] wanted = labels(asked);
        return Estimate.mean(
            IntStream.range(0, said.length)
                .mapToDouble(i -> said[i] == wanted[i] ? 0 : 1)
                .toArray());
      }
    }

    private int[] labels(int[] places) {
      return IntStream.of(places).map(place -> concept[place]).toArray();
    }

    Erasures erasures() {
      return new Erasures(
          IntStream.range(0, fitted).mapToObj(rows::copyRow).toArray(float[][]::new),
          labels(IntStream.range(0, fitted).toArray()));
    }

    /** Whether a probe that learned rows no erasure was fitted on got each label wrong. */
    Estimate wrongFresh(Transform erasure) {
      try (Matrix erased = standardised(rows, erasure)) {
        return wrong(erased, fitted, fitted + fresh);
      }
    }
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    LabelledTexts questions = LabelledTexts.read(context.require(QUESTIONS));
    List<String> asking = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int place : shuffled(questions.size(), context.seed())) {
      if (questions.labels().get(place).equals(CONCEPT)) {
        asking.add(questions.texts().get(place));
      } else {
        others.add(place);
      }
    }
    int each = Parts.FITTED + Parts.FRESH + Parts.ASKED;
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      // One with the concept and one without in turn: every part has as many of both.
      texts.add(asking.get(i));
      texts.add(questions.texts().get(others.get(i)));
    }
    List<Integer> rest = others.subList(each, each + OTHERS);
    ScoredPairs pairs =
        ScoredPairs.read(context.require(PAIRS)).sampled(ASKED_PAIRS, context.seed());
    Encoder minilm =
        context.systems().open(SystemSpec.parse("minilm")).requireEncoder(name(), List.of());
    context.progress().accept("reading questions and pairs");
    try (Matrix rows = minilm.encode(texts, Role.DOCUMENT);
        Matrix other =
            minilm.encode(rest.stream().map(questions.texts()::get).toList(), Role.DOCUMENT);
        Matrix first = minilm.encode(pairs.first(), Role.DOCUMENT);
        Matrix second = minilm.encode(pairs.second(), Role.DOCUMENT)) {
      FoldedProbe kinds =
          new FoldedProbe(rest.stream().map(questions.labels()::get).toList(), context.seed());
      Map<String, Function<Transform, Estimate>> costs = new LinkedHashMap<>();
      costs.put("other kinds of questions", erasure -> labels(other, kinds, erasure));
      costs.put("STS-B", erasure -> similarity(first, second, pairs.scores(), erasure));
      int[] concept = IntStream.range(0, texts.size()).map(i -> 1 - i % 2).toArray();
      context.progress().accept("erasing");
      return outcome(
          new Parts(rows, concept, 2 * Parts.FITTED, 2 * Parts.FRESH),
          costs,
          List.of(filtered(context)),
          context.seed());
    }
  }

  private static List<Integer> shuffled(int count, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  private static Estimate labels(Matrix rows, FoldedProbe kinds, Transform erasure) {
    try (Matrix erased = standardised(rows, erasure)) {
      return kinds.accuracy(erased);
    }
  }

  /**
   * Erased rows whose cells have the scale at which they vary by 1 before anything is erased. A
   * cell that varies by rounding alone is 0: brought to that variance, its rounding would be read,
   * and what an erasure leaves of the concept in the last digits with it.
   *
   * @return to be closed by the caller
   */
  static Matrix standardised(Matrix rows, Transform erasure) {
    double[] scales = scales(rows);
    Matrix standardised = Matrix.allocate(rows.rows(), rows.dimension());
    for (int i = 0; i < rows.rows(); i++) {
      float[] erased = erasure.apply(rows.copyRow(i));
      for (int c = 0; c < erased.length; c++) {
        standardised.set(i, c, (float) (scales[c] * erased[c]));
      }
    }
    return standardised;
  }

  private static double[] scales(Matrix rows) {
    double[] variances = new double[rows.dimension()];
    for (int c = 0; c < variances.length; c++) {
      double mean = 0;
      for (int i = 0; i < rows.rows(); i++) {
        mean += rows.get(i, c) / (double) rows.rows();
      }
      for (int i = 0; i < rows.rows(); i++) {
        variances[c] += (rows.get(i, c) - mean) * (rows.get(i, c) - mean) / rows.rows();
      }
    }
    double least = ROUNDING * Arrays.stream(variances).max().orElseThrow();
    return Arrays.stream(variances)
        .map(variance -> variance > least ? 1 / Math.sqrt(variance) : 0)
        .toArray();
  }

  private static Estimate similarity(
      Matrix first, Matrix second, List<Double> people, Transform erasure) {
    return WordEstimates.spearman(
        people.stream().mapToDouble(Double::doubleValue).toArray(),
        IntStream.range(0, first.rows())
            .mapToDouble(row ->
                Similarity.COSINE.between(
                    erasure.apply(first.copyRow(row)), erasure.apply(second.copyRow(row))))
            .toArray());
  }

  private static ResultTable filtered(StudyContext context) throws IOException {
    try (WordVectors vectors =
        LearnedWords.of(
            context,
            "wikipedia-first-" + WORDS,
            Wikipedia.first(context, WORDS),
            TrainingOptions.of(Method.CBOW))) {
      context.progress().accept("filtering prompts");
      return new FilterTrials(
              vectors,
              FilterTrials.known(vectors, LISTED),
              FilterTrials.known(vectors, RELATED),
              200,
              5000,
              500)
          .table(List.of(0.01, 0.05, 0.1), context.seed());
    }
  }

  /**
   * What an erasure leaves, and costs.
   *
   * @param fresh wrong labels of a probe that learned rows no erasure was fitted on
   * @param same wrong labels of one that learned the rows fitted on
   * @param costs in the order of the costs
   */
  private record Left(Estimate fresh, Estimate same, List<Estimate> costs) {}

  /**
   * The outcome on any rows.
   *
   * @param costs other figures of rows that an erasure is applied to, by name
   * @param more tables that are printed behind
   */
  static Outcome outcome(
      Parts parts,
      Map<String, Function<Transform, Estimate>> costs,
      List<ResultTable> more,
      long seed) {
    Erasures erasures = parts.erasures();
    Map<String, Left> left = new LinkedHashMap<>();
    erasures
        .all(seed)
        .forEach((name, erasure) -> {
          try (Matrix erased = standardised(parts.rows(), erasure)) {
            left.put(
                name,
                new Left(
                    parts.wrong(erased, parts.fitted(), parts.fitted() + parts.fresh()),
                    parts.wrong(erased, 0, parts.fitted()),
                    costs.values().stream().map(cost -> cost.apply(erasure)).toList()));
          }
        });
    Left least = left(left, Erasures.LEAST_SQUARES);
    List<ResultTable> tables = new ArrayList<>();
    tables.add(erased(left, seed));
    tables.add(costs(left, List.copyOf(costs.keySet()), seed));
    tables.add(byRows(parts, erasures, seed));
    tables.add(derived(erasures));
    tables.addAll(more);
    return new Outcome(
        wrong(least.fresh(), seed),
        Contrast.none()
            .plusDifference(1, TEXTS, least.fresh(), left(left, Erasures.DEALT).fresh())
            .measure("LEACE − LEACE fitted to the concept dealt anew", 0, seed),
        tables,
        List.of(
            "Erasures are fitted once: the intervals are over texts and pairs, not over what they"
                + " are fitted on."));
  }

  private static Left left(Map<String, Left> all, String name) {
    Left left = all.get(name);
    if (left == null) {
      throw new IllegalArgumentException("no erasure '%s' in %s".formatted(name, all.keySet()));
    }
    return left;
  }

  private static Measure wrong(Estimate wrong, long seed) {
    return Contrast.none()
        .plus(1, TEXTS, wrong)
        .measure("wrong labels of the concept after LEACE", NEAR_CHANCE, seed);
  }

  private static ResultTable erased(Map<String, Left> all, long seed) {
    ResultTable.Builder table =
        ResultTable.titled(
            "The concept, after it was erased (a half is chance)",
            "erasure",
            "accuracy, probe of rows not fitted on",
            "near chance",
            "accuracy, probe of the rows fitted on");
    Left nothing = left(all, Erasures.NOTHING);
    all.forEach((name, left) ->
        table.row(
            name,
            accuracy(left.fresh(), seed),
            verdict(left.fresh(), nothing.fresh(), seed).printedName(),
            accuracy(left.same(), seed)));
    return table.build();
  }

  /** Whether the probe is near chance, and worse than where nothing was erased. */
  private static Verdict verdict(Estimate left, Estimate nothing, long seed) {
    return Verdict.of(
        wrong(left, seed),
        Contrast.none().plusDifference(1, TEXTS, left, nothing).measure("than before", 0, seed));
  }

  private static String accuracy(Estimate wrong, long seed) {
    Measure measure = Contrast.none().plus(1, TEXTS, wrong).measure("wrong", 0, seed);
    return "%s [%s, %s]"
        .formatted(
            Results.digits(1 - measure.value()),
            Results.digits(1 - measure.high()),
            Results.digits(1 - measure.low()));
  }

  private static ResultTable costs(Map<String, Left> all, List<String> names, long seed) {
    List<String> columns = new ArrayList<>(List.of("erasure"));
    names.forEach(name -> columns.addAll(List.of(name, "minus nothing erased")));
    ResultTable.Builder table =
        ResultTable.titled("What else is lost", columns.toArray(String[]::new));
    Left nothing = left(all, Erasures.NOTHING);
    all.forEach((name, left) -> {
      List<String> cells = new ArrayList<>(List.of(name));
      for (int c = 0; c < names.size(); c++) {
        Measure lost =
            Contrast.none()
                .plusDifference(1, names.get(c), left.costs().get(c), nothing.costs().get(c))
                .measure(names.get(c), 0, seed);
        cells.add(Results.digits(left.costs().get(c).value()));
        cells.add("%s %s".formatted(Results.digits(lost.value()), Results.interval(lost)));
      }
      table.row(cells.toArray(String[]::new));
    });
    return table.build();
  }

  private static ResultTable byRows(Parts parts, Erasures erasures, long seed) {
    ResultTable.Builder table =
        ResultTable.titled(
            "LEACE by the rows that it is fitted on",
            "rows",
            "accuracy, probe of rows not fitted on");
    for (int share = 4; share >= 1; share /= 2) {
      int first = parts.fitted() / share;
      table.row(
          "%,d".formatted(first), accuracy(parts.wrongFresh(erasures.leastSquares(first)), seed));
    }
    return table.build();
  }

  private static ResultTable derived(Erasures erasures) {
    ResultTable.Builder table =
        ResultTable.titled(
            "How near a row made for it comes to the concept through an edit",
            "edit",
            "distance, in lengths of the concept");
    for (int rounds = 0; rounds <= Erasures.rounds(); rounds++) {
      table.row(
          rounds == 0 ? "once" : "%d times again".formatted(rounds),
          Results.digits(erasures.distanceOfDerived(erasures.edit(rounds))));
    }
    return table.build();
  }
}
