package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Results;
import dev.akin.study.words.WordEstimates;
import dev.akin.text.Json;
import dev.akin.words.evaluation.AnalogyResult;
import dev.akin.words.evaluation.Coverage;
import dev.akin.words.evaluation.DictionarySet;
import dev.akin.words.evaluation.SimilaritySet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What sets of words say about vectors, printed: a line a set, a section or a total. */
record WordScores(Console console, boolean json, boolean hasIntervals) {
  private static final int NAME_COLUMNS = 34;

  /** Of the draws of intervals. */
  private static final long SEED = 42;

  void print(SimilaritySet.Result result) {
    Map<String, OptionalDouble> values = new LinkedHashMap<>();
    values.put("spearman", result.spearman());
    Optional<Estimate> drawn =
        result.spearman().isPresent()
            ? Optional.of(WordEstimates.spearman(result))
            : Optional.empty();
    print("similarity", result.name(), values, result.coverage(), drawn);
  }

  void print(AnalogyResult result) {
    List<AnalogyResult.Part> parts = new ArrayList<>(result.sections());
    result.semantic().ifPresent(parts::add);
    result.syntactic().ifPresent(parts::add);
    parts.add(result.total());
    for (AnalogyResult.Part part : parts) {
      Map<String, OptionalDouble> values = new LinkedHashMap<>();
      boolean isAsked = part.coverage().covered() > 0;
      values.put("accuracy", isAsked ? OptionalDouble.of(part.accuracy()) : OptionalDouble.empty());
      values.put(
          "mrr", isAsked ? OptionalDouble.of(part.meanReciprocalRank()) : OptionalDouble.empty());
      Optional<Estimate> drawn =
          isAsked ? Optional.of(WordEstimates.accuracy(part)) : Optional.empty();
      print("analogy", result.name() + "/" + part.name(), values, part.coverage(), drawn);
    }
  }

  void print(String by, DictionarySet.Result result) {
    Map<String, OptionalDouble> values = new LinkedHashMap<>();
    boolean isAsked = result.coverage().covered() > 0;
    values.put("p@1", isAsked ? OptionalDouble.of(result.at1()) : OptionalDouble.empty());
    values.put("p@5", isAsked ? OptionalDouble.of(result.at5()) : OptionalDouble.empty());
    values.put("p@10", isAsked ? OptionalDouble.of(result.at(10)) : OptionalDouble.empty());
    values.put(
        "mrr", isAsked ? OptionalDouble.of(result.meanReciprocalRank()) : OptionalDouble.empty());
    Optional<Estimate> drawn =
        isAsked ? Optional.of(WordEstimates.firstAnswers(result)) : Optional.empty();
    print("dictionary", result.name() + "/" + by, values, result.coverage(), drawn);
  }

  /**
   * @param drawn the first of the values as a figure with an interval; empty if it is not defined
   */
  private void print(
      String kind,
      String name,
      Map<String, OptionalDouble> values,
      Coverage coverage,
      Optional<Estimate> drawn) {
    Optional<Measure> interval =
        hasIntervals
            ? drawn.map(figure -> Contrast.none().plus(1, name, figure).measure(name, 0, SEED))
            : Optional.empty();
    if (json) {
      Map<String, Json> members = new LinkedHashMap<>();
      members.put("kind", Json.of(kind));
      members.put("name", Json.of(name));
      values.forEach((metric, value) ->
          members.put(metric, value.isPresent() ? Json.of(value.getAsDouble()) : new Json.Null()));
      if (hasIntervals) {
        Json none = new Json.Null();
        members.put("low", interval.map(found -> Json.of(found.low())).orElse(none));
        members.put("high", interval.map(found -> Json.of(found.high())).orElse(none));
      }
      members.put("covered", Json.of(coverage.covered()));
      members.put("total", Json.of(coverage.total()));
      console.json(new Json.Members(members));
      return;
    }
    var line = new StringBuilder(DisplayWidth.pad(name, NAME_COLUMNS));
    values.forEach((metric, value) ->
        line.append("  ")
            .append(metric)
            .append(' ')
            .append(
                value.isPresent()
                    ? String.format(Locale.ROOT, "%7.4f", value.getAsDouble())
                    : "      –"));
    interval.ifPresent(found -> line.append("  ").append(Results.interval(found)));
    console.line(
        line.append(
                String.format(
                    Locale.ROOT,
                    "  covered %,d of %,d (%.1f %%)",
                    coverage.covered(),
                    coverage.total(),
                    100 * coverage.share()))
            .toString());
  }
}
