package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.text.Json;
import dev.akin.words.evaluation.AssociationSet;
import dev.akin.words.evaluation.Coverage;
import dev.akin.words.geometry.Debiasing.WordPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What was asked about a bias, and the answers before and after, printed. */
record BiasReport(BiasMeasures measures, BiasMeasures.Figures before, BiasMeasures.Figures after) {
  /** One object a test. */
  Json associations() {
    List<Json> tests = new ArrayList<>();
    for (int i = 0; i < measures.associations().size(); i++) {
      AssociationSet set = measures.associations().get(i);
      BiasMeasures.Association was = before.associations().get(i);
      BiasMeasures.Association is = after.associations().get(i);
      tests.add(
          Console.members(
              "name", Json.of(set.name()),
              "targets", categories(set.x(), set.y()),
              "attributes", categories(set.a(), set.b()),
              "covered_targets", Json.of(was.cosines().targets().covered()),
              "covered_attributes", Json.of(was.cosines().attributes().covered()),
              "effect_size_before", json(was.effect()),
              "effect_size_after", json(is.effect()),
              "p_before", json(was.p()),
              "p_after", json(is.p())));
    }
    return new Json.Array(tests);
  }

  private static Json categories(AssociationSet.Group first, AssociationSet.Group second) {
    return new Json.Array(List.of(Json.of(first.category()), Json.of(second.category())));
  }

  /** One object a pair. */
  Json indirect() {
    List<Json> pairs = new ArrayList<>();
    for (int i = 0; i < measures.pairs().size(); i++) {
      WordPair pair = measures.pairs().get(i);
      pairs.add(
          Console.members(
              "words", new Json.Array(List.of(Json.of(pair.first()), Json.of(pair.second()))),
              "before", json(before.indirect().get(i)),
              "after", json(after.indirect().get(i))));
    }
    return new Json.Array(pairs);
  }

  private static Json json(OptionalDouble value) {
    return value.isPresent() ? Json.of(value.getAsDouble()) : new Json.Null();
  }

  /** A line a test and a pair; a note where there is nothing to say. */
  void print(Console console) {
    for (int i = 0; i < measures.associations().size(); i++) {
      AssociationSet set = measures.associations().get(i);
      BiasMeasures.Association was = before.associations().get(i);
      BiasMeasures.Association is = after.associations().get(i);
      String problem = was.problem().isEmpty() ? is.problem() : was.problem();
      if (problem.isEmpty()) {
        console.line(
            "%s, %s and %s by %s and %s: effect size %s before, %s after; p %s before, %s after; %s, %s"
                .formatted(
                    set.name(),
                    set.x().category(),
                    set.y().category(),
                    set.a().category(),
                    set.b().category(),
                    text(was.effect()),
                    text(is.effect()),
                    text(was.p()),
                    text(is.p()),
                    text(was.cosines().targets(), "targets"),
                    text(was.cosines().attributes(), "attributes")));
      } else {
        console.note("akin: no association test by %s: %s".formatted(set.name(), problem));
      }
    }
    for (int i = 0; i < measures.pairs().size(); i++) {
      WordPair pair = measures.pairs().get(i);
      OptionalDouble was = before.indirect().get(i);
      if (was.isPresent()) {
        console.line(
            "indirect bias of %s and %s: %s before, %s after"
                .formatted(pair.first(), pair.second(), text(was), text(after.indirect().get(i))));
      } else {
        console.note(
            ("akin: no indirect bias of %s and %s: one has no vector or nothing but the bias, or"
                    + " they have no cosine")
                .formatted(pair.first(), pair.second()));
      }
    }
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "–";
  }

  private static String text(Coverage coverage, String what) {
    return String.format(Locale.ROOT, "%,d of %,d %s", coverage.covered(), coverage.total(), what);
  }
}
