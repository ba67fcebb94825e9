package dev.akin.study.words;

import dev.akin.encoder.Role;
import dev.akin.eval.label.Average;
import dev.akin.eval.label.Classification;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.task.LabelledTexts;
import dev.akin.vector.Matrix;
import dev.akin.vector.probe.LogisticRegression;
import dev.akin.words.WordEncoderOptions;
import dev.akin.words.WordVectorEncoder;
import dev.akin.words.WordVectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Labels of texts when few texts to learn from have one: macro-F1 over texts that are always the
 * same, the mean of several draws of those that a multinomial logistic regression learns from.
 * Every label weighs the same, so those that were seen a few times decide.
 *
 * @param learned texts that are drawn from
 * @param asked texts that are labelled
 * @param share of the learned texts that a draw has, in (0, 1]
 * @param draws how many, 1 or more
 * @param seed of the draws
 */
record FewLabels(
    String name, LabelledTexts learned, LabelledTexts asked, double share, int draws, long seed)
    implements WordTask {
  @Override
  public Estimate evaluate(WordVectors vectors) {
    List<String> texts = new ArrayList<>(learned.texts());
    texts.addAll(asked.texts());
    float[][] own;
    // The encoder is not closed: the vectors belong to the caller.
    try (Matrix rows =
        WordVectorEncoder.of(name, vectors, WordEncoderOptions.defaults())
            .encode(texts, Role.DOCUMENT)) {
      own = IntStream.range(0, rows.rows()).mapToObj(rows::copyRow).toArray(float[][]::new);
    }
    try (Matrix rows = WordFigures.standardised(own)) {
      return macroF1(rows);
    }
  }

  /**
   * Of a row a text, first those to learn from; borrowed.
   *
   * @throws IllegalArgumentException if a draw has one label only
   */
  Estimate macroF1(Matrix rows) {
    List<String> all = List.copyOf(new TreeSet<>(labels()));
    int[] codes = labels().stream().mapToInt(all::indexOf).toArray();
    int[] test = IntStream.range(learned.size(), codes.length).toArray();
    int[] wanted = codes(codes, test);
    List<Classification> found = new ArrayList<>();
    try (Matrix unknown = rows.take(test)) {
      for (int draw = 0; draw < draws; draw++) {
        int[] known = drawn(draw);
        try (Matrix some = rows.take(known)) {
          int[] said = LogisticRegression.train(some, codes(codes, known)).predict(unknown);
          found.add(Classification.of(wanted, said));
        }
      }
    }
    return Estimate.of(
        wanted.length,
        items ->
            found.stream()
                .mapToDouble(each -> each.resampled(items).f1(Average.MACRO))
                .average()
                .orElseThrow());
  }

  /** The texts of a draw, by their place. */
  int[] drawn(int draw) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, learned.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed + draw));
    return order.stream()
        .limit(Math.round(share * learned.size()))
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>(learned.labels());
    labels.addAll(asked.labels());
    return labels;
  }

  private static int[] codes(int[] all, int[] places) {
    return IntStream.of(places).map(place -> all[place]).toArray();
  }
}
