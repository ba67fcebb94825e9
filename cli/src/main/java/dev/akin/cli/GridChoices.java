package dev.akin.cli;

import dev.akin.eval.significance.ComparisonOptions;
import dev.akin.study.choose.ChoiceGrid;
import dev.akin.study.choose.ChoiceOptions;
import dev.akin.study.system.RowForm;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.system.SystemSpec.Embedding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What is tried, and for how long. */
final class GridChoices {
  private static final Pattern BUDGET = Pattern.compile("([0-9]{1,6})(s|m|h)");

  @Option(
      names = "--with",
      split = ",",
      paramLabel = "MODELS",
      description = "Encoders, separated by commas. Default: minilm,bge-small.")
  private List<String> models = List.of("minilm", "bge-small");

  @Option(
      names = "--prompts",
      split = ",",
      paramLabel = "P",
      description = "model, none. Default: both.")
  private List<String> prompts = List.of("model", "none");

  @Option(
      names = "--poolings",
      split = ",",
      paramLabel = "P",
      description = "model, first, mean, last, max, weighted, sqrt. Default: model,mean,first.")
  private List<String> poolings = List.of("model", "mean", "first");

  @Option(
      names = "--dimensions",
      split = ",",
      paramLabel = "N",
      description = "Rows cut to so many cells, beside whole ones. Default: 256,128.")
  private List<Integer> dimensions = List.of(256, 128);

  @Option(
      names = "--precisions",
      split = ",",
      paramLabel = "P",
      description = "float32, int8, bit. Default: all.")
  private List<String> precisions = List.of("float32", "int8", "bit");

  @Option(
      names = "--indexes",
      split = ",",
      paramLabel = "I",
      description = "exact, hnsw. Default: both.")
  private List<String> indexes = List.of("exact", "hnsw");

  @Option(
      names = "--fusions",
      split = ",",
      paramLabel = "F",
      description =
          "With bm25: none, rrf (ranks), or the encoder's weight of weighted scores. Default:"
              + " none,rrf,0.5,0.7.")
  private List<String> fusions = List.of("none", "rrf", "0.5", "0.7");

  @Option(
      names = "--rerank",
      split = ",",
      paramLabel = "K",
      description =
          "So many documents of a cheaper system, ordered again by the best encoder's exact scores;"
              + " none for not at all. Default: 20,100. There is no cross-encoder.")
  private List<String> depths = List.of("20", "100");

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description = "What is called quality. Default: nDCG@10.")
  private String metric = "nDCG@10";

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "How long it may take: 90s, 20m, 2h. Default: 20m.")
  private String budget = "20m";

  ChoiceOptions options() {
    ChoiceGrid _ = grid();
    return new ChoiceOptions(
        Scores.parseMetrics(List.of(metric)).getFirst(), duration(), ComparisonOptions.DEFAULT);
  }

  private Duration duration() {
    Matcher parts = BUDGET.matcher(budget);
    if (!parts.matches() || Integer.parseInt(parts.group(1)) == 0) {
      throw CommandException.badUse(
          "--budget is a time such as 90s, 20m or 2h, got '%s'".formatted(budget));
    }
    long count = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  ChoiceGrid grid() {
    try {
      return new ChoiceGrid(
          models.stream().map(GridChoices::model).toList(),
          ChoiceGrid.readings(known("--prompts", prompts, "model", "none"), poolings),
          dimensions.stream().map(GridChoices::dimension).toList(),
          forms(),
          known("--indexes", indexes, "exact", "hnsw").contains("hnsw"),
          fusions(),
          depths());
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private static Embedding model(String name) {
    if (SystemSpec.parse(name) instanceof Embedding embedding
        && embedding.equals(Embedding.of(embedding.model()))) {
      return embedding;
    }
    throw CommandException.badUse(
        "--with names encoders, and the grid makes systems of them; '%s' is a system"
            .formatted(name));
  }

  private static int dimension(int value) {
    if (value < 1) {
      throw CommandException.badUse("--dimensions are 1 or more, got " + value);
    }
    return value;
  }

  private List<RowForm> forms() {
    String[] names = Arrays.stream(RowForm.values()).map(RowForm::text).toArray(String[]::new);
    List<String> chosen = known("--precisions", precisions, names);
    return Arrays.stream(RowForm.values()).filter(form -> chosen.contains(form.text())).toList();
  }

  private static List<String> known(String option, List<String> values, String... names) {
    for (String value : values) {
      if (!List.of(names).contains(value)) {
        throw CommandException.badUse(
            "%s: there is no '%s'%s; there are %s"
                .formatted(
                    option,
                    value,
                    Messages.didYouMean(value, List.of(names)),
                    String.join(", ", names)));
      }
    }
    return values;
  }

  private List<OptionalDouble> fusions() {
    List<OptionalDouble> chosen = new ArrayList<>();
    for (String fusion : fusions) {
      Optional<Double> weight = weight(fusion);
      if (fusion.equals("rrf")) {
        chosen.add(OptionalDouble.empty());
      } else if (weight.isPresent()) {
        chosen.add(OptionalDouble.of(weight.get()));
      } else if (!fusion.equals("none")) {
        throw CommandException.badUse(
            "--fusions: there is no '%s'; there are none, rrf, and weights between 0 and 1"
                .formatted(fusion));
      }
    }
    return chosen;
  }

  private static Optional<Double> weight(String text) {
    return text.matches("0?\\.[0-9]{1,6}")
        ? Optional.of(Double.parseDouble(text))
        : Optional.empty();
  }

  private List<Integer> depths() {
    List<Integer> chosen = new ArrayList<>();
    for (String depth : depths) {
      if (depth.matches("[1-9][0-9]{0,5}")) {
        chosen.add(Integer.parseInt(depth));
      } else if (!depth.equals("none")) {
        throw CommandException.badUse(
            "--rerank is none or numbers of documents, got '%s'".formatted(depth));
      }
    }
    return chosen;
  }
}
