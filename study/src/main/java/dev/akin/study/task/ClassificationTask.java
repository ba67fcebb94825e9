package dev.akin.study.task;

import dev.akin.encoder.Encoder;
import dev.akin.eval.label.Average;
import dev.akin.eval.label.Classification;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.vector.Matrix;
import dev.akin.vector.probe.FewShot;
import dev.akin.vector.probe.LogisticRegression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * MTEB's classification: ten times a few texts of each label are drawn, a logistic regression
 * learns from their rows and labels the whole test part.
 *
 * <p>Main figure: the mean accuracy; an item is a test text, its value the share of experiments
 * that labelled it rightly. The draws are the same for every system, but not those of MTEB's own
 * random numbers, so figures differ from published ones by what draws differ.
 */
public final class ClassificationTask implements Task {
  /** Experiments, as MTEB has them. */
  public static final int EXPERIMENTS = 10;

  private static final long SEED = 42;

  private final String name;
  private final LabelledTexts train;
  private final LabelledTexts test;
  private final List<String> labels;
  private final FewShot draws;

  /**
   * A task of labelled texts.
   *
   * @param perLabel texts of each label in an experiment: 8 in most of MTEB's tasks, 16 in some
   * @throws IllegalArgumentException if there are fewer than two labels to learn, no test text, or
   *     a label is tested that is not learned (names it)
   */
  public ClassificationTask(String name, LabelledTexts train, LabelledTexts test, int perLabel) {
    this.name = name;
    this.train = train;
    this.test = test;
    this.labels = train.distinctLabels();
    this.draws = new FewShot(perLabel, SEED);
    if (labels.size() < 2 || test.size() == 0) {
      throw new IllegalArgumentException(
          "%s: %d labels to learn and %d texts to test; it takes two labels and one text"
              .formatted(name, labels.size(), test.size()));
    }
    TreeSet<String> unknown = new TreeSet<>(test.labels());
    labels.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: the label '%s' is tested, but no text to learn from has it"
              .formatted(name, unknown.first()));
    }
  }

  /** The same with fewer texts to test, drawn by chance; what is learned from stays. */
  public ClassificationTask sampled(int mostTexts, long seed) {
    return new ClassificationTask(name, train, test.sampled(mostTexts, seed), draws.perLabel());
  }

  /** The texts that are labelled. */
  public List<String> testTexts() {
    return test.texts();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public TaskType type() {
    return TaskType.CLASSIFICATION;
  }

  @Override
  public String data() {
    return String.format(
        Locale.ROOT,
        "%,d labels, %d texts each to learn, %,d to test",
        labels.size(),
        draws.perLabel(),
        test.size());
  }

  @Override
  public TaskResult evaluate(MeasuredSystem system) {
    Encoder encoder =
        system.requireEncoder(
            name, Stream.concat(train.texts().stream(), test.texts().stream()).toList());
    int[] trainCodes = train.codes(labels);
    int[] gold = test.codes(labels);
    List<int[]> drawn =
        IntStream.range(0, EXPERIMENTS).mapToObj(i -> draws.draw(trainCodes, i)).toList();
    int[] used = drawn.stream().flatMapToInt(IntStream::of).distinct().sorted().toArray();
    double[] right = new double[gold.length];
    Means means = new Means();
    try (TextRows learned = TextRows.of(encoder, train.taken(used).texts());
        TextRows tested = TextRows.of(encoder, test.texts())) {
      for (int[] items : drawn) {
        int[] predicted = predict(learned.rows(), used, items, trainCodes, tested.rows());
        Classification result = Classification.of(gold, predicted);
        means.add("accuracy", result.accuracy());
        means.add("f1", result.f1(Average.MACRO));
        means.add("f1_weighted", result.f1(Average.WEIGHTED));
        double[] correct = result.correct();
        for (int i = 0; i < right.length; i++) {
          right[i] += correct[i] / EXPERIMENTS;
        }
      }
      List<String> warnings = new ArrayList<>(rareLabels());
      TextRows.truncation(learned.report().plus(tested.report())).ifPresent(warnings::add);
      return new TaskResult(
          name,
          type(),
          system.name(),
          means.means(),
          Estimate.mean(right),
          TaskResult.numbered("text", gold.length),
          warnings);
    }
  }

  private static int[] predict(Matrix rows, int[] used, int[] items, int[] codes, Matrix tested) {
    int[] places = IntStream.of(items).map(item -> Arrays.binarySearch(used, item)).toArray();
    int[] labels = IntStream.of(items).map(item -> codes[item]).toArray();
    try (Matrix own = rows.take(places)) {
      return LogisticRegression.train(own, labels).predict(tested);
    }
  }

  private List<String> rareLabels() {
    long rare =
        labels.stream()
            .filter(
                label -> train.labels().stream().filter(label::equals).count() < draws.perLabel())
            .count();
    return rare == 0
        ? List.of()
        : List.of(
            "%d of %d labels have fewer than %d texts to learn from"
                .formatted(rare, labels.size(), draws.perLabel()));
  }
}
