package dev.akin.study.task;

import dev.akin.encoder.Encoder;
import dev.akin.eval.cluster.Clustering;
import dev.akin.eval.cluster.Normalisation;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.vector.Matrix;
import dev.akin.vector.cluster.MiniBatchKMeans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * MTEB's clustering in its fast form: a sample of the texts is encoded, ten times a bootstrap of it
 * is clustered by mini-batch k-means into as many clusters as there are labels (batches of 512, one
 * start), and clusters are held against labels.
 *
 * <p>Main figure: the mean v-measure. Its items are the ten bootstraps, which share texts: the
 * interval speaks of the draws and not of other texts.
 */
public final class ClusteringTask implements Task {
  private static final int BOOTSTRAPS = 10;

  /** Texts encoded, and texts of a bootstrap, at most. */
  private static final int MOST_TEXTS = 16_384;

  private static final int BATCH = 512;
  private static final long SEED = 42;

  private final String name;
  private final LabelledTexts sample;
  private final List<String> labels;

  /**
   * A task of labelled texts, of which at most {@value #MOST_TEXTS} are used.
   *
   * @param mostTexts fewer, to be quick
   * @throws IllegalArgumentException if the texts have fewer than two labels
   */
  public ClusteringTask(String name, LabelledTexts texts, int mostTexts) {
    int kept = Math.min(Math.min(mostTexts, MOST_TEXTS), texts.size());
    int[] order = LabelledTexts.shuffled(texts.size(), SEED);
    this.name = name;
    this.sample = texts.taken(Arrays.stream(order, 0, kept).sorted().toArray());
    this.labels = sample.distinctLabels();
    if (labels.size() < 2) {
      throw new IllegalArgumentException(
          "%s: %d label among %d texts; clusters are held against two or more"
              .formatted(name, labels.size(), kept));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public TaskType type() {
    return TaskType.CLUSTERING;
  }

  @Override
  public String data() {
    return String.format(Locale.ROOT, "%,d texts of %,d labels", sample.size(), labels.size());
  }

  @Override
  public TaskResult evaluate(MeasuredSystem system) {
    Encoder encoder = system.requireEncoder(name, sample.texts());
    int[] codes = sample.codes(labels);
    Means means = new Means();
    try (TextRows rows = TextRows.of(encoder, sample.texts())) {
      SplittableRandom random = new SplittableRandom(SEED);
      for (int i = 0; i < BOOTSTRAPS; i++) {
        int[] items = random.ints(sample.size(), 0, sample.size()).toArray();
        Clustering result = cluster(rows.rows(), codes, items, random.nextLong());
        means.add("v_measure", result.vMeasure());
        means.add("ami", result.adjustedMutualInformation(Normalisation.ARITHMETIC));
        means.add("ari", result.adjustedRandIndex());
        means.add("purity", result.purity());
      }
      List<String> warnings = new ArrayList<>();
      warnings.add(
          "%d bootstraps of the same texts: the interval speaks of draws, not of other texts"
              .formatted(BOOTSTRAPS));
      TextRows.truncation(rows.report()).ifPresent(warnings::add);
      return new TaskResult(
          name,
          type(),
          system.name(),
          means.means(),
          Estimate.mean(means.all("v_measure")),
          TaskResult.numbered("bootstrap", BOOTSTRAPS),
          warnings);
    }
  }

  private Clustering cluster(Matrix rows, int[] codes, int[] items, long seed) {
    int[] classes = IntStream.of(items).map(item -> codes[item]).toArray();
    try (Matrix drawn = rows.take(items)) {
      MiniBatchKMeans means =
          new MiniBatchKMeans(labels.size(), MiniBatchKMeans.Options.DEFAULT.withBatch(BATCH));
      return Clustering.of(classes, means.cluster(drawn, seed).assignments());
    }
  }
}
