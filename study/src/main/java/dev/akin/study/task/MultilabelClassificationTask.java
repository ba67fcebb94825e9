package dev.akin.study.task;

import dev.akin.encoder.Encoder;
import dev.akin.eval.label.Average;
import dev.akin.eval.label.LabelRanking;
import dev.akin.eval.label.MultiLabel;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.vector.Matrix;
import dev.akin.vector.probe.FewShot;
import dev.akin.vector.probe.MultiLabelNeighbours;
import dev.akin.vector.probe.NearestNeighbours;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * MTEB's classification of texts with several labels each: ten times a few texts of each label are
 * drawn, and a text gets the labels that most of its five nearest drawn texts have.
 *
 * <p>Main figure: the mean share of texts whose labels are all right; beside it label ranking
 * average precision and F1.
 */
public final class MultilabelClassificationTask implements Task {
  private static final int NEIGHBOURS = 5;
  private static final int PER_LABEL = 8;
  private static final long SEED = 42;

  private final String name;
  private final LabelledTexts train;
  private final LabelledTexts test;
  private final List<String> labels;

  /**
   * A task of texts whose label column holds labels between separators, {@code a|b}; an empty one
   * means none.
   *
   * @throws IllegalArgumentException if there is no label to learn, no test text, or a label is
   *     tested that is not learned (names it)
   */
  public MultilabelClassificationTask(String name, LabelledTexts train, LabelledTexts test) {
    this.name = name;
    this.train = train;
    this.test = test;
    this.labels = distinct(train);
    if (labels.isEmpty() || test.size() == 0) {
      throw new IllegalArgumentException(
          "%s: %d labels to learn and %d texts to test; it takes one of each"
              .formatted(name, labels.size(), test.size()));
    }
    TreeSet<String> unknown = new TreeSet<>(distinct(test));
    labels.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: the label '%s' is tested, but no text to learn from has it"
              .formatted(name, unknown.first()));
    }
  }

  private static List<String> distinct(LabelledTexts texts) {
    return texts.labels().stream().flatMap(s -> parts(s).stream()).distinct().sorted().toList();
  }

  private static List<String> parts(String labels) {
    return Arrays.stream(labels.split("\\|")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private boolean[][] matrix(LabelledTexts texts) {
    boolean[][] matrix = new boolean[texts.size()][labels.size()];
    for (int i = 0; i < matrix.length; i++) {
      for (String label : parts(texts.labels().get(i))) {
        matrix[i][labels.indexOf(label)] = true;
      }
    }
    return matrix;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public TaskType type() {
    return TaskType.MULTILABEL_CLASSIFICATION;
  }

  @Override
  public String data() {
    return String.format(Locale.ROOT, "%,d labels, %,d texts to test", labels.size(), test.size());
  }

  @Override
  public TaskResult evaluate(MeasuredSystem system) {
    Encoder encoder =
        system.requireEncoder(
            name, Stream.concat(train.texts().stream(), test.texts().stream()).toList());
    boolean[][] known = matrix(train);
    boolean[][] gold = matrix(test);
    FewShot draws = new FewShot(PER_LABEL, SEED);
    double[] exact = new double[gold.length];
    Means means = new Means();
    try (TextRows learned = TextRows.of(encoder, train.texts());
        TextRows tested = TextRows.of(encoder, test.texts())) {
      for (int experiment = 0; experiment < ClassificationTask.EXPERIMENTS; experiment++) {
        int[] items = draws.draw(known, experiment);
        double[][] shares = shares(learned.rows(), known, items, tested.rows());
        MultiLabel result = MultiLabel.of(gold, moreThanHalf(shares));
        means.add("accuracy", result.subsetAccuracy());
        means.add("lrap", LabelRanking.of(gold, shares).averagePrecision());
        means.add("f1", result.f1(Average.MACRO));
        double[] right = result.exact();
        for (int i = 0; i < exact.length; i++) {
          exact[i] += right[i] / ClassificationTask.EXPERIMENTS;
        }
      }
      return new TaskResult(
          name,
          type(),
          system.name(),
          means.means(),
          Estimate.mean(exact),
          TaskResult.numbered("text", gold.length),
          TextRows.truncation(learned.report().plus(tested.report())).stream().toList());
    }
  }

  private static double[][] shares(Matrix rows, boolean[][] known, int[] items, Matrix tested) {
    try (Matrix own = rows.take(items)) {
      boolean[][] labels =
          IntStream.of(items).mapToObj(item -> known[item]).toArray(boolean[][]::new);
      NearestNeighbours.Options options =
          NearestNeighbours.Options.DEFAULT.withK(Math.min(NEIGHBOURS, items.length));
      return MultiLabelNeighbours.train(own, labels, options).shares(tested);
    }
  }

  private static boolean[][] moreThanHalf(double[][] shares) {
    return Arrays.stream(shares)
        .map(row -> {
          boolean[] labels = new boolean[row.length];
          IntStream.range(0, row.length).forEach(i -> labels[i] = row[i] > 0.5);
          return labels;
        })
        .toArray(boolean[][]::new);
  }
}
