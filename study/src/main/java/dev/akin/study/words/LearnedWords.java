package dev.akin.study.words;

import dev.akin.format.words.WordFormat;
import dev.akin.study.claim.StudyContext;
import dev.akin.words.WordVectors;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.TrainedTables;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.TrainingRun;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    Path folder = Files.createDirectories(context.work().resolve("words"));
    String name = "%s-%08x".formatted(text, options.toString().hashCode());
    Path file = folder.resolve(name + ".bin");
    if (!Files.exists(file)) {
      Path state = Files.createDirectories(folder.resolve(name + ".training"));
      context.progress().accept("learning words of " + text);
      try (TrainedTables tables =
          new LookupTrainer(options).train(source, TrainingRun.in(state), progress -> true)) {
        tables.write(file, WordFormat.WORD2VEC_BINARY);
      }
    }
    return WordVectors.open(file);
  }
}
