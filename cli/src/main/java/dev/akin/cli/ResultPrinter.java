package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.cli.console.Mark;
import dev.akin.cli.console.Paragraph;
import dev.akin.cli.console.Style;
import dev.akin.search.Leg;
import dev.akin.search.RankedDocument;
import dev.akin.search.Ranking;
import dev.akin.search.index.Result;
import dev.akin.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Results on the screen: rank, title, score; place and what each leg said; the best part of the
 * passage with the query's words. Nothing is wider than the terminal but a place, which is there to
 * be opened; in a pipe place and legs are one line whatever their length.
 *
 * @param place turns a file as the corpus names it into one the user can open
 */
record ResultPrinter(Console console, UnaryOperator<String> place) {
  private static final String INDENT = "    ";
  private static final int PASSAGE_LINES = 3;

  void print(Result result) {
    int columns = console.terminal().columns();
    RankedDocument document = result.document();
    String rank = "%2d  ".formatted(document.rank());
    String score = score(document.score());
    String title =
        Paragraph.flat(result.title().isBlank() ? document.documentId() : result.title());
    int room = columns - rank.length() - score.length() - 1;
    console.line(
        rank
            + console.paint(Style.STRONG, DisplayWidth.pad(DisplayWidth.cut(title, room), room))
            + " "
            + console.paint(Style.FAINT, score));
    printPlace(result, columns - INDENT.length());
    List<Mark> marks =
        result.words().stream().map(span -> new Mark(span.start(), span.end())).toList();
    for (String line :
        Paragraph.of(result.passage(), marks)
            .lines(console, columns - INDENT.length(), PASSAGE_LINES)) {
      console.line(INDENT + line);
    }
    console.line("");
  }

  private void printPlace(Result result, int columns) {
    String where = Paragraph.flat(place.apply(result.file())) + ":" + result.line();
    List<String> legs = legs(result.document());
    String joined = String.join(" · ", legs);
    boolean fits = DisplayWidth.of(where) + 2 + DisplayWidth.of(joined) <= columns;
    if (fits || !console.terminal().isStdout()) {
      console.line(
          INDENT + console.paint(Style.PLACE, where) + console.paint(Style.FAINT, "  " + joined));
      return;
    }
    console.line(INDENT + console.paint(Style.PLACE, where));
    for (String line : DisplayWidth.of(joined) <= columns ? List.of(joined) : legs) {
      console.line(INDENT + console.paint(Style.FAINT, DisplayWidth.cut(line, columns)));
    }
  }

  /** Rank and raw score of each leg; where there are several, each one's share of the score. */
  private static List<String> legs(RankedDocument document) {
    boolean isFused = document.legs().size() > 1;
    return document.legs().stream()
        .map(leg ->
            "%s #%d %s".formatted(leg.name(), leg.rank(), score(leg.score()))
                + (isFused ? " (%s)".formatted(share(leg)) : ""))
        .toList();
  }

  /** {@code 52 %}: of the final score. */
  static String share(Leg leg) {
    return String.format(Locale.ROOT, "%.0f %%", leg.share() * 100);
  }

  /** Four digits after the point for what is small, two for BM25's tens. */
  static String score(double score) {
    return String.format(Locale.ROOT, Math.abs(score) < 1.5 ? "%.4f" : "%.2f", score);
  }

  Json.Members json(Ranking ranking, Result result) {
    RankedDocument document = result.document();
    List<Json> words = new ArrayList<>();
    for (Result.Span span : result.words()) {
      words.add(new Json.Array(List.of(Json.of(span.start()), Json.of(span.end()))));
    }
    return Console.members(
        "query", Json.of(ranking.query().text()),
        "rank", Json.of(document.rank()),
        "id", Json.of(document.documentId()),
        "score", Json.of(document.score()),
        "title", Json.of(result.title()),
        "file", Json.of(place.apply(result.file())),
        "line", Json.of(result.line()),
        "start", Json.of(result.start()),
        "end", Json.of(result.end()),
        "passage", Json.of(result.passage()),
        "words", new Json.Array(words),
        "legs", legsJson(document),
        "stages", Stages.json(ranking.stages()),
        "metadata", result.metadata());
  }

  static Json legsJson(RankedDocument document) {
    List<Json> legs = new ArrayList<>();
    for (Leg leg : document.legs()) {
      legs.add(
          Console.members(
              "name", Json.of(leg.name()),
              "rank", Json.of(leg.rank()),
              "score", Json.of(leg.score()),
              "share", Json.of(leg.share())));
    }
    return new Json.Array(legs);
  }
}
