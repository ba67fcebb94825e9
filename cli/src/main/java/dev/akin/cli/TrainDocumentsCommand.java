package dev.akin.cli;

import dev.akin.format.words.WordFormat;
import dev.akin.reader.IcuBoundaries;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin train documents}. */
@Command(
    name = "documents",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Learns a vector for each document together with word vectors (paragraph vectors), and writes"
          + " them under the documents' ids, as word2vec's text or binary by the name of --out.",
      "A training that was stopped, even by kill -9, goes on where its state was last saved when"
          + " the same command is given again. The state is in the folder OUT.training."
    },
    footer = {
      "",
      "Examples:",
      "  akin train documents papers.jsonl --out papers.vec --model-into papers.model",
      "  akin train documents papers.jsonl --out codes.bin --method binary-pv --dimension 64"
    })
final class TrainDocumentsCommand implements Callable<Integer> {
  /** Passes over the documents: each is read seldom, so there are more than over a long text. */
  private static final int EPOCHS = 20;

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "What is read as documents: a folder, JSON Lines, a BEIR folder and others.")
  private Path path = Path.of("");

  @Mixin private TrainingOutput output = new TrainingOutput();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "pv-dbow: the document predicts its words; pv-dm, pv-dm-sum: the mean or sum of document"
              + " and words near predicts a word; binary-pv, binary-pv-dm: pv-dbow and pv-dm"
              + " with bits; real-binary-pv: with bits and a real vector that they are of. Default:"
              + " pv-dbow.")
  private String method = "pv-dbow";

  @Option(
      names = "--real-dimension",
      paramLabel = "N",
      description =
          "With --method real-binary-pv: cells of the real vectors; --dimension is how many bits."
              + " Default: 100.")
  private Optional<Integer> realDimension = Optional.empty();

  @Option(
      names = "--real-out",
      paramLabel = "FILE",
      description = "With --method real-binary-pv: also write the real vectors, .vec or .bin.")
  private Optional<Path> realOut = Optional.empty();

  @Option(
      names = "--model-into",
      paramLabel = "FOLDER",
      description =
          "Also keep what the vectors of other texts are inferred with: a model for --model and"
              + " --with, called paragraph:FOLDER.")
  private Optional<Path> modelFolder = Optional.empty();

  @Option(
      names = "--words-into",
      paramLabel = "FILE",
      description =
          "Also write the vectors of the words, .vec or .bin: of pv-dm, pv-dm-sum and"
              + " binary-pv-dm those that predict, of the others those that are predicted.")
  private Optional<Path> wordsFile = Optional.empty();

  @Mixin private TrainingChoices choices = new TrainingChoices();

  @Mixin private SourceChoices reading = new SourceChoices();

  TrainDocumentsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    Method chosen =
        TrainingChoices.method(
            method,
            List.of(),
            Method.PV_DBOW,
            Method.PV_DM,
            Method.PV_DM_SUM,
            Method.BINARY_PV,
            Method.BINARY_PV_DM,
            Method.REAL_BINARY_PV);
    TrainingOptions.Builder usual = TrainingOptions.builder(chosen).epochs(EPOCHS);
    if (chosen != Method.REAL_BINARY_PV && (realDimension.isPresent() || realOut.isPresent())) {
      throw CommandException.badUse(
          "--real-dimension and --real-out are about --method real-binary-pv; leave them out");
    }
    realDimension.ifPresent(usual::realDimension);
    TrainingOptions options = choices.settle(usual);
    WordFormat format = output.file().format(WordFormat.WORD2VEC_BINARY);
    output.check();
    realOut.ifPresent(file -> output.file().check("--real-out", file));
    Optional<WordFormat> realFormat =
        realOut.map(
            file -> VectorFileChoices.format("--real-out", file, WordFormat.WORD2VEC_BINARY));
    modelFolder.ifPresent(output.file()::checkFree);
    OutFile.checkDifferent(
        Stream.of(Optional.of(output.file().out()), realOut, wordsFile, modelFolder)
            .flatMap(Optional::stream)
            .toList());
    Optional<WordFormat> wordFormat = wordFormat(options);
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    Source source = Source.of(path, reading.options());
    var documents = new NamedDocuments(new DocumentWords(source.corpus(), IcuBoundaries.root()));
    new TrainingJob(invocation, output, new LookupTrainer(options), "document")
        .run(
            documents,
            format,
            common.json,
            (learned, file, as) -> {
              learned.writeDocuments(file, as, documents.names());
              if (realOut.isPresent()) {
                VectorFileChoices.write(
                    realOut.get(),
                    invocation.interruption(),
                    to ->
                        learned.writeRealDocuments(
                            to, realFormat.orElseThrow(), documents.names()));
              }
              if (modelFolder.isPresent()) {
                Files.createDirectories(modelFolder.get());
                learned.writeModel(modelFolder.get());
              }
              if (wordsFile.isPresent()) {
                VectorFileChoices.write(
                    wordsFile.get(),
                    invocation.interruption(),
                    to -> learned.write(to, wordFormat.orElseThrow()));
              }
            });
    source.noteSkipped(invocation.console());
    return ExitCode.OK;
  }

  private Optional<WordFormat> wordFormat(TrainingOptions options) {
    wordsFile.ifPresent(file -> output.file().check("--words-into", file));
    if (wordsFile.isPresent() && !options.method().hasWordInputs() && options.negatives() == 0) {
      throw CommandException.badUse(
          "--words-into: with --negatives 0, %s learns no row of a word; take noise words"
              .formatted(options.method().label()));
    }
    return wordsFile.map(
        file -> VectorFileChoices.format("--words-into", file, WordFormat.WORD2VEC_BINARY));
  }
}
