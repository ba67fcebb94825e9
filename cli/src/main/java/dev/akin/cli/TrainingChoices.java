package dev.akin.cli;

import dev.akin.format.words.Subwords;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainingOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options of how words are learned. */
final class TrainingChoices {
  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "skipgram, cbow; fasttext, fasttext-cbow: the same with n-grams of characters."
              + " Default: skipgram.")
  private String method = "skipgram";

  @Option(names = "--dimension", paramLabel = "N", description = "Cells of a vector. Default: 100.")
  private int dimension = 100;

  @Option(
      names = "--window",
      paramLabel = "N",
      description = "Words on each side, at most. Default: 5.")
  private int window = 5;

  @Option(
      names = "--negatives",
      paramLabel = "N",
      description = "Noise words for each true one; 0 for hierarchical softmax. Default: 5.")
  private int negatives = 5;

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over the text. Default: 5.")
  private int epochs = 5;

  @Option(
      names = "--rate",
      paramLabel = "X",
      description = "Learning rate at the beginning. Default: 0.025, of cbow 0.05.")
  private Optional<Double> rate = Optional.empty();

  @Option(
      names = "--sampling",
      paramLabel = "X",
      description =
          "Share of the text above which a word is skipped at random; 0 for none. Default: 0.0001.")
  private double sampling = 1e-4;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      description = "Words that stand fewer times are left out. Default: 5.")
  private long minCount = 5;

  @Option(
      names = "--ngrams",
      paramLabel = "LEAST-MOST",
      description = "Characters of the n-grams of fasttext. Default: 3-6.")
  private Optional<String> ngrams = Optional.empty();

  @Option(
      names = "--buckets",
      paramLabel = "N",
      description = "Rows that n-grams share. Default: 2000000.")
  private Optional<Integer> buckets = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Workers. With 1, the same text and seed give the same bytes. Default: all processors.")
  private Optional<Integer> threads = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", description = "Of all random choices. Default: 1.")
  private long seed = 1;

  TrainingOptions options() {
    boolean hasNgrams = method.startsWith("fasttext");
    Method chosen = method();
    if (!hasNgrams && (ngrams.isPresent() || buckets.isPresent())) {
      throw CommandException.badUse(
          "--ngrams and --buckets are about --method fasttext and fasttext-cbow; leave them out");
    }
    try {
      return new TrainingOptions(
          chosen,
          dimension,
          window,
          negatives,
          epochs,
          rate.orElse(chosen.usualRate()),
          sampling,
          minCount,
          threads.orElse(Runtime.getRuntime().availableProcessors()),
          seed,
          hasNgrams ? subwords() : TrainingOptions.NO_SUBWORDS);
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(
          Failures.message(e).replaceFirst("^least count", "--min-count"));
    }
  }

  private Method method() {
    return switch (method) {
      case "skipgram", "fasttext" -> Method.SKIP_GRAM;
      case "cbow", "fasttext-cbow" -> Method.CBOW;
      default -> {
        List<String> names = List.of("skipgram", "cbow", "fasttext", "fasttext-cbow");
        throw CommandException.badUse(
            "--method %s: no method has that name%s; methods: %s"
                .formatted(
                    Messages.oneLine(method),
                    Messages.didYouMean(method, names),
                    String.join(", ", names)));
      }
    };
  }

  private Subwords subwords() {
    Subwords usual = TrainingOptions.FASTTEXT_SUBWORDS;
    List<Integer> ends = ngrams.map(TrainingChoices::ends).orElse(List.of(3, 6));
    return new Subwords(ends.getFirst(), ends.getLast(), buckets.orElse(usual.buckets()));
  }

  private static List<Integer> ends(String range) {
    if (!range.matches("[1-9][0-9]?-[1-9][0-9]?")) {
      throw CommandException.badUse("--ngrams is LEAST-MOST as in 3-6, got " + range);
    }
    return Arrays.stream(range.split("-", -1)).map(Integer::valueOf).collect(Collectors.toList());
  }
}
