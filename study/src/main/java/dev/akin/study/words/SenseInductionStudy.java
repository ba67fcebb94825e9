package dev.akin.study.words;

import dev.akin.eval.cluster.Clustering;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.vector.Matrix;
import dev.akin.vector.cluster.KMeans;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainedTables;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.TrainingRun;
import dev.akin.words.training.WordSenses;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Whether senses learned with the vectors part contexts better than clusters of contexts do. */
public final class SenseInductionStudy implements Study {
  private static final String CONTEXTS = "senses/senseval2/senseval.zip";
  private static final long WORDS = 2_000_000;
  private static final int SENSES = 5;
  private static final int EPOCHS = 5;
  private static final int TRAININGS = 2;
  static final String LEARNED = "Disambiguated skip-gram";
  static final String NEAREST = "Multi-sense skip-gram";
  static final String CLUSTERED = "k-means on the same contexts";
  static final String DEALT = LEARNED + ", dealt anew";

  @Override
  public String name() {
    return "sense-induction";
  }

  @Override
  public String title() {
    return "Senses of words, learned or clustered";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Disambiguated Skip-gram Model",
        "Grzegorczyk and Kurdziel",
        2018,
        "senses that are learned together with their choice from the context part the occurrences"
            + " of ambiguous words better than earlier models, which cluster contexts, on three of"
            + " four sets of word sense induction.");
  }

  @Override
  public List<String> data() {
    return List.of(CONTEXTS, Wikipedia.PATH);
  }

  @Override
  public String design() {
    return """
    The 15,225 contexts of hard, interest, line and serve in the Senseval-2 sample of lexical items
    are learned from together with the first 2 million words of Wikipedia; no sense is told. An
    inflected form of the four (lines, serving) stands as the word itself. Disambiguated skip-gram has up to 5
    senses a word, 100 cells and 5 epochs; rarer words than 20 occurrences are left out.

    Each context goes to its most probable sense. Multi-sense skip-gram (Neelakantan et al. 2014) is learned alike,
    with senses that are clusters of contexts made while it learns; its settings were chosen after a look at these contexts
    by the first seed, which flatters it a little. The other way is k-means (k = 5, ten starts, by cosine) on
    what the senses of disambiguated skip-gram are chosen by: the mean output row of the words around, five on each side, each as much
    as its occurrences are kept while sampling. So both see the same words through the same vectors, and
    differ in how the contexts are parted alone. Figures are adjusted Rand indices against the senses
    that people gave, means of two trainings with other seeds; items are contexts.

    The claim as a figure: the index of disambiguated skip-gram minus that of k-means, mean of the four words.
    Control: the same minus that of its own choices dealt anew among the contexts.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    List<SenseContext> contexts = SenseContext.read(context.require(CONTEXTS));
    Map<String, List<SenseContext>> byWord = new TreeMap<>();
    contexts.forEach(one -> byWord.computeIfAbsent(one.word(), _ -> new ArrayList<>()).add(one));
    Map<String, Parts> parts = new TreeMap<>();
    List<String> notes = new ArrayList<>();
    WordSource text = new Both(Wikipedia.first(context, WORDS), contexts);
    for (int seed = 1; seed <= TRAININGS; seed++) {
      for (Method method : List.of(Method.SENSES, Method.MSSG)) {
        context.progress().accept("learning by %s, seed %d".formatted(method.label(), seed));
        try (TrainedTables learned = learn(method, text, seed, context)) {
          for (Map.Entry<String, List<SenseContext>> word : byWord.entrySet()) {
            Parts of =
                parts.computeIfAbsent(
                    word.getKey(), _ -> new Parts(SenseContext.senses(word.getValue())));
            List<SenseContext.Known> known =
                word.getValue().stream().map(one -> one.known(learned.vocabulary())).toList();
            of.add(method == Method.MSSG ? NEAREST : LEARNED, chosen(learned.senses(), known));
            if (method == Method.SENSES) {
              of.add(CLUSTERED, clustered(learned, known, seed));
            }
          }
          notes.add(kept(learned, byWord.keySet().stream().toList()));
        }
      }
    }
    return outcome(parts, notes, context.seed());
  }

  private static TrainedTables learn(
      Method method, WordSource text, long seed, StudyContext context) throws IOException {
    TrainingOptions options =
        TrainingOptions.builder(method)
            .senses(SENSES)
            .leastCount(20)
            .epochs(EPOCHS)
            .seed(seed)
            .build();
    Path folder = Files.createDirectories(context.work().resolve("words/senses.training"));
    TrainingRun training = TrainingRun.in(folder);
    TrainedTables learned = new LookupTrainer(options).train(text, training, _ -> true);
    training.clear();
    return learned;
  }

  /** The sense of each context. */
  private static int[] chosen(WordSenses senses, List<SenseContext.Known> contexts) {
    return contexts.stream()
        .mapToInt(known -> best(senses.probabilities(known.words(), known.at())))
        .toArray();
  }

  /** The cluster of each context, of what its sense is chosen by. */
  private static int[] clustered(
      TrainedTables learned, List<SenseContext.Known> contexts, long seed) {
    WordSenses senses = learned.senses();
    try (Matrix rows = Matrix.allocate(contexts.size(), learned.options().dimension())) {
      for (int i = 0; i < rows.rows(); i++) {
        SenseContext.Known known = contexts.get(i);
        rows.setRow(i, notZero(senses.context(known.words(), known.at())));
      }
      var options = KMeans.Options.DEFAULT.withStarts(10).spherical();
      return new KMeans(SENSES, options).cluster(rows, seed).assignments();
    }
  }

  /** A context without a known word is all zeros, which has no direction: it gets any. */
  private static float[] notZero(float[] row) {
    boolean isZero = IntStream.range(0, row.length).allMatch(c -> row[c] == 0);
    if (isZero) {
      row[0] = 1;
    }
    return row;
  }

  private static int best(double... shares) {
    return IntStream.range(0, shares.length)
        .reduce((a, b) -> shares[b] > shares[a] ? b : a)
        .orElseThrow();
  }

  private static String kept(TrainedTables learned, List<String> words) {
    WordSenses senses = learned.senses();
    List<String> each = new ArrayList<>();
    for (String word : words) {
      OptionalInt place = learned.vocabulary().words().find(word);
      each.add("%s %d".formatted(word, senses.count(place.orElseThrow())));
    }
    double mean =
        IntStream.range(0, learned.vocabulary().size()).map(senses::count).average().orElse(0);
    return "By %s, seed %d: senses that stand in 5 %% of occurrences or more: %s; %.2f on the mean of all %,d words."
        .formatted(
            learned.options().method().label(),
            learned.options().seed(),
            String.join(", ", each),
            mean,
            learned.vocabulary().size());
  }

  /** The outcome of any ways to part the contexts of words. */
  static Outcome outcome(Map<String, Parts> parts, List<String> notes, long seed) {
    WordComparison comparison = new WordComparison();
    parts.forEach((word, of) -> {
      for (String way : List.of(LEARNED, NEAREST, CLUSTERED)) {
        comparison.put(way, word, of.figure(of.by(way)));
      }
      comparison.put(DEALT, word, of.figure(of.dealt(LEARNED, seed)));
    });
    List<String> words = List.copyOf(parts.keySet());
    return new Outcome(
        comparison
            .difference(LEARNED, CLUSTERED, words)
            .measure("adjusted Rand index, learned senses − k-means", 0, seed),
        comparison
            .difference(LEARNED, DEALT, words)
            .measure("adjusted Rand index, learned senses − the same dealt anew", 0, seed),
        List.of(
            comparison.table("Adjusted Rand index"),
            comparison.differences(LEARNED, CLUSTERED, seed),
            comparison.differences(LEARNED, NEAREST, seed)),
        notes);
  }

  /** How people parted the contexts of a word, and how each way did, once a training. */
  static final class Parts {
    private final int[] truth;
    private final Map<String, List<int[]>> ways = new TreeMap<>();

    Parts(int... truth) {
      this.truth = truth;
    }

    /** One more training. */
    Parts add(String way, int... parts) {
      ways.computeIfAbsent(way, _ -> new ArrayList<>()).add(parts);
      return this;
    }

    List<int[]> by(String way) {
      return ways.getOrDefault(way, List.of());
    }

    /** Those of a way, given to other contexts by chance. */
    List<int[]> dealt(String way, long seed) {
      return by(way).stream()
          .map(part -> {
            List<Integer> items = new ArrayList<>(Arrays.stream(part).boxed().toList());
            Collections.shuffle(items, new Random(seed));
            return items.stream().mapToInt(Integer::intValue).toArray();
          })
          .toList();
    }

    /** The mean adjusted Rand index of ways to part. */
    Estimate figure(List<int[]> ways) {
      List<Clustering> clusterings = ways.stream().map(way -> Clustering.of(truth, way)).toList();
      return Estimate.of(
          truth.length,
          items ->
              clusterings.stream()
                  .mapToDouble(one -> one.resampled(items).adjustedRandIndex())
                  .average()
                  .orElse(Double.NaN));
    }
  }

  /** A text and contexts behind it, each a line. */
  private record Both(WordSource text, List<SenseContext> contexts) implements WordSource {
    @Override
    public void read(Sink sink) throws IOException {
      text.read(sink);
      for (SenseContext context : contexts) {
        for (String word : context.words()) {
          byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
          sink.word(bytes, 0, bytes.length);
        }
        sink.lineEnd();
      }
    }
  }
}
