package dev.akin.cli;

import dev.akin.reader.IcuBoundaries;
import dev.akin.words.training.TextWords;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The text whose words are learned. */
final class WordSourceChoices {
  /** How words are told apart. */
  enum Splitting {
    BLANKS,
    UNICODE
  }

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "A text file, or what is read as documents.")
  private Path path = Path.of("");

  @Option(
      names = "--words",
      paramLabel = "blanks|unicode",
      description =
          "blanks: what stands between blanks, as it is, a line a sentence, as word2vec and"
              + " fastText do; unicode: words of documents by Unicode's rules, in lower case."
              + " Default: blanks for .txt and .txt.gz files, else unicode.")
  private Optional<Splitting> splitting = Optional.empty();

  @Mixin private SourceChoices reading = new SourceChoices();

  Path path() {
    return path;
  }

  /** Whether it is said how words are told apart. */
  boolean setsSplitting() {
    return splitting.isPresent();
  }

  /** Refuses a source that is not there, before any work. */
  void check() throws NoSuchFileException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
  }

  /** Refuses a pipe, which would be waited for without end when it is opened again. */
  void requireFile() {
    if (!Files.isRegularFile(path)) {
      throw CommandException.badUse(
          "%s is a pipe or a device, and a text may be read again; write it to a file first"
              .formatted(path));
    }
  }

  /** The words; opened again for every pass. */
  WordSource source() throws IOException {
    String name = path.toString().toLowerCase(Locale.ROOT);
    boolean isPlain =
        Files.isRegularFile(path) && (name.endsWith(".txt") || name.endsWith(".txt.gz"));
    Splitting chosen = splitting.orElse(isPlain ? Splitting.BLANKS : Splitting.UNICODE);
    return switch (chosen) {
      case BLANKS -> {
        if (Files.isDirectory(path)) {
          throw CommandException.badUse(
              "--words blanks reads one text file, and %s is a folder".formatted(path));
        }
        requireFile();
        yield new TextWords(path);
      }
      case UNICODE ->
          new DocumentWords(Source.of(path, reading.options()).corpus(), IcuBoundaries.root());
    };
  }
}
