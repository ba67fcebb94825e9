package dev.akin.study.words;

import dev.akin.encoder.Role;
import dev.akin.encoder.sparse.BagOfWords;
import dev.akin.encoder.sparse.SparseRow;
import dev.akin.encoder.sparse.TermWeight;
import dev.akin.eval.Hit;
import dev.akin.eval.JudgedRanking;
import dev.akin.eval.Metric;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.task.LabelledTexts;
import dev.akin.vector.Similarity;
import dev.akin.words.WordVectors;
import dev.akin.words.training.Method;
import dev.akin.words.training.ParagraphModel;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.Vocabulary;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Whether bits of documents that are learned as bits retrieve better than vectors cut to bits. */
public final class BinaryParagraphsStudy implements Study {
  private static final String TEXTS = "classification/20newsgroups/train.tsv.gz";
  private static final String QUERIES = "classification/20newsgroups/test.tsv.gz";
  private static final int MOST_TEXTS = 6000;
  private static final int MOST_QUERIES = 500;
  private static final int BITS = 32;
  private static final int EPOCHS = 20;
  private static final int TRAININGS = 2;
  private static final String BINARY = "Binary PV-DBOW, 32 bits";
  private static final String SPLIT = "PV-DBOW, 32 cells split at their medians";
  private static final String SIGNS = "PV-DBOW, signs of 32 cells";
  private static final String PROJECTED = "tf-idf, signs of 32 random projections";
  private static final String JOINT = "Real-binary PV-DBOW, its 32 bits";
  private static final String JOINT_REAL = "Real-binary PV-DBOW, its 100 cells by cosine";
  private static final String COSINES = "PV-DBOW, 32 cells by cosine";
  private static final String DEALT = BINARY + ", dealt anew";
  private static final String MAP = "MAP";
  private static final List<String> METRICS = List.of(MAP, "nDCG@10");

  @Override
  public String name() {
    return "binary-paragraphs";
  }

