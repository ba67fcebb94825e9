package dev.akin.study.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.study.claim.ResultTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static final String HOSTILE =
      "</title></svg><script>alert('x')</script>&amp; \"quoted\" \u0000\u001b\ud800 <img src=x>";

  /** A page with every kind of part, the same text wherever a caller can put one. */
  private static HtmlPage everything(String text) {
    var facts = new LinkedHashMap<String, String>();
    facts.put(text, text);
    return HtmlPage.of(
        text,
        page ->
            page.heading(text)
                .subheading(text)
                .paragraph(text)
                .callout(Tone.WARNING, text)
                .code(text)
                .bullets(List.of(text))
                .facts(facts)
                .table(ResultTable.titled(text, text, "n").row(text, "1.5").build())
                .figure(
                    IntervalPlot.of(
                        Axis.linear(text), List.of(new IntervalPlot.Row(text, 1, 0, 2, text))),
                    text)
                .figure(
                    ScatterPlot.of(
                        Axis.linear(text),
                        Axis.logarithmic(text),
                        List.of(ScatterPlot.Point.of(text, 1, 2).withInterval(1, 3))),
                    text)
                .figure(new PairPlot(text, text, List.of(new PairPlot.Item(text, 0.5, 0.25))), text)
                .fold(text, inner -> inner.paragraph(text)));
  }

  @Test
  void whatACallerSaysIsTextWhereverItStands() throws Exception {
    String html = everything(HOSTILE).toHtml();
    PageReader page = PageReader.of(html);
    assertThat(page.all("script")).isEmpty();
    assertThat(page.all("img")).isEmpty();
    String shown = HOSTILE.replaceAll("[\u0000\u001b]", "\ufffd").replace('\ud800', '\ufffd');
    for (String tag :
        List.of("h1", "h2", "h3", "p", "code", "li", "dt", "dd", "caption", "figcaption")) {
      assertThat(page.texts(tag)).as(tag).contains(shown);
    }
    assertThat(page.texts("summary")).containsExactly(shown);
    assertThat(page.all("svg")).hasSize(3);
  }

  @Test
  void aPageAsksNothingOfTheNetwork() {
    String html = everything("plain").toHtml();
    String addresses =
        Pattern.compile("https?:[^\"' <)]*")
            .matcher(html)
            .results()
            .map(found -> found.group())
            .distinct()
            .collect(Collectors.joining(" "));
    assertThat(addresses).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(html).doesNotContain("@import", "url(", "src=", "<script", "href=\"/");
  }

  @Test
  void theSameContentIsTheSamePage() {
    assertThat(everything("a").toHtml()).isEqualTo(everything("a").toHtml());
    assertThat(everything("a").toHtml()).startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n");
  }

  @Test
  void columnsOfNumbersStandToTheRight() throws Exception {
    ResultTable table =
        ResultTable.titled("t", "name", "mean", "interval", "p", "size", "model", "none")
            .row("a", "0.6451", "[0.61, 0.68]", "< .0001", "1.5 kB", "minilm@128d", "")
            .row("b", "−0.01", "–", ".0310", "12 MB", "2", "")
            .build();
    PageReader page = PageReader.of(HtmlPage.of("t", builder -> builder.table(table)).toHtml());
    assertThat(page.all("th").stream().map(th -> th.getAttribute("class")))
        .containsExactly("text", "number", "number", "number", "number", "text", "text");
    assertThat(page.texts("td")).startsWith("a", "0.6451", "[0.61, 0.68]");
  }

  @Test
  void aFoldHoldsWhatIsPutIntoIt() throws Exception {
    PageReader page =
        PageReader.of(
            HtmlPage.of("t", b -> b.fold("more", inner -> inner.code("x < y")).paragraph("after"))
                .toHtml());
    assertThat(page.all("details").getFirst().getTextContent().strip()).contains("morex < y");
    assertThat(page.texts("p")).containsExactly("after");
  }
}
