package dev.akin.study.words;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.encoder.distil.DistillationOptions;
import dev.akin.encoder.distil.ExtractionMethod;
import dev.akin.encoder.distil.StaticDistiller;
import dev.akin.encoder.distil.TokenWeighting;
import dev.akin.eval.significance.Estimate;
import dev.akin.format.words.WordList;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.system.SystemSpec;
import dev.akin.vector.Matrix;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.SimilaritySet;
import dev.akin.words.training.LineEncoding;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.Method;
import dev.akin.words.training.TextWords;
import dev.akin.words.training.TrainedTables;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Which way of making one vector of a word out of a contextual encoder is best. */
public final class StaticFromContextualStudy implements Study {
  private static final String ENCODER = "minilm";
  private static final List<String> SETS =
      List.of("EN-SIMLEX-999", "EN-WS-353-ALL", "EN-MEN-TR-3k");

  /** Sentences of a word: as many as a few minutes of encoding allow. */
  private static final int SENTENCES = 10;

  /** Occurrences in the slice below which a word is not compared. */
  private static final int LEAST = 5;

  private static final int EPOCHS = 20;

  static final String X2STATIC = "X2Static";
  static final String SHUFFLED = "X2Static, sentences' vectors dealt anew";
  static final String AGGREGATED = "aggregated";
  static final String ALONE = "decontextualised";

  @Override
  public String name() {
    return "static-from-contextual";
  }

