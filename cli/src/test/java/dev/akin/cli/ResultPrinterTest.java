package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Terminal;
import dev.akin.search.Leg;
import dev.akin.search.Query;
import dev.akin.search.RankedDocument;
import dev.akin.search.index.Explanation;
import dev.akin.search.index.Result;
import dev.akin.text.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ResultPrinterTest {
  private static final String TITLE = "A title of many words that no narrow terminal holds as one";

  private static final List<Leg> LEGS =
      List.of(new Leg("bm25", 3, 5.296, 0.517), new Leg("dense", 17, 0.43281, 0.483));

  private static Result result(int rank, List<Leg> legs, String file) {
    return new Result(
        new RankedDocument("d1", rank, 0.0328, 0, legs),
        TITLE,
        "Birds steer.",
        List.of(),
        0,
        12,
        file,
        7,
        new Json.Members(Map.of()));
  }

  private static List<String> printed(boolean isTerminal, int columns, Consumer<Console> printing) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    printing.accept(new Console(out, out, new Terminal(isTerminal, false, columns, false)));
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static List<String> printed(boolean isTerminal, int columns, Result result) {
    return printed(
        isTerminal, columns, console -> new ResultPrinter(console, file -> file).print(result));
  }

  @Test
  void eachLegsShareOfTheScoreIsTold() {
    assertThat(printed(true, 80, result(1, LEGS, "papers.jsonl")).get(1))
        .isEqualTo("    papers.jsonl:7  bm25 #3 5.30 (52 %) · dense #17 0.4328 (48 %)");
    assertThat(printed(true, 80, result(1, LEGS.subList(0, 1), "papers.jsonl")).get(1))
        .isEqualTo("    papers.jsonl:7  bm25 #3 5.30");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int rank : new int[] {1, 10, 100, 1000}) {
      for (int columns = 40; columns <= 100; columns++) {
        int most = columns;
        assertThat(printed(true, columns, result(rank, LEGS, "papers.jsonl")))
            .as("rank %d, %d columns", rank, columns)
            .allMatch(line -> line.length() <= most)
            .anyMatch(line -> line.endsWith("(48 %)"));
      }
    }
  }

  @Test
  void aPlaceStaysWholeAndInAPipeItsLineToo() {
    String file = "a/long/path/".repeat(5) + "papers.jsonl";
    assertThat(printed(true, 60, result(1, LEGS, file)).subList(1, 3))
        .containsExactly("    " + file + ":7", "    bm25 #3 5.30 (52 %) · dense #17 0.4328 (48 %)");
    assertThat(printed(false, 80, result(1, LEGS, file)).get(1))
        .isEqualTo("    " + file + ":7  bm25 #3 5.30 (52 %) · dense #17 0.4328 (48 %)");
  }

  @Test
  void theTitleOfAnExplanationIsCutOnATerminal() {
    Result result = result(1, LEGS, "papers.jsonl");
    var explanation =
        new Explanation(
            Query.of("birds"),
            "d1",
            new Explanation.Verdict.Found(result.document()),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of(result));
    assertThat(
            printed(
                true, 40, console -> new ExplanationPrinter(console, f -> f).print(explanation)))
        .allMatch(line -> line.length() <= 40)
        .first()
        .isEqualTo("d1  A title of many words that no narro…");
    assertThat(
            printed(
                false, 80, console -> new ExplanationPrinter(console, f -> f).print(explanation)))
        .first()
        .isEqualTo("d1  " + TITLE);
  }
}
