package dev.akin.cli;

import dev.akin.cli.console.Progress;
import dev.akin.encoder.Encoder;
import dev.akin.encoder.Truncation;
import dev.akin.format.words.Subwords;
import dev.akin.format.words.WordFormat;
import dev.akin.vector.Matrix;
import dev.akin.words.training.Compass;
import dev.akin.words.training.LineEncoding;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.Method;
import dev.akin.words.training.PairLines;
import dev.akin.words.training.TrainedTables;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code akin train words}. */
@Command(
    name = "words",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Learns word vectors from a text, and writes them in the format that the name of --out"
          + " says: .vec or .txt word2vec's text, .bin word2vec's binary, or fastText's for the"
          + " methods with n-grams.",
      "A training that was stopped, even by kill -9, goes on where its state was last saved when"
          + " the same command is given again. The state is in the folder OUT.training."
    },
    footer = {
      "",
      "Examples:",
      "  akin train words wiki.txt --out wiki.vec",
      "  akin train words papers/ --out papers.bin --method fasttext --dimension 200",
      "  akin train words bought.tsv --out customers.vec --method pairs --contexts-into goods.vec",
      "  akin train words papers/ --out papers.bin --method x2static --teacher minilm",
      "  akin train words wiki.txt --out senses.vec --method senses --min-count 50",
      "  akin train words all.txt --method cbow --out all.vec --compass-into compass",
      "  akin train words 1990.txt --compass compass --out 1990.vec"
    })
