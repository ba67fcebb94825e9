package dev.akin.reader;

import dev.akin.text.FormatException;
import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param path where it is
 * @param name what it is called in origins and errors
 * @param id the id of the document it is, when it is one
 */
record SourceFile(Path path, String name, String id) {
  FormatException error(String problem) {
    return new FormatException(name, problem);
  }

  FormatException error(long line, String problem) {
    return new FormatException(name + ":" + line, problem);
  }
}
