package dev.akin.study.page;

import dev.akin.study.page.ScatterPlot.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Draws points with names. */
final class ScatterDrawing {
  private static final double LEFT = 74;
  private static final double RIGHT = Drawing.WIDTH - 16;
  private static final double TOP = 12;
  private static final double BOTTOM = 380;
  private static final double RADIUS = 5.5;

  private final ScatterPlot plot;
  private final Scale x;
  private final Scale y;

  ScatterDrawing(ScatterPlot plot) {
    this.plot = plot;
    List<Point> points = plot.points();
    x = Scale.around(plot.x(), points.stream().mapToDouble(Point::x).toArray(), LEFT, RIGHT);
    double[] values =
        points.stream()
            .flatMapToDouble(point ->
                DoubleStream.concat(
                    DoubleStream.of(point.y()),
                    point.interval().stream()
                        .flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high()))))
            .toArray();
    y = Scale.around(plot.y(), values, BOTTOM, TOP);
  }

  void write(Markup out) {
    List<Point> front = plot.onFront();
    Drawing drawing =
        Drawing.open(
            out,
            BOTTOM + 50,
            "%s by %s: %d points"
                .formatted(plot.y().label(), plot.x().label(), plot.points().size()));
    drawing.bottomAxis(x, plot.x().label(), TOP, BOTTOM);
    drawing.leftAxis(y, plot.y().label(), LEFT, RIGHT);
    if (!front.isEmpty()) {
      drawing.path("front", steps(front));
    }
    for (Point point : plot.points()) {
      point
          .interval()
          .ifPresent(ends ->
              drawing.line(
                  "whisker",
                  x.at(point.x()),
                  y.at(ends.low()),
                  x.at(point.x()),
                  y.at(ends.high())));
    }
    Set<Point> best = new HashSet<>(front);
    boolean isPlain = plot.front() == ScatterPlot.Front.NONE;
    for (Point point : plot.points()) {
      drawing.dot(
          isPlain || best.contains(point) ? "point" : "point hollow",
          x.at(point.x()),
          y.at(point.y()),
          RADIUS,
          says(point));
    }
    labels(drawing, Stream.concat(front.stream(), plot.points().stream()).distinct().toList());
    drawing.close();
  }

  /** From one point of the front to the next, by the corner that both reach. */
  private String steps(List<Point> front) {
    boolean isLess = plot.front() == ScatterPlot.Front.LESS_X_MORE_Y;
    StringBuilder steps = new StringBuilder();
    for (Point point : front) {
      String across = Drawing.number(x.at(point.x()));
      String up = Drawing.number(y.at(point.y()));
      if (steps.isEmpty()) {
        steps.append("M").append(across).append(' ').append(up);
      } else if (isLess) {
        steps.append(" H").append(across).append(" V").append(up);
      } else {
        steps.append(" V").append(up).append(" H").append(across);
      }
    }
    return steps.toString();
  }

  private static String says(Point point) {
    String interval =
        point
            .interval()
            .map(ends -> ", interval [%s, %s]".formatted(ends.low(), ends.high()))
            .orElse("");
    return "%s: %s, %s%s".formatted(point.label(), point.x(), point.y(), interval);
  }

  /** A rectangle that is taken. */
  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /** Names where they cover nothing; a point without room keeps its name for the pointer. */
  private void labels(Drawing drawing, List<Point> inOrder) {
    List<Box> taken = new ArrayList<>();
    for (Point point : plot.points()) {
      double px = x.at(point.x());
      double py = y.at(point.y());
      taken.add(new Box(px - RADIUS, py - RADIUS, px + RADIUS, py + RADIUS));
    }
    for (Point point : inOrder) {
      label(drawing, point, taken);
    }
  }

  private void label(Drawing drawing, Point point, List<Box> taken) {
    String text = Drawing.fitted(point.label(), 220);
    double width = Drawing.width(text);
    double px = x.at(point.x());
    double py = y.at(point.y());
    double gap = RADIUS + 4;
    double[][] places = {
      {px + gap, py + 4}, {px - gap - width, py + 4},
      {px - width / 2, py - gap}, {px - width / 2, py + gap + 11},
      {px + gap, py - gap}, {px + gap, py + gap + 8},
      {px - gap - width, py - gap}, {px - gap - width, py + gap + 8},
    };
    for (double[] place : places) {
      Box box = new Box(place[0], place[1] - 11, place[0] + width, place[1] + 3);
      boolean isInside =
          box.left() >= LEFT + 2
              && box.right() <= RIGHT + 12
              && box.top() >= TOP
              && box.bottom() <= BOTTOM;
      if (isInside && taken.stream().noneMatch(box::meets)) {
        taken.add(box);
        drawing.text("name", place[0], place[1], "start", text);
        return;
      }
    }
  }
}
