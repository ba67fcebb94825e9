package dev.akin.study.page;

import java.util.Locale;

/**
 * An SVG being written: shapes in pixels from the upper left corner, styled by the page's rules.
 *
 * @param out where it goes
 */
record Drawing(Markup out) {
  /** All charts are as wide as this, so that their letters are of one size. */
  static final double WIDTH = 640;

  /** What a letter takes at the charts' 13 pixels; wide letters count twice. */
  private static final double LETTER = 7.8;

  static void write(Chart chart, Markup out) {
    switch (chart) {
      case IntervalPlot plot -> new IntervalDrawing(plot).write(out);
      case ScatterPlot plot -> new ScatterDrawing(plot).write(out);
      case PairPlot plot -> new PairDrawing(plot).write(out);
    }
  }

  /** Opens the drawing. */
  static Drawing open(Markup out, double height, String says) {
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 %s %s".formatted(number(WIDTH), number(height)),
        "role",
        "img",
        "aria-label",
        says);
    return new Drawing(out);
  }

  void close() {
    out.close();
  }

  void line(String style, double x1, double y1, double x2, double y2) {
    out.empty(
        "line",
        "class",
        style,
        "x1",
        number(x1),
        "y1",
        number(y1),
        "x2",
        number(x2),
        "y2",
        number(y2));
  }

  /** A dot; what it is appears when a pointer rests on it. */
  void dot(String style, double x, double y, double radius, String says) {
    out.open(
        "circle",
        "class",
        style,
        "cx",
        number(x),
        "cy",
        number(y),
        "r",
        number(radius),
        "tabindex",
        "0");
    out.element("title", says).close();
  }

  void path(String style, String steps) {
    out.empty("path", "class", style, "d", steps);
  }

  /** A text; where it stands in relation to x is the anchor: start, middle or end. */
  void text(String style, double x, double y, String anchor, String text) {
    out.element(
        "text", text, "class", style, "x", number(x), "y", number(y), "text-anchor", anchor);
  }

  /** A text that is read from below. */
  void upright(String style, double x, double y, String text) {
    out.element(
        "text",
        text,
        "class",
        style,
        "text-anchor",
        "middle",
        "transform",
        "translate(%s %s) rotate(-90)".formatted(number(x), number(y)));
  }

  /** The axis at the bottom, between two edges, with lines across the plot. */
  void bottomAxis(Scale x, String label, double top, double bottom) {
    for (Scale.Tick tick : x.ticks()) {
      double at = x.at(tick.value());
      line("grid", at, top, at, bottom);
      text("tick", at, bottom + 18, "middle", tick.text());
    }
    line("axis", x.start(), bottom, x.end(), bottom);
    text("label", (x.start() + x.end()) / 2, bottom + 40, "middle", label);
  }

  /** The axis on the left. */
  void leftAxis(Scale y, String label, double left, double right) {
    for (Scale.Tick tick : y.ticks()) {
      double at = y.at(tick.value());
      line("grid", left, at, right, at);
      text("tick", left - 8, at + 4, "end", tick.text());
    }
    line("axis", left, y.start(), left, y.end());
    upright("label", 16, (y.start() + y.end()) / 2, label);
  }

  /** How wide a text is drawn, within a tenth. */
  static double width(String text) {
    return LETTER * text.codePoints().mapToDouble(Drawing::letters).sum();
  }

  /** How many usual letters a character is as wide as, in DejaVu Sans, the widest of the fonts. */
  private static double letters(int character) {
    if (Character.isIdeographic(character)) {
      return 1.8;
    }
    if ("mMW@%".indexOf(character) >= 0) {
      return 1.65;
    }
    if ("w=+<>".indexOf(character) >= 0) {
      return 1.4;
    }
    return "ijlI.,;:'|()[]".indexOf(character) >= 0 ? 0.55 : 1;
  }

  /** The text, or its beginning and an ellipsis, so that it fits. */
  static String fitted(String text, double width) {
    if (width(text) <= width) {
      return text;
    }
    int[] letters = text.codePoints().toArray();
    int kept = letters.length;
    while (kept > 1 && width(new String(letters, 0, kept)) > width - LETTER) {
      kept--;
    }
    return new String(letters, 0, kept).strip() + "…";
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
