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
import java.util.stream.Collectors;

/**
 * Results on the screen: rank, title, score; place; the best part of the passage with the query's
 * words; what each leg said.
 *
 * @param place turns a file as the corpus names it into one the user can open
 */
record ResultPrinter(Console console, UnaryOperator<String> place) {
  private static final String INDENT = "    ";
  private static final int PASSAGE_LINES = 3;

  void print(Result result) {
    int columns = console.terminal().columns();
    RankedDocument document = result.document();
    String score = score(document.score());
    String title =
        Paragraph.flat(result.title().isBlank() ? document.documentId() : result.title());
    int room = columns - INDENT.length() - score.length() - 1;
    console.line(
        "%2d  %s %s"
            .formatted(
                document.rank(),
                console.paint(Style.STRONG, DisplayWidth.pad(DisplayWidth.cut(title, room), room)),
                console.paint(Style.FAINT, score)));
    console.line(INDENT + where(result) + console.paint(Style.FAINT, "  " + legs(document)));
    List<Mark> marks =
        result.words().stream().map(span -> new Mark(span.start(), span.end())).toList();
    for (String line :
        Paragraph.of(result.passage(), marks)
            .lines(console, columns - INDENT.length(), PASSAGE_LINES)) {
      console.line(INDENT + line);
    }
    console.line("");
  }

  private String where(Result result) {
    String place = Paragraph.flat(this.place.apply(result.file())) + ":" + result.line();
    return console.paint(Style.PLACE, place);
  }

  private static String legs(RankedDocument document) {
    return document.legs().stream()
        .map(leg -> "%s #%d %s".formatted(leg.name(), leg.rank(), score(leg.score())))
        .collect(Collectors.joining(" · "));
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
