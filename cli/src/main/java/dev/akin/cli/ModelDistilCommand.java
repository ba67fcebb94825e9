package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.encoder.Encoder;
import dev.akin.encoder.Truncation;
import dev.akin.encoder.distil.DistillationOptions;
import dev.akin.encoder.distil.ExtractionMethod;
import dev.akin.encoder.distil.StaticDistiller;
import dev.akin.encoder.distil.StaticDistiller.Distillation;
import dev.akin.encoder.distil.TextSource;
import dev.akin.encoder.distil.TokenWeighting;
import dev.akin.reader.IcuBoundaries;
import dev.akin.reader.ReadOptions;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.Json;
import dev.akin.text.split.Boundaries;
import dev.akin.words.evaluation.SetLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin model distil}. */
@Command(
    name = "distil",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Makes a static model of a transformer: a row for each of its tokens, and the mean of rows"
          + " for a text. Much faster; word order and context are lost.",
      "The folder is in model2vec's layout, and is a model like others: --model FOLDER."
    },
    footer = {
      "",
      "Examples:",
      "  akin model distil minilm --into minilm-static",
      "  akin model distil minilm --into papers-static --vocabulary terms.txt --contexts papers/"
    })
final class ModelDistilCommand implements Callable<Integer> {
  /** What rows are multiplied by. */
  enum Weighting {
    SIF,
    ZIPF,
    NONE;

    TokenWeighting value() {
      return switch (this) {
        case SIF -> TokenWeighting.Sif.USUAL;
        case ZIPF -> new TokenWeighting.Zipf();
        case NONE -> new TokenWeighting.Equal();
      };
    }
  }

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "MODEL", description = "A model, or a model folder.")
  private String model = "";

  @Option(
      names = "--into",
      required = true,
      paramLabel = "FOLDER",
      description = "Where to; must not have anything in it.")
  private Path into = Path.of("");

  @Option(
      names = "--dimension",
      paramLabel = "N",
      description = "Cells that PCA leaves of a row. Default: 256.")
  private int dimension = DistillationOptions.USUAL_DIMENSION;

  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description = "Words, one a line, that get a row of their own beside the model's tokens.")
  private Optional<Path> vocabulary = Optional.empty();

  @Option(
      names = "--weighting",
      paramLabel = "sif|zipf|none",
      description = "How rare tokens come to count more than frequent ones. Default: sif.")
  private Weighting weighting = Weighting.SIF;

  @Option(
      names = "--contexts",
      paramLabel = "SOURCE",
      description =
          "Documents in whose sentences tokens are read; their rows are averaged. Default: each"
              + " token is read alone.")
  private Optional<Path> contexts = Optional.empty();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows of a token that are averaged at most, with --contexts. Default: 100.")
  private Optional<Integer> rows = Optional.empty();

  ModelDistilCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    ExtractionMethod method = method();
    DistillationOptions options = options();
    ModelChoice.check(model);
    if (Files.exists(into) && (!Files.isDirectory(into) || isInUse(into))) {
      throw CommandException.badUse("--into %s exists; name a new folder".formatted(into));
    }
    long start = System.nanoTime();
    try (Encoder teacher = new ModelChoice().open(invocation, model, Truncation.WARN)) {
      if (teacher.findTokenEncoder().isEmpty()) {
        throw CommandException.badUse(
            "%s gives no row for each token, so there is nothing to distil; take a transformer"
                .formatted(model));
      }
      Distillation distillation = StaticDistiller.distil(teacher, method, options);
      distillation.model().write(into);
      report(distillation, (System.nanoTime() - start) / 1e9);
    }
    return ExitCode.OK;
  }

  private static boolean isInUse(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isPresent();
    }
  }

  private DistillationOptions options() throws IOException {
    if (dimension < 1) {
      throw CommandException.badUse("--dimension is 1 or more, got " + dimension);
    }
    return new DistillationOptions(dimension, weighting.value(), words());
  }

  private List<String> words() throws IOException {
    if (vocabulary.isEmpty()) {
      return List.of();
    }
    Path file = vocabulary.get();
    List<String> words =
        SetLines.text(file).lines().map(String::strip).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty()) {
      throw CommandException.failed("%s: no word in it; write one a line".formatted(file));
    }
    return words;
  }

  private ExtractionMethod method() throws IOException {
    if (contexts.isEmpty()) {
      if (rows.isPresent()) {
        throw CommandException.badUse("--rows is about --contexts; leave it out");
      }
      return new ExtractionMethod.Decontextualised();
    }
    int most = rows.orElse(ExtractionMethod.Aggregated.USUAL_ROWS);
    if (most < 1) {
      throw CommandException.badUse("--rows is 1 or more, got " + most);
    }
    if (!Files.exists(contexts.get())) {
      throw new NoSuchFileException(contexts.get().toString());
    }
    return new ExtractionMethod.Aggregated(sentences(contexts.get()), most);
  }

  private static TextSource sentences(Path source) throws IOException {
    Corpus corpus = Source.of(source, ReadOptions.defaults()).corpus();
    Boundaries boundaries = IcuBoundaries.root();
    return () ->
        corpus
            .documents()
            .map(Document::titleAndText)
            .flatMap(text -> {
              int[] cuts = boundaries.sentences(text);
              return IntStream.range(1, cuts.length)
                  .mapToObj(i -> text.substring(cuts[i - 1], cuts[i]).strip())
                  .filter(sentence -> !sentence.isEmpty());
            });
  }

  private void report(Distillation made, double seconds) {
    Console console = invocation.console();
    if (common.json) {
      console.json(
          Console.members(
              "into", Json.of(into.toString()),
              "tokens", Json.of(made.tokens()),
              "words", Json.of(made.words()),
              "seen", Json.of(made.seen()),
              "dimension", Json.of(made.model().dimension()),
              "variance", Json.of(made.variance()),
              "seconds", Json.of(seconds)));
      return;
    }
    console.note(
        String.format(
            Locale.ROOT,
            "akin: %s (%s added%s), %d dimensions with %.1f %% of the variance, in %.1f s, in %s",
            Messages.count(made.tokens(), "token"),
            Messages.count(made.words(), "word"),
            contexts.isPresent() ? String.format(Locale.ROOT, ", %,d seen", made.seen()) : "",
            made.model().dimension(),
            made.variance() * 100,
            seconds,
            into));
  }
}
