package dev.akin.study.words;

import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Alignment;
import dev.akin.words.Csls;
import dev.akin.words.WordLookup;
import dev.akin.words.WordSearch;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.DictionarySet;
import dev.akin.words.geometry.Rcsls;
import dev.akin.words.geometry.SelfLearning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Whether a map learned for retrieval translates words better than a rotation. */
public final class BilingualStudy implements Study {
  private static final int FEW = 50;

  /** Words of each side that self-learning looks at. */
  private static final int FREQUENT = 2000;

  private static final int ROUNDS = 20;

  static final String ROTATION = "rotation";
  static final String RCSLS = "RCSLS";
  static final String SHUFFLED = "rotation, translations dealt anew";

  private final BilingualTexts texts;

  private BilingualStudy(BilingualTexts texts) {
    this.texts = texts;
  }

  /** English and German, learned from captions of the same pictures. */
  public static BilingualStudy englishGerman() {
    return new BilingualStudy(new BilingualTexts.Captions());
  }

  /** English and Turkish, learned from texts of different kinds. */
  public static BilingualStudy englishTurkish() {
    return new BilingualStudy(new BilingualTexts.Mixed());
  }

  @Override
  public String name() {
    return texts.study();
  }

  @Override
  public String title() {
    return texts.title();
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Loss in Translation: Learning Bilingual Word Mapping with a Retrieval Criterion",
        "Joulin et al.",
        2018,
        "a map that is learned for retrieval by CSLS translates more words right than a rotation"
            + " learned from the same pairs.");
  }

  @Override
  public List<String> data() {
    List<String> data = new ArrayList<>(texts.data());
    data.add(texts.dictionaries());
    return data;
  }

  @Override
  public String design() {
    return texts.description()
        + """
         Pairs to learn from: the dictionary of 5,000 words, as far as both words have vectors; words asked
        for: those of the test dictionary of 2,000, likewise; candidates are all words of the other
        language. Methods: a rotation (Procrustes), RCSLS (10 neighbours, 10 steps), self-learning from
        all pairs, from 50, and from none among the 2,000 most frequent words of each side (20 rounds at
        most).

        The claim as a figure: precision at 1 by CSLS, RCSLS minus the rotation, over the words asked
        for. Control: the rotation minus a rotation from the same pairs with their translations dealt
        anew.
        """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    Path dictionaries = context.require(texts.dictionaries());
    String code = texts.target();
    DictionarySet learned =
        read(dictionaries.resolve("yacle.train.freq.5k.en-%s.tsv".formatted(code)));
    DictionarySet asked =
        read(dictionaries.resolve("yacle.test.freq.2k.en-%s.tsv".formatted(code)));
    try (WordVectors english = texts.english(context);
        WordVectors other = texts.other(context)) {
      Map<String, DictionarySet.Result> found =
          translated(context.progress(), english, other, learned, asked, FEW, context.seed());
      String note =
          "%,d English and %,d %s words."
              .formatted(
                  english.size(),
                  other.size(),
                  texts.targetLanguage().getDisplayLanguage(Locale.ENGLISH));
      return outcome(found, List.of(note), context.seed());
    }
  }

  private DictionarySet read(Path file) throws IOException {
    DictionarySet written = DictionarySet.read(file);
    Map<String, Set<String>> low = new LinkedHashMap<>();
    written
        .translations()
        .forEach((word, translations) ->
            low.computeIfAbsent(word.toLowerCase(Locale.ENGLISH), _ -> new LinkedHashSet<>())
                .addAll(
                    translations.stream()
                        .map(translation -> translation.toLowerCase(texts.targetLanguage()))
                        .toList()));
    return new DictionarySet(written.name(), low);
  }

  /**
   * What each method makes of any two tables.
   *
   * @param few pairs that the second self-learning starts from
   */
  static Map<String, DictionarySet.Result> translated(
      Consumer<String> progress,
      WordVectors ours,
      WordVectors theirs,
      DictionarySet learned,
      DictionarySet asked,
      int few,
      long seed) {
    ExactScan scan = new ExactScan(Runtime.getRuntime().availableProcessors());
    Matrix own = ours.unitRows(ours.size());
    Matrix other = theirs.unitRows(theirs.size());
    try (Matrix x = Alignment.normalisation(own).apply(own);
        Matrix z = Alignment.normalisation(other).apply(other)) {
      Alignment.Pairs pairs = pairs(learned, ours, theirs);
      int size = pairs.size();
      Map<String, Alignment> alignments = new LinkedHashMap<>();
      alignments.put(ROTATION, Alignment.procrustes(x, z, pairs));
      alignments.put(SHUFFLED, Alignment.procrustes(x, z, moved(pairs)));
      progress.accept("RCSLS");
      alignments.put(RCSLS, new Rcsls(10, 10, 1, scan).learn(x, z, pairs));
      SelfLearning learning = new SelfLearning(ROUNDS, Csls.DEFAULT_NEIGHBOURS, scan);
      int words = Math.min(FREQUENT, Math.min(x.rows(), z.rows()));
      int[] head = IntStream.range(0, words).toArray();
      try (Matrix a = x.take(head);
          Matrix b = z.take(head)) {
        Alignment.Pairs among = among(pairs, words);
        progress.accept("self-learning");
        alignments.put("self-learning", learning.learn(a, b, among).alignment());
        alignments.put(
            "self-learning from %d pairs".formatted(few),
            learning.learn(a, b, first(among, Math.min(few, among.size()))).alignment());
        progress.accept("self-learning without a pair");
        alignments.put("self-learning from no pair", learning.learn(a, b, seed).alignment());
      }
      Map<String, DictionarySet.Result> found = new LinkedHashMap<>();
      alignments.forEach((name, alignment) ->
          found.put(name, translated(alignment, x, z, ours, theirs, asked, scan)));
      progress.accept("%,d pairs to learn from".formatted(size));
      return found;
    }
  }

  /**
   * The outcome of any answers to the same words.
   *
   * @param found by method
   */
  static Outcome outcome(Map<String, DictionarySet.Result> found, List<String> notes, long seed) {
    DictionarySet.Result rotation = require(found, ROTATION);
    List<String> all = new ArrayList<>(notes);
    all.add(
        "%,d of %,d words asked for are known in both texts."
            .formatted(rotation.coverage().covered(), rotation.coverage().total()));
    return new Outcome(
        difference(require(found, RCSLS), rotation, "RCSLS − rotation", seed),
        difference(rotation, require(found, SHUFFLED), "rotation − translations dealt anew", seed),
        List.of(table(found)),
        all);
  }

  private static DictionarySet.Result require(
      Map<String, DictionarySet.Result> found, String name) {
    DictionarySet.Result result = found.get(name);
    if (result == null) {
      throw new IllegalStateException(name + " was not measured");
    }
    return result;
  }

  private static Alignment.Pairs pairs(DictionarySet words, WordVectors ours, WordVectors theirs) {
    List<int[]> pairs = new ArrayList<>();
    words
        .translations()
        .forEach((word, translations) -> {
          for (String translation : translations) {
            if (ours.find(word).isPresent() && theirs.find(translation).isPresent()) {
              pairs.add(
                  new int[] {ours.find(word).getAsInt(), theirs.find(translation).getAsInt()});
            }
          }
        });
    return new Alignment.Pairs(
        pairs.stream().mapToInt(pair -> pair[0]).toArray(),
        pairs.stream().mapToInt(pair -> pair[1]).toArray());
  }

  /** The pairs of which both words are among the first. */
  private static Alignment.Pairs among(Alignment.Pairs pairs, int words) {
    int[] kept =
        IntStream.range(0, pairs.size())
            .filter(p -> pairs.first()[p] < words && pairs.second()[p] < words)
            .toArray();
    return new Alignment.Pairs(
        IntStream.of(kept).map(p -> pairs.first()[p]).toArray(),
        IntStream.of(kept).map(p -> pairs.second()[p]).toArray());
  }

  private static Alignment.Pairs first(Alignment.Pairs pairs, int count) {
    return new Alignment.Pairs(
        Arrays.copyOf(pairs.first(), count), Arrays.copyOf(pairs.second(), count));
  }

  /** Every word with the translation of the one a third of the dictionary further. */
  private static Alignment.Pairs moved(Alignment.Pairs pairs) {
    int size = pairs.size();
    return new Alignment.Pairs(
        pairs.first(),
        IntStream.range(0, size).map(i -> pairs.second()[(i + size / 3) % size]).toArray());
  }

  private static DictionarySet.Result translated(
      Alignment alignment,
      Matrix x,
      Matrix z,
      WordVectors ours,
      WordVectors theirs,
      DictionarySet asked,
      ExactScan scan) {
    // The mapped rows are the new tables' from now on.
    try (WordVectors mapped = WordVectors.of(ours.words(), alignment.source().apply(x));
        WordVectors targets = WordVectors.of(theirs.words(), alignment.target().apply(z))) {
      Csls csls =
          Csls.between(
              mapped.unitRows(mapped.size()),
              targets.unitRows(targets.size()),
              Csls.DEFAULT_NEIGHBOURS,
              scan);
      return asked.evaluate(WordLookup.asWritten(mapped), WordSearch.of(targets, scan), csls);
    }
  }

  private static Measure difference(
      DictionarySet.Result first, DictionarySet.Result second, String name, long seed) {
    return Contrast.none()
        .plusDifference(1, "words", hits(first), hits(second))
        .measure("P@1 by CSLS, " + name, 0, seed);
  }

  private static Estimate hits(DictionarySet.Result result) {
    return Estimate.mean(
        result.items().stream()
            .filter(item -> item.rank().isPresent())
            .mapToDouble(item -> item.rank().getAsInt() == 1 ? 1 : 0)
            .toArray());
  }

  private static ResultTable table(Map<String, DictionarySet.Result> found) {
    ResultTable.Builder table = ResultTable.titled("Precision by CSLS", "method", "at 1", "at 5");
    found.forEach((name, result) ->
        table.row(name, Results.digits(result.at1()), Results.digits(result.at5())));
    return table.build();
  }
}
