package dev.akin.study.benchmark;

import dev.akin.eval.significance.Estimate;
import dev.akin.eval.suite.OrderAgreement;
import dev.akin.eval.suite.ScoreMatrix;
import dev.akin.eval.suite.Task;
import dev.akin.eval.suite.TaskSelection;
import dev.akin.eval.suite.TaskSelectionOptions;
import dev.akin.study.benchmark.SmallSuite.Chosen;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Whether the tasks that others do not predict order systems as all tasks do. */
public final class TaskSelectionStudy implements Study {
  private static final double AGREES = 0.9;
  private static final int SUBSETS = 50;

  /** Two for each type of task. */
  private static final int FEWEST_TASKS = 6;

  /** Kinds alternate, so that every second system is of every kind. */
  private static final List<String> SYSTEMS =
      List.of(
          "bow",
          "tfidf",
          "hashed-64",
          "hashed-128",
          "hashed-256",
          "hashed-1024",
          "minilm@tokens=64",
          "minilm@256d@tokens=64",
          "minilm@128d@tokens=64",
          "minilm@64d@tokens=64",
          "minilm@32d@tokens=64",
          "minilm@16d@tokens=64",
          "minilm@bit@tokens=64",
          "minilm@tokens=32",
          "bge-small@tokens=64",
          "bge-small@256d@tokens=64",
          "bge-small@128d@tokens=64",
          "bge-small@64d@tokens=64",
          "bge-small@32d@tokens=64",
          "bge-small@16d@tokens=64",
          "bge-small@bit@tokens=64",
          "minilm@pool=first@tokens=32");

  @Override
  public String name() {
    return "task-selection";
  }

