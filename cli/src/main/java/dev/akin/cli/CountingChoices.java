package dev.akin.cli;

import dev.akin.words.counting.BitCipher;
import dev.akin.words.counting.CountingMethod;
import dev.akin.words.counting.Glove;
import dev.akin.words.counting.PpmiSvd;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What methods that count can be told beside their cells; each has some of it. */
final class CountingChoices {
  @Option(
      names = "--window",
      paramLabel = "N",
      description =
          "Words on each side. Default: of glove 10, of ppmi-svd and bit-cipher 5, of"
              + " bit-cipher-concat 2.")
  private Optional<Integer> window = Optional.empty();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "glove: passes over the counts. Default: 15.")
  private Optional<Integer> epochs = Optional.empty();

  @Option(
      names = "--rate",
      paramLabel = "X",
      description = "glove: learning rate of AdaGrad. Default: 0.05.")
  private Optional<Double> rate = Optional.empty();

  @Option(
      names = "--x-max",
      paramLabel = "X",
      description =
          "glove: count from which a pair counts fully; 100 in the paper, on billions of words."
              + " Default: 10.")
  private Optional<Double> mostCount = Optional.empty();

  @Option(
      names = "--smoothing",
      paramLabel = "X",
      description =
          "ppmi-svd: exponent of the counts of contexts; below 1, rare contexts count less."
              + " Default: 0.75.")
  private Optional<Double> smoothing = Optional.empty();

  @Option(
      names = "--shift",
      paramLabel = "K",
      description =
          "ppmi-svd: ln K is taken off, as by K noise words of skip-gram. Default: 1, which is"
              + " nothing.")
  private Optional<Double> shift = Optional.empty();

  @Option(
      names = "--power",
      paramLabel = "X",
      description = "ppmi-svd: exponent of the singular values. Default: 0.5.")
  private Optional<Double> power = Optional.empty();

  /** The method with what was asked for in the place of what is usual. */
  CountingMethod applied(CountingMethod usual) {
    requireKnown(usual);
    try {
      return switch (usual) {
        case Glove glove ->
            new Glove(
                window.orElse(glove.window()),
                epochs.orElse(glove.epochs()),
                rate.orElse(glove.rate()),
                mostCount.orElse(glove.mostCount()));
        case PpmiSvd ppmi ->
            new PpmiSvd(
                window.orElse(ppmi.window()),
                smoothing.orElse(ppmi.smoothing()),
                shift.orElse(ppmi.shift()),
                power.orElse(ppmi.power()));
        case BitCipher cipher ->
            new BitCipher(window.orElse(cipher.window()), cipher.isConcatenated());
      };
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse("--" + Failures.message(e));
    }
  }

  /** Refuses what the method does not have. */
  private void requireKnown(CountingMethod method) {
    Map<String, Optional<?>> all =
        new TreeMap<>(
            Map.of(
                "--window", window,
                "--epochs", epochs,
                "--rate", rate,
                "--x-max", mostCount,
                "--smoothing", smoothing,
                "--shift", shift,
                "--power", power));
    List<String> known = options(method);
    all.forEach((option, value) -> {
      if (value.isPresent() && !known.contains(option)) {
        throw CommandException.badUse(
            "%s: %s has no such setting; it has %s"
                .formatted(option, method.label(), String.join(", ", known)));
      }
    });
  }

  private static List<String> options(CountingMethod method) {
    return switch (method) {
      case Glove _ -> List.of("--window", "--epochs", "--rate", "--x-max");
      case PpmiSvd _ -> List.of("--window", "--smoothing", "--shift", "--power");
      case BitCipher _ -> List.of("--window");
    };
  }
}
