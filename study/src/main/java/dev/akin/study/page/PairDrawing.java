package dev.akin.study.page;

import dev.akin.study.page.PairPlot.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Draws two systems item by item. Items at one place are one dot of their area. */
record PairDrawing(PairPlot plot) {
  private static final double LEFT = 110;
  private static final double TOP = 30;
  private static final double SIDE = 420;
  private static final double SMALLEST = 3.5;
  private static final double LARGEST = 20;
  private static final int NAMED = 6;

  void write(Markup out) {
    double[] values =
        plot.items().stream()
            .flatMapToDouble(item -> DoubleStream.of(item.x(), item.y()))
            .toArray();
    Axis both = Axis.linear("");
    Scale x = Scale.around(both, values, LEFT, LEFT + SIDE);
    Scale y = new Scale(both, x.low(), x.high(), TOP + SIDE, TOP);
    long wins = plot.items().stream().filter(item -> item.y() > item.x()).count();
    long losses = plot.items().stream().filter(item -> item.y() < item.x()).count();
    Drawing drawing =
        Drawing.open(
            out,
            TOP + SIDE + 50,
            "%s and %s on %d items: %s is better on %d, %s on %d"
                .formatted(
                    plot.across(),
                    plot.up(),
                    plot.items().size(),
                    plot.up(),
                    wins,
                    plot.across(),
                    losses));
    drawing.bottomAxis(x, Drawing.fitted(plot.across(), SIDE), TOP, TOP + SIDE);
    drawing.leftAxis(y, Drawing.fitted(plot.up(), SIDE), LEFT, LEFT + SIDE);
    drawing.line("reference", x.start(), y.start(), x.end(), y.end());
    dots(drawing, x, y);
    drawing.text("value", LEFT + 8, TOP + 16, "start", side(plot.up(), wins));
    drawing.text("value", LEFT + SIDE - 8, TOP + SIDE - 10, "end", side(plot.across(), losses));
    drawing.close();
  }

  private static String side(String system, long count) {
    return "%s better: %d".formatted(Drawing.fitted(system, 200), count);
  }

  /** Large dots first, so that none hides another. */
  private void dots(Drawing drawing, Scale x, Scale y) {
    Map<String, List<Item>> byPlace = new LinkedHashMap<>();
    for (Item item : plot.items()) {
      String place = String.format(Locale.ROOT, "%.0f %.0f", x.at(item.x()), y.at(item.y()));
      byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(item);
    }
    List<List<Item>> dots = new ArrayList<>(byPlace.values());
    dots.sort((a, b) -> b.size() - a.size());
    int most = dots.getFirst().size();
    // Areas say how many, unless the largest dot would cover its neighbours.
    double unit = Math.min(SMALLEST, LARGEST / Math.sqrt(most));
    for (List<Item> items : dots) {
      Item first = items.getFirst();
      double radius = Math.max(2, unit * Math.sqrt(items.size()));
      drawing.dot(style(first), x.at(first.x()), y.at(first.y()), radius, says(items));
    }
  }

  private static String style(Item item) {
    if (item.x() == item.y()) {
      return "item tie";
    }
    return item.y() > item.x() ? "item win" : "item loss";
  }

  private static String says(List<Item> items) {
    Item first = items.getFirst();
    String names = items.stream().limit(NAMED).map(Item::label).collect(Collectors.joining("\n"));
    String more = items.size() > NAMED ? "\nand %d more".formatted(items.size() - NAMED) : "";
    return String.format(Locale.ROOT, "%.4f, %.4f\n%s%s", first.x(), first.y(), names, more);
  }
}
