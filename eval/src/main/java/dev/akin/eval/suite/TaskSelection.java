package dev.akin.eval.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fewer tasks that say the same: tasks are dropped, one after the other, that the remaining ones
 * predict best on systems left out of the prediction (Enevoldsen et al. 2025, MMTEB).
 *
 * @param removals the dropped tasks, first dropped first
 * @param kept the names of the others, in the order of the matrix
 */
public record TaskSelection(List<Removal> removals, List<String> kept) {
  /** Fewer left-out systems have no order to speak of. */
  private static final int FEWEST_SYSTEMS = 4;

  private static final Comparator<Candidate> PREDICTABILITY =
      Comparator.<Candidate>comparingDouble(candidate -> candidate.prediction().spearman())
          .thenComparing(
              Comparator.<Candidate>comparingDouble(
                      candidate -> candidate.prediction().meanSquaredError())
                  .reversed());

  /** Copies the lists. */
  public TaskSelection {
    removals = List.copyOf(removals);
    kept = List.copyOf(kept);
  }

  /**
   * A dropped task and how well the tasks that were left predicted it.
   *
   * @param prediction of its scores, each system's from a regression without that system
   */
  public record Removal(String task, Prediction prediction) {}

  private record Candidate(int task, Prediction prediction) {}

  /**
   * Selects tasks. Each round costs O(tasks · systems² · (tasks + systems)).
   *
   * <p>Never dropped are protected tasks and the last task of a category. Among tasks of the same ρ
   * the one with the smaller squared error goes, then the later one.
   *
   * @param matrix scores of 4 systems or more on all tasks
   * @throws IllegalArgumentException if a score is missing, there are fewer systems, or a protected
   *     task is not among the tasks
   */
  public static TaskSelection of(ScoreMatrix matrix, TaskSelectionOptions options) {
    matrix.requireComplete("task selection");
    if (matrix.systems().size() < FEWEST_SYSTEMS) {
      throw new IllegalArgumentException(
          "task selection needs %d systems, got %d"
              .formatted(FEWEST_SYSTEMS, matrix.systems().size()));
    }
    if (!options.protectedTasks().isEmpty()) {
      matrix.withTasks(options.protectedTasks());
    }
    return select(matrix, options);
  }

  private static TaskSelection select(ScoreMatrix matrix, TaskSelectionOptions options) {
    List<Task> tasks = matrix.tasks();
    TaskPredictor predictor = new TaskPredictor(matrix, options.ridge());
    List<Integer> kept = new ArrayList<>(IntStream.range(0, tasks.size()).boxed().toList());
    List<Removal> removals = new ArrayList<>();
    while (kept.size() > options.fewestTasks()) {
      Optional<Candidate> best =
          kept.stream()
              .filter(task -> isRemovable(task, kept, tasks, options))
              .map(task -> new Candidate(task, predictor.predict(task, kept)))
              .max(PREDICTABILITY)
              .filter(candidate -> candidate.prediction().spearman() >= options.threshold());
      if (best.isEmpty()) {
        break;
      }
      Candidate dropped = best.orElseThrow();
      kept.removeIf(task -> task == dropped.task());
      removals.add(new Removal(tasks.get(dropped.task()).name(), dropped.prediction()));
    }
    return new TaskSelection(removals, kept.stream().map(task -> tasks.get(task).name()).toList());
  }

  private static boolean isRemovable(
      int task, List<Integer> kept, List<Task> tasks, TaskSelectionOptions options) {
    String category = tasks.get(task).category();
    long ofCategory =
        kept.stream().filter(other -> tasks.get(other).category().equals(category)).count();
    return ofCategory > 1 && !options.protectedTasks().contains(tasks.get(task).name());
  }
}
