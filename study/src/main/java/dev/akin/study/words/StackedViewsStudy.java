package dev.akin.study.words;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.system.SystemSpec;
import dev.akin.vector.Matrix;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.SimilaritySet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether what is said of a thing, set beside its features, comes nearer to people's judgment. */
public final class StackedViewsStudy implements Study {
  private static final List<String> SETS = List.of("EN-MEN-TR-3k", "EN-SIMLEX-999");

  /** Definitions of a word that are read, the first ones of the dictionary. */
  private static final int DEFINITIONS = 3;

  @Override
  public String name() {
    return "stacked-views";
  }

  @Override
  public String title() {
    return "Two views of the same things, stacked";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Words are all you need? Language as an approximation for human similarity judgments",
        "Marjieh et al.",
        2023,
        "similarity by what people say of things, stacked upon features of the things, agrees with"
            + " human similarity better than either.");
  }

  @Override
  public List<String> data() {
    return List.of("text/wiki-en-17m.txt.gz", "definitions", "words/similarity");
  }

  @Override
  public String design() {
    return """
    The paper's things are pictures, sounds and films with tags and captions by people. Here the
    things are words: their features are CBOW vectors learned on 17 million words of Wikipedia, and
    what is said of them are their first three definitions in Open English WordNet, as `minilm` reads
    them. A view's cells are brought to mean 0 and variance 1 over the words and divided by the root of
    their number, so that no view decides by its scale; the stack is both, one behind the other.

    The claim as a figure: Spearman's correlation with people on MEN, the stack minus the better
    view, over the same pairs. Control: the stack minus a stack whose definitions were dealt to the
    words anew. Nothing is learned from people's judgments.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    Map<String, String> definitions = definitions(context);
    List<SimilaritySet> sets = new ArrayList<>();
    for (String set : SETS) {
      sets.add(SimilaritySet.read(context.require("words/similarity/" + set + ".txt")));
    }
    try (WordVectors vectors = Wikipedia.cbow(context)) {
      List<String> words = covered(sets, vectors, definitions);
      context.progress().accept("reading definitions of %,d words".formatted(words.size()));
      Encoder encoder =
          context
              .systems()
              .open(SystemSpec.parse("minilm"))
              .requireEncoder("definitions", List.of());
      List<String> texts = words.stream().map(word -> definitions.getOrDefault(word, "")).toList();
      try (Matrix rows = encoder.encode(texts, Role.DOCUMENT)) {
        return outcome(
            words,
            words.stream().map(vectors::requireVector).toArray(float[][]::new),
            IntStream.range(0, rows.rows()).mapToObj(rows::copyRow).toArray(float[][]::new),
            sets,
            context.seed());
      }
    }
  }

  private static Map<String, String> definitions(StudyContext context) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    WordNetLexicon.meanings(context.require(WordNetLexicon.PATH), DEFINITIONS)
        .forEach((word, own) ->
            texts.put(
                word,
                own.stream()
                    .map(WordNetLexicon.Synset::definition)
                    .collect(Collectors.joining("; "))));
    return texts;
  }

  private static List<String> covered(
      List<SimilaritySet> sets, WordVectors vectors, Map<String, String> definitions) {
    Set<String> words = new LinkedHashSet<>();
    sets.forEach(set -> set.pairs().forEach(pair -> words.addAll(List.of(pair.a(), pair.b()))));
    return words.stream()
        .filter(word -> vectors.find(word).isPresent() && definitions.containsKey(word))
        .toList();
  }

  /**
   * The outcome on any two views; the claim is about the first set.
   *
   * @param first a row a word
   * @param second a row a word
   */
  static Outcome outcome(
      List<String> words, float[][] first, float[][] second, List<SimilaritySet> sets, long seed) {
    double[][] features = view(first);
    double[][] said = view(second);
    List<double[]> dealt = new ArrayList<>(List.of(said));
    Collections.shuffle(dealt, new Random(seed));
    Map<String, double[][]> views = new LinkedHashMap<>();
    views.put("vectors learned from text", features);
    views.put("definitions", said);
    views.put("both, stacked", stacked(features, said));
    views.put("stacked, definitions dealt anew", stacked(features, dealt.toArray(double[][]::new)));
    List<List<Estimate>> figures = new ArrayList<>();
    ResultTable.Builder table =
        ResultTable.titled("Spearman's ρ", "view", sets.getFirst().name(), rest(sets));
    views.forEach((name, rows) -> {
      List<Estimate> row = sets.stream().map(set -> figure(words, rows, set)).toList();
      figures.add(row);
      table.row(
          name,
          cell(row.getFirst()),
          String.join(" / ", row.stream().skip(1).map(StackedViewsStudy::cell).toList()));
    });
    Estimate one = figures.get(0).getFirst();
    Estimate other = figures.get(1).getFirst();
    Estimate both = figures.get(2).getFirst();
    return new Outcome(
        Contrast.none()
            .plusDifference(1, "pairs", both, one.value() >= other.value() ? one : other)
            .measure(
                "Spearman on %s, stack − better view".formatted(sets.getFirst().name()), 0, seed),
        Contrast.none()
            .plusDifference(1, "pairs", both, figures.get(3).getFirst())
            .measure("stack − stack with definitions dealt anew", 0, seed),
        List.of(table.build()),
        List.of("%,d words have both views.".formatted(words.size())));
  }

  private static String rest(List<SimilaritySet> sets) {
    return String.join(" / ", sets.stream().skip(1).map(SimilaritySet::name).toList());
  }

  private static String cell(Estimate figure) {
    return "%s (%,d pairs)".formatted(Results.digits(figure.value()), figure.size());
  }

  private static Estimate figure(List<String> words, double[][] rows, SimilaritySet set) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      places.put(words.get(i), i);
    }
    List<SimilaritySet.Pair> pairs =
        set.pairs().stream()
            .filter(pair -> places.containsKey(pair.a()) && places.containsKey(pair.b()))
            .toList();
    double[] people = pairs.stream().mapToDouble(SimilaritySet.Pair::score).toArray();
    double[] cosines =
        pairs.stream()
            .mapToDouble(pair ->
                cosine(
                    rows[places.getOrDefault(pair.a(), 0)], rows[places.getOrDefault(pair.b(), 0)]))
            .toArray();
    return WordEstimates.spearman(people, cosines);
  }

  private static double cosine(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int c = 0; c < a.length; c++) {
      ab += a[c] * b[c];
      aa += a[c] * a[c];
      bb += b[c] * b[c];
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }

  /** Cells of mean 0 and of one variance, which add up to 1. */
  private static double[][] view(float[][] rows) {
    return WordFigures.standardised(rows, 1.0 / rows[0].length);
  }

  private static double[][] stacked(double[][] a, double[][] b) {
    double[][] stacked = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      stacked[i] = java.util.Arrays.copyOf(a[i], a[i].length + b[i].length);
      System.arraycopy(b[i], 0, stacked[i], a[i].length, b[i].length);
    }
    return stacked;
  }
}
