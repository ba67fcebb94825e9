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
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.SimilaritySet;
import dev.akin.words.geometry.Lexicon;
import dev.akin.words.geometry.Retrofitting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Whether a lexicon makes word vectors better. */
public final class RetrofittingStudy implements Study {
  private static final String SIMLEX = "EN-SIMLEX-999";
  private static final List<String> SETS = List.of(SIMLEX, "EN-WS-353-ALL", "EN-MEN-TR-3k");

  @Override
  public String name() {
    return "retrofitting";
  }

  @Override
  public String title() {
    return "Word vectors pulled to a lexicon";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Retrofitting Word Vectors to Semantic Lexicons",
        "Faruqui et al.",
        2015,
        "pulling the words that a lexicon connects together makes vectors agree better with people"
            + " on how alike words are.");
  }

  @Override
  public List<String> data() {
    return List.of("text/wiki-en-17m.txt.gz", "definitions", "words/similarity");
  }

  @Override
  public String design() {
    return """
    CBOW vectors of 100 cells are learned on 17 million words of Wikipedia (5 epochs, window 5, 5
    negatives, one thread). The lexicon is Open English WordNet: words of one synset are connected.
    Ten rounds with equal weight for a word's own vector and its neighbours' mean.

    The claim as a figure: Spearman's correlation on SimLex-999, which asks for likeness and not for
    relatedness, after retrofitting minus before, over the same pairs. Control: the same with the
    lexicon's words shuffled among themselves, which keeps how many neighbours there are and not
    which; the claim's lexicon must beat it.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    Lexicon lexicon = WordNetLexicon.read(context.require(WordNetLexicon.PATH));
    List<SimilaritySet> sets = new ArrayList<>();
    for (String set : SETS) {
      sets.add(SimilaritySet.read(context.require("words/similarity/" + set + ".txt")));
    }
    try (WordVectors vectors = Wikipedia.cbow(context)) {
      return outcome(vectors, lexicon, sets, context.seed());
    }
  }

  /** The outcome on any vectors; the claim is about the first set. */
  static Outcome outcome(
      WordVectors vectors, Lexicon lexicon, List<SimilaritySet> sets, long seed) {
    Map<String, List<Estimate>> figures = new LinkedHashMap<>();
    figures.put("as learned", figures(vectors, sets));
    figures.put("retrofitted", figures(vectors, lexicon, sets));
    figures.put(
        "retrofitted to a shuffled lexicon", figures(vectors, shuffled(lexicon, seed), sets));
    List<ResultTable> tables = List.of(table(figures, sets), differences(figures, sets, seed));
    return new Outcome(
        difference(figures, "retrofitted", "as learned", 0, sets)
            .measure(
                "Spearman on %s, retrofitted − as learned".formatted(sets.getFirst().name()),
                0,
                seed),
        difference(figures, "retrofitted", "retrofitted to a shuffled lexicon", 0, sets)
            .measure("retrofitted − retrofitted to a shuffled lexicon", 0, seed),
        tables,
        List.of());
  }

  private static List<Estimate> figures(
      WordVectors vectors, Lexicon lexicon, List<SimilaritySet> sets) {
    // The fitted rows are the new table's from now on.
    Retrofitting.Fitted fitted = new Retrofitting(10, 1).fit(vectors, lexicon);
    try (WordVectors after = WordVectors.of(vectors.words(), fitted.rows())) {
      return figures(after, sets);
    }
  }

  private static List<Estimate> figures(WordVectors vectors, List<SimilaritySet> sets) {
    return sets.stream().map(set -> WordFigures.similarity(vectors, set)).toList();
  }

  private static Contrast difference(
      Map<String, List<Estimate>> figures,
      String first,
      String second,
      int set,
      List<SimilaritySet> sets) {
    return Contrast.none()
        .plusDifference(
            1,
            sets.get(set).name(),
            figures.getOrDefault(first, List.of()).get(set),
            figures.getOrDefault(second, List.of()).get(set));
  }

  private static ResultTable table(Map<String, List<Estimate>> figures, List<SimilaritySet> sets) {
    ResultTable.Builder table = ResultTable.titled("Spearman's ρ", columns("vectors", sets));
    figures.forEach((name, row) -> {
      List<String> cells = new ArrayList<>(List.of(name));
      row.forEach(figure ->
          cells.add("%s (%d pairs)".formatted(Results.digits(figure.value()), figure.size())));
      table.row(cells.toArray(String[]::new));
    });
    return table.build();
  }

  private static ResultTable differences(
      Map<String, List<Estimate>> figures, List<SimilaritySet> sets, long seed) {
    ResultTable.Builder table =
        ResultTable.titled("Retrofitted − as learned", "set", "difference", "95 % interval");
    for (int s = 0; s < sets.size(); s++) {
      Measure measure =
          difference(figures, "retrofitted", "as learned", s, sets)
              .measure(sets.get(s).name(), 0, seed);
      table.row(sets.get(s).name(), Results.digits(measure.value()), Results.interval(measure));
    }
    return table.build();
  }

  private static String[] columns(String first, List<SimilaritySet> sets) {
    List<String> columns = new ArrayList<>(List.of(first));
    sets.forEach(set -> columns.add(set.name()));
    return columns.toArray(String[]::new);
  }

  /** Every word has as many neighbours as before, drawn from all that are anyone's. */
  static Lexicon shuffled(Lexicon lexicon, long seed) {
    List<String> words = new ArrayList<>(lexicon.links().keySet());
    List<String> others = new ArrayList<>(words);
    Collections.shuffle(others, new Random(seed));
    Map<String, String> renamed = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      renamed.put(words.get(i), others.get(i));
    }
    Map<String, Set<String>> links = new LinkedHashMap<>();
    lexicon
        .links()
        .forEach((word, neighbours) -> {
          Set<String> drawn = new LinkedHashSet<>();
          neighbours.forEach(neighbour -> drawn.add(renamed.getOrDefault(neighbour, neighbour)));
          links.put(word, drawn);
        });
    return new Lexicon(links);
  }
}
