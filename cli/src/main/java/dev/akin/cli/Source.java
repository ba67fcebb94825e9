package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.reader.ReadLog;
import dev.akin.reader.ReadOptions;
import dev.akin.reader.Sources;
import dev.akin.text.Corpus;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.TreeSet;

/**
 * What the user wants searched: a folder or a file, and how it is read.
 *
 * @param log what the latest pass skipped
 */
record Source(Path path, ReadOptions options, ReadLog log) {
  static Source of(Path path, ReadOptions options) {
    return new Source(path, options, new ReadLog());
  }

  Corpus corpus() throws IOException {
    return Sources.open(path, options, log);
  }

  /** What about the reading makes another index of the same path. */
  String key() {
    return options.toString();
  }

  /**
   * A digest of the names, sizes and times of the source's files, hidden ones left out: whether it
   * changed costs a look at the folder, not at the files.
   */
  String state() throws IOException {
    var lines = new TreeSet<String>();
    Files.walkFileTree(
        path,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isHidden = !folder.equals(path) && isHidden(folder);
            return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            lines.add(
                "%s\t%d\t%d"
                    .formatted(
                        path.relativize(file),
                        attributes.size(),
                        attributes.lastModifiedTime().toMillis()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            lines.add(path.relativize(file) + "\tunreadable");
            return FileVisitResult.CONTINUE;
          }
        });
    return SourceIndex.hash(String.join("\n", lines));
  }

  /** Ignore files start with a dot too, and change what is read. */
  private static boolean isHidden(Path folder) {
    return folder.getFileName() != null && folder.getFileName().toString().startsWith(".");
  }

  /**
   * The file a result names, as it can be opened from where the user is.
   *
   * @param typed what this source was called when it was read, perhaps from elsewhere
   */
  String place(Path typed, String file) {
    Path named = Path.of(file);
    if (!named.startsWith(typed)) {
      return file;
    }
    Path place = named.equals(typed) ? path : path.resolve(typed.relativize(named));
    return place.toString().replaceFirst("^(\\./)+", "");
  }

  /** Says what was skipped and left out, if anything was. */
  void noteSkipped(Console console) {
    if (log.skipped() == 0 && (!log.leftOut().isEmpty() || log.tablesAsText() > 0)) {
      console.faintNote("akin: " + log.summary());
    }
    if (log.skipped() > 0) {
      console.note("akin: " + log.summary());
      log.messages()
          .forEach(message -> console.note("akin: skipped: " + Messages.oneLine(message)));
      if (log.skipped() > log.messages().size()) {
        console.note("akin: … and %,d more".formatted(log.skipped() - log.messages().size()));
      }
    }
  }
}