  @Override
  public String title() {
    return "One vector of a word out of a contextual encoder";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Obtaining Better Static Word Embeddings Using Contextual Embedding Models",
        "Gupta and Jaggi",
        2021,
        "word vectors that are learned to predict a word from what a contextual encoder makes of"
            + " its sentence agree better with people than averages of the word's own contextual"
            + " vectors.");
  }

  @Override
  public List<String> data() {
    return List.of("text/wiki-en-17m.txt.gz", "words/similarity");
  }

  @Override
  public String design() {
    return """
    Teacher: `minilm`. Text: the first sentences of 5 to 30 words of Wikipedia that have a word of the
    three similarity sets which stands in fewer than 10 sentences kept before. Four tables of the words
    that stand in 5 sentences or more: *X2Static*, learned from the sentences' vectors (20 epochs, 1
    negative, rate 0.05, one thread); *aggregated*, the mean of the word's rows in the same
    sentences; *decontextualised*, its row as a text alone; and X2Static with the sentences' vectors
    dealt to the sentences anew. Every table is centred over the words compared and read by cosine.
    Options of the training were chosen on MTurk-771 and RG-65, which are not among the sets.

    What differs from the published training of X2Static (its code, the variant by sentences), all of it:

    - The teacher has been trained to embed sentences and has 384 cells; theirs are BERT, RoBERTa and GPT-2 as
      they are, of 768 or more.
    - A sentence's vector is the mean of the last states, special tokens among them as in theirs, but
      brought to length 1. The variant by paragraphs is not tried.
    - One noise word for a true one instead of 10, drawn alike in proportion to the root of its count; of four
      words of a sentence two share their draws, and a draw that is the true word is skipped.
    - A product counts as no more than ±8 in the loss, and still pulls beyond; theirs counts as no more than ±20,
      and does not.
    - Frequent words are skipped above a share of 10⁻⁴, theirs above 5·10⁻⁶; the formula is the same.
    - Plain gradient steps, word by word in the order of the text, at a rate that falls from 0.05 to near 0;
      theirs is Adam at 10⁻³ on the mean of batches of 128 sentences that are shuffled in each epoch. Words
      begin as zero, theirs uniform within 1/768.
    - 20 epochs over 14,000 sentences instead of 5 over a text many times as large; a sentence may have 256 pieces instead
      of 200, which none of 30 words has.
    - Every table is centred before it is read.

    The claim as a figure: Spearman's correlation with people, X2Static minus aggregated, mean of
    SimLex-999, WordSim-353 and MEN, over the same pairs. Control: X2Static minus the same with
    the vectors dealt anew, which knows how often a word stands and nothing of what it means.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    List<SimilaritySet> sets = new ArrayList<>();
    Set<String> wanted = new LinkedHashSet<>();
    for (String name : SETS) {
      SimilaritySet set = SimilaritySet.read(context.require("words/similarity/" + name + ".txt"));
      set.pairs().forEach(pair -> wanted.addAll(List.of(pair.a(), pair.b())));
      sets.add(set);
    }
    Path slice = Files.createDirectories(context.work()).resolve("slice.txt");
    var wikipedia = new TextWords(context.require(Wikipedia.PATH));
    int sentences = SentencesOfWords.write(wikipedia, wanted, SENTENCES, slice);
    Map<String, Table> tables = new LinkedHashMap<>();
    List<String> words;
    try (Matrix lines = encoded(context, slice)) {
      Table learned = learned(context, slice, lines, wanted);
      words = learned.words();
      tables.put(X2STATIC, learned);
      try (Matrix dealt = dealt(lines, context.seed())) {
        tables.put(SHUFFLED, learned(context, slice, dealt, wanted));
      }
    }
    SystemSpec.Embedding teacher = (SystemSpec.Embedding) SystemSpec.parse(ENCODER);
    try (Encoder encoder = context.systems().openAlone(teacher)) {
      context.progress().accept("reading words in %,d sentences".formatted(sentences));
      List<String> lines = Files.readAllLines(slice);
      var aggregated =
          new ExtractionMethod.Aggregated(
              () -> lines.stream(), ExtractionMethod.Aggregated.USUAL_ROWS);
      tables.put(AGGREGATED, extracted(context, encoder, aggregated, words));
      context.progress().accept("reading words alone");
      tables.put(
          ALONE, extracted(context, encoder, new ExtractionMethod.Decontextualised(), words));
    }
    return outcome(
        tables,
        sets,
        "%,d sentences, %,d words that stand in %d of them or more."
            .formatted(sentences, words.size(), LEAST),
        context.seed());
  }

  /** Words and a row each, in one order. */
  @SuppressWarnings("ArrayRecordComponent") // made here, and compared nowhere
  record Table(List<String> words, float[][] rows) {}

  private static Matrix encoded(StudyContext context, Path slice) throws IOException {
    Encoder encoder =
        context.systems().open(SystemSpec.parse(ENCODER)).requireEncoder("sentences", List.of());
    return new LineEncoding(encoder)
        .encode(
            new TextWords(slice),
            done -> context.progress().accept("reading sentences: %,d".formatted(done)));
  }

  static TrainingOptions options(int dimension) {
    return TrainingOptions.builder(Method.X2STATIC)
        .dimension(dimension)
        .leastCount(LEAST)
        .epochs(EPOCHS)
        .build();
  }

  private static Table learned(StudyContext context, Path slice, Matrix lines, Set<String> wanted)
      throws IOException {
    TrainingRun run = TrainingRun.in(Files.createDirectories(context.work().resolve("training")));
    run.clear();
    try (TrainedTables learned =
        new LookupTrainer(options(lines.dimension()))
            .train(new TextWords(slice), lines, run, progress -> true)) {
      WordList all = learned.vocabulary().words();
      List<String> words = wanted.stream().filter(word -> all.find(word).isPresent()).toList();
      return new Table(
          words,
          words.stream()
              .map(word -> learned.vector(all.find(word).getAsInt()))
              .toArray(float[][]::new));
    } finally {
      run.clear();
    }
  }

  private static Matrix dealt(Matrix rows, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows.rows()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return Matrix.of(order.stream().map(rows::copyRow).toArray(float[][]::new));
  }

  /** Whole rows, not weighted: what the tables differ in is how rows were made. */
  private static Table extracted(
      StudyContext context, Encoder teacher, ExtractionMethod method, List<String> words)
      throws IOException {
    var options = new DistillationOptions(teacher.dimension(), new TokenWeighting.Equal(), words);
    Path folder = Files.createTempDirectory(context.work(), "static");
    StaticDistiller.distil(teacher, method, options).model().write(folder);
    try (Encoder model = Encoder.open(folder);
        Matrix rows = model.encode(words, Role.DOCUMENT)) {
      return new Table(
          words, IntStream.range(0, rows.rows()).mapToObj(rows::copyRow).toArray(float[][]::new));
    }
  }

  /**
   * The outcome on any tables of the same words.
   *
   * @param tables the four of them by name
   */
  static Outcome outcome(
      Map<String, Table> tables, List<SimilaritySet> sets, String note, long seed) {
    Map<String, List<Estimate>> figures = new LinkedHashMap<>();
    tables.forEach((name, table) -> figures.put(name, figures(table, sets)));
    ResultTable.Builder all = ResultTable.titled("Spearman's ρ", columns(sets));
    figures.forEach((name, row) -> {
      List<String> cells = new ArrayList<>(List.of(name));
      row.forEach(figure ->
          cells.add("%s (%,d pairs)".formatted(Results.digits(figure.value()), figure.size())));
      all.row(cells.toArray(String[]::new));
    });
    ResultTable.Builder differences =
        ResultTable.titled(
            "Differences, mean of the sets", "tables", "difference", "95 % interval");
    for (List<String> pair :
        List.of(
            List.of(X2STATIC, AGGREGATED), List.of(AGGREGATED, ALONE), List.of(X2STATIC, ALONE))) {
      Measure measure = difference(figures, pair.get(0), pair.get(1), sets, seed);
      differences.row(measure.name(), Results.digits(measure.value()), Results.interval(measure));
    }
    return new Outcome(
        difference(figures, X2STATIC, AGGREGATED, sets, seed),
        difference(figures, X2STATIC, SHUFFLED, sets, seed),
        List.of(all.build(), differences.build()),
        List.of(note));
  }

  private static String[] columns(List<SimilaritySet> sets) {
    List<String> columns = new ArrayList<>(List.of("table"));
    sets.forEach(set -> columns.add(set.name()));
    return columns.toArray(String[]::new);
  }

  private static Measure difference(
      Map<String, List<Estimate>> figures,
      String first,
      String second,
      List<SimilaritySet> sets,
      long seed) {
    Contrast contrast = Contrast.none();
    for (int s = 0; s < sets.size(); s++) {
      contrast =
          contrast.plusDifference(
              1.0 / sets.size(),
              sets.get(s).name(),
              figures.getOrDefault(first, List.of()).get(s),
              figures.getOrDefault(second, List.of()).get(s));
    }
    return contrast.measure("%s − %s".formatted(first, second), 0, seed);
  }

  private static List<Estimate> figures(Table table, List<SimilaritySet> sets) {
    try (WordVectors vectors =
        WordVectors.of(WordList.of(table.words()), Matrix.of(centred(table.rows())))) {
      return sets.stream().map(set -> WordFigures.similarity(vectors, set)).toList();
    }
  }

  private static float[][] centred(float[][] rows) {
    int cells = rows[0].length;
    float[][] centred = new float[rows.length][cells];
    for (int c = 0; c < cells; c++) {
      double mean = 0;
      for (float[] row : rows) {
        mean += row[c] / (double) rows.length;
      }
      for (int i = 0; i < rows.length; i++) {
        centred[i][c] = (float) (rows[i][c] - mean);
      }
    }
    return centred;
  }
}
