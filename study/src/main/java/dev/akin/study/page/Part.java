package dev.akin.study.page;

import dev.akin.study.claim.ResultTable;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** One block of a page. */
sealed interface Part {
  /** A heading; 2 is a section's, 3 one inside it. */
  record Heading(int level, String text) implements Part {}

  record Paragraph(String text) implements Part {}

  /** A text that stands out. */
  record Callout(Tone tone, String text) implements Part {}

  /** Text as it was typed. */
  record Code(String text) implements Part {}

  record Bullets(List<String> items) implements Part {}

  /** Names and what they are. */
  record Facts(SequencedMap<String, String> facts) implements Part {}

  /** Columns of numbers stand to the right. */
  record Grid(ResultTable table) implements Part {}

  /** A drawing with a sentence below. */
  record Figure(Chart chart, String caption) implements Part {}

  /** Parts that are shown when asked for. */
  record Fold(String summary, List<Part> parts) implements Part {}

  /** Writes it. */
  default void write(Markup out) {
    switch (this) {
      case Heading(int level, String text) -> out.element("h" + level, text);
      case Paragraph(String text) -> out.element("p", text);
      case Callout(Tone tone, String text) ->
          out.element("p", text, "class", "callout " + tone.style(), "role", "note");
      case Code(String text) -> out.open("pre").element("code", text).close();
      case Bullets(List<String> items) -> {
        out.open("ul");
        items.forEach(item -> out.element("li", item));
        out.close();
      }
      case Facts(SequencedMap<String, String> facts) -> writeFacts(out, facts);
      case Grid(ResultTable table) -> new TableMarkup(table).write(out);
      case Figure(Chart chart, String caption) -> {
        out.open("figure").open("div", "class", "scroll");
        Drawing.write(chart, out);
        out.close().element("figcaption", caption).close();
      }
      case Fold(String summary, List<Part> parts) -> {
        out.open("details").element("summary", summary);
        parts.forEach(part -> part.write(out));
        out.close();
      }
    }
    out.line();
  }

  private static void writeFacts(Markup out, Map<String, String> facts) {
    out.open("dl");
    facts.forEach((name, value) -> out.element("dt", name).element("dd", value));
    out.close();
  }
}