  @Override
  public String title() {
    return "Fewer tasks keep the order of systems";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "MMTEB: Massive Multilingual Text Embedding Benchmark",
        "Enevoldsen et al.",
        2025,
        "a suite from which the tasks are dropped that the others predict keeps the order of"
            + " systems.");
  }

  @Override
  public List<String> data() {
    return SmallSuite.data();
  }

  @Override
  public String design() {
    return """
    Twenty-two systems are scored on the eighteen samples of [domain-models](domain-models.md). On every
    second system tasks are dropped one after the other, the one first that ridge regressions on the
    remaining tasks predict best for a system they have not seen (Spearman's ρ of 0.8 or more), down to
    six tasks and never the last of a type. The eleven other systems are ordered by their mean over the
    tasks that are left, and by their mean over all.

    The claim as a figure: Spearman's rank correlation of these two orders; it must exceed 0.9. Control:
    how much higher it is than on average over 50 subsets of as many tasks drawn by chance, each with a
    task of every type. Intervals are over the systems that order is asked of.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    List<Chosen> chosen = SmallSuite.open(context);
    Results results = Results.measure(context, SYSTEMS, chosen.stream().map(Chosen::task).toList());
    return outcome(
        ScoreMatrix.of(
            SYSTEMS,
            chosen.stream()
                .map(Chosen::task)
                .map(task -> new Task(task.name(), task.type().printedName()))
                .toList(),
            SYSTEMS.stream()
                .map(system ->
                    results.tasks().stream()
                        .mapToDouble(task -> results.value(system, task))
                        .toArray())
                .toArray(double[][]::new)),
        context.seed());
  }

  /** The outcome of any scores of 8 systems or more. */
  static Outcome outcome(ScoreMatrix scores, long seed) {
    ScoreMatrix chosenOn = everySecond(scores, 0);
    ScoreMatrix asked = everySecond(scores, 1);
    TaskSelection selection =
        TaskSelection.of(
            chosenOn,
            new TaskSelectionOptions(
                TaskSelectionOptions.DEFAULT.threshold(),
                FEWEST_TASKS,
                TaskSelectionOptions.DEFAULT.ridge(),
                Set.of()));
    Set<String> kept = Set.copyOf(selection.kept());
    List<Set<String>> subsets = subsets(asked.tasks(), kept.size(), new SplittableRandom(seed));
    double[] whole = means(asked, tasks(asked));
    double[] part = means(asked, kept);
    List<double[]> parts = subsets.stream().map(subset -> means(asked, subset)).toList();
    Estimate agreement = Estimate.of(whole.length, items -> agreement(whole, part, items));
    Estimate chance =
        Estimate.of(
            whole.length,
            items ->
                parts.stream()
                    .mapToDouble(other -> agreement(whole, other, items))
                    .average()
                    .orElse(Double.NaN));
    return new Outcome(
        Contrast.none()
            .plus(1, "systems", agreement)
            .measure(
                "Spearman's ρ of systems, all %d tasks and the %d kept"
                    .formatted(asked.tasks().size(), kept.size()),
                AGREES,
                seed),
        Contrast.none()
            .plusDifference(1, "systems", agreement, chance)
            .measure("ρ of the kept tasks − ρ of as many random ones", 0, seed),
        List.of(removals(selection), orders(asked, kept)),
        List.of(
            "Kept are %s.".formatted(String.join(", ", selection.kept())),
            "The tasks that are kept are among all tasks, so that some agreement is sure."));
  }

  private static ScoreMatrix everySecond(ScoreMatrix scores, int first) {
    int[] places =
        IntStream.range(0, scores.systems().size()).filter(s -> s % 2 == first).toArray();
    return ScoreMatrix.of(
        Arrays.stream(places).mapToObj(scores.systems()::get).toList(),
        scores.tasks(),
        Arrays.stream(places)
            .mapToObj(s ->
                IntStream.range(0, scores.tasks().size())
                    .mapToDouble(t -> scores.score(s, t))
                    .toArray())
            .toArray(double[][]::new));
  }

  private static Set<String> tasks(ScoreMatrix scores) {
    Set<String> names = new TreeSet<>();
    scores.tasks().forEach(task -> names.add(task.name()));
    return names;
  }

  /** Each system's mean over these tasks. */
  private static double[] means(ScoreMatrix scores, Set<String> names) {
    int[] places =
        IntStream.range(0, scores.tasks().size())
            .filter(t -> names.contains(scores.tasks().get(t).name()))
            .toArray();
    return IntStream.range(0, scores.systems().size())
        .mapToDouble(
            s -> Arrays.stream(places).mapToDouble(t -> scores.score(s, t)).average().orElseThrow())
        .toArray();
  }

  private static double agreement(double[] whole, double[] part, int[] items) {
    return OrderAgreement.of(taken(whole, items), taken(part, items)).spearman();
  }

  private static double[] taken(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
  }

  /** Tasks drawn by chance, first one of each type, then any. */
  private static List<Set<String>> subsets(List<Task> tasks, int size, SplittableRandom random) {
    List<Set<String>> subsets = new ArrayList<>();
    while (subsets.size() < SUBSETS) {
      List<Task> order = new ArrayList<>(tasks);
      for (int i = order.size() - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        Task moved = order.get(i);
        order.set(i, order.get(other));
        order.set(other, moved);
      }
      Set<String> types = new TreeSet<>();
      Set<String> drawn = new TreeSet<>();
      order.stream().filter(task -> types.add(task.category())).forEach(t -> drawn.add(t.name()));
      order.stream().map(Task::name).filter(name -> drawn.size() < size).forEach(drawn::add);
      subsets.add(drawn);
    }
    return subsets;
  }

  private static ResultTable removals(TaskSelection selection) {
    ResultTable.Builder table =
        ResultTable.titled(
            "Tasks in the order in which they were dropped",
            "task",
            "ρ of its predicted and true scores");
    selection
        .removals()
        .forEach(
            removal -> table.row(removal.task(), Results.digits(removal.prediction().spearman())));
    return table.build();
  }

  private static ResultTable orders(ScoreMatrix asked, Set<String> kept) {
    double[] whole = means(asked, tasks(asked));
    double[] part = means(asked, kept);
    ResultTable.Builder table =
        ResultTable.titled(
            "Mean of the main figures, systems on which no task was chosen",
            "system",
            "all tasks",
            "kept tasks");
    for (int s = 0; s < whole.length; s++) {
      table.row(asked.systems().get(s), Results.digits(whole[s]), Results.digits(part[s]));
    }
    return table.build();
  }
}
