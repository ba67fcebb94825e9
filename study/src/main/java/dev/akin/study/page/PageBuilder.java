package dev.akin.study.page;

import dev.akin.study.claim.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** Puts a page together, from top to bottom. All texts are plain and are escaped. */
public final class PageBuilder {
  private final List<Part> parts = new ArrayList<>();

  PageBuilder() {}

  /** The heading of a section. */
  public PageBuilder heading(String text) {
    return add(new Part.Heading(2, text));
  }

  /** A heading inside a section. */
  public PageBuilder subheading(String text) {
    return add(new Part.Heading(3, text));
  }

  public PageBuilder paragraph(String text) {
    return add(new Part.Paragraph(text));
  }

  /** A text that stands out. */
  public PageBuilder callout(Tone tone, String text) {
    return add(new Part.Callout(tone, text));
  }

  /** Text as it was typed: a command, a file's lines. */
  public PageBuilder code(String text) {
    return add(new Part.Code(text));
  }

  /** A list with a dot before each item. */
  public PageBuilder bullets(List<String> items) {
    return add(new Part.Bullets(List.copyOf(items)));
  }

  /** Names on the left, what they are on the right. */
  public PageBuilder facts(SequencedMap<String, String> facts) {
    return add(new Part.Facts(facts));
  }

  /** A table; columns in which every cell is a number stand to the right. */
  public PageBuilder table(ResultTable table) {
    return add(new Part.Grid(table));
  }

  /** A chart and the sentence below it, which says what is to be seen. */
  public PageBuilder figure(Chart chart, String caption) {
    return add(new Part.Figure(chart, caption));
  }

  /** Parts behind a line that opens and closes them. */
  public PageBuilder fold(String summary, Consumer<PageBuilder> content) {
    PageBuilder inner = new PageBuilder();
    content.accept(inner);
    return add(new Part.Fold(summary, List.copyOf(inner.parts)));
  }

  private PageBuilder add(Part part) {
    parts.add(part);
    return this;
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }
}
