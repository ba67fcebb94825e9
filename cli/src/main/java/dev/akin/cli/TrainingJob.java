package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Progress;
import dev.akin.format.words.WordFormat;
import dev.akin.text.Json;
import dev.akin.vector.Matrix;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.TrainedTables;
import dev.akin.words.training.TrainingListener;
import dev.akin.words.training.TrainingRun;
import dev.akin.words.training.Vocabulary;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A training from its source to its file and report, whatever is learned. */
final class TrainingJob {
  private final Invocation invocation;
  private final TrainingOutput output;
  private final LookupTrainer trainer;

  /** What the rows of the result are called: words, documents, nodes. */
  private final String noun;

  private final Optional<Encoded> lines;

  /** Vectors of lines that a teacher made, and how long that took. */
  private record Encoded(Matrix rows, double seconds) {}

  /** Writes what was learned in a format. */
  @FunctionalInterface
  interface Writing {
    void write(TrainedTables learned, Path file, WordFormat format) throws IOException;
  }

  TrainingJob(Invocation invocation, TrainingOutput output, LookupTrainer trainer, String noun) {
    this(invocation, output, trainer, noun, Optional.empty());
  }

  private TrainingJob(
      Invocation invocation,
      TrainingOutput output,
      LookupTrainer trainer,
      String noun,
      Optional<Encoded> lines) {
    this.lines = lines;
    this.invocation = invocation;
    this.output = output;
    this.trainer = trainer;
    this.noun = noun;
  }

  /**
   * The same from given vectors of the lines, which stay the caller's.
   *
   * @param seconds that making them took, for the report
   */
  TrainingJob withLines(Matrix given, double seconds) {
    return new TrainingJob(
        invocation, output, trainer, noun, Optional.of(new Encoded(given, seconds)));
  }

  /** Learns, or goes on, and writes; stopped from outside, it keeps its state and says so. */
  void run(WordSource source, WordFormat format, boolean asJson, Writing writing)
      throws IOException {
    long start = System.nanoTime();
    TrainingRun run = output.start();
    try (TrainedTables learned = train(source, run)) {
      if (!learned.isComplete()) {
        throw CommandException.interrupted(
            "stopped; the state is kept in %s, and the same command goes on from it"
                .formatted(run.folder()));
      }
      output.write(run, invocation.interruption(), file -> writing.write(learned, file, format));
      report(learned, format, (System.nanoTime() - start) / 1e9, asJson);
    } finally {
      output.end(run);
    }
  }

  private TrainedTables train(WordSource source, TrainingRun run) throws IOException {
    try (Progress progress = invocation.console().progress("learning " + noun + "s")) {
      progress.say("counting");
      TrainingListener listener =
          at -> {
            progress.at(
                at.done(),
                at.resumed(),
                OptionalLong.of(at.total()),
                Double.isNaN(at.loss()) ? "" : String.format(Locale.ROOT, "loss %.3f", at.loss()));
            return !invocation.interruption().isRequested();
          };
      return lines.isPresent()
          ? trainer.train(source, lines.get().rows(), run, listener)
          : trainer.train(source, run, listener);
    }
  }

  private void report(TrainedTables learned, WordFormat format, double seconds, boolean asJson) {
    Console console = invocation.console();
    Vocabulary vocabulary = learned.vocabulary();
    if (asJson) {
      console.json(
          Console.members(
              "out", Json.of(output.file().out().toString()),
              "format", Json.of(format.label()),
              "method", Json.of(learned.options().method().label()),
              "words", Json.of(vocabulary.size()),
              "distinctWords", Json.of(vocabulary.text().distinct()),
              "documents", Json.of(learned.documents()),
              "documentsWithoutWords", Json.of(learned.emptyDocuments()),
              "tokens", Json.of(vocabulary.text().tokens()),
              "tokensLearned", Json.of(vocabulary.tokens()),
              "dimension", Json.of(learned.options().dimension()),
              "epochs", Json.of(learned.options().epochs()),
              "encodingSeconds",
                  lines.isPresent() ? Json.of(lines.get().seconds()) : new Json.Null(),
              "seconds", Json.of(seconds)));
      return;
    }
    console.note(
        String.format(
            Locale.ROOT,
            "akin: %s of %,d, %d dimensions, from %,d tokens in %.1f s%s, written to %s as %s%s%s",
            learned.options().method().learnsDocuments()
                ? "%s, %s"
                    .formatted(
                        Messages.count(learned.documents(), noun),
                        Messages.count(vocabulary.size(), "word"))
                : Messages.count(vocabulary.size(), noun),
            vocabulary.text().distinct(),
            learned.options().dimension(),
            vocabulary.text().tokens(),
            seconds,
            lines
                .map(made ->
                    String.format(Locale.ROOT, " after %.1f s of encoding lines", made.seconds()))
                .orElse(""),
            output.file().out(),
            format.label(),
            vocabulary.text().pruned() ? "; rare words were forgotten while counting" : "",
            learned.emptyDocuments() > 0
                ? "; %s without a known word: zero vectors"
                    .formatted(Messages.count(learned.emptyDocuments(), noun))
                : ""));
  }
}
