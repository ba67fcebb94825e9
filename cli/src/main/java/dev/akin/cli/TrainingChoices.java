package dev.akin.cli;

import dev.akin.words.training.Method;
import dev.akin.words.training.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of how words are learned. */
final class TrainingChoices {
  @Mixin private TableChoices table = new TableChoices();

  @Option(
      names = "--window",
      paramLabel = "N",
      description = "Words on each side, at most. Default: 5.")
  private Optional<Integer> window = Optional.empty();

  @Option(
      names = "--negatives",
      paramLabel = "N",
      description =
          "Noise words for each true one; 0 for hierarchical softmax. Default: 5, of"
              + " x2static 1.")
  private Optional<Integer> negatives = Optional.empty();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the text. Default: 5, of documents 20.")
  private Optional<Integer> epochs = Optional.empty();

  @Option(
      names = "--rate",
      paramLabel = "X",
      description =
          "Learning rate at the beginning. Default: 0.025, of the kinds of cbow, pv-dm,"
              + " binary-pv-dm and x2static 0.05.")
  private Optional<Double> rate = Optional.empty();

  @Option(
      names = "--sampling",
      paramLabel = "X",
      description =
          "Share of the text above which a word is skipped at random; 0 for none. Default: 0.0001,"
              + " of pairs and graphs 0.")
  private Optional<Double> sampling = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Workers. With 1, the same text and seed give the same bytes. Default: all processors.")
  private Optional<Integer> threads = Optional.empty();

  /** What is chosen, on what a command has as its usual settings. */
  TrainingOptions settle(TrainingOptions.Builder usual) {
    usual.threads(threads.orElse(Runtime.getRuntime().availableProcessors())).seed(table.seed());
    table.dimension().ifPresent(usual::dimension);
    window.ifPresent(usual::window);
    negatives.ifPresent(usual::negatives);
    epochs.ifPresent(usual::epochs);
    rate.ifPresent(usual::rate);
    sampling.ifPresent(usual::sampling);
    table.minCount().ifPresent(usual::leastCount);
    try {
      return usual.build();
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(
          Failures.message(e).replaceFirst("^least count", "--min-count"));
    }
  }

  /** Whether the cells of a vector are given. */
  boolean setsDimension() {
    return table.dimension().isPresent();
  }

  /** The seed of all random choices. */
  long seed() {
    return table.seed();
  }

  /**
   * The method of a name.
   *
   * @param others names that are understood elsewhere
   */
  static Method method(String name, List<String> others, Method... methods) {
    List<String> names = new ArrayList<>();
    for (Method method : methods) {
      if (method.label().equals(name)) {
        return method;
      }
      names.add(method.label());
    }
    names.addAll(others);
    throw CommandException.badUse(
        "--method %s: no method has that name%s; methods: %s"
            .formatted(
                Messages.oneLine(name),
                Messages.didYouMean(name, names),
                String.join(", ", names)));
  }
}
