package dev.akin.study.words;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.format.words.Subwords;
import dev.akin.format.words.WordList;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.task.LabelledTexts;
import dev.akin.words.WordVectors;
import dev.akin.words.counting.CountingOptions;
import dev.akin.words.counting.PpmiSvd;
import dev.akin.words.evaluation.AnalogySet;
import dev.akin.words.evaluation.Coverage;
import dev.akin.words.evaluation.SimilaritySet;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Static vectors and a contextual encoder on Turkish: words by themselves, and reviews. */
public final class TurkishStudy implements Study {
  private static final String LEARNED = "skip-gram with n-grams";
  private static final String EXTRACTED = "minilm, words read alone";
  private static final String DEALT = "minilm, words read alone, dealt anew";
  private static final String CONTEXTUAL = "minilm, reviews read whole";
  private static final String SENTIMENT = "sentiment of reviews";
  private static final String PARTS = "parts of speech";
  private static final String FORMS = "similarity of forms";
  private static final String WORDS = "words/turkish";
  private static final int CANDIDATES = 15_000;
  private static final int ASKED = 2000;
  private static final int EPOCHS = 10;
  private static final Subwords NGRAMS = new Subwords(3, 6, 200_000);

  @Override
  public String name() {
    return "turkish";
  }

  @Override
  public String title() {
    return "Turkish words: learned from little text, or taken from an encoder of English";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "A Comprehensive Analysis of Static Word Embeddings for Turkish",
        "Sarıtaş, Öz and Güngör",
        2024,
        "static vectors extracted from a contextual encoder beat those of word2vec, GloVe and"
            + " fastText in most tasks, with words by themselves and in texts.");
  }

  @Override
  public List<String> data() {
    return List.of(WORDS, TurkishText.REVIEWS, TurkishText.QUESTIONS, TurkishLexicon.PATH);
  }

  @Override
  public String design() {
    return """
    The paper's encoder is a Turkish BERT. The encoder at hand, `minilm`, has read English and knows Turkish
    words as pieces of letters, so what is tried is a weaker thing: whether an encoder of another
    language is enough. That it is not would not speak against the paper.

    Learned vectors (100 cells, 10 epochs, least count 5) come from some 18,000 film reviews and the
    paragraphs of XQuAD in Turkish. `minilm`'s are the rows of words read alone. All tables are cut to the
    15,000 most frequent words. Tasks: similarity (AnlamVer) by Spearman; semantic and syntactic analogies by
    3CosAdd; and 2,000 reviews, none of them among the text
    learned from, as good or bad by a logistic regression on mean vectors, cells brought to mean 0 and variance 1,
    in five folds. A row more, of which the claim's figure knows nothing: the part of speech (noun, verb,
    adjective, adverb) of the words that have but one in Zemberek's dictionary of roots, likewise by a
    logistic regression. `minilm` also reads the reviews whole, their first 128 tokens.

    How much of each set has all its words among the 15,000 is in a table of its own. WordSimTr, the paper's set
    of syntactic similarity, has 140 pairs of inflected forms such as *kitaplardan*, which hardly stand in so
    little text. It is a row more, likewise outside the claim's figure, of the two tables that can make a vector of
    any form: composed of its n-grams, or read alone by `minilm`. Forms that are spelled alike may be unlike there
    (*kitaplardan*, *kasaplardan*: 0.3 of 10), so that vectors made of spelling come out below 0.

    The claim as a figure: `minilm`'s words minus those of skip-gram with n-grams, the mean of the four tasks.
    Control: `minilm`'s words minus the same rows dealt to other words.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    LabelledTexts reviews = TurkishText.reviews(context);
    List<LabelledTexts> parts = reviews.split((double) ASKED / reviews.size(), context.seed());
    List<String> text = new ArrayList<>(parts.getLast().texts());
    text.addAll(TurkishText.paragraphs(context));
    WordTasks.TextLabels sentiment =
        WordTasks.TextLabels.of(SENTIMENT, parts.getFirst(), context.seed())
            .standardised(SENTIMENT);
    WordTasks.Similarity similarity = similarity(context, "similarity", "semantic");
    List<WordTasks.Analogies> analogies =
        List.of(
            analogies(context, "semantic analogies", "semantic"),
            analogies(context, "syntactic analogies", "fiil çekim ekleri", "isim çekim ekleri"));
    WordTasks.Similarity forms = similarity(context, FORMS, "syntactic");
    WordList inflected = words(forms.set());
    List<WordTask> tasks = new ArrayList<>(List.of(similarity));
    tasks.addAll(analogies);
    tasks.add(sentiment);
    List<WordTask> all = new ArrayList<>(tasks);
    WordComparison comparison = new WordComparison();
    SplitTexts source = new SplitTexts(text, TurkishText.LANGUAGE);
    TrainingOptions plain = TrainingOptions.builder(Method.SKIP_GRAM).epochs(EPOCHS).build();
    WordList words;
    try (WordVectors learned = LearnedWords.of(context, name(), source, plain)) {
      words = learned.words().first(Math.min(CANDIDATES, learned.size()));
      all.add(parts(context, words));
      put(comparison, "skip-gram", learned, words, all);
    }
    TrainingOptions ngrams = plain.toBuilder().subwords(NGRAMS).build();
    try (WordVectors learned = LearnedWords.of(context, name(), source, ngrams)) {
      put(comparison, LEARNED, learned, words, all);
      put(comparison, LEARNED, learned, inflected, List.of(forms));
    }
    TrainingOptions cbow = TrainingOptions.builder(Method.CBOW).epochs(EPOCHS).build();
    try (WordVectors learned = LearnedWords.of(context, name(), source, cbow)) {
      put(comparison, "CBOW", learned, words, all);
    }
    try (WordVectors counted =
        LearnedWords.counted(
            context, name(), source, PpmiSvd.usual(), CountingOptions.defaults())) {
      put(comparison, "PPMI with SVD", counted, words, all);
    }
    Encoder minilm =
        context
            .systems()
            .open(SystemSpec.parse("minilm@tokens=128"))
            .requireEncoder(name(), List.of());
    context.progress().accept("reading words alone");
    putAlone(comparison, minilm, words, all, context.seed());
    putAlone(comparison, minilm, inflected, List.of(forms), context.seed());
    context.progress().accept("reading reviews");
    comparison.put(CONTEXTUAL, SENTIMENT, sentiment.evaluate(minilm));
    Map<String, Coverage> coverage = new LinkedHashMap<>();
    coverage.put("similarity, AnlamVer", similarity.coverage(words));
    coverage.put("similarity of forms, WordSimTr", forms.coverage(words));
    analogies.forEach(task -> coverage.put(task.name(), task.coverage(words)));
    List<String> claimed = tasks.stream().map(WordTask::name).toList();
    return outcome(comparison, claimed, coverage(coverage), context.seed());
  }

  private static WordList words(SimilaritySet set) {
    return WordList.of(
        set.pairs().stream().flatMap(pair -> Stream.of(pair.a(), pair.b())).distinct().toList());
  }

  /** How many items of each set can be asked. */
  static ResultTable coverage(Map<String, Coverage> sets) {
    ResultTable.Builder table =
        ResultTable.titled(
            "Items whose words are all among the most frequent", "set", "items", "of", "share");
    sets.forEach((name, coverage) ->
        table.row(
            name,
            "%,d".formatted(coverage.covered()),
            "%,d".formatted(coverage.total()),
            Results.digits(coverage.share())));
    return table.build();
  }

  private static void putAlone(
      WordComparison comparison, Encoder encoder, WordList words, List<WordTask> tasks, long seed) {
    List<String> list = IntStream.range(0, words.size()).mapToObj(words::word).toList();
    try (WordVectors alone = WordVectors.of(words, encoder.encode(list, Role.DOCUMENT));
        WordVectors dealt = WordFigures.dealt(alone, words, seed)) {
      comparison.put(EXTRACTED, alone, tasks).put(DEALT, dealt, tasks);
    }
  }

  private static void put(
      WordComparison comparison,
      String name,
      WordVectors learned,
      WordList words,
      List<WordTask> tasks) {
    try (WordVectors cut = WordFigures.restricted(learned, words)) {
      comparison.put(name, cut, tasks);
    }
  }

  private static WordTask parts(StudyContext context, WordList known) throws IOException {
    Map<String, String> parts = TurkishLexicon.partsOfSpeech(context);
    parts.keySet().removeIf(word -> known.find(word).isEmpty());
    return new WordTasks.WordLabels(
        PARTS,
        List.copyOf(parts.keySet()),
        new FoldedProbe(List.copyOf(parts.values()), context.seed()));
  }

  private static WordTasks.Similarity similarity(StudyContext context, String name, String file)
      throws IOException {
    Path pairs = context.require(WORDS + "/similarity/" + file + ".txt");
    return new WordTasks.Similarity(new SimilaritySet(name, SimilaritySet.read(pairs).pairs()));
  }

  private static WordTasks.Analogies analogies(StudyContext context, String name, String... folders)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> found = Files.list(context.require(WORDS + "/analogy/" + folder))) {
        found.sorted().forEach(files::add);
      }
    }
    return new WordTasks.Analogies(
        name, AnalogySet.read(name, files), WordTasks.AnalogyFigure.ACCURACY);
  }

  /**
   * The outcome of any figures.
   *
   * @param coverage of the sets that tasks are made of
   */
  static Outcome outcome(
      WordComparison comparison, List<String> tasks, ResultTable coverage, long seed) {
    return new Outcome(
        comparison
            .difference(EXTRACTED, LEARNED, tasks)
            .measure("minilm's words − skip-gram with n-grams, mean of tasks", 0, seed),
        comparison
            .difference(EXTRACTED, DEALT, tasks)
            .measure("minilm's words − the same dealt anew, mean of tasks", 0, seed),
        List.of(
            comparison.table("Spearman's ρ, share of analogies, accuracy"),
            comparison.differences(EXTRACTED, LEARNED, seed),
            coverage),
        List.of("Each table was learned once: the intervals are over items, not over seeds."));
  }
}
