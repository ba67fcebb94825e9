package dev.akin.study.words;

import dev.akin.vector.Matrix;
import dev.akin.vector.transform.ConceptEdit;
import dev.akin.vector.transform.ConceptErasure;
import dev.akin.vector.transform.Subspace;
import dev.akin.vector.transform.Transform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Ways to take a concept out of rows, each fitted on rows that have it and rows that have not. */
final class Erasures {
  static final String NOTHING = "nothing erased";
  static final String LEAST_SQUARES = "LEACE";
  static final String DEALT = "LEACE, concept dealt anew";

  private static final int DIRECTIONS = 8;
  private static final int ROUNDS = 3;

  private final float[][] rows;
  private final int[] concept;
  private final float[][] with;
  private final float[][] without;

  /**
   * Ways that are fitted on these rows.
   *
   * @param rows not changed
   * @param concept 1 for a row that has it, 0 for one that has not; both occur
   */
  Erasures(float[][] rows, int[] concept) {
    this.rows = rows.clone();
    this.concept = concept.clone();
    this.with = rows(1);
    this.without = rows(0);
  }

  private float[][] rows(int kind) {
    return IntStream.range(0, concept.length)
        .filter(row -> concept[row] == kind)
        .mapToObj(row -> rows[row])
        .toArray(float[][]::new);
  }

  /** All of them by name, first {@link #NOTHING}. */
  Map<String, Transform> all(long seed) {
    Map<String, Transform> all = new LinkedHashMap<>();
    all.put(NOTHING, meansDifference(0));
    all.put("the means' difference projected away", meansDifference(1));
    all.put("DECOR, 1 direction", decor(1));
    all.put("DECOR, %d directions".formatted(DIRECTIONS), decor(DIRECTIONS));
    all.put("edit (UCE)", edit(0));
    all.put("edit, %d rounds more (RECE)".formatted(ROUNDS), edit(ROUNDS));
    all.put(LEAST_SQUARES, leastSquares(concept.length));
    all.put(DEALT, leastSquares(rows, dealt(seed)));
    return all;
  }

  /** LEACE fitted on the first rows only. */
  Transform leastSquares(int first) {
    return leastSquares(Arrays.copyOf(rows, first), Arrays.copyOf(concept, first));
  }

  private static Transform leastSquares(float[][] rows, int[] concept) {
    try (Matrix all = Matrix.of(rows)) {
      return ConceptErasure.fit(all, concept);
    }
  }

  private int[] dealt(long seed) {
    List<Integer> dealt = new ArrayList<>(IntStream.of(concept).boxed().toList());
    Collections.shuffle(dealt, new Random(seed));
    return dealt.stream().mapToInt(Integer::intValue).toArray();
  }

  private Transform meansDifference(double strength) {
    try (Matrix difference = Matrix.of(minus(mean(with), mean(without)))) {
      return Subspace.spannedBy(difference).rejection(strength);
    }
  }

  /** Rows that have the concept are what is undesired; what all rows share is not meant. */
  private Transform decor(int directions) {
    float[] common = mean(mean(with), mean(without));
    float[][] undesired = new float[with.length][];
    for (int i = 0; i < undesired.length; i++) {
      undesired[i] = minus(with[i], common);
    }
    try (Matrix examples = Matrix.of(undesired)) {
      return Subspace.of(examples, directions).rejection(1);
    }
  }

  /**
   * Rows that have the concept become the mean of those that have not, which stay; then so many
   * times the row that gives the concept back is edited as well.
   */
  Transform edit(int rounds) {
    float[] target = mean(without);
    Transform edit = edit(with, target);
    for (int round = 0; round < rounds; round++) {
      float[] derived = ConceptEdit.derive(edit, mean(with), ConceptEdit.USUAL_RIDGE);
      // The edit of a map stands before the map: the newer one is applied first.
      edit = edit(new float[][] {derived}, target).then(edit);
    }
    return edit;
  }

  private Transform edit(float[][] concepts, float[] target) {
    float[][] targets = new float[concepts.length][];
    Arrays.fill(targets, target);
    try (Matrix erased = Matrix.of(concepts);
        Matrix wanted = Matrix.of(targets);
        Matrix preserved = Matrix.of(without)) {
      return ConceptEdit.USUAL.fit(erased, wanted, preserved);
    }
  }

  /**
   * What an edit leaves reachable: ‖Ec′ − c‖ / ‖c‖, c the mean of the rows that have the concept
   * and c′ the row derived against the edit; 0 where all of it comes back.
   */
  double distanceOfDerived(Transform edit) {
    float[] wanted = mean(with);
    float[] derived = ConceptEdit.derive(edit, wanted, ConceptEdit.USUAL_RIDGE);
    return length(minus(edit.apply(derived), wanted)) / length(wanted);
  }

  /** How many rounds {@link #all} edits again. */
  static int rounds() {
    return ROUNDS;
  }

  private static float[] mean(float[]... rows) {
    double[] sum = new double[rows[0].length];
    for (float[] row : rows) {
      for (int c = 0; c < sum.length; c++) {
        sum[c] += row[c];
      }
    }
    float[] mean = new float[sum.length];
    for (int c = 0; c < sum.length; c++) {
      mean[c] = (float) (sum[c] / rows.length);
    }
    return mean;
  }

  private static float[] minus(float[] a, float[] b) {
    float[] difference = a.clone();
    for (int c = 0; c < difference.length; c++) {
      difference[c] -= b[c];
    }
    return difference;
  }

  private static double length(float[] row) {
    double square = 0;
    for (float cell : row) {
      square += (double) cell * cell;
    }
    return Math.sqrt(square);
  }
}
