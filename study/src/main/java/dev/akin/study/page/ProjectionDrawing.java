package dev.akin.study.page;

import dev.akin.study.claim.Projection;
import dev.akin.study.claim.Projection.Point;
import java.util.List;

/** Draws a projection as a picture of its own: a colour a label, named above. */
public final class ProjectionDrawing {
  /** Colours that most eyes tell apart (Okabe and Ito 2008). */
  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#999999");

  private static final double WIDTH = 640;
  private static final double HEIGHT = 480;
  private static final double HEAD = 34;
  private static final double EDGE = 10;

  private ProjectionDrawing() {}

  /**
   * The picture as SVG.
   *
   * @throws IllegalArgumentException if there are more labels than colours
   */
  public static String svg(Projection projection) {
    List<Point> points = projection.points();
    List<String> labels = points.stream().map(Point::label).distinct().sorted().toList();
    if (labels.size() > COLOURS.size()) {
      throw new IllegalArgumentException(
          "%s: %d labels, and colours for %d"
              .formatted(projection.caption(), labels.size(), COLOURS.size()));
    }
    Scale x =
        Scale.around(
            Axis.linear("first axis"),
            points.stream().mapToDouble(Point::x).toArray(),
            EDGE,
            WIDTH - EDGE);
    Scale y =
        Scale.around(
            Axis.linear("second axis"),
            points.stream().mapToDouble(Point::y).toArray(),
            HEIGHT - EDGE,
            HEAD);
    var out = new Markup();
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 %s %s".formatted(Drawing.number(WIDTH), Drawing.number(HEIGHT)),
        "role",
        "img",
        "aria-label",
        projection.caption());
    out.empty("rect", "width", "100%", "height", "100%", "fill", "#ffffff");
    double at = EDGE;
    for (int l = 0; l < labels.size(); l++) {
      dot(out, at + 5, HEAD / 2, 5, COLOURS.get(l));
      out.element(
          "text",
          labels.get(l),
          "x",
          Drawing.number(at + 14),
          "y",
          Drawing.number(HEAD / 2 + 4),
          "font-family",
          "sans-serif",
          "font-size",
          "13");
      at += 34 + Drawing.width(labels.get(l));
    }
    for (Point point : points) {
      dot(out, x.at(point.x()), y.at(point.y()), 3, COLOURS.get(labels.indexOf(point.label())));
    }
    return out.close().line().toString();
  }

  private static void dot(Markup out, double x, double y, double radius, String colour) {
    out.empty(
        "circle",
        "cx",
        Drawing.number(x),
        "cy",
        Drawing.number(y),
        "r",
        Drawing.number(radius),
        "fill",
        colour,
        "fill-opacity",
        "0.7");
  }
}
