package dev.akin.study.encoding;

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
import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How far into a long text an encoder sees, and whether reading it in parts helps. */
public final class NeedleStudy implements Study {
  private static final List<Integer> LENGTHS = List.of(128, 256, 512, 1024);
  private static final int TEXTS = 30;
  private static final int DECILES = 10;

  @Override
  public String name() {
    return "needles";
  }

  @Override
  public String title() {
    return "Needles in long texts";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "LongEmbed: Extending Embedding Models for Long Context Retrieval",
        "Zhu et al.",
        2024,
        "without any training an encoder's window is extended: parallel windows, their mean as one"
            + " row, find in texts of several windows what cutting loses.");
  }

  @Override
  public List<String> data() {
    return List.of();
  }

  @Override
  public String design() {
    return """
    Texts are made, not read: of the paper's two synthetic tasks, `passkey` hides a number for a name
    among five sentences that repeat, and `needle` a fact about a person in prose that differs from text
    to text. 30 texts of each of four lengths, counted with the encoder's own tokenizer, the needle at
    depths spread evenly; a question must find its own text as the nearest of the 30 (accuracy at 1).

    The claim as a figure: accuracy with parts (`@long=split`) minus accuracy with cutting, over all
    texts longer than the window, averaged over `minilm` (256 tokens) and `bge-small` (512). Control:
    with cutting, accuracy of needles inside the window minus that of needles beyond it, which cannot
    be seen. `bow` reads everything and is the upper line where words are enough.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    List<Reading> readings = new ArrayList<>();
    for (String model : List.of("minilm", "bge-small")) {
      readings.add(
          new Reading(
              model,
              encoder(context, model, List.of()).maxTokens(),
              answers(context, model, model),
              answers(context, model, model + "@long=split"),
              answers(context, model, "bow")));
    }
    return outcome(readings, context.seed());
  }

  /**
   * One question and whether its text was found.
   *
   * @param length the text's tokens, as asked for
   */
  record Answer(Needle.Kind kind, int length, Needle needle, boolean isFound) {
    boolean isVisible(int window) {
      return needle.endToken() <= window;
    }
  }

  /**
   * One model's answers to the same questions, read in three ways.
   *
   * @param window tokens that the model reads, fewer than the longest text has
   * @param cut what is behind the window lost
   * @param split in parts of a window
   * @param words by a bag of words
   */
  record Reading(
      String model, int window, List<Answer> cut, List<Answer> split, List<Answer> words) {
    Reading {
      cut = List.copyOf(cut);
      split = List.copyOf(split);
      words = List.copyOf(words);
    }
  }

  /** The outcome of any answers. */
  static Outcome outcome(List<Reading> readings, long seed) {
    ResultTable.Builder lengths = ResultTable.titled("Accuracy at 1 by length", lengthColumns());
    ResultTable.Builder depths =
        ResultTable.titled("Accuracy at 1 by depth, texts longer than the window", depthColumns());
    Contrast claim = Contrast.none();
    Contrast control = Contrast.none();
    double weight = 1.0 / readings.size();
    for (Reading reading : readings) {
      String model = reading.model();
      int window = reading.window();
      Predicate<Answer> isLong = answer -> answer.length() > window;
      claim =
          claim.plusDifference(
              weight, model, accuracy(reading.split(), isLong), accuracy(reading.cut(), isLong));
      control =
          control
              .plus(
                  weight,
                  model + " seen",
                  accuracy(reading.cut(), isLong.and(answer -> answer.isVisible(window))))
              .plus(
                  -weight,
                  model + " unseen",
                  accuracy(reading.cut(), isLong.and(answer -> !answer.isVisible(window))));
      lengthRows(lengths, model, reading.cut());
      lengthRows(lengths, model + "@long=split", reading.split());
      lengthRows(lengths, "bow (tokens of %s)".formatted(model), reading.words());
      depthRow(depths, model, reading.cut().stream().filter(isLong).toList());
      depthRow(depths, model + "@long=split", reading.split().stream().filter(isLong).toList());
    }
    return new Outcome(
        claim.measure("accuracy beyond the window, parts − cut", 0, seed),
        control.measure("accuracy with cutting, needle seen − unseen", 0, seed),
        List.of(lengths.build(), depths.build()),
        List.of("A question guessed at is right once in %d.".formatted(TEXTS)));
  }

  private static Encoder encoder(StudyContext context, String system, List<String> texts)
      throws IOException {
    return context.systems().open(SystemSpec.parse(system)).requireEncoder("needles", texts);
  }

  /** All questions to one system; lengths are counted by the model's tokenizer. */
  private static List<Answer> answers(StudyContext context, String model, String system)
      throws IOException {
    Encoder counter = encoder(context, model, List.of());
    List<Answer> answers = new ArrayList<>();
    for (Needle.Kind kind : Needle.Kind.values()) {
      for (int length : LENGTHS) {
        context.progress().accept("%s on %s, %d tokens".formatted(system, name(kind), length));
        List<Needle> needles =
            Needle.make(
                new Needle.Recipe(kind, length, TEXTS, context.seed()), counter::countTokens);
        List<String> all =
            Stream.concat(
                    needles.stream().map(Needle::text), needles.stream().map(Needle::question))
                .toList();
        boolean[] found = found(encoder(context, system, all), needles);
        for (int i = 0; i < found.length; i++) {
          answers.add(new Answer(kind, length, needles.get(i), found[i]));
        }
      }
    }
    return answers;
  }

  private static boolean[] found(Encoder encoder, List<Needle> needles) {
    List<String> texts = needles.stream().map(Needle::text).toList();
    List<String> questions = needles.stream().map(Needle::question).toList();
    boolean[] found = new boolean[needles.size()];
    try (Matrix rows = encoder.encode(texts, Role.DOCUMENT);
        Matrix asked = encoder.encode(questions, Role.QUERY)) {
      List<List<Match>> nearest = new ExactScan(1).nearest(rows, asked, Similarity.COSINE, 1);
      for (int i = 0; i < found.length; i++) {
        found[i] = nearest.get(i).getFirst().ordinal() == i;
      }
    }
    return found;
  }

  private static Estimate accuracy(List<Answer> answers, Predicate<Answer> kept) {
    return Estimate.mean(
        answers.stream().filter(kept).mapToDouble(answer -> answer.isFound() ? 1 : 0).toArray());
  }

  private static String name(Needle.Kind kind) {
    return switch (kind) {
      case PASSKEY -> "passkey";
      case FACT -> "needle";
    };
  }

  private static String[] lengthColumns() {
    return Stream.concat(
            Stream.of("system", "task"), LENGTHS.stream().map(length -> length + " tokens"))
        .toArray(String[]::new);
  }

  private static void lengthRows(ResultTable.Builder table, String system, List<Answer> answers) {
    for (Needle.Kind kind : Needle.Kind.values()) {
      List<String> cells = new ArrayList<>(List.of(system, name(kind)));
      for (int length : LENGTHS) {
        cells.add(
            Results.digits(
                accuracy(answers, a -> a.kind() == kind && a.length() == length).value()));
      }
      table.row(cells.toArray(String[]::new));
    }
  }

  private static String[] depthColumns() {
    List<String> columns = new ArrayList<>(List.of("system"));
    for (int decile = 1; decile <= DECILES; decile++) {
      columns.add("≤ " + decile * 10 + " %");
    }
    return columns.toArray(String[]::new);
  }

  private static void depthRow(ResultTable.Builder table, String system, List<Answer> answers) {
    List<String> cells = new ArrayList<>(List.of(system));
    for (int decile = 0; decile < DECILES; decile++) {
      int wanted = decile;
      double[] found =
          answers.stream()
              .filter(a -> (int) Math.min(DECILES - 1, a.needle().depth() * DECILES) == wanted)
              .mapToDouble(a -> a.isFound() ? 1 : 0)
              .toArray();
      cells.add(
          found.length == 0
              ? "–"
              : String.format(Locale.ROOT, "%.2f", Estimate.mean(found).value()));
    }
    table.row(cells.toArray(String[]::new));
  }
}
