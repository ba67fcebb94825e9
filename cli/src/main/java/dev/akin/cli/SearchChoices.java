package dev.akin.cli;

import dev.akin.search.Fusion;
import dev.akin.search.SearchMode;
import dev.akin.search.SearchMode.Scan;
import dev.akin.search.filter.Filter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How an index is searched. */
final class SearchChoices {
  /** What the user may name. */
  enum Mode {
    HYBRID,
    LEXICAL,
    DENSE,
    EXACT
  }

  /** How the legs of a hybrid search become one ranking. */
  enum Fusing {
    RRF,
    SCORES
  }

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "hybrid: by words and meaning; lexical: BM25; dense: nearest vectors, by the graph where"
              + " it pays; exact: every vector compared. Default: hybrid.")
  private Mode mode = Mode.HYBRID;

  @Option(
      names = "--filter",
      paramLabel = "CONDITION",
      description =
          "Only documents whose metadata fits: 'year >= 2015 AND venue:ACL*'. Operators < <= > >="
              + " = != and ':' (equal; * for any end), AND, OR, NOT, parentheses.")
  private Optional<String> filter = Optional.empty();

  @Option(
      names = "--fusion",
      paramLabel = "rrf|scores",
      description = "hybrid: reciprocal ranks (k 60) or scores brought to [0, 1]. Default: rrf.")
  private Optional<Fusing> fusion = Optional.empty();

  @Option(
      names = "--weights",
      paramLabel = "L,D",
      hideParamSyntax = true,
      split = ",",
      description = "hybrid: weights of the lexical and the dense leg. Default: 1,1.")
  private List<Double> weights = List.of();

  /** Whether the model is not needed. */
  boolean isLexical() {
    return mode == Mode.LEXICAL;
  }

  /** The filter, everything if none was given. */
  Filter filter() {
    try {
      return filter.map(Filter::parse).orElse(Filter.all());
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse("--" + Failures.message(e));
    }
  }

  /** The mode, checked against the options that only some modes have. */
  SearchMode mode() {
    if (mode != Mode.HYBRID && (fusion.isPresent() || !weights.isEmpty())) {
      throw CommandException.badUse(
          "--fusion and --weights are about --mode hybrid; leave them out, or --mode %s"
              .formatted(mode.name().toLowerCase(java.util.Locale.ROOT)));
    }
    if (!weights.isEmpty() && weights.size() != 2) {
      throw CommandException.badUse(
          "--weights needs two numbers, the lexical and the dense one, got " + weights);
    }
    return switch (mode) {
      case LEXICAL -> SearchMode.LEXICAL;
      case DENSE -> SearchMode.DENSE;
      case EXACT -> new SearchMode.Dense(Scan.EXACT);
      case HYBRID -> new SearchMode.Hybrid(fusion(), Scan.AUTO);
    };
  }

  private Fusion fusion() {
    try {
      return switch (fusion.orElse(Fusing.RRF)) {
        case RRF -> new Fusion.ReciprocalRank(Fusion.DEFAULT_K, weights);
        case SCORES -> new Fusion.WeightedScores(weights);
      };
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(
          "--weights: " + Objects.requireNonNullElse(e.getMessage(), weights.toString()));
    }
  }
}
