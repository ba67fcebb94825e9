package dev.akin.eval.pair;

import dev.akin.eval.Items;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * A correlation within each text, as for summaries of it: the coefficient of what people and a
 * system gave each of its items; the figure is the mean over the texts.
 */
public final class PerText {
  private final int[] texts;
  private final double[] coefficients;
  private final int leftOut;

  private PerText(int[] texts, double[] coefficients, int leftOut) {
    this.texts = texts;
    this.coefficients = coefficients;
    this.leftOut = leftOut;
  }

  /**
   * The coefficients of the texts.
   *
   * <p>A text whose items people gave one grade, or that has one item, says nothing and is left
   * out, for every system alike. A text whose items a system gave one score counts 0: it tells them
   * apart no better than chance. (MTEB leaves out both, so its texts differ between systems.)
   *
   * @param textOf which text an item belongs to; any integers
   * @param human what people gave each item
   * @param scores what the system gave it
   * @param coefficient {@code Correlation::spearman}
   * @throws IllegalArgumentException if lengths differ, a value is not finite, or no text is left
   */
  public static PerText of(
      int[] textOf, double[] human, double[] scores, ToDoubleFunction<Correlation> coefficient) {
    Items.requireSame("texts", textOf.length, "grades", human.length);
    Items.requireSame("grades", human.length, "scores", scores.length);
    Items.requireFinite("grade", human);
    Items.requireFinite("score", scores);
    int[] texts = Items.distinct(textOf);
    double[] kept = new double[texts.length];
    int[] keptTexts = new int[texts.length];
    int count = 0;
    for (int[] items : itemsOf(textOf, texts)) {
      double[] grades = Arrays.stream(items).mapToDouble(i -> human[i]).toArray();
      double[] given = Arrays.stream(items).mapToDouble(i -> scores[i]).toArray();
      if (Items.distinct(grades).length > 1) {
        Correlation correlation = Correlation.of(grades, given);
        keptTexts[count] = textOf[items[0]];
        kept[count++] = correlation.isDefined() ? coefficient.applyAsDouble(correlation) : 0;
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException(
          "none of %d texts has items of different grades".formatted(texts.length));
    }
    return new PerText(
        Arrays.copyOf(keptTexts, count), Arrays.copyOf(kept, count), texts.length - count);
  }

  /** The items of each text, in their order. */
  private static int[][] itemsOf(int[] textOf, int[] texts) {
    int[] sizes = new int[texts.length];
    int[] places = new int[textOf.length];
    for (int i = 0; i < textOf.length; i++) {
      places[i] = Arrays.binarySearch(texts, textOf[i]);
      sizes[places[i]]++;
    }
    int[][] items = new int[texts.length][];
    for (int i = textOf.length - 1; i >= 0; i--) {
      int place = places[i];
      if (items[place] == null) {
        items[place] = new int[sizes[place]];
      }
      items[place][--sizes[place]] = i;
    }
    return items;
  }

  /** The mean over the texts, in [−1, 1]. */
  public double mean() {
    return Items.mean(coefficients);
  }

  /** The coefficient of each text that was kept, by rising text. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** The texts that were kept, rising. */
  public int[] texts() {
    return texts.clone();
  }

  /** How many texts were left out, their grades all being equal. */
  public int leftOut() {
    return leftOut;
  }
}
