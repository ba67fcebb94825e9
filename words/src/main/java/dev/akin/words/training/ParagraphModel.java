package dev.akin.words.training;

import dev.akin.encoder.Sha256;
import dev.akin.format.tensor.Npy;
import dev.akin.format.words.WordList;
import dev.akin.vector.FormatException;
import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

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
 * {@code input.npy} of the same shape.
 */
public final class ParagraphModel implements AutoCloseable {
  private static final String SETTINGS = "paragraph.properties";
  private static final String WORDS = "words.tsv";
  private static final String OUTPUT = "output.npy";
  private static final String INPUT = "input.npy";
  private static final String FORMAT = "akin-paragraph-vectors-1";

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
    int words = tables.input().rows() - ROWS;
    this.layout = new Layout(words, 0, ROWS, 0, vocabulary.size(), 1);
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
    TrainingOptions options = readOptions(folder.resolve(SETTINGS));
    Vocabulary vocabulary = readVocabulary(folder.resolve(WORDS));
    int words = vocabulary.size();
    Matrix output = read(folder.resolve(OUTPUT), new Shape(words, options.dimension()), 0);
    try {
      Matrix input =
          hasWordInputs(options)
              ? read(folder.resolve(INPUT), new Shape(words, options.dimension()), ROWS)
              : Matrix.allocate(ROWS, output.dimension());
      var freeze = new Tile.Freeze(input.rows() - ROWS, true);
      return new ParagraphModel(
          options, vocabulary, new Tile.Tables(input, output, options.dimension(), freeze));
    } catch (IOException | RuntimeException | Error e) {
      output.close();
      throw e;
    }
  }

  /** Whether words are inputs beside their document. */
  static boolean hasWordInputs(TrainingOptions options) {
    return options.method() == Method.PV_DM || options.method() == Method.PV_DM_SUM;
  }

  private record Shape(int rows, int dimension) {}

  /** A copy of a file's rows, filled up with zeros to whole cache lines, and empty rows behind. */
  private static Matrix read(Path file, Shape shape, int more) throws IOException {
    try (Matrix mapped = Npy.map(file)) {
      if (mapped.rows() != shape.rows || mapped.dimension() != shape.dimension) {
        throw new FormatException(
            file.toString(),
            "[%d × %d], and %d words of %d cells are due"
                .formatted(mapped.rows(), mapped.dimension(), shape.rows, shape.dimension));
      }
      int stride = RowBlock.stride(shape.dimension);
      Matrix table = Matrix.allocate(shape.rows + more, stride);
      for (int row = 0; row < shape.rows; row++) {
        table.setRow(row, Arrays.copyOf(mapped.copyRow(row), stride));
      }
      return table;
    }
  }

  private static TrainingOptions readOptions(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FormatException(
          file.toString(),
          "no such file, and a folder of paragraph vectors has it; 'akin train documents' with"
              + " --model-into makes one");
    }
    var settings = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      settings.load(in);
    } catch (IllegalArgumentException e) {
      throw new FormatException(file.toString(), "no list of settings: " + e.getMessage());
    }
    if (!FORMAT.equals(settings.getProperty("format"))) {
      throw new FormatException(
          file.toString(),
          "format '%s', and %s is read".formatted(settings.getProperty("format", ""), FORMAT));
    }
    try {
      Method method = Method.valueOf(settings.getProperty("method", ""));
      if (!method.learnsDocuments()) {
        throw new IllegalArgumentException(method.label() + " learns no documents");
      }
      return TrainingOptions.builder(method)
          .dimension(Integer.parseInt(settings.getProperty("dimension", "")))
          .window(Integer.parseInt(settings.getProperty("window", "")))
          .negatives(Integer.parseInt(settings.getProperty("negatives", "")))
          .epochs(Integer.parseInt(settings.getProperty("epochs", "")))
          .rate(Double.parseDouble(settings.getProperty("rate", "")))
          .sampling(Double.parseDouble(settings.getProperty("sampling", "")))
          .seed(Long.parseLong(settings.getProperty("seed", "")))
          .build();
    } catch (IllegalArgumentException e) {
      throw new FormatException(file.toString(), "a setting is wrong: " + e.getMessage());
    }
  }

  private static Vocabulary readVocabulary(Path file) throws IOException {
    List<String> words = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    try (var lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.lastIndexOf('\t');
        String count = line.substring(tab + 1);
        if (tab < 1 || !count.matches("[1-9][0-9]{0,17}")) {
          throw new FormatException(
              "%s:%d".formatted(file, words.size() + 1), "no word, tab and count");
        }
        words.add(line.substring(0, tab));
        counts.add(Long.valueOf(count));
      }
    } catch (CharacterCodingException _) {
      throw new FormatException(
          "%s:%d".formatted(file, words.size() + 1), "a word that is not UTF-8");
    }
    if (words.size() < 2) {
      throw new FormatException(
          file.toString(), "%d words; 2 or more are due".formatted(words.size()));
    }
    long[] array = counts.stream().mapToLong(Long::longValue).toArray();
    long tokens = Arrays.stream(array).sum();
    try {
      return new Vocabulary(
          WordList.of(words), array, new Vocabulary.Text(tokens, words.size(), 0, false));
    } catch (IllegalArgumentException e) {
      throw new FormatException(file.toString(), "" + e.getMessage());
    }
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
    var settings = new StringBuilder("format=" + FORMAT + "\n");
    settings.append("method=").append(options.method().name()).append('\n');
    settings.append("dimension=").append(options.dimension()).append('\n');
    settings.append("window=").append(options.window()).append('\n');
    settings.append("negatives=").append(options.negatives()).append('\n');
    settings.append("epochs=").append(options.epochs()).append('\n');
    settings.append("rate=").append(options.rate()).append('\n');
    settings.append("sampling=").append(options.sampling()).append('\n');
    settings.append("seed=").append(options.seed()).append('\n');
    Vocabulary vocabulary = learned.vocabulary();
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(WORDS))) {
      for (int word = 0; word < vocabulary.size(); word++) {
        out.write(vocabulary.words().word(word) + '\t' + vocabulary.count(word) + '\n');
      }
    }
    write(learned.output(), vocabulary.size(), options.dimension(), folder.resolve(OUTPUT));
    if (hasWordInputs(options)) {
      write(learned.input(), vocabulary.size(), options.dimension(), folder.resolve(INPUT));
    }
    Files.writeString(folder.resolve(SETTINGS), settings, StandardCharsets.UTF_8);
  }

  private static void write(Matrix table, int rows, int dimension, Path file) throws IOException {
    try (Matrix copy = Matrix.allocate(rows, dimension)) {
      for (int row = 0; row < rows; row++) {
        copy.setRow(row, Arrays.copyOf(table.copyRow(row), dimension));
      }
      Npy.write(file, copy);
    }
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
    if (words.length == 0) {
      return new float[options.dimension()];
    }
    permits.acquireUninterruptibly();
    try {
      Integer row = freeRows.remove();
      try {
        learn(words, row);
        return TrainedTables.document(tables.input(), layout.document(row), options);
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
    addTo(digest, tables.output(), vocabulary.size());
    addTo(digest, tables.input(), layout.words());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void addTo(MessageDigest digest, Matrix table, int rows) {
    for (int row = 0; row < rows; row++) {
      digest.update(table.row(row).asByteBuffer());
    }
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
