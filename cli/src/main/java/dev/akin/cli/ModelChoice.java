package dev.akin.cli;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncoderOptions;
import dev.akin.encoder.ModelCard;
import dev.akin.encoder.Models;
import dev.akin.encoder.Truncation;
import dev.akin.reader.IcuBoundaries;
import dev.akin.words.WordEncoderOptions;
import dev.akin.words.WordVectorEncoder;
import dev.akin.words.training.ParagraphEncoder;
import dev.akin.words.training.ParagraphModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which model turns texts into vectors. */
final class ModelChoice {
  /** Small, English, the best known of its size; what a first search can wait for. */
  static final String DEFAULT = "minilm";

  /** The hashed encoder people are pointed to; any dimension is understood. */
  private static final String HASHED_EXAMPLE = "hashed-256";

  @Option(
      names = "--model",
      paramLabel = "NAME|FOLDER|words:FILE|fasttext:FILE|paragraph:FOLDER",
      description =
          "A model of 'akin model list', a sentence-transformers folder with ONNX weights, or"
              + " words: and a file of word vectors, or fasttext: and a fastText model, for the"
              + " sentence vectors of fastText, or paragraph: and a folder of 'akin train"
              + " documents'. Default: minilm.")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that encode. Default: one for each processor.")
  private Optional<Integer> threads = Optional.empty();

  /** What the user named, if anything. */
  Optional<String> named() {
    return model;
  }

  /**
   * Refuses a name that is no model, no folder and no file of word vectors, before any work.
   *
   * @throws UncheckedIOException if the file is not there
   */
  static void check(String name) {
    Optional<Path> words = WordVectorEncoder.findFile(name);
    if (words.isPresent()) {
      if (!Files.exists(words.get())) {
        throw new UncheckedIOException(new NoSuchFileException(words.get().toString()));
      }
      return;
    }
    Optional<Path> paragraphs = ParagraphEncoder.findFolder(name);
    if (paragraphs.isPresent()) {
      if (!Files.isDirectory(paragraphs.get())) {
        throw new UncheckedIOException(new NoSuchFileException(paragraphs.get().toString()));
      }
      return;
    }
    if (name.matches("hashed-[0-7]")) {
      throw CommandException.badUse(
          "--model %s: a hashed encoder needs a dimension of 8 or more".formatted(name));
    }
    if (Models.find(name).isPresent()
        || name.matches("hashed-[0-9]{1,6}")
        || Files.isDirectory(Path.of(name))) {
      return;
    }
    List<String> known = new ArrayList<>(Models.list().stream().map(ModelCard::name).toList());
    known.add(HASHED_EXAMPLE);
    throw CommandException.badUse(
        "no model or folder is called '%s'%s; models: %s"
            .formatted(name, Messages.didYouMean(name, known), String.join(", ", known)));
  }

  /**
   * Opens a model; the caller closes it. Where a warning is asked for it only counts: the command
   * says once at its end what was cut.
   */
  Encoder open(Invocation invocation, String name, Truncation truncation) throws IOException {
    check(name);
    Optional<Path> words = WordVectorEncoder.findFile(name);
    if (words.isPresent()) {
      return WordVectorEncoder.of(
          name,
          WordsFile.open(invocation.console(), words.get()),
          WordEncoderOptions.ofName(name, IcuBoundaries.root()));
    }
    Optional<Path> paragraphs = ParagraphEncoder.findFolder(name);
    if (paragraphs.isPresent()) {
      return ParagraphEncoder.of(name, ParagraphModel.read(paragraphs.get()), IcuBoundaries.root());
    }
    EncoderOptions options =
        CacheFolder.of(invocation.env())
            .encoderOptions(invocation.console())
            .withTruncation(truncation == Truncation.WARN ? Truncation.CUT : truncation);
    if (threads.isPresent()) {
      try {
        options = options.withThreads(threads.get());
      } catch (IllegalArgumentException e) {
        throw CommandException.badUse("--threads: " + e.getMessage());
      }
    }
    return Models.open(name, options);
  }
}
