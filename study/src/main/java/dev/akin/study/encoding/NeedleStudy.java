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
    return outcome(context, List.of("minilm", "bge-small"), TEXTS);
  }

  /** One question and whether its text was found. */
  private record Answer(Needle.Kind kind, int length, Needle needle, boolean isFound) {
    boolean isVisible(int window) {
      return needle.endToken() <= window;
    }
  }

  /**
   * The outcome of models.
   *
   * @param models whose window is shorter than the longest text
   * @param texts of each length and kind
   */
  static Outcome outcome(StudyContext context, List<String> models, int texts) throws IOException {
    ResultTable.Builder lengths = ResultTable.titled("Accuracy at 1 by length", lengthColumns());
    ResultTable.Builder depths =
        ResultTable.titled("Accuracy at 1 by depth, texts longer than the window", depthColumns());
    Contrast claim = Contrast.none();
    Contrast control = Contrast.none();
    double weight = 1.0 / models.size();
    for (String model : models) {
      int window = encoder(context, model, List.of()).maxTokens();
      List<Answer> cut = answers(context, model, model, texts);
      List<Answer> split = answers(context, model, model + "@long=split", texts);
      Predicate<Answer> isLong = answer -> answer.length() > window;
      claim = claim.plusDifference(weight, model, accuracy(split, isLong), accuracy(cut, isLong));
      Estimate seen = accuracy(cut, isLong.and(answer -> answer.isVisible(window)));
      Estimate unseen = accuracy(cut, isLong.and(answer -> !answer.isVisible(window)));
      control =
          control.plus(weight, model + " seen", seen).plus(-weight, model + " unseen", unseen);
      List<Answer> words = answers(context, model, "bow", texts);
      lengthRows(lengths, model, cut);
      lengthRows(lengths, model + "@long=split", split);
      lengthRows(lengths, "bow (tokens of %s)".formatted(model), words);
      depthRow(depths, model, cut.stream().filter(isLong).toList());
      depthRow(depths, model + "@long=split", split.stream().filter(isLong).toList());
    }
    return new Outcome(
        claim.measure("accuracy beyond the window, parts − cut", 0, context.seed()),
        control.measure("accuracy with cutting, needle seen − unseen", 0, context.seed()),
        List.of(lengths.build(), depths.build()),
        List.of("A question guessed at is right once in %d.".formatted(texts)));
  }

  private static Encoder encoder(StudyContext context, String system, List<String> texts)
      throws IOException {
    return context.systems().open(SystemSpec.parse(system)).requireEncoder("needles", texts);
  }

  /** All questions to one system; lengths are counted by the model's tokenizer. */
  private static List<Answer> answers(StudyContext context, String model, String system, int texts)
      throws IOException {
    Encoder counter = encoder(context, model, List.of());
    List<Answer> answers = new ArrayList<>();
    for (Needle.Kind kind : Needle.Kind.values()) {
      for (int length : LENGTHS) {
        context.progress().accept("%s on %s, %d tokens".formatted(system, name(kind), length));
        List<Needle> needles =
            Needle.make(
                new Needle.Recipe(kind, length, texts, context.seed()), counter::countTokens);
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
