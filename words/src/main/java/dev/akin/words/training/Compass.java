package dev.akin.words.training;

import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * What the slices of a text are learned by so that their vectors are in one space: words, and the
 * output table that was learned on the whole (Di Carlo, Bianchi and Palmonari 2019, Training
 * temporal word embeddings with a compass). A slice's outputs are the compass's rows of its words
 * and stay as they are, but for {@link Start#CONTINUED}; only its inputs are learned.
 *
 * <p>A folder holds {@code compass.properties} (how it was learned), {@code words.tsv} (a line a
 * word: word, tab, count), {@code input.npy} and {@code output.npy} [words × dimension]. Does not
 * change; owns its tables.
 */
public final class Compass implements AutoCloseable {
  private static final String OUTPUT = "output.npy";
  private static final String INPUT = "input.npy";

  /** What the vectors of a slice begin as, and whether its outputs stay. */
  public enum Start {
    /** Small random numbers: what a slice says of a word alone decides. */
    RANDOM,
    /** The compass's vectors: a word that is rare in a slice stays near where it is in all. */
    COMPASS,
    /**
     * The compass's vectors, and its outputs are learned further as well: the compass as a good
     * beginning and no longer as what a slice is held to.
     */
    CONTINUED;

    boolean beginsAsCompass() {
      return this != RANDOM;
    }

    boolean freezesOutput() {
      return this != CONTINUED;
    }
  }

  private final TrainingOptions options;
  private final Vocabulary vocabulary;
  private final Matrix input;
  private final Matrix output;

  private Compass(TrainingOptions options, Vocabulary vocabulary, Matrix input, Matrix output) {
    this.options = options;
    this.vocabulary = vocabulary;
    this.input = input;
    this.output = output;
  }

  /**
   * Reads a folder.
   *
   * @throws dev.akin.vector.FormatException if it is no such folder, or damaged
   */
  public static Compass read(Path folder) throws IOException {
    ModelTables files = files(folder);
    TrainingOptions options = files.readOptions();
    try {
      requireAble(options);
    } catch (IllegalArgumentException e) {
      throw files.wrong("" + e.getMessage());
    }
    Vocabulary vocabulary = files.readVocabulary();
    Matrix output = files.readTable(OUTPUT, vocabulary.size(), options.dimension(), 0);
    try {
      Matrix input = files.readTable(INPUT, vocabulary.size(), options.dimension(), 0);
      return new Compass(options, vocabulary, input, output);
    } catch (IOException | RuntimeException | Error e) {
      output.close();
      throw e;
    }
  }

  /**
   * Writes what was learned as a compass into a folder, which must be there.
   *
   * @throws IllegalArgumentException if it is none, see {@link #requireAble}
   */
  public static void write(TrainedTables learned, Path folder) throws IOException {
    TrainingOptions options = learned.options();
    requireAble(options);
    ModelTables files = files(folder);
    int words = learned.vocabulary().size();
    files.writeVocabulary(learned.vocabulary());
    files.writeTable(OUTPUT, learned.output(), words, options.dimension());
    files.writeTable(INPUT, learned.input(), words, options.dimension());
    files.writeOptions(options);
  }

  /**
   * Refuses what is no compass: outputs must be rows of words, which skip-gram and CBOW with noise
   * have, and vectors rows of the input table, so there are no n-grams.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static void requireAble(TrainingOptions options) {
    boolean isAble =
        (options.method() == Method.SKIP_GRAM || options.method() == Method.CBOW)
            && options.negatives() > 0
            && options.subwords().most() <= 0;
    if (!isAble) {
      throw new IllegalArgumentException(
          "a compass and its slices are learned by skipgram or cbow with noise words and without"
              + " n-grams, not by %s with %d noise words%s"
                  .formatted(
                      options.method().label(),
                      options.negatives(),
                      options.subwords().most() > 0 ? " and n-grams" : ""));
    }
  }

  private static ModelTables files(Path folder) {
    return new ModelTables(
        folder,
        "compass.properties",
        "akin-compass-1",
        "a compass has it; 'akin train words' with --compass-into makes one");
  }

  /** How it was learned. */
  public TrainingOptions options() {
    return options;
  }

  /** The words it knows and how often they stand in all the text. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The settings of a slice: the compass's, with every word that the compass knows. */
  public TrainingOptions.Builder slice() {
    return options.toBuilder().leastCount(1);
  }

  /**
   * Refuses settings that a slice cannot have.
   *
   * @throws IllegalArgumentException if method or dimension are not the compass's
   */
  void requireFits(TrainingOptions slice) {
    requireAble(slice);
    if (slice.method() != options.method() || slice.dimension() != options.dimension()) {
      throw new IllegalArgumentException(
          "the compass was learned by %s with %d cells, and a slice is learned alike, not by %s with"
                  .formatted(options.method().label(), options.dimension(), slice.method().label())
              + " %d".formatted(slice.dimension()));
    }
  }

  /** The words of a text that the compass knows. */
  WordSource known(WordSource text) {
    return new Known(text, vocabulary);
  }

  private record Known(WordSource text, Vocabulary vocabulary) implements WordSource {
    @Override
    public void read(Sink sink) throws IOException {
      text.read(
          new Sink() {
            @Override
            public void word(byte[] bytes, int from, int to) throws IOException {
              if (vocabulary.words().find(bytes, from, to) >= 0) {
                sink.word(bytes, from, to);
              }
            }

            @Override
            public void lineEnd() throws IOException {
              sink.lineEnd();
            }
          });
    }

    @Override
    public String toString() {
      return text + ", of the %,d words of the compass,".formatted(vocabulary.size());
    }
  }

  /** Fills the outputs of a slice with the compass's rows of its words, and its inputs if asked. */
  void fill(Tile.Tables tables, Vocabulary slice, Start start) {
    for (int word = 0; word < slice.size(); word++) {
      byte[] bytes = slice.words().bytes(word);
      int row = vocabulary.words().find(bytes, 0, bytes.length);
      tables.output().setRow(word, output.copyRow(row));
      if (start.beginsAsCompass()) {
        tables.input().setRow(word, input.copyRow(row));
      }
    }
  }

  /** Adds all vectors that a slice may begin with or be held to. */
  void addTo(MessageDigest digest) {
    ModelTables.addTo(digest, output, vocabulary.size());
    ModelTables.addTo(digest, input, vocabulary.size());
  }

  @Override
  public void close() {
    input.close();
    output.close();
  }

  @Override
  public String toString() {
    return "Compass[%s, %d words, %d d]"
        .formatted(options.method().label(), vocabulary.size(), options.dimension());
  }
}
