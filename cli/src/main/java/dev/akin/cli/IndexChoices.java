package dev.akin.cli;

import dev.akin.encoder.Truncation;
import dev.akin.search.index.IndexOptions;
import dev.akin.search.index.Language;
import dev.akin.search.index.Splitting;
import dev.akin.search.index.Storage;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How an index is made. */
final class IndexChoices {
  /**
   * Tokens of a passage: what minilm reads at once, and about a screen of text, so that a hit
   * points at a place and not at a file.
   */
  private static final int MAX_TOKENS = 256;

  /** An eighth of a passage: a sentence or two on both sides of a cut. */
  private static final int OVERLAP_SHARE = 8;

  /** What of a document is embedded as one. */
  enum Split {
    PASSAGES,
    NONE
  }

  @Option(
      names = "--split",
      paramLabel = "passages|none",
      description = "Split documents along sentences, or embed each as one. Default: passages.")
  private Split split = Split.PASSAGES;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "Most tokens of a passage. Default: 256, or what the model reads if less.")
  private Optional<Integer> maxTokens = Optional.empty();

  @Option(
      names = "--overlap",
      paramLabel = "N",
      description = "Tokens said again in the next passage. Default: an eighth of --max-tokens.")
  private Optional<Integer> overlap = Optional.empty();

  @Option(
      names = "--truncation",
      paramLabel = "error|warn|cut|split",
      description =
          "What happens to a text longer than the model reads: refuse it, cut it and say so, cut"
              + " it, or average its parts. Counted in every case. Default: warn.")
  private Truncation truncation = Truncation.WARN;

  @Option(
      names = "--storage",
      paramLabel = "FORM",
      description =
          "Vectors in the graph: float32, int8, int7, int4, int2, bit. Final scores are always"
              + " exact. Default: float32.")
  private Storage storage = Storage.FLOAT32;

  @Option(
      names = "--language",
      paramLabel = "english|any",
      description = "Words for lexical search: English stems, or as they stand. Default: english.")
  private Language language = Language.ENGLISH;

  @Option(
      names = "--target-recall",
      paramLabel = "R",
      description = "Share of the true 10 nearest that a graph search should find. Default: 0.98.")
  private double targetRecall = IndexOptions.DEFAULT_TARGET_RECALL;

  Truncation truncation() {
    return truncation;
  }

  /** Checks what can be checked before any work. */
  void check() {
    if (split == Split.NONE && (maxTokens.isPresent() || overlap.isPresent())) {
      throw CommandException.badUse(
          "--max-tokens and --overlap are about passages; leave out --split none");
    }
    options(MAX_TOKENS);
  }

  /**
   * The options of the index.
   *
   * @param encoderMaxTokens how many tokens the encoder reads
   */
  IndexOptions options(int encoderMaxTokens) {
    try {
      return new IndexOptions(
          splitting(encoderMaxTokens),
          truncation,
          language,
          storage,
          dev.akin.search.index.Graph.DEFAULT,
          targetRecall);
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private Splitting splitting(int encoderMaxTokens) {
    if (split == Split.NONE) {
      return Splitting.WHOLE;
    }
    int most = maxTokens.orElse(Math.min(MAX_TOKENS, encoderMaxTokens));
    return new Splitting.Passages(most, overlap.orElse(most / OVERLAP_SHARE));
  }

  /** All choices in one line, to tell whether an index is as it should be. */
  String all() {
    return key() + " " + targetRecall;
  }

  /**
   * Those that need an index of their own, in one line, to tell indexes of the same source apart;
   * another target of the recall is only measured anew.
   */
  String key() {
    return "%s %s %s %s %s %s"
        .formatted(
            split,
            maxTokens.map(String::valueOf).orElse("default"),
            overlap.map(String::valueOf).orElse("default"),
            truncation,
            storage,
            language);
  }
}
