package dev.akin.reader;

import static dev.akin.reader.Reading.only;
import static dev.akin.reader.Reading.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.text.Document;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlTest {
  private static final SourceFile FILE = new SourceFile(Path.of("a.html"), "a.html", "a.html");

  @TempDir private Path folder;

  private static Document read(String page) {
    return Html.read(page.getBytes(StandardCharsets.UTF_8), FILE);
  }

  @Test
  void theVisibleTextComesByBlocks() {
    var document =
        read(
            """
            <!doctype html>
            <html><head><title> The
              title </title><style>p{}</style></head>
            <body><script>var x = "unseen";</script>
            <h1>Head</h1>
            <p>One &amp; <b>t</b>wo
               three<br>four
            <ul><li>a<li>b</ul>
            <table><tr><td>1</td><td>2</td></tr></table>
            <pre>  kept
              so</pre>
            <div hidden>unseen</div><noscript>unseen</noscript>
            <img alt="a picture"> end
            </body></html>
            """);

    assertThat(document.title()).isEqualTo("The title");
    assertThat(document.text())
        .isEqualTo(
            """
            Head
            One & two three
            four
            a
            b
            1 2
              kept
              so
            a picture end\
            """);
  }

  @Test
  void everyWordKnowsItsLine() {
    var document = read("<p>one\ntwo\n\n<p>\nthree <i>four</i>\n<div>five</div>");

    for (var expected : new String[] {"one:1", "two:2", "three:5", "four:5", "five:6"}) {
      var word = expected.substring(0, expected.indexOf(':'));
      assertThat(document.origin().locate(document.text().indexOf(word)))
          .isEqualTo("a.html:" + expected.substring(word.length() + 1));
    }
  }

  @Test
  void thePageNamesItsCharset() {
    for (var meta :
        new String[] {
          "<meta charset=\"iso-8859-1\">",
          "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">"
        }) {
      var bytes = (meta + "<p>café €").getBytes(Charset.forName("windows-1252"));
      assertThat(only(write(folder, "a.html", bytes)).text()).isEqualTo("café €");
    }
    var utf16 = "\uFEFF<meta charset=utf-8><p>café".getBytes(StandardCharsets.UTF_16LE);
    assertThat(only(write(folder, "b.html", utf16)).text()).isEqualTo("café");
  }

  @Test
  void aPageNestedDeeplyIsRead() {
    assertThat(read("<div>".repeat(20_000) + "x").text()).isEqualTo("x");
  }
}
