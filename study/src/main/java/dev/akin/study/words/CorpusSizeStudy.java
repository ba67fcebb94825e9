package dev.akin.study.words;

import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.task.LabelledTexts;
import dev.akin.words.WordVectors;
import dev.akin.words.counting.CountingMethod;
import dev.akin.words.counting.CountingOptions;
import dev.akin.words.counting.Glove;
import dev.akin.words.counting.PpmiSvd;
import dev.akin.words.evaluation.SimilaritySet;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Which way of learning words wins on how much text. */
public final class CorpusSizeStudy implements Study {
  private static final String SKIP_GRAM = "skip-gram";
  private static final String CBOW = "CBOW";
  private static final int TEXTS = 3000;

  /** How much text, and how often it is read: the same number of steps for both. */
  private enum Size {
    SMALL("1 M", 1_000_000, 20),
    LARGE("4 M", 4_000_000, 5);

    private final String title;
    private final long words;
    private final int epochs;

    Size(String title, long words, int epochs) {
      this.title = title;
      this.words = words;
      this.epochs = epochs;
    }
  }

  @Override
  public String name() {
    return "corpus-size";
  }

  @Override
  public String title() {
    return "Models of words on little and on more text";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "How to Generate a Good Word Embedding",
        "Lai et al.",
        2016,
        "on small corpora the simplest model, skip-gram, is the best; on larger ones models that"
            + " combine a context, as CBOW does, get ahead of it.");
  }

  @Override
  public List<String> data() {
    return List.of(
        Wikipedia.PATH,
        "words/similarity",
        "words/analogy-en",
        "classification/subjectivity",
        "classification/trec-questions");
  }

  @Override
  public String design() {
    return """
    Skip-gram, CBOW, GloVe and PPMI with a singular value decomposition, 100 cells each, are learned
    on the first 1 and the first 4 million words of Wikipedia, read 20 and 5 times, so that both have
    made the same number of steps. All tables are cut to the words that the small text has at least
    five times. Two kinds of tasks: what words mean (Spearman on WordSim-353, SimLex-999 and MEN,
    semantic and syntactic analogies by 3CosAdd), and words as features (mean vectors, 5-fold logistic
    regression: subjectivity and questions, 3,000 texts each).

    The claim as a figure: how far skip-gram is ahead of CBOW on 1 million words, minus how far it is
    ahead on 4 million, the mean over all tasks; above 0 if CBOW gains from more text. Control: skip-gram
    on 4 million words minus skip-gram on 1 million, the mean over all tasks; if more text does not
    show, nothing does. The paper's corpora reach from 10 million to 4 billion words and
    its iterations are chosen on held-out data, so the turn it sees may lie beyond these sizes.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    WordComparison comparison = new WordComparison();
    List<WordTask> tasks = tasks(context);
    try (WordVectors least = learned(context, Size.SMALL, Method.CBOW)) {
      for (Size size : Size.values()) {
        put(
            comparison,
            CBOW + ", " + size.title,
            least,
            learned(context, size, Method.CBOW),
            tasks);
        put(
            comparison,
            SKIP_GRAM + ", " + size.title,
            least,
            learned(context, size, Method.SKIP_GRAM),
            tasks);
        for (CountingMethod method : List.of(Glove.usual(), PpmiSvd.usual())) {
          put(
              comparison,
              method.label() + ", " + size.title,
              least,
              LearnedWords.counted(
                  context, text(size), source(context, size), method, CountingOptions.defaults()),
              tasks);
        }
      }
      return outcome(
          comparison,
          tasks.stream().map(WordTask::name).toList(),
          context.seed(),
          List.of("The tables are cut to %,d words.".formatted(least.size())));
    }
  }

  private static void put(
      WordComparison comparison,
      String name,
      WordVectors least,
      WordVectors learned,
      List<WordTask> tasks) {
    try (learned;
        WordVectors cut = WordFigures.restricted(learned, least.words())) {
      comparison.put(name, cut, tasks);
    }
  }

  private static List<WordTask> tasks(StudyContext context) throws IOException {
    List<WordTask> tasks = new ArrayList<>();
    for (String set : List.of("EN-WS-353-ALL", "EN-SIMLEX-999", "EN-MEN-TR-3k")) {
      tasks.add(
          new WordTasks.Similarity(
              SimilaritySet.read(context.require("words/similarity/" + set + ".txt"))));
    }
    tasks.addAll(GoogleAnalogies.tasks(context, WordTasks.AnalogyFigure.ACCURACY));
    for (String set : List.of("subjectivity/all.tsv.gz", "trec-questions/train.tsv.gz")) {
      tasks.add(
          WordTasks.TextLabels.of(
              set.substring(0, set.indexOf('/')),
              LabelledTexts.read(context.require("classification/" + set))
                  .sampled(TEXTS, context.seed()),
              context.seed()));
    }
    return tasks;
  }

  private static WordVectors learned(StudyContext context, Size size, Method method)
      throws IOException {
    return LearnedWords.of(
        context,
        text(size),
        source(context, size),
        TrainingOptions.builder(method).epochs(size.epochs).build());
  }

  private static String text(Size size) {
    return "wikipedia-first-" + size.words;
  }

  private static WordSource source(StudyContext context, Size size) throws IOException {
    return Wikipedia.first(context, size.words);
  }

  /** The outcome of any figures of skip-gram and CBOW on both sizes. */
  static Outcome outcome(
      WordComparison comparison, List<String> tasks, long seed, List<String> notes) {
    String small = ", " + Size.SMALL.title;
    String large = ", " + Size.LARGE.title;
    Contrast turn =
        comparison.plus(
            comparison.plus(Contrast.none(), 1, SKIP_GRAM + small, CBOW + small, tasks),
            -1,
            SKIP_GRAM + large,
            CBOW + large,
            tasks);
    return new Outcome(
        turn.measure("skip-gram − CBOW, on 1 M words minus on 4 M, mean of tasks", 0, seed),
        comparison
            .difference(SKIP_GRAM + large, SKIP_GRAM + small, tasks)
            .measure("skip-gram, 4 M words − 1 M words, mean of tasks", 0, seed),
        List.of(
            comparison.table("Spearman's ρ, share of analogies, accuracy of features"),
            comparison.differences(SKIP_GRAM + small, CBOW + small, seed),
            comparison.differences(SKIP_GRAM + large, CBOW + large, seed)),
        notes);
  }
}
