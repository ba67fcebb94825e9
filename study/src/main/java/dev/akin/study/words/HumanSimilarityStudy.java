package dev.akin.study.words;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.encoder.sparse.BagOfWords;
import dev.akin.encoder.sparse.DenseView;
import dev.akin.encoder.sparse.TermWeight;
import dev.akin.format.words.WordList;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.system.SystemSpec;
import dev.akin.vector.Matrix;
import dev.akin.words.OutOfVocabulary;
import dev.akin.words.WordEncoderOptions;
import dev.akin.words.WordVectorEncoder;
import dev.akin.words.WordVectors;
import dev.akin.words.WordWeights;
import dev.akin.words.evaluation.SimilaritySet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what people say of things tells how alike they find them better than features do. */
public final class HumanSimilarityStudy implements Study {
  static final String FEATURES = "features: the thing's own vector";
  static final String TAGS = "vectors of its tags, mean";
  static final String DEALT = "vectors of tags, dealt anew";
  private static final String COUNTED = "tags counted, tf-idf";
  private static final String CAPTIONS = "captions read by minilm, mean";
  private static final List<String> SETS =
      List.of("EN-MEN-TR-3k", "EN-WS-353-ALL", "EN-SIMLEX-999");

  @Override
  public String name() {
    return "human-similarity";
  }

