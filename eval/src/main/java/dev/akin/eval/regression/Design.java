package dev.akin.eval.regression;

import dev.akin.eval.Items;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The named columns that scores are explained by; the first is the intercept, all ones. Immutable:
 * every {@code with} gives another design.
 */
public final class Design {
  private static final String INTERCEPT = "intercept";

  private final int rows;
  private final List<String> names;
  private final List<double[]> columns;

  private Design(int rows, List<String> names, List<double[]> columns) {
    this.rows = rows;
    this.names = names;
    this.columns = columns;
  }

  /**
   * The intercept alone.
   *
   * @param rows how many scores are to be explained, at least one
   */
  public static Design of(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a design needs at least one row, got " + rows);
    }
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return new Design(rows, List.of(INTERCEPT), List.of(ones));
  }

  /**
   * One more column of numbers.
   *
   * @param values one finite number a row; copied
   * @throws IllegalArgumentException if there is another number of them, one is not finite, or the
   *     name is taken
   */
  public Design with(String name, double... values) {
    checkRows(name, values.length);
    Items.requireFinite("column %s, row".formatted(name), values);
    if (names.contains(name)) {
      throw new IllegalArgumentException("there are two columns named " + name);
    }
    return new Design(rows, plus(names, name), plus(columns, values.clone()));
  }

  /**
   * One column for each level but the first that occurs: 1 in the rows of that level, else 0. Its
   * coefficient is how far the level lies above the first one.
   *
   * @param levels one a row; the columns are named {@code name=level}
   */
  public Design withFactor(String name, List<String> levels) {
    checkRows(name, levels.size());
    SequencedSet<String> distinct = new LinkedHashSet<>(levels);
    distinct.removeFirst();
    Design design = this;
    for (String level : distinct) {
      double[] indicator =
          levels.stream().mapToDouble(other -> other.equals(level) ? 1 : 0).toArray();
      design = design.with(name + "=" + level, indicator);
    }
    return design;
  }

  private void checkRows(String name, int given) {
    if (given != rows) {
      throw new IllegalArgumentException(
          "column %s has %d rows, the design %d".formatted(name, given, rows));
    }
  }

  private static <T> List<T> plus(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer);
  }

  /** How many scores are to be explained. */
  public int rows() {
    return rows;
  }

  /** The columns' names, in order. */
  public List<String> names() {
    return names;
  }

  /** Copies of the columns, in order. */
  double[][] copyColumns() {
    return columns.stream().map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public String toString() {
    return "Design[%d rows of %s]".formatted(rows, names);
  }
}
