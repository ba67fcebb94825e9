package dev.akin.study.claim;

import dev.akin.vector.Matrix;
import dev.akin.vector.transform.PrincipalAxes;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows seen from the side where they differ most: a point in the plane each, with a label.
 *
 * @param caption what is projected
 */
public record Projection(String caption, List<Point> points) {
  private static final double DIGITS = 1e4;

  public Projection {
    points = List.copyOf(points);
  }

  /** A row's place on the two axes, and what it is of. */
  public record Point(String label, double x, double y) {}

  /**
   * Rows on their first two principal axes (Pearson 1901), to four digits.
   *
   * @param labels one a row
   * @param rows [labels × dimension], two rows and two cells or more
   */
  public static Projection of(String caption, List<String> labels, Matrix rows) {
    List<Point> points = new ArrayList<>();
    try (Matrix plane = PrincipalAxes.fit(rows).pca(2).apply(rows)) {
      for (int r = 0; r < plane.rows(); r++) {
        points.add(new Point(labels.get(r), rounded(plane.get(r, 0)), rounded(plane.get(r, 1))));
      }
    }
    return new Projection(caption, points);
  }

  private static double rounded(float value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
