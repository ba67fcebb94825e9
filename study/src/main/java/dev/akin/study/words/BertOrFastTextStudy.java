package dev.akin.study.words;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.encoder.distil.ExtractionMethod;
import dev.akin.format.words.Subwords;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Projection;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.task.LabelledTexts;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.PrincipalAxes;
import dev.akin.words.WordEncoderOptions;
import dev.akin.words.WordVectorEncoder;
import dev.akin.words.WordVectors;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainingOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A contextual encoder, its tokens without context, and word vectors, as features of texts. */
public final class BertOrFastTextStudy implements Study {
  private static final String CONTEXTUAL = "minilm";
  private static final String COMPRESSED = "minilm, PCA to 100 cells";
  private static final String TOKENS = "minilm's tokens read alone, mean";
  private static final String FASTTEXT = "skip-gram with n-grams, mean";
  private static final String DEALT = "minilm, labels dealt anew";

  private static final long WORDS = 2_000_000;
  private static final int TEXTS = 2000;
  private static final int CELLS = 100;

  /** Texts of the news that are drawn. */
  private static final int SEEN = 400;

  private static final Subwords NGRAMS = new Subwords(3, 6, 200_000);

  /** Sets of labelled texts: news by subject, and sentences of reviews as good or bad. */
  private enum TextSet {
    NEWS("ag-news", "all.tsv.gz"),
    REVIEWS("sst2", "train.tsv.gz");

    private final String folder;
    private final String file;

    TextSet(String folder, String file) {
      this.folder = folder;
      this.file = file;
    }

    String path() {
      return "classification/" + folder;
    }
  }

  @Override
  public String name() {
    return "bert-or-fasttext";
  }

  @Override
  public String title() {
    return "A contextual encoder or word vectors, as features of texts";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "BERT or FastText? A Comparative Analysis of Contextual as well as Non-Contextual"
            + " Embeddings",
        "Shanbhag et al.",
        2024,
        "rows of a contextual encoder are better features for a logistic regression than fastText's"
            + " vectors; its tokens without context stand between.");
  }

  @Override
  public List<String> data() {
    return List.of(Wikipedia.PATH, TextSet.NEWS.path(), TextSet.REVIEWS.path());
  }

  @Override
  public String design() {
    return """
    The paper's language is Marathi, its sets are news, sentiment and hate speech. Here the language is
    English and the sets are news (AG News, four subjects) and sentiment (SST-2), 2,000 texts each drawn by
    seed. A multinomial logistic regression reads the labels off the rows, whose cells are brought to mean 0
    and variance 1, in five folds.

    The contextual encoder is `minilm` (384 cells, 128 tokens of a text). In place of its embedding layer,
    which its graph does not give, each of its tokens is read alone and a text has their weighted mean, as
    `akin model distil` makes it. fastText's way is skip-gram with n-grams of 3 to 6 characters (100 cells, 200,000
    rows of n-grams), learned on 2 million words of Wikipedia, and a text has the mean of its words.
    `minilm`, which is also brought to 100 cells by PCA, has read thousands of times more text; the
    study can say which of these vectors to take, not which method learns more from equal text.

    The claim as a figure: accuracy of `minilm` minus fastText's way, the mean of both sets. Control: `minilm`
    minus `minilm` with labels dealt to the texts anew. Whether the tokens without context stand between is in the
    table. The projections show 400 texts of the news on the first two principal axes of their rows.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    List<WordTasks.TextLabels> tasks = new ArrayList<>();
    List<WordTasks.TextLabels> anew = new ArrayList<>();
    List<String> subjects = new ArrayList<>();
    for (TextSet set : TextSet.values()) {
      LabelledTexts texts =
          LabelledTexts.read(context.require(set.path() + "/" + set.file))
              .sampled(TEXTS, context.seed());
      tasks.add(
          WordTasks.TextLabels.of(set.folder, texts, context.seed()).standardised(set.folder));
      if (set == TextSet.NEWS) {
        subjects.addAll(texts.labels().subList(0, SEEN));
      }
      List<String> labels = new ArrayList<>(texts.labels());
      Collections.shuffle(labels, new Random(context.seed()));
      anew.add(
          WordTasks.TextLabels.of(
                  set.folder, new LabelledTexts(texts.texts(), labels), context.seed())
              .standardised(set.folder));
    }
    WordComparison comparison = new WordComparison();
    List<Projection> seen = new ArrayList<>();
    List<String> news = tasks.getFirst().texts().subList(0, SEEN);
    Encoder minilm =
        context
            .systems()
            .open(SystemSpec.parse("minilm@tokens=128"))
            .requireEncoder(name(), List.of());
    for (int t = 0; t < tasks.size(); t++) {
      String task = tasks.get(t).name();
      context.progress().accept("reading " + task);
      try (Matrix rows = minilm.encode(tasks.get(t).texts(), Role.DOCUMENT);
          Matrix compressed = PrincipalAxes.fit(rows).pca(CELLS).apply(rows)) {
        comparison
            .put(CONTEXTUAL, task, tasks.get(t).evaluate(rows))
            .put(COMPRESSED, task, tasks.get(t).evaluate(compressed))
            .put(DEALT, task, anew.get(t).evaluate(rows));
      }
    }
    seen.add(projection(minilm, CONTEXTUAL, news, subjects));
    try (Encoder tokens =
        DistilledTokens.of(
            context, "minilm-tokens", new ExtractionMethod.Decontextualised(), List.of())) {
      tasks.forEach(task -> comparison.put(TOKENS, task.name(), task.evaluate(tokens)));
    }
    TrainingOptions options = TrainingOptions.builder(Method.SKIP_GRAM).subwords(NGRAMS).build();
    try (WordVectors vectors =
        LearnedWords.of(
            context, "wikipedia-first-" + WORDS, Wikipedia.first(context, WORDS), options)) {
      comparison.put(FASTTEXT, vectors, tasks);
      // Not closed: the vectors are closed here.
      Encoder mean = WordVectorEncoder.of(FASTTEXT, vectors, WordEncoderOptions.defaults());
      seen.add(projection(mean, FASTTEXT, news, subjects));
    }
    return outcome(
            comparison, tasks.stream().map(WordTasks.TextLabels::name).toList(), context.seed())
        .withProjections(seen);
  }

  private static Projection projection(
      Encoder encoder, String name, List<String> texts, List<String> labels) {
    try (Matrix rows = encoder.encode(texts, Role.DOCUMENT)) {
      return Projection.of(
          "%d texts of the news by subject, %s, on their first two principal axes"
              .formatted(texts.size(), name),
          labels,
          rows);
    }
  }

  /** The outcome of any figures. */
  static Outcome outcome(WordComparison comparison, List<String> tasks, long seed) {
    return new Outcome(
        comparison
            .difference(CONTEXTUAL, FASTTEXT, tasks)
            .measure("accuracy, minilm − skip-gram with n-grams, mean of sets", 0, seed),
        comparison
            .difference(CONTEXTUAL, DEALT, tasks)
            .measure("minilm − labels dealt anew, mean of sets", 0, seed),
        List.of(
            comparison.table("Accuracy, 5-fold"),
            comparison.differences(CONTEXTUAL, FASTTEXT, seed),
            comparison.differences(CONTEXTUAL, TOKENS, seed),
            comparison.differences(TOKENS, FASTTEXT, seed)),
        List.of("The word vectors were learned once: intervals are over texts, not over seeds."));
  }
}
