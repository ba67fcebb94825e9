package dev.akin.words.training;

import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import dev.akin.words.Casing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What senses are chosen with in texts that were not learned from: the tables of a training of
 * senses, as they were.
 *
 * <p>A folder holds {@code senses.properties} (how they were learned, and the digests of the other
 * files and of itself), {@code words.tsv} (a line a word: word, tab, count), {@code output.npy}
 * [words × dimension], of which contexts are the mean, and {@code input.npy} [words · senses +
 * (words + 1) · (senses + 1) × dimension]: the senses of the first word, of the next and so on;
 * then what all words have in common and what each word has to choose by, each a row a sense
 * (classifier or centre) and a row of notes: a cell a sense of what is added to its score or how
 * many contexts its centre is of, a cell a sense of its prior, and of how many occurrences the
 * priors are. Does not change; safe for many threads; owns its tables.
 */
public final class SenseModel implements AutoCloseable {
  private static final String OUTPUT = "output.npy";
  private static final String INPUT = "input.npy";

  private final TrainingOptions options;
  private final Vocabulary vocabulary;
  private final Tile.Tables tables;
  private final WordSenses senses;

  private SenseModel(TrainingOptions options, Vocabulary vocabulary, Tile.Tables tables) {
    this.options = options;
    this.vocabulary = vocabulary;
    this.tables = tables;
    this.senses = new WordSenses(options, vocabulary, layout(options, vocabulary), tables);
  }

  private static Layout layout(TrainingOptions options, Vocabulary vocabulary) {
    return Layout.of(options, vocabulary, vocabulary.size());
  }

  /**
   * Reads a folder.
   *
   * @throws FormatException if it is no such folder, or one of its files is damaged or of another
   *     model
   */
  public static SenseModel read(Path folder) throws IOException {
    ModelTables files = files(folder);
    TrainingOptions options = files.readOptions();
    if (!options.method().learnsSenses()) {
      throw files.wrong(options.method().label() + " learns no senses");
    }
    files.checkDigests(List.of(ModelTables.WORDS, OUTPUT, INPUT));
    Vocabulary vocabulary = files.readVocabulary();
    int inputs = Math.toIntExact(layout(options, vocabulary).inputRows());
    Matrix output = files.readTable(OUTPUT, vocabulary.size(), options.dimension(), 0);
    try {
      Matrix input = files.readTable(INPUT, inputs, options.dimension(), 0);
      return new SenseModel(
          options, vocabulary, new Tile.Tables(input, output, options.dimension()));
    } catch (IOException | RuntimeException | Error e) {
      output.close();
      throw e;
    }
  }

  /**
   * Writes a folder, which must be there.
   *
   * @throws IllegalArgumentException if no senses were learned, or a word is not UTF-8
   */
  static void write(TrainedTables learned, Path folder) throws IOException {
    TrainingOptions options = learned.options();
    ModelTables files = files(folder);
    int words = learned.vocabulary().size();
    files.writeVocabulary(learned.vocabulary());
    files.writeTable(OUTPUT, learned.output(), words, options.dimension());
    files.writeTable(INPUT, learned.input(), learned.input().rows(), options.dimension());
    files.writeOptions(options, List.of(ModelTables.WORDS, OUTPUT, INPUT));
  }

  private static ModelTables files(Path folder) {
    return new ModelTables(
        folder,
        "senses.properties",
        "akin-word-senses-1",
        "a model of senses has it; 'akin train words' with --method senses or mssg and"
            + " --model-into makes one");
  }

  /** How they were learned. */
  public TrainingOptions options() {
    return options;
  }

  /** The words it knows. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The place of a word as it is written, or else in lower case. */
  public OptionalInt find(String word) {
    return Casing.AS_WRITTEN_OR_LOWER.find(vocabulary.words(), word);
  }

  /** The senses of the words, on the tables of this model. */
  public WordSenses senses() {
    return senses;
  }

  @Override
  public void close() {
    tables.input().close();
    tables.output().close();
  }

  @Override
  public String toString() {
    return "SenseModel[%s, %d words, %d d]"
        .formatted(options.method().label(), vocabulary.size(), options.dimension());
  }
}
