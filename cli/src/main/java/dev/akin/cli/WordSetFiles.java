package dev.akin.cli;

import dev.akin.text.FormatException;
import dev.akin.words.evaluation.SetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sets of words a user named, by kind.
 *
 * @param similarities each file is a set
 * @param analogies sets by name: a file named alone, or all files of one folder
 * @param dictionaries each file is a set
 * @param others files of a folder that are none
 */
record WordSetFiles(
    List<Path> similarities,
    Map<String, List<Path>> analogies,
    List<Path> dictionaries,
    List<Path> others) {
  /** Looks through files and folders, those below them too. */
  static WordSetFiles find(List<Path> named) throws IOException {
    var found =
        new WordSetFiles(
            new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    for (Path path : named) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.walk(path)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            found.add(file, kindInFolder(file), folderOf(file));
          }
        }
      } else {
        found.add(path, SetKind.of(path), String.valueOf(path.getFileName()));
        if (found.others.contains(path)) {
          throw CommandException.failed(
              ("%s: no set of words: its first lines are neither 'word word score', nor four words"
                      + " of an analogy, nor word<TAB>word")
                  .formatted(path));
        }
      }
    }
    return found;
  }

  private static String folderOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null ? "/" : folder.getFileName().toString();
  }

  /** A folder may hold what is no text: that is left out, where a file that is named is refused. */
  private static Optional<SetKind> kindInFolder(Path file) throws IOException {
    try {
      return SetKind.of(file);
    } catch (FormatException notText) {
      return Optional.empty();
    }
  }

  private void add(Path file, Optional<SetKind> kind, String group) {
    if (kind.isEmpty()) {
      others.add(file);
      return;
    }
    switch (kind.get()) {
      case SIMILARITY -> similarities.add(file);
      case DICTIONARY -> dictionaries.add(file);
      case ANALOGY -> analogies.computeIfAbsent(group, _ -> new ArrayList<>()).add(file);
    }
  }

  boolean isEmpty() {
    return similarities.isEmpty() && analogies.isEmpty() && dictionaries.isEmpty();
  }
}
