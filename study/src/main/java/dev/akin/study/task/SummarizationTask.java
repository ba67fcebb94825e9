package dev.akin.study.task;

import dev.akin.encoder.Encoder;
import dev.akin.eval.pair.Correlation;
import dev.akin.eval.pair.PerText;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.system.MeasuredSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether a summary that people like is near one that people wrote: MTEB's summarization. A machine
 * summary's score is its largest cosine to the human summaries of its text; the figure is the mean
 * over texts of Spearman's ρ of these scores and people's grades.
 */
public final class SummarizationTask implements Task {
  /**
   * Summaries of one text.
   *
   * @param human written by people, at least one
   * @param machine judged by people
   * @param grades one for each machine summary
   */
  public record Summaries(List<String> human, List<String> machine, List<Double> grades) {
    public Summaries {
      human = List.copyOf(human);
      machine = List.copyOf(machine);
      grades = List.copyOf(grades);
      if (human.isEmpty() || machine.size() != grades.size()) {
        throw new IllegalArgumentException(
            "%d human summaries, %d machine summaries, %d grades"
                .formatted(human.size(), machine.size(), grades.size()));
      }
    }
  }

  private final String name;
  private final List<Summaries> texts;

  /** A task of some texts' summaries. */
  public SummarizationTask(String name, List<Summaries> texts) {
    this.name = name;
    this.texts = List.copyOf(texts);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public TaskType type() {
    return TaskType.SUMMARIZATION;
  }

  @Override
  public String data() {
    return String.format(Locale.ROOT, "summaries of %,d texts", texts.size());
  }

  @Override
  public TaskResult evaluate(MeasuredSystem system) {
    Encoder encoder =
        system.requireEncoder(
            name,
            texts.stream()
                .flatMap(of -> Stream.concat(of.human().stream(), of.machine().stream()))
                .toList());
    List<Integer> textOf = new ArrayList<>();
    List<Double> grades = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      for (double score : scores(encoder, texts.get(text))) {
        scores.add(score);
        textOf.add(text);
      }
      grades.addAll(texts.get(text).grades());
    }
    int[] of = textOf.stream().mapToInt(Integer::intValue).toArray();
    double[] human = grades.stream().mapToDouble(Double::doubleValue).toArray();
    double[] machine = scores.stream().mapToDouble(Double::doubleValue).toArray();
    PerText spearman = PerText.of(of, human, machine, Correlation::spearman);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("cosine_spearman", spearman.mean());
    figures.put("cosine_pearson", PerText.of(of, human, machine, Correlation::pearson).mean());
    return new TaskResult(
        name,
        type(),
        system.name(),
        figures,
        Estimate.mean(spearman.coefficients()),
        Arrays.stream(spearman.texts()).mapToObj(text -> "text " + (text + 1)).toList(),
        spearman.leftOut() == 0
            ? List.of()
            : List.of(
                "%d texts whose summaries all have one grade were left out"
                    .formatted(spearman.leftOut())));
  }

  private static double[] scores(Encoder encoder, Summaries text) {
    double[] best = new double[text.machine().size()];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    try (TextRows machine = TextRows.of(encoder, text.machine());
        TextRows human = TextRows.of(encoder, text.human())) {
      for (int i = 0; i < best.length; i++) {
        for (int j = 0; j < human.rows().rows(); j++) {
          best[i] =
              Math.max(
                  best[i], RowPairs.cosine(machine.rows().copyRow(i), human.rows().copyRow(j)));
        }
      }
    }
    return best;
  }
}
