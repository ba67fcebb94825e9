package dev.akin.reader;

import dev.akin.text.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens what a user names as a corpus: a folder, or a file of text, Markdown, HTML, PDF, JSON
 * Lines, CSV or TSV, any of them packed with gzip or Zstandard; of a BEIR folder its corpus file.
 */
public final class Sources {
  private static final List<String> BEIR_FILES =
      List.of("corpus.jsonl", "corpus.jsonl.gz", "corpus.jsonl.zst");

  private Sources() {}

  /** The source with the {@linkplain ReadOptions#defaults() usual options}. */
  public static Corpus open(Path source) throws IOException {
    return open(source, ReadOptions.defaults(), new ReadLog());
  }

  /** The source without a look at what was left out. */
  public static Corpus open(Path source, ReadOptions options) throws IOException {
    return open(source, options, new ReadLog());
  }

  /**
   * The source as a corpus that reads it again on every pass; memory follows one document.
   *
   * <p>A file of records gives a document a record, with the record's own id; every other file is
   * one document, whose id is its path below the folder, with slashes, or its name when the file
   * itself is the source. What is bad shows while streaming: {@link dev.akin.text.FormatException}
   * for bad data, {@link java.io.UncheckedIOException} where the machine fails, and under {@link
   * OnError#SKIP} neither. A pass that delivers nothing at all ends with a FormatException under
   * both.
   *
   * @param log takes the counts of the latest pass
   * @throws IOException if there is no such file or folder
   */
  public static Corpus open(Path source, ReadOptions options, ReadLog log) throws IOException {
    if (!Files.exists(source)) {
      throw new NoSuchFileException(source.toString(), null, "no such file or folder");
    }
    Path read = Files.isDirectory(source) ? findBeirCorpus(source).orElse(source) : source;
    if (!Files.isDirectory(read) && !Files.isRegularFile(read)) {
      throw new IOException(
          source
              + ": neither a file nor a folder; what comes through a pipe cannot be read again, so"
              + " write it to a file first");
    }
    return new SourceCorpus(name(source), read, options, log);
  }

  /** The corpus file of a folder in BEIR's layout. */
  private static Optional<Path> findBeirCorpus(Path folder) {
    return BEIR_FILES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  private static String name(Path source) {
    Path absolute = source.toAbsolutePath().normalize();
    Path last = absolute.getFileName();
    return last == null ? absolute.toString() : last.toString();
  }
}