  @Override
  public String title() {
    return "Documents as bits: learned as bits or cut to bits";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Binary Paragraph Vectors",
        "Grzegorczyk and Kurdziel",
        2017,
        "codes of documents that are learned with their rounding in the network retrieve better"
            + " than real vectors that are cut to as many bits afterwards.");
  }

  @Override
  public List<String> data() {
    return List.of(TEXTS, QUERIES);
  }

  @Override
  public String design() {
    return """
    6,000 training posts of 20 Newsgroups, drawn by chance from all 20 groups, are searched; 500
    test posts are the queries, and posts of the same group are relevant. Posts are whole, with
    their headers; no stop words are dropped, but words above a share of 10⁻⁴ are sampled, and words
    that stand fewer than 5 times are left out. Binary PV-DBOW and PV-DBOW have 32 cells and learn
    with 5 noise words for 20 epochs; the training posts are learned together, the queries inferred with
    the words frozen. Each is trained twice with other seeds, and a query's figure is the mean of both.

    Posts are ranked by Hamming distance. Those at one distance have no order: a figure is its
    expected value over all orders. Cells of PV-DBOW are cut to bits at their medians over the
    training posts, which gives every bit as much to say as it can, and at zero for a row besides.
    Real-binary PV-DBOW, which learns a real vector of 100 cells and 32 bits of a projection of it together, has
    a row for each of the two.

    The claim as a figure: MAP of Binary PV-DBOW minus MAP of the split at the medians. Control: MAP of
    Binary PV-DBOW minus that of the same codes dealt anew to the posts that are searched.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    LabelledTexts texts =
        LabelledTexts.read(context.require(TEXTS)).sampled(MOST_TEXTS, context.seed());
    LabelledTexts queries =
        LabelledTexts.read(context.require(QUERIES)).sampled(MOST_QUERIES, context.seed());
    List<Rows> binary = new ArrayList<>();
    List<Rows> real = new ArrayList<>();
    List<Rows> jointBits = new ArrayList<>();
    List<Rows> jointReals = new ArrayList<>();
    for (int seed = 1; seed <= TRAININGS; seed++) {
      binary.add(learned(context, Method.BINARY_PV, seed, texts, queries));
      real.add(learned(context, Method.PV_DBOW, seed, texts, queries));
      jointBits.add(learned(context, Method.REAL_BINARY_PV, seed, texts, queries));
      jointReals.add(learnedReals(context, seed, texts, queries));
    }
    context.progress().accept("ranking posts");
    SameLabel search = new SameLabel(texts, queries);
    WordComparison comparison = new WordComparison();
    for (String metric : METRICS) {
      search.put(comparison, BINARY, metric, Similarity.HAMMING, binary);
      search.put(
          comparison,
          SPLIT,
          metric,
          Similarity.HAMMING,
          real.stream().map(Rows::splitAtMedians).toList());
      search.put(comparison, SIGNS, metric, Similarity.HAMMING, real);
      search.put(
          comparison,
          PROJECTED,
          metric,
          Similarity.HAMMING,
          List.of(projected(texts, queries, context.seed())));
      search.put(
          comparison,
          DEALT,
          metric,
          Similarity.HAMMING,
          binary.stream().map(rows -> rows.dealt(context.seed())).toList());
      search.put(comparison, COSINES, metric, Similarity.COSINE, real);
      search.put(comparison, JOINT, metric, Similarity.HAMMING, jointBits);
      search.put(comparison, JOINT_REAL, metric, Similarity.COSINE, jointReals);
    }
    return outcome(
        comparison,
        List.of(balance(BINARY, binary), balance(SIGNS, real), balance(JOINT, jointBits)),
        context.seed());
  }

  private static Rows learned(
      StudyContext context, Method method, long seed, LabelledTexts texts, LabelledTexts queries)
      throws IOException {
    Path folder = folder(context, method, seed, texts);
    try (ParagraphModel model = ParagraphModel.read(folder);
        WordVectors documents = WordVectors.open(folder.resolve(LearnedWords.DOCUMENTS))) {
      return new Rows(
          IntStream.range(0, texts.size()).mapToObj(documents::vector).toArray(float[][]::new),
          known(queries.texts(), model.vocabulary()).stream()
              .map(model::infer)
              .toArray(float[][]::new));
    }
  }

  /** The real vectors beside the codes. */
  private static Rows learnedReals(
      StudyContext context, long seed, LabelledTexts texts, LabelledTexts queries)
      throws IOException {
    Path folder = folder(context, Method.REAL_BINARY_PV, seed, texts);
    try (ParagraphModel model = ParagraphModel.read(folder);
        WordVectors documents = WordVectors.open(folder.resolve(LearnedWords.REAL_DOCUMENTS))) {
      return new Rows(
          IntStream.range(0, texts.size()).mapToObj(documents::vector).toArray(float[][]::new),
          known(queries.texts(), model.vocabulary()).stream()
              .map(model::inferReal)
              .toArray(float[][]::new));
    }
  }

  private static Path folder(StudyContext context, Method method, long seed, LabelledTexts texts)
      throws IOException {
    TrainingOptions options =
        TrainingOptions.builder(method).dimension(BITS).epochs(EPOCHS).seed(seed).build();
    String called = "20newsgroups-%d-%d".formatted(MOST_TEXTS, context.seed());
    return LearnedWords.documents(
        context, called, new SplitTexts(texts.texts(), Locale.ROOT), options);
  }

  /** The ordinals of the words of each text that are in a vocabulary, in their order. */
  private static List<int[]> known(List<String> texts, Vocabulary vocabulary) throws IOException {
    List<int[]> known = new ArrayList<>();
    IntStream.Builder[] line = {IntStream.builder()};
    new SplitTexts(texts, Locale.ROOT)
        .read(
            new WordSource.Sink() {
              @Override
              public void word(byte[] bytes, int from, int to) {
                String word = new String(bytes, from, to - from, StandardCharsets.UTF_8);
                vocabulary.words().find(word).ifPresent(line[0]::add);
              }

              @Override
              public void lineEnd() {
                known.add(line[0].build().toArray());
                line[0] = IntStream.builder();
              }
            });
    return known;
  }

  /** Rows of tf-idf on directions drawn by chance: their signs agree as their angles do. */
  private static Rows projected(LabelledTexts texts, LabelledTexts queries, long seed) {
    BagOfWords words = BagOfWords.fit(TermWeight.TF_IDF, texts.texts().stream(), Integer.MAX_VALUE);
    SplittableRandom random = new SplittableRandom(seed);
    float[][] directions = new float[words.dimension()][BITS];
    for (float[] direction : directions) {
      for (int c = 0; c < BITS; c++) {
        direction[c] = (float) random.nextGaussian();
      }
    }
    return new Rows(
        projected(texts.texts(), words, directions), projected(queries.texts(), words, directions));
  }

  private static float[][] projected(List<String> texts, BagOfWords words, float[][] directions) {
    float[][] rows = new float[texts.size()][BITS];
    for (int i = 0; i < rows.length; i++) {
      SparseRow text = words.encode(texts.get(i), Role.DOCUMENT);
      for (int w = 0; w < text.count(); w++) {
        for (int c = 0; c < BITS; c++) {
          rows[i][c] += text.weight(w) * directions[text.cell(w)][c];
        }
      }
    }
    return rows;
  }

  private static String balance(String name, List<Rows> trainings) {
    double off = 0;
    for (Rows rows : trainings) {
      for (int c = 0; c < BITS; c++) {
        int cell = c;
        double set =
            Arrays.stream(rows.texts()).mapToInt(row -> row[cell] > 0 ? 1 : 0).average().orElse(0);
        off += Math.abs(set - 0.5) / BITS / trainings.size();
      }
    }
    return "%s: a bit is set in half of the posts, give or take %.3f of them on the mean."
        .formatted(name, off);
  }

  /** The outcome of any figures. */
  static Outcome outcome(WordComparison comparison, List<String> notes, long seed) {
    return new Outcome(
        comparison
            .difference(BINARY, SPLIT, List.of(MAP))
            .measure("MAP, learned bits − cells split at their medians", 0, seed),
        comparison
            .difference(BINARY, DEALT, List.of(MAP))
            .measure("MAP, learned bits − the same dealt anew", 0, seed),
        List.of(
            comparison.table("Posts of a query's group"),
            comparison.differences(BINARY, SPLIT, seed)),
        notes);
  }

  /** A row a text and a row a query, of as many cells. */
  @SuppressWarnings("ArrayRecordComponent") // made and read in this package, compared nowhere
  record Rows(float[][] texts, float[][] queries) {
    /** The same less the medians that the cells have over the texts. */
    Rows splitAtMedians() {
      float[] medians = new float[texts[0].length];
      for (int c = 0; c < medians.length; c++) {
        int cell = c;
        double[] rising = Arrays.stream(texts).mapToDouble(row -> row[cell]).sorted().toArray();
        medians[c] = (float) ((rising[(rising.length - 1) / 2] + rising[rising.length / 2]) / 2);
      }
      return new Rows(less(texts, medians), less(queries, medians));
    }

    private static float[][] less(float[][] rows, float[] medians) {
      float[][] moved = new float[rows.length][medians.length];
      for (int i = 0; i < rows.length; i++) {
        for (int c = 0; c < medians.length; c++) {
          moved[i][c] = rows[i][c] - medians[c];
        }
      }
      return moved;
    }

    /** The same with every text's row given to another of the texts, drawn by chance. */
    Rows dealt(long seed) {
      List<float[]> dealt = new ArrayList<>(List.of(texts));
      Collections.shuffle(dealt, new Random(seed));
      return new Rows(dealt.toArray(float[][]::new), queries);
    }
  }

  /** A search in which the texts of a query's label are the relevant ones. */
  record SameLabel(LabelledTexts texts, LabelledTexts queries) {
    void put(
        WordComparison comparison,
        String name,
        String metric,
        Similarity similarity,
        List<Rows> trainings) {
      comparison.put(name, metric, figure(metric, similarity, trainings));
    }

    /** A metric's expected value over the orders of ties, an item a query, mean of trainings. */
    Estimate figure(String metric, Similarity similarity, List<Rows> trainings) {
      Metric wanted = Metric.parse(metric);
      Map<String, Map<String, Integer>> relevant = new HashMap<>();
      for (int i = 0; i < texts.size(); i++) {
        relevant
            .computeIfAbsent(texts.labels().get(i), _ -> new HashMap<>())
            .put(String.valueOf(i), 1);
      }
      double[] values = new double[queries.size()];
      for (Rows rows : trainings) {
        for (int q = 0; q < values.length; q++) {
          Map<String, Integer> judged = relevant.getOrDefault(queries.labels().get(q), Map.of());
          List<Hit> ranking = ranking(similarity, rows.queries()[q], rows.texts());
          values[q] += wanted.score(JudgedRanking.ofTied(judged, ranking)) / trainings.size();
        }
      }
      return Estimate.mean(values);
    }

    private static List<Hit> ranking(Similarity similarity, float[] query, float[][] rows) {
      return IntStream.range(0, rows.length)
          .mapToObj(i -> new Hit(String.valueOf(i), 0, similarity.between(query, rows[i])))
          .sorted(Comparator.comparingDouble(Hit::score).reversed())
          .toList();
    }
  }
}
