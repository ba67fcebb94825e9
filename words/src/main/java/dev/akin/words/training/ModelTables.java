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
import java.util.List;
import java.util.Properties;

/**
 * A folder that something learned is kept in, to go on from: settings, {@code words.tsv} (a line a
 * word: word, tab, count), and tables [rows × dimension] as NumPy arrays.
 *
 * @param folder which one
 * @param settings name of the file of settings
 * @param format what the settings call it
 * @param maker what has the file and how such a folder is made, for messages
 */
record ModelTables(Path folder, String settings, String format, String maker) {
  static final String WORDS = "words.tsv";
  private static final String IDENTITY = "identity=";

  /** Writes the settings, with which the folder is whole: so they are written last. */
  void writeOptions(TrainingOptions options) throws IOException {
    Files.writeString(folder.resolve(settings), settings(options), StandardCharsets.UTF_8);
  }

  /**
   * The same with the digests of other files of the folder, and of the settings themselves behind
   * them: the identity of all.
   */
  void writeOptions(TrainingOptions options, List<String> names) throws IOException {
    var text = new StringBuilder(settings(options));
    for (String name : names) {
      text.append(name).append('=').append(Sha256.hex(folder.resolve(name))).append('\n');
    }
    String signed = text.toString();
    Files.writeString(
        folder.resolve(settings),
        signed + IDENTITY + digest(signed) + '\n',
        StandardCharsets.UTF_8);
  }

  /**
   * Refuses files that are not those of which the settings have the digests.
   *
   * @throws FormatException naming the file that was damaged, or came from elsewhere
   */
  void checkDigests(List<String> names) throws IOException {
    Path file = folder.resolve(settings);
    String text = Files.readString(file);
    int end = text.lastIndexOf(IDENTITY);
    if (end < 0 || !text.substring(end).equals(IDENTITY + digest(text.substring(0, end)) + '\n')) {
      throw new FormatException(
          file.toString(), "not as it was written: its last line is no identity of those before");
    }
    for (String name : names) {
      Path other = folder.resolve(name);
      String line = "\n%s=%s\n".formatted(name, Sha256.hex(other));
      if (!text.substring(0, end).contains(line)) {
        throw new FormatException(
            other.toString(),
            "not the file that %s was written with: damaged, or of another model"
                .formatted(settings));
      }
    }
  }

  private static String digest(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  private String settings(TrainingOptions options) {
    var text = new StringBuilder("format=" + format + "\n");
    text.append("method=").append(options.method().name()).append('\n');
    text.append("dimension=").append(options.dimension()).append('\n');
    text.append("window=").append(options.window()).append('\n');
    text.append("negatives=").append(options.negatives()).append('\n');
    text.append("epochs=").append(options.epochs()).append('\n');
    text.append("rate=").append(options.rate()).append('\n');
    text.append("sampling=").append(options.sampling()).append('\n');
    text.append("seed=").append(options.seed()).append('\n');
    if (options.realDimension() > 0) {
      text.append("realDimension=").append(options.realDimension()).append('\n');
    }
    if (options.method().learnsSenses()) {
      text.append("senses=").append(options.senses()).append('\n');
    }
    return text.toString();
  }

  /** Reads the settings; what they do not hold is as usual. */
  TrainingOptions readOptions() throws IOException {
    Path file = folder.resolve(settings);
    if (!Files.isRegularFile(file)) {
      throw new FormatException(file.toString(), "no such file, and " + maker);
    }
    var read = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      read.load(in);
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new FormatException(file.toString(), "no list of settings: " + e.getMessage());
    }
    if (!format.equals(read.getProperty("format"))) {
      throw new FormatException(
          file.toString(),
          "format '%s', and %s is read".formatted(read.getProperty("format", ""), format));
    }
    try {
      Method method = Method.valueOf(read.getProperty("method", ""));
      return TrainingOptions.builder(method)
          .dimension(Integer.parseInt(read.getProperty("dimension", "")))
          .window(Integer.parseInt(read.getProperty("window", "")))
          .negatives(Integer.parseInt(read.getProperty("negatives", "")))
          .epochs(Integer.parseInt(read.getProperty("epochs", "")))
          .rate(Double.parseDouble(read.getProperty("rate", "")))
          .sampling(Double.parseDouble(read.getProperty("sampling", "")))
          .seed(Long.parseLong(read.getProperty("seed", "")))
          .realDimension(Integer.parseInt(read.getProperty("realDimension", "0")))
          .senses(Integer.parseInt(read.getProperty("senses", "" + method.usualSenses())))
          .build();
    } catch (IllegalArgumentException e) {
      throw wrong("" + e.getMessage());
    }
  }

  /** The complaint about a setting. */
  FormatException wrong(String why) {
    return new FormatException(folder.resolve(settings).toString(), "a setting is wrong: " + why);
  }

  void writeVocabulary(Vocabulary vocabulary) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(WORDS))) {
      for (int word = 0; word < vocabulary.size(); word++) {
        out.write(vocabulary.words().word(word) + '\t' + vocabulary.count(word) + '\n');
      }
    }
  }

  Vocabulary readVocabulary() throws IOException {
    Path file = folder.resolve(WORDS);
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

  /** Writes the first rows of a table without what fills them up. */
  void writeTable(String name, Matrix table, int rows, int dimension) throws IOException {
    try (Matrix copy = Matrix.allocate(rows, dimension)) {
      for (int row = 0; row < rows; row++) {
        copy.setRow(row, Arrays.copyOf(table.copyRow(row), dimension));
      }
      Npy.write(folder.resolve(name), copy);
    }
  }

  /**
   * A copy of a table, its rows filled up with zeros to whole cache lines.
   *
   * @param more empty rows behind
   * @throws FormatException if it is no such table, or a cell is infinite or not a number
   */
  Matrix readTable(String name, int rows, int dimension, int more) throws IOException {
    Path file = folder.resolve(name);
    try (Matrix mapped = Npy.map(file)) {
      if (mapped.rows() != rows || mapped.dimension() != dimension) {
        throw new FormatException(
            file.toString(),
            "[%d × %d], and %d words of %d cells are due"
                .formatted(mapped.rows(), mapped.dimension(), rows, dimension));
      }
      int stride = RowBlock.stride(dimension);
      Matrix table = Matrix.allocate(rows + more, stride);
      try {
        for (int row = 0; row < rows; row++) {
          float[] cells = mapped.copyRow(row);
          requireFinite(cells, file, row);
          table.setRow(row, Arrays.copyOf(cells, stride));
        }
        return table;
      } catch (RuntimeException | Error e) {
        table.close();
        throw e;
      }
    }
  }

  private static void requireFinite(float[] cells, Path file, int row) {
    for (int c = 0; c < cells.length; c++) {
      if (!Float.isFinite(cells[c])) {
        throw new FormatException(
            "%s, row %d, cell %d".formatted(file, row, c), "%s is no number".formatted(cells[c]));
      }
    }
  }

  /** Adds rows to a digest. */
  static void addTo(MessageDigest digest, Matrix table, int rows) {
    for (int row = 0; row < rows; row++) {
      digest.update(table.row(row).asByteBuffer());
    }
  }
}
