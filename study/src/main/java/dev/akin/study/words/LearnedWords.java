package dev.akin.study.words;

import dev.akin.format.words.WordFormat;
import dev.akin.study.claim.StudyContext;
import dev.akin.words.WordVectors;
import dev.akin.words.training.Compass;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.TrainedTables;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.TrainingRun;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Word vectors that studies learn, each once: kept in the work folder by text and options. */
final class LearnedWords {
  private LearnedWords() {}

  /**
   * Learns a table, or opens what was learned before.
   *
   * @param text what the text is called: the same name for the same text
   * @param options with one thread the same seed gives the same bytes
   * @return a table that the caller closes, words by falling count
   */
  static WordVectors of(
      StudyContext context, String text, WordSource source, TrainingOptions options)
      throws IOException {
    String name = "%s-%08x.bin".formatted(text, options.toString().hashCode());
    return WordVectors.open(
        learned(context, name, source, new LookupTrainer(options), LearnedWords::write));
  }

  /** The compass of a text, likewise. */
  static Compass compass(
      StudyContext context, String text, WordSource source, TrainingOptions options)
      throws IOException {
    String name = "%s-%08x.compass".formatted(text, options.toString().hashCode());
    return Compass.read(
        learned(
            context,
            name,
            source,
            new LookupTrainer(options),
            (tables, file) -> Compass.write(tables, Files.createDirectories(file))));
  }

  /**
   * A slice by a compass, likewise.
   *
   * @param text the same name for the same text and compass
   */
  static WordVectors slice(
      StudyContext context,
      String text,
      WordSource source,
      TrainingOptions options,
      Compass compass,
      Compass.Start start)
      throws IOException {
    String name =
        "%s-by-compass-%s-%08x.bin"
            .formatted(text, start.name().toLowerCase(Locale.ROOT), options.toString().hashCode());
    return WordVectors.open(
        learned(
            context,
            name,
            source,
            new LookupTrainer(options, compass, start),
            LearnedWords::write));
  }

  private interface Writing {
    void to(TrainedTables tables, Path file) throws IOException;
  }

  private static void write(TrainedTables tables, Path file) throws IOException {
    tables.write(file, WordFormat.WORD2VEC_BINARY);
  }

  private static Path learned(
      StudyContext context, String name, WordSource source, LookupTrainer trainer, Writing writing)
      throws IOException {
    Path folder = Files.createDirectories(context.work().resolve("words"));
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      TrainingRun run = TrainingRun.in(Files.createDirectories(folder.resolve(name + ".training")));
      context.progress().accept("learning words: " + name);
      try (TrainedTables tables = trainer.train(source, run, progress -> true)) {
        writing.to(tables, file);
      }
      run.clear();
    }
    return file;
  }
}
