package dev.akin.study.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Points with names, by two measures.
 *
 * @param points at least one
 * @param front which ends of the axes are good; the points that no other point beats in both are
 *     then drawn full and joined by a line (the Pareto front)
 */
public record ScatterPlot(Axis x, Axis y, List<Point> points, Front front) implements Chart {
  public ScatterPlot {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException(
          "%s by %s: a plot needs at least one point".formatted(y.label(), x.label()));
    }
    for (Point point : points) {
      x.require(point.label(), point.x());
      y.require(point.label(), point.y());
      point
          .interval()
          .ifPresent(ends -> {
            y.require(point.label(), ends.low());
            y.require(point.label(), ends.high());
          });
    }
  }

  /** Which points are the best there are. */
  public enum Front {
    /** No such question. */
    NONE,
    /** Less of x is better (time, bytes), more of y (quality). */
    LESS_X_MORE_Y,
    /** More is better of both. */
    MORE_X_MORE_Y
  }

  /**
   * One point.
   *
   * @param label printed beside it where there is room, and always when a pointer rests on it
   * @param interval of y
   */
  public record Point(String label, double x, double y, Optional<Ends> interval) {
    /** A point without an interval. */
    public static Point of(String label, double x, double y) {
      return new Point(label, x, y, Optional.empty());
    }

    /** The same with an interval of y. */
    public Point withInterval(double low, double high) {
      return new Point(label, x, y, Optional.of(new Ends(low, high)));
    }
  }

  /** Where an interval begins and ends. */
  public record Ends(double low, double high) {}

  /** Points without a front. */
  public static ScatterPlot of(Axis x, Axis y, List<Point> points) {
    return new ScatterPlot(x, y, points, Front.NONE);
  }

  /** The same with a front. */
  public ScatterPlot withFront(Front other) {
    return new ScatterPlot(x, y, points, other);
  }

  /**
   * The points that no other beats: none is at least as good in both measures and better in one.
   * From left to right; empty without a front. O(n log n).
   */
  public List<Point> onFront() {
    if (front == Front.NONE) {
      return List.of();
    }
    int sign = front == Front.LESS_X_MORE_Y ? 1 : -1;
    List<Point> ordered = new ArrayList<>(points);
    ordered.sort(
        Comparator.comparingDouble((Point p) -> sign * p.x())
            .thenComparing(Comparator.comparingDouble(Point::y).reversed()));
    List<Point> kept = new ArrayList<>();
    for (Point point : ordered) {
      boolean isFirst = kept.isEmpty();
      boolean isBetter = !isFirst && point.y() > kept.getLast().y();
      boolean isEqual =
          !isFirst && point.y() == kept.getLast().y() && point.x() == kept.getLast().x();
      if (isFirst || isBetter || isEqual) {
        kept.add(point);
      }
    }
    kept.sort(Comparator.comparingDouble(Point::x));
    return kept;
  }
}