  @Override
  public String title() {
    return "People's similarity from what they say of things";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Words are all you need? Language as an approximation for human similarity judgments",
        "Marjieh et al.",
        2023,
        "similarity computed from tags and captions by people agrees with human similarity better"
            + " than similarity computed from learned features of the things.");
  }

  @Override
  public List<String> data() {
    return List.of(Wikipedia.PATH, "definitions", "words/similarity");
  }

  @Override
  public String design() {
    return """
    The paper's things are pictures, sounds and films, with features of deep networks, tags and
    captions by people, and similarity by people. No public set here has all of these for pictures
    (captions of Multi30k come without similarity). So the things are words which people
    compared, and what people say of a word are its meanings in Open English WordNet: the
    definitions are its captions; their words and the other words of the same meaning are its tags, the
    word itself left out. The features of a thing are its own CBOW vector, learned on 17 million
    words of Wikipedia. Nothing is learned from people's judgments.

    Compared by cosine: the features; tags counted (tf-idf); the mean of the tags' CBOW vectors, each
    weighed by its inverse frequency among the things; and the mean of the captions' rows by `minilm`,
    which has read far more text than the others.

    The claim as a figure: Spearman's correlation with people, vectors of tags minus features, mean of
    MEN, WordSim-353 and SimLex-999, over the same pairs. Control: vectors of tags minus the same
    dealt to other things. That both stacked are better than either is tried in
    [stacked views](stacked-views.md).
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    List<WordTask> tasks = new ArrayList<>();
    Set<String> asked = new LinkedHashSet<>();
    for (String name : SETS) {
      SimilaritySet set = SimilaritySet.read(context.require("words/similarity/" + name + ".txt"));
      set.pairs().forEach(pair -> asked.addAll(List.of(pair.a(), pair.b())));
      tasks.add(new WordTasks.Similarity(set));
    }
    var meanings = WordNetLexicon.meanings(context.require(WordNetLexicon.PATH), Integer.MAX_VALUE);
    WordComparison comparison = new WordComparison();
    try (WordVectors learned = Wikipedia.cbow(context)) {
      List<Thing> things =
          asked.stream()
              .filter(word -> learned.find(word).isPresent())
              .map(word -> Thing.of(word, meanings.getOrDefault(word, List.of())))
              .filter(thing -> thing.tags().stream().anyMatch(tag -> learned.find(tag).isPresent()))
              .toList();
      putLearned(comparison, things, learned, tasks, context.seed());
      context.progress().accept("reading captions of %,d things".formatted(things.size()));
      Encoder minilm =
          context.systems().open(SystemSpec.parse("minilm")).requireEncoder(name(), List.of());
      put(comparison, CAPTIONS, things, captions(minilm, things), tasks);
      return outcome(comparison, "%,d things have all of it.".formatted(things.size()), context);
    }
  }

  private static Outcome outcome(WordComparison comparison, String note, StudyContext context) {
    return outcome(comparison, SETS, List.of(note), context.seed());
  }

  /**
   * A thing and what is said of it.
   *
   * @param tags words, in the order they were said in; not the thing's name
   * @param captions sentences
   */
  record Thing(String name, List<String> tags, List<String> captions) {
    static Thing of(String name, List<WordNetLexicon.Synset> meanings) {
      Stream<String> said =
          meanings.stream()
              .flatMap(meaning ->
                  Stream.concat(meaning.lemmas().stream(), Stream.of(meaning.definition())));
      List<String> tags =
          said.flatMap(text ->
                  Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+", -1)))
              .filter(tag -> !tag.isEmpty() && !tag.equals(name))
              .toList();
      return new Thing(
          name, tags, meanings.stream().map(WordNetLexicon.Synset::definition).toList());
    }

    String text() {
      return String.join(" ", tags);
    }
  }

  /** All figures but the captions'. */
  static void putLearned(
      WordComparison comparison,
      List<Thing> things,
      WordVectors learned,
      List<WordTask> tasks,
      long seed) {
    WordList names = names(things);
    List<String> texts = things.stream().map(Thing::text).toList();
    try (WordVectors features = WordFigures.restricted(learned, names)) {
      comparison.put(FEATURES, features, tasks);
    }
    BagOfWords bag = BagOfWords.fit(TermWeight.TF_IDF, texts.stream(), Integer.MAX_VALUE);
    put(comparison, COUNTED, things, new DenseView(bag).encode(texts, Role.DOCUMENT), tasks);
    WordEncoderOptions options =
        WordEncoderOptions.defaults()
            .withUnknown(OutOfVocabulary.ABSENT)
            .withWeights(
                WordWeights.idf(learned.words(), frequencies(things, learned), things.size()));
    // Not closed: the vectors belong to the caller.
    Matrix means = WordVectorEncoder.of(TAGS, learned, options).encode(texts, Role.DOCUMENT);
    try (WordVectors tagged = WordVectors.of(names, means);
        WordVectors dealt = WordFigures.dealt(tagged, names, seed)) {
      comparison.put(TAGS, tagged, tasks).put(DEALT, dealt, tasks);
    }
  }

  private static WordList names(List<Thing> things) {
    return WordList.of(things.stream().map(Thing::name).toList());
  }

  private static Map<String, Integer> frequencies(List<Thing> things, WordVectors known) {
    Map<String, Integer> frequencies = new LinkedHashMap<>();
    for (Thing thing : things) {
      Set<String> own = new LinkedHashSet<>(thing.tags());
      own.removeIf(tag -> known.find(tag).isEmpty());
      own.forEach(tag -> frequencies.merge(tag, 1, Integer::sum));
    }
    return frequencies;
  }

  /** The mean of the captions' rows of each thing; to be closed by the caller. */
  static Matrix captions(Encoder encoder, List<Thing> things) {
    List<String> texts = things.stream().flatMap(thing -> thing.captions().stream()).toList();
    Matrix means = Matrix.allocate(things.size(), encoder.dimension());
    try (Matrix rows = encoder.encode(texts, Role.DOCUMENT)) {
      int next = 0;
      for (int i = 0; i < things.size(); i++) {
        int count = things.get(i).captions().size();
        float[] mean = new float[rows.dimension()];
        for (int row = next; row < next + count; row++) {
          for (int c = 0; c < mean.length; c++) {
            mean[c] += rows.get(row, c) / count;
          }
        }
        means.setRow(i, mean);
        next += count;
      }
      return means;
    } catch (RuntimeException | Error e) {
      means.close();
      throw e;
    }
  }

  /** Rows, which are the comparison's to close. */
  private static void put(
      WordComparison comparison,
      String name,
      List<Thing> things,
      Matrix rows,
      List<WordTask> tasks) {
    try (WordVectors vectors = WordVectors.of(names(things), rows)) {
      comparison.put(name, vectors, tasks);
    }
  }

  /**
   * The outcome of any figures.
   *
   * @param sets tasks of which each counts alike
   */
  static Outcome outcome(
      WordComparison comparison, List<String> sets, List<String> notes, long seed) {
    List<String> all = new ArrayList<>(notes);
    all.add(
        sets.stream()
            .map(set -> "%,d pairs of %s".formatted(comparison.figure(TAGS, set).size(), set))
            .collect(Collectors.joining(", ", "", ".")));
    return new Outcome(
        comparison
            .difference(TAGS, FEATURES, sets)
            .measure("Spearman, vectors of tags − features, mean of sets", 0, seed),
        comparison.difference(TAGS, DEALT, sets).measure("vectors of tags − dealt anew", 0, seed),
        List.of(comparison.table("Spearman's ρ"), comparison.differences(TAGS, FEATURES, seed)),
        all);
  }
}
