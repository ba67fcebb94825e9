package dev.akin.words.training;

import dev.akin.encoder.Sha256;
import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/**
 * What vectors of new documents are inferred with: the tables of learned paragraph vectors without
 * the documents, frozen, and a few rows to infer in (Le and Mikolov 2014, section 3.1).
 *
 * <p>A document's row begins from the same seeded numbers whatever the document, and is learned
 * from its words for as many passes as the model was. So a text's vector depends on the text only,
 * and never on what else is inferred. The tables do not change; safe for many threads; owns its
 * tables.
 *
 * <p>A folder holds {@code paragraph.properties} (how it was learned), {@code words.tsv} (a line a
 * word: word, tab, count), {@code output.npy} [words × dimension] and, where words are inputs too,
 * {@code input.npy} of the same shape; where documents have real vectors beside their codes, {@code
 * input.npy} is the projection [cells of the real vector × bits].
 */
public final class ParagraphModel implements AutoCloseable {
  private static final String OUTPUT = "output.npy";
  private static final String INPUT = "input.npy";

  /** Documents inferred at the same time; more wait. */
  private static final int ROWS = 64;

  private final TrainingOptions options;
  private final Vocabulary vocabulary;
  private final Layout layout;
  private final Tile.Tables tables;
  private final Composition composition;
  private final Objective objective;
  private final SubSampling sampling;
  private final Semaphore permits = new Semaphore(ROWS);
  private final ConcurrentLinkedQueue<Integer> freeRows = new ConcurrentLinkedQueue<>();

  /** A model that owns both tables; the input table has the rows to infer in behind its words. */
  private ParagraphModel(TrainingOptions options, Vocabulary vocabulary, Tile.Tables tables) {
    this.options = options;
    this.vocabulary = vocabulary;
    this.tables = tables;
    this.layout =
        new Layout(
            options.method().hasWordInputs() ? vocabulary.size() : 0,
            0,
            ROWS,
            0,
            vocabulary.size(),
            1,
            1,
            options.realDimension(),
            Layout.documentRows(options),
            1);
    var features = Features.of(vocabulary.words(), TrainingOptions.NO_SUBWORDS);
    this.composition = LookupTrainer.composition(options, features, layout);
    this.objective = LookupTrainer.objective(options, vocabulary);
    this.sampling = new SubSampling(vocabulary, options.sampling());
    for (int row = 0; row < ROWS; row++) {
      freeRows.add(row);
    }
  }

  /**
   * Reads a folder.
   *
   * @throws FormatException if it is no such folder, or damaged
   */
  public static ParagraphModel read(Path folder) throws IOException {
    ModelTables files = files(folder);
    TrainingOptions options = files.readOptions();
    if (!options.method().learnsDocuments()) {
      throw files.wrong(options.method().label() + " learns no documents");
    }
    Vocabulary vocabulary = files.readVocabulary();
    int words = vocabulary.size();
    int frozen = frozenInputs(options, words);
    int rows = ROWS * Layout.documentRows(options);
    Matrix output = files.readTable(OUTPUT, words, options.dimension(), 0);
    try {
      Matrix input =
          frozen > 0
              ? files.readTable(INPUT, frozen, options.dimension(), rows)
              : Matrix.allocate(rows, output.dimension());
      var freeze = new Tile.Freeze(frozen, true);
      return new ParagraphModel(
          options, vocabulary, new Tile.Tables(input, output, options.dimension(), freeze));
    } catch (IOException | RuntimeException | Error e) {
      output.close();
      throw e;
    }
  }

  /** Rows of the input table before those of documents: of words or of the projection. */
  private static int frozenInputs(TrainingOptions options, int words) {
    return options.method().hasWordInputs() ? words : options.realDimension();
  }

  /**
   * Writes a folder, which must be there.
   *
   * @throws IllegalArgumentException if no documents were learned, or words have n-grams, or a word
   *     is not UTF-8
   */
  static void write(TrainedTables learned, Path folder) throws IOException {
    TrainingOptions options = learned.options();
    if (!options.method().learnsDocuments() || options.subwords().most() > 0) {
      throw new IllegalArgumentException(
          "new documents are inferred with paragraph vectors of plain words, not " + learned);
    }
    ModelTables files = files(folder);
    int words = learned.vocabulary().size();
    files.writeVocabulary(learned.vocabulary());
    files.writeTable(OUTPUT, learned.output(), words, options.dimension());
    int inputs = frozenInputs(options, words);
    if (inputs > 0) {
      files.writeTable(INPUT, learned.input(), inputs, options.dimension());
    }
    files.writeOptions(options);
  }

  private static ModelTables files(Path folder) {
    return new ModelTables(
        folder,
        "paragraph.properties",
        "akin-paragraph-vectors-1",
        "a folder of paragraph vectors has it; 'akin train documents' with --model-into makes one");
  }

  /** How it was learned. */
  public TrainingOptions options() {
    return options;
  }

  /** The words it knows. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * The vector of a document.
   *
   * @param words ordinals of its words that are known, in their order
   * @return the row, of bits as {@link TrainedTables#document} gives them; zeros if there is no
   *     word
   */
  public float[] infer(int... words) {
    return infer(
        words,
        options.dimension(),
        row -> TrainedTables.document(tables.input(), layout, row, options));
  }

  /**
   * The real vector of a document that has a code beside it.
   *
   * @param words ordinals of its words that are known, in their order
   * @throws IllegalArgumentException if documents have no vector but the one that {@link #infer}
   *     gives
   */
  public float[] inferReal(int... words) {
    TrainedTables.requireReals(options);
    return infer(
        words,
        options.realDimension(),
        row -> RealBinaryBag.real(tables.input(), layout, options.dimension(), row));
  }

  private float[] infer(int[] words, int dimension, IntFunction<float[]> reading) {
    if (words.length == 0) {
      return new float[dimension];
    }
    permits.acquireUninterruptibly();
    try {
      Integer row = freeRows.remove();
      try {
        learn(words, row);
        return reading.apply(row);
      } finally {
        freeRows.add(row);
      }
    } finally {
      permits.release();
    }
  }

  private void learn(int[] words, int row) {
    LookupTrainer.fillDocument(tables.input(), layout.document(row), options);
    var step = new Step(tables, composition, objective);
    step.line = row;
    int[] kept = new int[words.length];
    for (int pass = 0; pass < options.epochs(); pass++) {
      step.draws = Draws.of(options.seed(), pass + 1);
      step.rate = (float) (options.rate() * (1 - (double) pass / options.epochs()));
      int length = 0;
      for (int word : words) {
        if (sampling.keeps(word, step.draws)) {
          kept[length++] = word;
        }
      }
      composition.learn(kept, length, step);
    }
  }

  /** A digest of all that an inferred vector depends on. */
  String hash() {
    MessageDigest digest = Sha256.digest();
    digest.update(
        options.toBuilder().threads(1).build().toString().getBytes(StandardCharsets.UTF_8));
    for (int word = 0; word < vocabulary.size(); word++) {
      digest.update(vocabulary.words().bytes(word));
      digest.update(("\t" + vocabulary.count(word) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    ModelTables.addTo(digest, tables.output(), vocabulary.size());
    ModelTables.addTo(digest, tables.input(), frozenInputs(options, vocabulary.size()));
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() {
    tables.input().close();
    tables.output().close();
  }

  @Override
  public String toString() {
    return "ParagraphModel[%s, %d words, %d d]"
        .formatted(options.method().label(), vocabulary.size(), options.dimension());
  }
}
