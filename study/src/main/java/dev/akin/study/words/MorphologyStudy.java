package dev.akin.study.words;

import dev.akin.eval.significance.Estimate;
import dev.akin.format.words.Subwords;
import dev.akin.search.Query;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.task.LabelledTexts;
import dev.akin.study.task.RetrievalData;
import dev.akin.text.Document;
import dev.akin.words.WordVectors;
import dev.akin.words.counting.CountingOptions;
import dev.akin.words.counting.Glove;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainingOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Whether vectors that know parts of words are better features where words have many forms. */
public final class MorphologyStudy implements Study {
  private static final String SUBWORDS = "skip-gram with n-grams";
  private static final String PLAIN = "skip-gram";
  private static final String DEALT = "skip-gram with n-grams, labels dealt anew";

  /** Hindi first: the claim is about it. */
  private static final List<String> LANGUAGES = List.of("hi", "tr", "en");

  private static final int PARAGRAPHS_PER_ARTICLE = 5;
  private static final int EPOCHS = 30;
  private static final int LEAST_COUNT = 2;

  /** Text of some 34,000 words has no more n-grams than that. */
  private static final Subwords NGRAMS = new Subwords(3, 6, 100_000);

  @Override
  public String name() {
    return "morphology";
  }

  @Override
  public String title() {
    return "Parts of words as features where words have many forms";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Classification Benchmarks for Under-resourced Bengali Language based on Multichannel"
            + " Convolutional-LSTM Network",
        "Karim et al.",
        2020,
        "in a language of many forms and little data, vectors that know parts of words (fastText)"
            + " are better features for classifying texts than word2vec's and GloVe's.");
  }

  @Override
  public List<String> data() {
    return LANGUAGES.stream().map(MorphologyStudy::path).toList();
  }

  private static String path(String language) {
    return "retrieval/xquad-" + language;
  }

  @Override
  public String design() {
    return """
    The paper learns from 250 million articles in Bengali. Here the language is Hindi, also an Indic
    one in a script of its own, and the set is small: the 240 paragraphs of XQuAD, 34,000 words, are all
    the vectors are learned from (30 passes, least count 2, 100 cells), and the 1,190 questions are
    to be given to the 48 articles that the paragraphs come from, five each. A multinomial logistic
    regression learns from the mean vectors of four fifths of the questions and is asked for the rest,
    in five folds. Skip-gram learns with and without the n-grams of 3 to 6 characters, all
    else being equal; GloVe stands beside them, and Turkish and English, whose paragraphs and questions are the
    same in translation.

    The claim as a figure: accuracy on Hindi questions, with n-grams minus without. Control: with n-grams
    minus the same with the articles dealt to the questions anew. The table tells how much comes from
    words that the vectors do not know: with n-grams, but unknown words left out.

    Added to the table after the first run, and no part of the verdict: the same with the rows' cells
    brought to mean 0 and variance 1. The mean vectors of one text lie close together, those with n-grams
    closer, and the penalty of the regression weighs on that.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    WordComparison comparison = new WordComparison();
    for (String language : LANGUAGES) {
      measure(context, language, comparison);
    }
    return outcome(comparison, context.seed());
  }

  private static String task(String language) {
    return "articles of questions, " + language;
  }

  private static void measure(StudyContext context, String language, WordComparison comparison)
      throws IOException {
    RetrievalData data = RetrievalData.beir(context.require(path(language)), "test");
    List<String> paragraphs = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    try (Stream<Document> documents = data.corpus().documents()) {
      documents.forEach(document -> {
        ids.add(document.id());
        paragraphs.add(document.text());
      });
    }
    Locale locale = Locale.of(language);
    List<String> questions = new ArrayList<>();
    List<String> articles = new ArrayList<>();
    for (Query query : data.queries()) {
      int paragraph = ids.indexOf(data.qrels().judgments(query.id()).keySet().iterator().next());
      questions.add(query.text().toLowerCase(locale));
      articles.add("article " + paragraph / PARAGRAPHS_PER_ARTICLE);
    }
    SplitTexts text = new SplitTexts(paragraphs, locale);
    String called = "xquad-" + language;
    WordTasks.TextLabels task =
        WordTasks.TextLabels.of(
            task(language), new LabelledTexts(questions, articles), context.seed());
    WordTasks.TextLabels standardised = task.standardised(task.name() + ", standardised");
    List<WordTask> tasks = List.of(task, standardised);
    List<WordTask> knownOnly = List.of(task.ofKnownWords(), standardised.ofKnownWords());
    TrainingOptions plain =
        TrainingOptions.builder(Method.SKIP_GRAM)
            .epochs(EPOCHS)
            .leastCount(LEAST_COUNT)
            .sampling(1e-3)
            .build();
    try (WordVectors vectors = LearnedWords.of(context, called, text, plain)) {
      comparison.put(PLAIN, vectors, tasks);
    }
    try (WordVectors vectors =
        LearnedWords.of(context, called, text, plain.toBuilder().subwords(NGRAMS).build())) {
      comparison.put(SUBWORDS, vectors, tasks);
      comparison.put(SUBWORDS + ", unknown words left out", vectors, knownOnly);
      comparison.put(DEALT, task(language), dealt(task, articles, context.seed(), vectors));
    }
    CountingOptions usual = CountingOptions.defaults();
    try (WordVectors vectors =
        LearnedWords.counted(
            context,
            called,
            text,
            new Glove(5, EPOCHS, 0.05, 10),
            new CountingOptions(usual.dimension(), LEAST_COUNT, usual.mostBytes(), usual.seed()))) {
      comparison.put("GloVe", vectors, tasks);
    }
  }

  private static Estimate dealt(
      WordTasks.TextLabels task, List<String> labels, long seed, WordVectors vectors) {
    List<String> anew = new ArrayList<>(labels);
    Collections.shuffle(anew, new Random(seed));
    return WordTasks.TextLabels.of(task.name(), new LabelledTexts(task.texts(), anew), seed)
        .evaluate(vectors);
  }

  /** The outcome of any figures. */
  static Outcome outcome(WordComparison comparison, long seed) {
    List<String> tasks = List.of(task(LANGUAGES.getFirst()));
    return new Outcome(
        comparison
            .difference(SUBWORDS, PLAIN, tasks)
            .measure("accuracy on Hindi questions, with n-grams − without", 0, seed),
        comparison.difference(SUBWORDS, DEALT, tasks).measure("with n-grams − dealt anew", 0, seed),
        List.of(
            comparison.table("Accuracy, 5-fold"), comparison.differences(SUBWORDS, PLAIN, seed)),
        List.of(
            "The paragraphs that the vectors are learned from are of the articles asked for; the"
                + " questions are not among them.",
            "Each table was learned once: the intervals are over questions, not over seeds."));
  }
}
