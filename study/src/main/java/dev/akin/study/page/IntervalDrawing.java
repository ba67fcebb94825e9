package dev.akin.study.page;

/** Draws estimates with their intervals. */
record IntervalDrawing(IntervalPlot plot) {
  private static final double ROW = 28;
  private static final double TOP = 10;
  private static final double WIDEST_LABEL = 330;
  private static final double WIDEST_DETAIL = 125;
  private static final double BELOW = 50;

  void write(Markup out) {
    double labels = widest(plot.rows().stream().map(IntervalPlot.Row::label).toList());
    double details = widest(plot.rows().stream().map(IntervalPlot.Row::detail).toList());
    double left = Math.min(labels, WIDEST_LABEL) + 14;
    double right = Drawing.WIDTH - Math.min(details, WIDEST_DETAIL) - 16;
    double bottom = TOP + plot.rows().size() * ROW + 4;
    Scale x = Scale.around(plot.axis(), plot.extent(), left, right);
    Drawing drawing =
        Drawing.open(
            out,
            bottom + BELOW,
            "%s: %d estimates with intervals".formatted(plot.axis().label(), plot.rows().size()));
    drawing.bottomAxis(x, plot.axis().label(), TOP, bottom);
    plot.reference()
        .ifPresent(value -> drawing.line("reference", x.at(value), TOP, x.at(value), bottom));
    for (int i = 0; i < plot.rows().size(); i++) {
      double y = TOP + (i + 0.5) * ROW;
      IntervalPlot.Row row = plot.rows().get(i);
      drawing.text("name", left - 12, y + 4, "end", Drawing.fitted(row.label(), WIDEST_LABEL));
      drawing.text("value", right + 10, y + 4, "start", row.detail());
      row(drawing, x, y, row);
    }
    drawing.close();
  }

  private void row(Drawing drawing, Scale x, double y, IntervalPlot.Row row) {
    drawing.line("interval", x.at(row.low()), y, x.at(row.high()), y);
    drawing.line("interval", x.at(row.low()), y - 5, x.at(row.low()), y + 5);
    drawing.line("interval", x.at(row.high()), y - 5, x.at(row.high()), y + 5);
    drawing.dot(
        "point",
        x.at(row.value()),
        y,
        5,
        "%s: %s, interval [%s, %s]".formatted(row.label(), row.value(), row.low(), row.high()));
  }

  private static double widest(java.util.List<String> texts) {
    return texts.stream().mapToDouble(Drawing::width).max().orElse(0);
  }
}
