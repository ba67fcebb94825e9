package dev.akin.cli;

import dev.akin.format.words.WordFormat;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The file of vectors that something learned is written to. */
final class VectorFileChoices {
  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
  private Path out = Path.of("");

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description =
          "word2vec, word2vec-binary, word2vec-packed, glove or fasttext. Default: by the name.")
  private Optional<String> as = Optional.empty();

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  Path out() {
    return out;
  }

  /** Whether what is there may be replaced. */
  boolean replaces() {
    return force;
  }

  /** Refuses a file that cannot be written or may not be replaced, before any work. */
  void check() {
    check("--out", out);
  }

  /** Refuses another file likewise. */
  void check(String option, Path file) {
    OutFile.check(option, file, force);
  }

  /** Refuses a folder that is there and may not be replaced. */
  void checkFree(Path folder) {
    OutFile.checkFree(folder, force);
  }

  /**
   * The format that is asked for or that the name says.
   *
   * @param ofBin what a name in .bin says
   */
  WordFormat format(WordFormat ofBin) {
    return as.isPresent() ? WordsConvertCommand.format(as.get()) : format("--out", out, ofBin);
  }

  /**
   * The format that a file's name says.
   *
   * @param option that names the file
   */
  static WordFormat format(String option, Path file, WordFormat ofBin) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".vec") || name.endsWith(".txt")) {
      return WordFormat.WORD2VEC_TEXT;
    }
    if (name.endsWith(".bin")) {
      return ofBin;
    }
    throw CommandException.badUse(
        "%s %s: the name does not say which format; end it with .vec, .txt or .bin%s"
            .formatted(
                option, file, option.equals("--out") ? ", or name the format with --as" : ""));
  }

  /** Writes the file at once, whole or not at all. */
  void write(Interruption interruption, WholeFile.Writing writing) throws IOException {
    write(out, interruption, writing);
  }

  /** Writes another file likewise. */
  static void write(Path file, Interruption interruption, WholeFile.Writing writing)
      throws IOException {
    try {
      WholeFile.write(file, interruption, writing);
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(Failures.message(e));
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      // A full disk says no more than that it is full.
      throw new IOException(file + ": " + Failures.message(e), e);
    }
  }
}
