package dev.akin.study.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.study.page.ScatterPlot.Front;
import dev.akin.study.page.ScatterPlot.Point;
import dev.akin.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ChartTest {
  private static PageReader drawn(Chart chart) {
    try {
      return PageReader.of(HtmlPage.of("t", page -> page.figure(chart, "c")).toHtml());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anEstimateStandsBetweenTheEndsOfItsIntervalAndTheReferenceWhereItsValueIs() {
    PageReader page =
        drawn(
            IntervalPlot.of(
                    Axis.linear("difference"),
                    List.of(
                        new IntervalPlot.Row("a", 0.1, 0, 0.2, "+0.10"),
                        new IntervalPlot.Row("b", -0.05, -0.2, 0.1, "−0.05")))
                .withReference(0));
    List<Element> dots = page.all("circle");
    List<Element> lines = page.all("line", "interval");
    double low = PageReader.number(lines.getFirst(), "x1");
    double high = PageReader.number(lines.getFirst(), "x2");
    assertThat(PageReader.number(dots.getFirst(), "cx")).isCloseTo((low + high) / 2, within(0.1));
    // The first interval begins at the reference.
    assertThat(PageReader.number(page.all("line", "reference").getFirst(), "x1")).isEqualTo(low);
    assertThat(PageReader.number(dots.get(1), "cx")).isLessThan(low);
    assertThat(page.texts("text")).contains("a", "b", "+0.10", "−0.05", "difference", "0.0");
  }

  @Test
  void theFrontHoldsThePointsThatNoOtherBeats() {
    Seeds.forEach(
        200,
        random -> {
          List<Point> points = new ArrayList<>();
          for (int i = random.nextInt(1, 30); i > 0; i--) {
            points.add(Point.of("p" + i, random.nextInt(1, 12), random.nextInt(1, 12)));
          }
          for (Front front : List.of(Front.LESS_X_MORE_Y, Front.MORE_X_MORE_Y)) {
            double sign = front == Front.LESS_X_MORE_Y ? -1 : 1;
            List<Point> unbeaten =
                points.stream()
                    .filter(p ->
                        points.stream()
                            .noneMatch(q ->
                                sign * q.x() >= sign * p.x()
                                    && q.y() >= p.y()
                                    && (q.x() != p.x() || q.y() != p.y())))
                    .toList();
            ScatterPlot plot =
                ScatterPlot.of(Axis.logarithmic("x"), Axis.linear("y"), points).withFront(front);
            assertThat(plot.onFront()).containsExactlyInAnyOrderElementsOf(unbeaten);
          }
          assertThat(ScatterPlot.of(Axis.linear("x"), Axis.linear("y"), points).onFront())
              .isEmpty();
        });
  }

  @Test
  void everyPointIsDrawnInsideAndNoNameCoversAnother() {
    Seeds.forEach(
        50,
        random -> {
          List<Point> points = new ArrayList<>();
          for (int i = 0; i < 25; i++) {
            points.add(
                Point.of(
                    "system number " + i, Math.exp(random.nextDouble(9)), random.nextDouble()));
          }
          PageReader page =
              drawn(
                  ScatterPlot.of(Axis.logarithmic("ms"), Axis.linear("nDCG@10"), points)
                      .withFront(Front.LESS_X_MORE_Y));
          assertThat(page.all("circle")).hasSize(25);
          for (Element dot : page.all("circle")) {
            assertThat(PageReader.number(dot, "cx")).isBetween(74.0, 624.0);
            assertThat(PageReader.number(dot, "cy")).isBetween(12.0, 380.0);
          }
          List<Element> names = page.all("text", "name");
          assertThat(names).isNotEmpty();
          for (Element a : names) {
            for (Element b : names) {
              boolean isNear = Math.abs(PageReader.number(a, "y") - PageReader.number(b, "y")) < 14;
              double shift = Math.abs(PageReader.number(a, "x") - PageReader.number(b, "x"));
              assertThat(a.isSameNode(b) || !isNear || shift > 80).isTrue();
            }
          }
        });
  }

  @Test
  void itemsAtOnePlaceAreOneDotThatNamesThem() {
    List<PairPlot.Item> items = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      items.add(new PairPlot.Item("q" + i, 0, 0));
    }
    items.add(new PairPlot.Item("q10", 0.2, 1));
    items.add(new PairPlot.Item("q11", 0.7, 0.3));
    PageReader page = drawn(new PairPlot("bm25", "minilm", items));
    assertThat(page.all("circle")).hasSize(3);
    assertThat(page.all("circle", "item tie").getFirst().getTextContent())
        .isEqualTo("0.0000, 0.0000\nq1\nq2\nq3\nq4\nq5\nq6\nand 3 more");
    Element win = page.all("circle", "item win").getFirst();
    assertThat(win.getTextContent()).isEqualTo("0.2000, 1.0000\nq10");
    double tie = PageReader.number(page.all("circle", "item tie").getFirst(), "r");
    assertThat(tie).isCloseTo(3 * PageReader.number(win, "r"), within(0.1));
    assertThat(page.texts("text")).contains("minilm better: 1", "bm25 better: 1");
  }

  @Test
  void whatHasNoPlaceOnAnAxisIsRefusedByName() {
    assertThatThrownBy(() ->
            ScatterPlot.of(
                Axis.logarithmic("bytes"), Axis.linear("y"), List.of(Point.of("flat", 0, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bytes: 0.0 of 'flat' has no place on a logarithmic axis");
    assertThatThrownBy(
            () -> new PairPlot("a", "b", List.of(new PairPlot.Item("q7", Double.NaN, 1))))
        .hasMessage("a: NaN of 'q7' has no place on an axis");
    assertThatThrownBy(() ->
            IntervalPlot.of(Axis.linear("x"), List.of(new IntervalPlot.Row("a", 1, 2, 0, ""))))
        .hasMessage("x: the interval of 'a' is [2.0, 0.0]");
    assertThatThrownBy(() -> IntervalPlot.of(Axis.linear("x"), List.of()))
        .hasMessage("x: a plot needs at least one estimate");
  }
}
