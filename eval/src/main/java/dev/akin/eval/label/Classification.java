package dev.akin.eval.label;

import dev.akin.eval.Items;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One true and one predicted label for each item: accuracy, precision, recall and F1. Immutable.
 *
 * <p>Bitext mining is this too: the label of a sentence is its translation's ordinal, the
 * prediction its nearest neighbour's; MTEB's F1 is the weighted one. Where two sentences share a
 * nearest neighbour it is below the accuracy.
 */
public final class Classification {
  private final Contingency table;

  /** True and predicted labels together, rising. */
  private final int[] labels;

  private final int[] labelOfRow;
  private final int[] labelOfColumn;

  private Classification(Contingency table) {
    this.table = table;
    int[] rows = table.rowLabels();
    int[] columns = table.columnLabels();
    this.labels =
        Items.distinct(IntStream.concat(Arrays.stream(rows), Arrays.stream(columns)).toArray());
    this.labelOfRow = places(rows);
    this.labelOfColumn = places(columns);
  }

  private int[] places(int[] some) {
    return Arrays.stream(some).map(label -> Arrays.binarySearch(labels, label)).toArray();
  }

  /**
   * The labels of the same items.
   *
   * @param gold true label of each item; any integers
   * @param predicted what was said of each; labels that no item truly has count as classes too
   * @throws IllegalArgumentException if they differ in length or there is no item
   */
  public static Classification of(int[] gold, int[] predicted) {
    Items.requireSame("true labels", gold.length, "predictions", predicted.length);
    return new Classification(Contingency.of(gold, predicted));
  }

  /** The same over a resample, each item as often as it was drawn. O(items + cells). */
  public Classification resampled(int[] items) {
    return new Classification(table.resampled(items));
  }

  /** How many items. */
  public int size() {
    return table.size();
  }

  /** The share of items whose prediction is right, in [0, 1]; the mean of {@link #correct}. */
  public double accuracy() {
    return Items.mean(correct());
  }

  /** For each item 1 if its prediction is right, else 0. */
  public double[] correct() {
    double[] correct = new double[size()];
    for (int i = 0; i < correct.length; i++) {
      correct[i] = isDiagonal(table.cellOf(i)) ? 1 : 0;
    }
    return correct;
  }

  private boolean isDiagonal(Contingency.Cell cell) {
    return labelOfRow[cell.row()] == labelOfColumn[cell.column()];
  }

  /** The averaged precision of the classes that occur, in [0, 1]. */
  public double precision(Average average) {
    return average.over(classes(), ClassScore::precision);
  }

  /** The averaged recall of the classes that occur, in [0, 1]. */
  public double recall(Average average) {
    return average.over(classes(), ClassScore::recall);
  }

  /** The averaged F1 of the classes that occur, in [0, 1]. */
  public double f1(Average average) {
    return average.over(classes(), ClassScore::f1);
  }

  /** The classes that some item truly has or was said to have, by rising label. */
  public List<ClassScore> classes() {
    int[] hits = new int[labels.length];
    int[] predicted = new int[labels.length];
    int[] support = new int[labels.length];
    for (int i = 0; i < table.cells(); i++) {
      Contingency.Cell cell = table.cell(i);
      support[labelOfRow[cell.row()]] += cell.count();
      predicted[labelOfColumn[cell.column()]] += cell.count();
      hits[labelOfRow[cell.row()]] += isDiagonal(cell) ? cell.count() : 0;
    }
    List<ClassScore> classes = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (support[i] + predicted[i] > 0) {
        classes.add(new ClassScore(labels[i], hits[i], predicted[i], support[i]));
      }
    }
    return classes;
  }

  /** The labels of {@link #confusion}, rising. */
  public int[] labels() {
    return labels.clone();
  }

  /** The confusion matrix: row = true label, column = predicted label, both as {@link #labels}. */
  public int[][] confusion() {
    int[][] confusion = new int[labels.length][labels.length];
    for (int i = 0; i < table.cells(); i++) {
      Contingency.Cell cell = table.cell(i);
      confusion[labelOfRow[cell.row()]][labelOfColumn[cell.column()]] = cell.count();
    }
    return confusion;
  }

  @Override
  public String toString() {
    return "Classification[%d items, %d labels]".formatted(size(), labels.length);
  }
}
