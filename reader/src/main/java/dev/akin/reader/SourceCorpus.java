package dev.akin.reader;

import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A file or folder as a corpus; every pass opens it again. */
final class SourceCorpus implements Corpus {
  private final String name;
  private final Path path;
  private final ReadOptions options;
  private final ReadLog log;

  /**
   * A corpus.
   *
   * @param name what to call it
   * @param path the file, or the folder to walk
   */
  SourceCorpus(String name, Path path, ReadOptions options, ReadLog log) {
    this.name = Objects.requireNonNull(name, "name");
    this.path = path;
    this.options = options;
    this.log = log;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Stream<Document> documents() {
    try {
      var pass = new Pass(path, options, log);
      return StreamSupport.stream(pass, false).onClose(pass::close);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.empty();
  }

  @Override
  public boolean isWhole() {
    return log.skipped() == 0;
  }

  @Override
  public String toString() {
    return name;
  }
}
