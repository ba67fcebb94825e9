package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.cli.console.Mark;
import dev.akin.cli.console.Paragraph;
import dev.akin.cli.console.Style;
import dev.akin.search.RankedDocument;
import dev.akin.search.index.Explanation;
import dev.akin.search.index.Explanation.LegView;
import dev.akin.search.index.Explanation.Verdict;
import dev.akin.search.index.Result;
import dev.akin.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Why a document is where it is, for people and machines.
 *
 * @param place turns a file as the corpus names it into one the user can open
 */
record ExplanationPrinter(Console console, UnaryOperator<String> place) {
  private static final String INDENT = "    ";
  private static final int PASSAGE_LINES = 2;

  void print(Explanation explanation) {
    String id = Paragraph.flat(explanation.documentId());
    String title =
        explanation
            .result()
            .map(Result::title)
            .filter(t -> !t.isBlank())
            .map(t -> title(t, DisplayWidth.of(id)))
            .orElse("");
    console.line(console.paint(Style.STRONG, id) + title);
    int columns = console.terminal().columns() - INDENT.length();
    block(Paragraph.of(sentence(explanation.verdict()), List.of()), columns, Integer.MAX_VALUE);
    explanation.result().ifPresent(this::printPlace);
    for (LegView leg : explanation.legs()) {
      block(Paragraph.of(describe(leg, explanation.verdict()), List.of()), columns, 9);
    }
    if (!explanation.stages().isEmpty()) {
      block(Paragraph.of(Stages.line(explanation.stages()), List.of()), columns, 9);
    }
    explanation
        .truncation()
        .ifPresent(lost -> block(Paragraph.of(describe(lost), List.of()), columns, 9));
    explanation.result().ifPresent(result -> printPassage(result, columns));
    console.line("");
  }

  /** What of a title fits on a terminal behind an id; in a pipe all of it. */
  private String title(String title, int idColumns) {
    String text = "  " + Paragraph.flat(title);
    int room = Math.max(0, console.terminal().columns() - idColumns);
    return console.terminal().isStdout() ? DisplayWidth.cut(text, room) : text;
  }

  private void block(Paragraph paragraph, int columns, int most) {
    paragraph.lines(console, columns, most).forEach(line -> console.line(INDENT + line));
  }

  private void printPlace(Result result) {
    console.line(
        INDENT
            + console.paint(
                Style.PLACE, Paragraph.flat(place.apply(result.file())) + ":" + result.line()));
  }

  private void printPassage(Result result, int columns) {
    List<Mark> marks =
        result.words().stream().map(span -> new Mark(span.start(), span.end())).toList();
    block(Paragraph.of(result.passage(), marks), columns, PASSAGE_LINES);
  }

  /** What happened to the document, in a sentence. */
  private static String sentence(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Found(RankedDocument d) ->
          "found at rank %d with %s".formatted(d.rank(), ResultPrinter.score(d.score()));
      case Verdict.NotIndexed() -> "not indexed: the index has no document with this id";
      case Verdict.Filtered(List<String> conditions) ->
          "filtered: it does not meet " + String.join(", ", conditions);
      case Verdict.TruncatedAway(Explanation.Truncation _) ->
          "truncated away: all it shares with the query stands where the model no longer read";
      case Verdict.BelowCandidates(int candidates) ->
          "below the candidates: no leg has it among its best %,d".formatted(candidates);
      case Verdict.Outranked(RankedDocument d, double needed) ->
          "outranked: rank %d with %s; the last result has %s"
              .formatted(d.rank(), ResultPrinter.score(d.score()), ResultPrinter.score(needed));
    };
  }

  private static String describe(LegView leg, Verdict verdict) {
    if (leg.rank().isEmpty()) {
      return "%s: it has nothing of the query".formatted(leg.name());
    }
    String candidate =
        leg.candidateRank().isPresent()
            ? "candidate %d".formatted(leg.candidateRank().getAsInt())
            : "no candidate";
    String words =
        leg.words().stream()
            .map(w -> "%s %s".formatted(w.word(), ResultPrinter.score(w.weight())))
            .collect(Collectors.joining(" + "));
    return "%s: score %s, rank %,d of all, %s%s%s"
        .formatted(
            leg.name(),
            ResultPrinter.score(leg.score().orElse(0)),
            leg.rank().getAsInt(),
            candidate,
            share(leg.name(), verdict),
            words.isEmpty() ? "" : " (" + words + ")");
  }

  private static String share(String leg, Verdict verdict) {
    return ranked(verdict)
        .flatMap(d -> d.findLeg(leg))
        .map(own -> ", %s of the final score".formatted(ResultPrinter.share(own)))
        .orElse("");
  }

  private static java.util.Optional<RankedDocument> ranked(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Found(RankedDocument d) -> java.util.Optional.of(d);
      case Verdict.Outranked(RankedDocument d, double _) -> java.util.Optional.of(d);
      case Verdict.NotIndexed _,
          Verdict.Filtered _,
          Verdict.TruncatedAway _,
          Verdict.BelowCandidates _ ->
          java.util.Optional.empty();
    };
  }

  private static String describe(Explanation.Truncation lost) {
    return "not read by the model: %,d tokens%s"
        .formatted(
            lost.lostTokens(),
            lost.lostWords().isEmpty()
                ? ""
                : "; words of the query only there: " + String.join(", ", lost.lostWords()));
  }

  Json.Members json(Explanation explanation) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("query", Json.of(explanation.query().text()));
    members.put("id", Json.of(explanation.documentId()));
    members.put("verdict", Json.of(name(explanation.verdict())));
    members.put("sentence", Json.of(sentence(explanation.verdict())));
    ranked(explanation.verdict())
        .ifPresent(d -> {
          members.put("rank", Json.of(d.rank()));
          members.put("score", Json.of(d.score()));
          members.put("legs", ResultPrinter.legsJson(d));
        });
    List<Json> views = new ArrayList<>();
    explanation.legs().forEach(leg -> views.add(json(leg)));
    members.put("searchers", new Json.Array(views));
    members.put("stages", Stages.json(explanation.stages()));
    explanation
        .truncation()
        .ifPresent(lost -> {
          members.put("lostTokens", Json.of(lost.lostTokens()));
          members.put(
              "lostWords", new Json.Array(lost.lostWords().stream().map(Json::of).toList()));
        });
    explanation
        .result()
        .ifPresent(result -> {
          members.put("title", Json.of(result.title()));
          members.put("file", Json.of(place.apply(result.file())));
          members.put("line", Json.of(result.line()));
          members.put("start", Json.of(result.start()));
          members.put("end", Json.of(result.end()));
          members.put("passage", Json.of(result.passage()));
        });
    return new Json.Members(members);
  }

  private static String name(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Found _ -> "found";
      case Verdict.NotIndexed _ -> "not indexed";
      case Verdict.Filtered _ -> "filtered";
      case Verdict.TruncatedAway _ -> "truncated away";
      case Verdict.BelowCandidates _ -> "below the candidates";
      case Verdict.Outranked _ -> "outranked";
    };
  }

  private static Json json(LegView leg) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("name", Json.of(leg.name()));
    leg.rank().ifPresent(rank -> members.put("rank", Json.of(rank)));
    leg.score().ifPresent(score -> members.put("score", Json.of(score)));
    leg.candidateRank().ifPresent(rank -> members.put("candidateRank", Json.of(rank)));
    Map<String, Json> words = new LinkedHashMap<>();
    leg.words().forEach(word -> words.put(word.word(), Json.of(word.weight())));
    members.put("words", new Json.Members(words));
    return new Json.Members(members);
  }
}
