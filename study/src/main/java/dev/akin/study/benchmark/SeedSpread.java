package dev.akin.study.benchmark;

import dev.akin.format.words.WordFormat;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.task.RetrievalTask;
import dev.akin.text.Document;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.Method;
import dev.akin.words.training.TextWords;
import dev.akin.words.training.TrainedTables;
import dev.akin.words.training.TrainingListener;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two ways of learning, each with several seeds: what a seed moves beside what the way moves.
 *
 * @param spreads one a corpus
 */
record SeedSpread(List<Spread> spreads) {
  private static final int SEEDS = 5;
  private static final double LEVEL = 0.05;

  /**
   * The queries' values on one corpus.
   *
   * @param newer [seeds][queries]
   * @param older [seeds][queries]
   */
  @SuppressWarnings("ArrayRecordComponent") // made and read in this package, compared nowhere
  record Spread(String corpus, double[][] newer, double[][] older) {
    /** The gain of each seed of the one over each seed of the other. */
    double[] gains() {
      return Arrays.stream(newer)
          .flatMapToDouble(
              row -> Arrays.stream(older).mapToDouble(other -> mean(row) - mean(other)))
          .toArray();
    }

    /** Largest less smallest mean over the seeds of one way. */
    static double range(double[][] seeds) {
      double[] means = Arrays.stream(seeds).mapToDouble(Spread::mean).sorted().toArray();
      return means[means.length - 1] - means[0];
    }

    /** Share of the pairs of seeds of one way that a paired t test tells apart. */
    static double toldApart(double[][] seeds) {
      int pairs = 0;
      int apart = 0;
      for (int i = 0; i < seeds.length; i++) {
        for (int j = 0; j < i; j++) {
          pairs++;
          apart += HalvedGain.compared(seeds[i], seeds[j]).test().isSignificant(LEVEL) ? 1 : 0;
        }
      }
      return pairs == 0 ? 0 : (double) apart / pairs;
    }

    private static double mean(double[] values) {
      return Arrays.stream(values).average().orElse(0);
    }
  }

  /** Learns word vectors from the tasks' documents, and measures them on the tasks. */
  static SeedSpread measure(StudyContext context, List<RetrievalTask> tasks) throws IOException {
    Path text = context.work().resolve("documents.txt");
    write(tasks, text);
    Map<Method, List<String>> systems = new LinkedHashMap<>();
    for (Method method : List.of(Method.SKIP_GRAM, Method.CBOW)) {
      List<String> learned = new ArrayList<>();
      for (int seed = 1; seed <= SEEDS; seed++) {
        context.progress().accept("%s, seed %d".formatted(method.label(), seed));
        learned.add("words:" + learn(context, text, method, context.seed() + seed));
      }
      systems.put(method, learned);
    }
    List<String> newer = systems.getOrDefault(Method.SKIP_GRAM, List.of());
    List<String> older = systems.getOrDefault(Method.CBOW, List.of());
    Results results =
        Results.measure(context, Stream.concat(newer.stream(), older.stream()).toList(), tasks);
    return new SeedSpread(
        tasks.stream()
            .map(task ->
                new Spread(
                    task.name(),
                    values(results, newer, task.name()),
                    values(results, older, task.name())))
            .toList());
  }

  private static double[][] values(Results results, List<String> systems, String task) {
    return systems.stream()
        .map(system -> RetrievalGainsStudy.perItem(results.figure(system, task)))
        .toArray(double[][]::new);
  }

  /** A document a line, its words in lower case, as they are looked up later. */
  private static void write(List<RetrievalTask> tasks, Path text) throws IOException {
    List<String> lines = new ArrayList<>();
    for (RetrievalTask task : tasks) {
      try (Stream<Document> documents = task.set().corpus().documents()) {
        documents.forEach(document ->
            lines.add(
                Arrays.stream(
                        document
                            .titleAndText()
                            .toLowerCase(Locale.ROOT)
                            .split("[^\\p{L}\\p{N}]+", -1))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(" "))));
      }
    }
    Files.write(text, lines);
  }

  /** One thread, so that a seed gives the same vectors again. */
  private static Path learn(StudyContext context, Path text, Method method, long seed)
      throws IOException {
    Path vectors = context.work().resolve("%s-%d.vec".formatted(method.label(), seed));
    Path state = context.work().resolve("%s-%d.training".formatted(method.label(), seed));
    TrainingOptions options = TrainingOptions.builder(method).seed(seed).leastCount(2).build();
    try (TrainedTables learned =
        new LookupTrainer(options)
            .train(
                new TextWords(text),
                TrainingRun.in(Files.createDirectories(state)),
                TrainingListener.NONE)) {
      learned.write(vectors, WordFormat.WORD2VEC_TEXT);
    }
    return vectors;
  }

  /** A row a corpus. */
  ResultTable table() {
    ResultTable.Builder table =
        ResultTable.titled(
            "What seeds say: skip-gram over CBOW, %d seeds each".formatted(SEEDS),
            "corpus",
            "mean gain",
            "smallest and largest gain of two seeds",
            "pairs of seeds with the same winner",
            "range over seeds of skip-gram",
            "range over seeds of CBOW",
            "two seeds of one method told apart");
    for (Spread spread : spreads) {
      double[] gains = Arrays.stream(spread.gains()).sorted().toArray();
      double mean = Arrays.stream(gains).average().orElse(0);
      table.row(
          spread.corpus(),
          RetrievalGainsStudy.signed(mean),
          "%s to %s"
              .formatted(
                  RetrievalGainsStudy.signed(gains[0]),
                  RetrievalGainsStudy.signed(gains[gains.length - 1])),
          RetrievalGainsStudy.percent(
              (double) Arrays.stream(gains).filter(gain -> gain * mean > 0).count() / gains.length),
          Results.digits(Spread.range(spread.newer())),
          Results.digits(Spread.range(spread.older())),
          RetrievalGainsStudy.percent(
              (Spread.toldApart(spread.newer()) + Spread.toldApart(spread.older())) / 2));
    }
    return table.build();
  }
}
