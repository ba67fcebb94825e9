package dev.akin.study.claim;

import dev.akin.study.system.Systems;
import dev.akin.study.task.TaskCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a study may use.
 *
 * @param data the folder of public data
 * @param systems models, their rows kept between runs
 * @param work a folder for files that can be made again
 * @param seed all draws come from it
 * @param progress told, in a few words, what is being done
 */
public record StudyContext(
    Path data, Systems systems, Path work, long seed, Consumer<String> progress) {
  /** Public tasks by name. */
  public TaskCatalog tasks() {
    return new TaskCatalog(data);
  }

  /**
   * A file or folder of the data.
   *
   * @throws NoSuchFileException if it is not there
   */
  public Path require(String relative) throws IOException {
    Path path = data.resolve(relative);
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return path;
  }
}
