package dev.akin.study.page;

import java.util.List;

/**
 * Two systems on the same items: an item's value with one across, with the other up. Above the
 * diagonal the system on the vertical axis is better.
 *
 * @param across name of the system on the horizontal axis
 * @param up name of the system on the vertical axis
 * @param items at least one
 */
public record PairPlot(String across, String up, List<Item> items) implements Chart {
  public PairPlot {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException(
          "%s and %s: a plot needs at least one item".formatted(across, up));
    }
    for (Item item : items) {
      Axis.linear(across).require(item.label(), item.x());
      Axis.linear(up).require(item.label(), item.y());
    }
  }

  /**
   * One item, a query say.
   *
   * @param label appears when a pointer rests on its dot
   * @param x with the system across
   * @param y with the system that goes up
   */
  public record Item(String label, double x, double y) {}
}
