package dev.akin.study.words;

import dev.akin.format.words.WordFormat;
import dev.akin.study.claim.StudyContext;
import dev.akin.words.WordVectors;
import dev.akin.words.counting.CountedVectors;
import dev.akin.words.counting.CountingMethod;
import dev.akin.words.counting.CountingOptions;
import dev.akin.words.counting.CountingRun;
import dev.akin.words.training.Compass;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.TrainedTables;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.TrainingRun;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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
    return table(
        context,
        name(text, options),
        (folder, file) -> {
          try (TrainedTables tables =
              new LookupTrainer(options).train(source, TrainingRun.in(folder), progress -> true)) {
            tables.write(file, format(options));
          }
        });
  }

  /** With n-grams the file keeps them, for words that are not in the text. */
  private static WordFormat format(TrainingOptions options) {
    return options.subwords().most() > 0 ? WordFormat.FASTTEXT : WordFormat.WORD2VEC_BINARY;
  }

  /** The same of vectors that come from counts. */
  static WordVectors counted(
      StudyContext context,
      String text,
      WordSource source,
      CountingMethod method,
      CountingOptions options)
      throws IOException {
    return table(
        context,
        name(text, method + " " + options),
        (folder, file) -> {
          try (CountedVectors vectors =
              CountedVectors.learn(source, method, options, CountingRun.in(folder))) {
            vectors.write(file, WordFormat.WORD2VEC_BINARY);
          }
        });
  }

  /** The documents of a {@link #documents} folder, in the order of their lines. */
  static final String DOCUMENTS = "documents.bin";

  /** Real vectors beside codes, likewise. */
  static final String REAL_DOCUMENTS = "real-documents.bin";

  /**
   * Paragraph vectors, likewise: a folder of a {@link dev.akin.words.training.ParagraphModel} with
   * the learned documents, named by their numbers, in {@link #DOCUMENTS}.
   */
  static Path documents(
      StudyContext context, String text, WordSource source, TrainingOptions options)
      throws IOException {
    return kept(
        context,
        name(text, options) + ".paragraphs",
        (folder, file) -> {
          try (TrainedTables tables =
              new LookupTrainer(options).train(source, TrainingRun.in(folder), progress -> true)) {
            tables.writeModel(Files.createDirectories(file));
            List<String> names =
                IntStream.range(0, tables.documents()).mapToObj(String::valueOf).toList();
            tables.writeDocuments(file.resolve(DOCUMENTS), WordFormat.WORD2VEC_BINARY, names);
            if (options.realDimension() > 0) {
              tables.writeRealDocuments(
                  file.resolve(REAL_DOCUMENTS), WordFormat.WORD2VEC_BINARY, names);
            }
          }
        });
  }

  /** The compass of a text, likewise. */
  static Compass compass(
      StudyContext context, String text, WordSource source, TrainingOptions options)
      throws IOException {
    return Compass.read(
        kept(
            context,
            name(text, options) + ".compass",
            (folder, file) -> {
              try (TrainedTables tables =
                  new LookupTrainer(options)
                      .train(source, TrainingRun.in(folder), progress -> true)) {
                Compass.write(tables, Files.createDirectories(file));
              }
            }));
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
    String by = "-by-compass-" + start.name().toLowerCase(Locale.ROOT);
    return table(
        context,
        name(text + by, options),
        (folder, file) -> {
          try (TrainedTables tables =
              new LookupTrainer(options, compass, start)
                  .train(source, TrainingRun.in(folder), progress -> true)) {
            tables.write(file, WordFormat.WORD2VEC_BINARY);
          }
        });
  }

  private static String name(String text, Object options) {
    return "%s-%08x".formatted(text, options.toString().hashCode());
  }

  /** Learns what is not kept yet. */
  private interface Learner {
    void learn(Path folder, Path file) throws IOException;
  }

  private static WordVectors table(StudyContext context, String name, Learner learner)
      throws IOException {
    return WordVectors.open(kept(context, name + ".bin", learner));
  }

  private static Path kept(StudyContext context, String name, Learner learner) throws IOException {
    Path folder = Files.createDirectories(context.work().resolve("words"));
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      Path state = Files.createDirectories(folder.resolve(name + ".training"));
      context.progress().accept("learning words: " + name);
      Path part = folder.resolve(name + ".part");
      learner.learn(state, part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}
