package dev.akin.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What must be true of a file before hours are spent on what goes into it. */
final class OutFile {
  private OutFile() {}

  /**
   * Refuses a file that cannot be written, or may not be replaced.
   *
   * @param option that names the file
   * @param replaces whether a file that is there may be replaced
   */
  static void check(String option, Path file, boolean replaces) {
    if (Files.isDirectory(file)) {
      throw CommandException.badUse("%s %s is a folder; name a file in it".formatted(option, file));
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw CommandException.badUse(
          "%s %s is a device or a pipe, and results get their name when they are whole; name a file"
              .formatted(option, file));
    }
    checkFree(file, replaces);
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw CommandException.badUse(
          "%s %s: there is no folder %s; make it first".formatted(option, file, file.getParent()));
    }
    if (folder != null && !Files.isWritable(folder)) {
      throw CommandException.badUse(
          "%s %s: files cannot be made in the folder %s".formatted(option, file, folder));
    }
  }

  /** Refuses a file or folder that is there and may not be replaced. */
  static void checkFree(Path target, boolean replaces) {
    if (Files.exists(target) && !replaces) {
      throw CommandException.badUse(target + " exists; --force replaces it");
    }
  }

  /** Refuses that of two files written by one command one would replace the other. */
  static void checkDifferent(List<Path> files) {
    List<Path> places = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    for (int i = 0; i < files.size(); i++) {
      if (places.subList(0, i).contains(places.get(i))) {
        throw CommandException.badUse(
            "%s is named for two things that are written; give each a name of its own"
                .formatted(files.get(i)));
      }
    }
  }
}