final class TrainWordsCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private WordSourceChoices text = new WordSourceChoices();

  @Mixin private TrainingOutput output = new TrainingOutput();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "skipgram, cbow; fasttext, fasttext-cbow: the same with n-grams of characters;"
              + " structured-skipgram, positional-cbow, order-cbow: the same with the order of"
              + " words; pairs: SOURCE is a file with what predicts, a tab and what is predicted in"
              + " a line; x2static: from what --teacher makes of each line; senses: skipgram with"
              + " several vectors a word, called bank#1, bank#2, chosen by a classifier that is"
              + " learned with them; mssg: chosen by clusters of contexts. Default: skipgram, or"
              + " the compass's.")
  private Optional<String> method = Optional.empty();

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
      names = "--teacher",
      paramLabel = "MODEL",
      description =
          "With --method x2static: the model whose vectors of the lines the words are learned from."
              + " It reads a line's words with a blank between two; --dimension is the model's.")
  private Optional<String> teacher = Optional.empty();

  @Option(
      names = "--senses",
      paramLabel = "N",
      description = "With --method senses and mssg: the most vectors of a word. Default: 5.")
  private Optional<Integer> senses = Optional.empty();

  @Option(
      names = "--model-into",
      paramLabel = "FOLDER",
      description =
          "With --method senses and mssg: also keep what senses in other texts are chosen with, for"
              + " 'akin words senses'.")
  private Optional<Path> modelFolder = Optional.empty();

  @Option(
      names = "--contexts-into",
      paramLabel = "FILE",
      description =
          "With --method pairs: also write the vectors of what is predicted, .vec or .bin; their"
              + " products with those of --out say what goes together.")
  private Optional<Path> contextsFile = Optional.empty();

  @Option(
      names = "--compass-into",
      paramLabel = "FOLDER",
      description =
          "Also keep what slices of the text are learned by, so that their vectors can be compared;"
              + " skipgram and cbow.")
  private Optional<Path> compassInto = Optional.empty();

  @Option(
      names = "--compass",
      paramLabel = "FOLDER",
      description =
          "Learn a slice by the compass of the whole text: the vectors of all its slices are in one"
              + " space. Settings are the compass's unless named; --min-count is 1.")
  private Optional<Path> compass = Optional.empty();

  @Option(
      names = "--compass-start",
      paramLabel = "random|compass|continued",
      description =
          "What the vectors of a slice begin as; continued: as the compass's, and the output table"
              + " is learned further too. Default: random.")
  private Optional<Compass.Start> compassStart = Optional.empty();

  @Mixin private TrainingChoices choices = new TrainingChoices();

  TrainWordsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    if (compass.isEmpty()) {
      if (compassStart.isPresent()) {
        throw CommandException.badUse("--compass-start is about --compass; leave it out");
      }
      TrainingOptions options = options(Optional.empty());
      train(options, new LookupTrainer(options));
      return ExitCode.OK;
    }
    if (compassInto.isPresent()) {
      throw CommandException.badUse(
          "--compass-into keeps the compass of a whole text, and a slice has one by --compass;"
              + " leave one out");
    }
    try (Compass whole = Compass.read(compass.get())) {
      TrainingOptions options = options(Optional.of(whole));
      train(options, slices(options, whole));
    }
    return ExitCode.OK;
  }

  private LookupTrainer slices(TrainingOptions options, Compass whole) {
    try {
      return new LookupTrainer(options, whole, compassStart.orElse(Compass.Start.RANDOM));
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private void train(TrainingOptions options, LookupTrainer trainer) throws IOException {
    boolean hasNgrams = options.subwords().most() > 0;
    WordFormat format =
        output.file().format(hasNgrams ? WordFormat.FASTTEXT : WordFormat.WORD2VEC_BINARY);
    output.check();
    if (compassInto.isPresent()) {
      checkCompass(compassInto.get(), options);
    }
    modelFolder.ifPresent(output.file()::checkFree);
    Optional<WordFormat> contextsFormat = contextsFormat(options);
    text.check();
    WordSource source = source(options.method());
    if (teacher.isPresent()) {
      learnFrom(teacher.get(), source, format, options);
      return;
    }
    new TrainingJob(invocation, output, trainer, "word")
        .run(
            source,
            format,
            common.json,
            (learned, file, as) -> {
              if (compassInto.isPresent()) {
                Files.createDirectories(compassInto.get());
                Compass.write(learned, compassInto.get());
              }
              if (modelFolder.isPresent()) {
                Files.createDirectories(modelFolder.get());
                learned.writeModel(modelFolder.get());
              }
              if (contextsFile.isPresent()) {
                VectorFileChoices.write(
                    contextsFile.get(),
                    invocation.interruption(),
                    to -> learned.writePredicted(to, contextsFormat.orElseThrow()));
              }
              learned.write(file, as);
            });
  }

  private Optional<WordFormat> contextsFormat(TrainingOptions options) {
    if (contextsFile.isEmpty()) {
      return Optional.empty();
    }
    if (options.method() != Method.PAIRS) {
      throw CommandException.badUse("--contexts-into is about --method pairs; leave it out");
    }
    if (options.negatives() == 0) {
      throw CommandException.badUse(
          "--contexts-into: with --negatives 0, pairs learns no row of what is predicted; take"
              + " noise words");
    }
    Path file = contextsFile.get();
    output.file().check("--contexts-into", file);
    OutFile.checkDifferent(List.of(output.file().out(), file));
    return Optional.of(
        VectorFileChoices.format("--contexts-into", file, WordFormat.WORD2VEC_BINARY));
  }

  private void checkCompass(Path folder, TrainingOptions options) {
    output.file().checkFree(folder);
    try {
      Compass.requireAble(options);
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private void learnFrom(
      String model, WordSource source, WordFormat format, TrainingOptions options)
      throws IOException {
    long start = System.nanoTime();
    try (Encoder encoder = new ModelChoice().open(invocation, model, Truncation.CUT);
        Matrix lines = encoded(encoder, source)) {
      double seconds = (System.nanoTime() - start) / 1e9;
      var own = options.toBuilder().dimension(encoder.dimension()).build();
      new TrainingJob(invocation, output, new LookupTrainer(own), "word")
          .withLines(lines, seconds)
          .run(source, format, common.json, TrainedTables::write);
    }
  }

  private Matrix encoded(Encoder encoder, WordSource source) throws IOException {
    try (Progress progress = invocation.console().progress("encoding lines")) {
      return new LineEncoding(encoder)
          .encode(source, done -> progress.say("%,d lines".formatted(done)));
    }
  }

  private TrainingOptions options(Optional<Compass> whole) {
    String name =
        method.orElse(
            whole.map(of -> of.options().method().label()).orElse(Method.SKIP_GRAM.label()));
    boolean hasNgrams = name.startsWith("fasttext");
    Method chosen =
        switch (name) {
          case "fasttext" -> Method.SKIP_GRAM;
          case "fasttext-cbow" -> Method.CBOW;
          default ->
              TrainingChoices.method(
                  name,
                  List.of("fasttext", "fasttext-cbow"),
                  Method.SKIP_GRAM,
                  Method.CBOW,
                  Method.STRUCTURED_SKIP_GRAM,
                  Method.POSITIONAL_CBOW,
                  Method.ORDER_CBOW,
                  Method.PAIRS,
                  Method.SENSES,
                  Method.MSSG,
                  Method.X2STATIC);
        };
    checkTeacher(chosen);
    if (!hasNgrams && (ngrams.isPresent() || buckets.isPresent())) {
      throw CommandException.badUse(
          "--ngrams and --buckets are about --method fasttext and fasttext-cbow; leave them out");
    }
    if (chosen == Method.PAIRS && text.setsSplitting()) {
      throw CommandException.badUse(
          "--words is about a text, and --method pairs reads a file of pairs; leave it out");
    }
    if (!chosen.learnsSenses() && (senses.isPresent() || modelFolder.isPresent())) {
      throw CommandException.badUse(
          "%s is about --method senses and mssg; leave it out"
              .formatted(senses.isPresent() ? "--senses" : "--model-into"));
    }
    TrainingOptions.Builder builder =
        whole
            .filter(of -> of.options().method() == chosen)
            .map(Compass::slice)
            .orElse(TrainingOptions.builder(chosen));
    senses.ifPresent(builder::senses);
    return choices.settle(hasNgrams ? builder.subwords(subwords()) : builder);
  }

  private void checkTeacher(Method chosen) {
    if (teacher.isPresent() != (chosen == Method.X2STATIC)) {
      throw CommandException.badUse(
          teacher.isPresent()
              ? "--teacher is about --method x2static; leave it out"
              : "--method x2static learns from a model; name it with --teacher");
    }
    if (teacher.isPresent() && choices.setsDimension()) {
      throw CommandException.badUse(
          "--dimension: with --teacher vectors have as many cells as the teacher's; leave it out");
    }
    teacher.ifPresent(ModelChoice::check);
  }

  private Subwords subwords() {
    Subwords usual = TrainingOptions.FASTTEXT_SUBWORDS;
    List<Integer> ends = ngrams.map(TrainWordsCommand::ends).orElse(List.of(3, 6));
    try {
      return new Subwords(ends.getFirst(), ends.getLast(), buckets.orElse(usual.buckets()));
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private static List<Integer> ends(String range) {
    if (!range.matches("[1-9][0-9]?-[1-9][0-9]?")) {
      throw CommandException.badUse("--ngrams is LEAST-MOST as in 3-6, got " + range);
    }
    return Arrays.stream(range.split("-", -1)).map(Integer::valueOf).collect(Collectors.toList());
  }

  private WordSource source(Method chosenMethod) throws IOException {
    if (chosenMethod != Method.PAIRS) {
      return text.source();
    }
    if (Files.isDirectory(text.path())) {
      throw CommandException.badUse(
          "--method pairs reads one file, and %s is a folder".formatted(text.path()));
    }
    text.requireFile();
    return new PairLines(text.path());
  }
}
