package dev.akin.study.words;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.encoder.distil.ExtractionMethod;
import dev.akin.format.words.Subwords;
import dev.akin.format.words.WordList;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.system.SystemSpec;
import dev.akin.vector.Matrix;
import dev.akin.words.WordVectors;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainingOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Static vectors of every origin, asked analogies over one vocabulary. */
public final class AnalogyMrrStudy implements Study {
  private static final String FASTTEXT = "skip-gram with n-grams";
  private static final String WORD2VEC = "skip-gram";
  private static final String DEALT = "skip-gram with n-grams, rows dealt anew";
  private static final List<String> RANKED =
      List.of("semantic analogies, MRR", "syntactic analogies, MRR");

  private static final long WORDS = 2_000_000;
  private static final int CANDIDATES = 10_000;
  private static final Subwords NGRAMS = new Subwords(3, 6, 200_000);

  /** Texts that words are looked for in, and rows of a word that are averaged. */
  private static final int TEXTS = 10_000;

  private static final int ROWS = 20;

  @Override
  public String name() {
    return "analogy-mrr";
  }

  @Override
  public String title() {
    return "Static vectors of every origin, asked analogies";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "A Comparative Analysis of Static Word Embeddings for Hungarian",
        "Gedeon",
        2025,
        "of vectors that are learned from text, fastText's answer analogies best, by accuracy and"
            + " by mean reciprocal rank.");
  }

  @Override
  public List<String> data() {
    return List.of(Wikipedia.PATH, GoogleAnalogies.PATH);
  }

  @Override
  public String design() {
    return """
    The paper's language is Hungarian; here it is English, which has fewer forms. Skip-gram and CBOW
    with 100 cells learn from the first 2 million words of Wikipedia, with n-grams of 3 to 6 characters
    (fastText's way, in 200,000 rows) and without (word2vec's), all else being equal. From `minilm`
    come static vectors of two kinds: each word read alone (decontextualised), and the mean of up to 20
    of its rows in the first 10,000 sentences (aggregated), alone where no sentence has it. All
    tables are cut to the 10,000 most frequent words, which are also all candidates for an answer. The
    analogies are Google's, semantic and syntactic, by 3CosAdd without the words of the question; both
    acc@1 and MRR are reported.

    The claim as a figure: MRR of skip-gram with n-grams minus without, the mean of semantic and syntactic
    questions. Control: with n-grams minus the same rows dealt to other words. Where vectors
    from the encoder stand is in the table: `minilm` has read far more text than the others, so that
    their order says little about the methods. X2Static, the paper's best way to extract, is not among them: reading its
    sentences would take as long as all the rest; [one vector of a word](static-from-contextual.md) has it.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    List<WordTask> tasks =
        new ArrayList<>(GoogleAnalogies.tasks(context, WordTasks.AnalogyFigure.RECIPROCAL_RANK));
    tasks.addAll(GoogleAnalogies.tasks(context, WordTasks.AnalogyFigure.ACCURACY));
    WordComparison comparison = new WordComparison();
    WordList words = put(context, comparison, WORD2VEC, Method.SKIP_GRAM, false, tasks);
    put(context, comparison, "CBOW", Method.CBOW, false, tasks);
    put(context, comparison, FASTTEXT, Method.SKIP_GRAM, true, tasks);
    put(context, comparison, "CBOW with n-grams", Method.CBOW, true, tasks);
    Encoder minilm =
        context.systems().open(SystemSpec.parse("minilm")).requireEncoder(name(), List.of());
    context.progress().accept("reading words alone");
    put(comparison, "minilm, decontextualised", words, minilm, tasks);
    List<String> sentences = Wikipedia.lines(context, TEXTS);
    try (Encoder aggregated =
        DistilledTokens.of(
            context,
            "minilm-aggregated",
            new ExtractionMethod.Aggregated(sentences::stream, ROWS),
            list(words))) {
      put(comparison, "minilm, aggregated", words, aggregated, tasks);
    }
    return outcome(comparison, context.seed());
  }

  private static List<String> list(WordList words) {
    return IntStream.range(0, words.size()).mapToObj(words::word).toList();
  }

  private static WordList put(
      StudyContext context,
      WordComparison comparison,
      String name,
      Method method,
      boolean hasNgrams,
      List<WordTask> tasks)
      throws IOException {
    TrainingOptions options =
        TrainingOptions.builder(method)
            .subwords(hasNgrams ? NGRAMS : TrainingOptions.NO_SUBWORDS)
            .build();
    try (WordVectors learned =
        LearnedWords.of(
            context, "wikipedia-first-" + WORDS, Wikipedia.first(context, WORDS), options)) {
      WordList words = learned.words().first(CANDIDATES);
      try (WordVectors cut = WordFigures.restricted(learned, words)) {
        comparison.put(name, cut, tasks);
      }
      if (name.equals(FASTTEXT)) {
        try (WordVectors dealt = WordFigures.dealt(learned, words, context.seed())) {
          comparison.put(DEALT, dealt, tasks);
        }
      }
      return words;
    }
  }

  private static void put(
      WordComparison comparison,
      String name,
      WordList words,
      Encoder encoder,
      List<WordTask> tasks) {
    Matrix rows = encoder.encode(list(words), Role.DOCUMENT);
    try (WordVectors vectors = WordVectors.of(words, rows)) {
      comparison.put(name, vectors, tasks);
    }
  }

  /** The outcome of any figures. */
  static Outcome outcome(WordComparison comparison, long seed) {
    return new Outcome(
        comparison
            .difference(FASTTEXT, WORD2VEC, RANKED)
            .measure("MRR of analogies, skip-gram with n-grams − without", 0, seed),
        comparison
            .difference(FASTTEXT, DEALT, RANKED)
            .measure("with n-grams − rows dealt anew", 0, seed),
        List.of(
            comparison.table("Mean reciprocal rank and share answered rightly"),
            comparison.differences(FASTTEXT, WORD2VEC, seed)),
        List.of(
            "Each table was learned once: the intervals are over questions, not over seeds.",
            "The paper also finds that vectors extracted from a contextual encoder come after"
                + " fastText's; the verdict is not about that, the rows of minilm are."));
  }
}
