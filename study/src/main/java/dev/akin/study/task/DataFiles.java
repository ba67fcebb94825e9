package dev.akin.study.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Files that may be packed. */
final class DataFiles {
  private static final List<String> ENDINGS = List.of("", ".gz", ".zst");

  private DataFiles() {}

  /** The file of that name, or with an ending of a packed one. */
  static Path require(Path folder, String name) throws IOException {
    for (String ending : ENDINGS) {
      Path file = folder.resolve(name + ending);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new NoSuchFileException(folder.resolve(name).toString());
  }
}
