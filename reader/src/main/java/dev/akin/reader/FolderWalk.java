package dev.akin.reader;

import dev.akin.reader.ReadLog.LeftOut;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The files below a folder, sorted by name at every level, without hidden and ignored ones; holds
 * one listing a level. Links are followed, except one to a folder that holds it.
 */
final class FolderWalk {
  private static final List<String> RULE_FILES = List.of(".gitignore", ".akinignore");
  private static final int MAX_RULE_BYTES = 1 << 20;

  private final ReadLog log;
  private final Deque<Level> levels = new ArrayDeque<>();
  private Optional<Level> unread;

  /** A folder on the way down: its names below the root, its rules, what of it is to come. */
  private record Level(
      Path folder,
      Path real,
      List<String> names,
      List<IgnoreRules> rules,
      Iterator<Path> entries) {}

  FolderWalk(Path root, ReadLog log) throws IOException {
    this.log = log;
    this.unread =
        Optional.of(
            new Level(root, root.toRealPath(), List.of(), List.of(), List.<Path>of().iterator()));
  }

  /**
   * Sizes of all files below a folder that a walk gives, in bytes; what cannot be listed counts
   * nothing, since the walk that reads says so. Costs a look at every name and size.
   */
  static long countBytes(Path root) {
    long bytes = 0;
    FolderWalk walk;
    try {
      walk = new FolderWalk(root, new ReadLog());
    } catch (IOException e) {
      return 0;
    }
    for (boolean isOver = false; !isOver; ) {
      try {
        Optional<SourceFile> file = walk.next();
        bytes += file.map(found -> Pass.bytes(found.path())).orElse(0L);
        isOver = file.isEmpty();
      } catch (IOException | FormatException e) {
        // The next call goes on behind it.
      }
    }
    return bytes;
  }

  /**
   * The next file; empty at the end.
   *
   * @throws IOException if a folder cannot be listed, named in the message; the next call goes on
   *     behind it
   */
  Optional<SourceFile> next() throws IOException {
    enterUnread();
    while (!levels.isEmpty()) {
      Level level = levels.getLast();
      if (!level.entries().hasNext()) {
        levels.removeLast();
        continue;
      }
      Optional<SourceFile> file = visit(level, level.entries().next());
      if (file.isPresent()) {
        return file;
      }
      enterUnread();
    }
    return Optional.empty();
  }

  private void enterUnread() throws IOException {
    if (unread.isPresent()) {
      Level level = unread.get();
      unread = Optional.empty();
      levels.addLast(
          new Level(
              level.folder(),
              level.real(),
              level.names(),
              rules(level.folder()),
              list(level.folder()).iterator()));
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (var listing = Files.newDirectoryStream(folder)) {
      listing.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
    return entries;
  }

  private static List<IgnoreRules> rules(Path folder) throws IOException {
    List<IgnoreRules> rules = new ArrayList<>();
    for (String name : RULE_FILES) {
      Path path = folder.resolve(name);
      if (Files.isRegularFile(path)) {
        var file = new SourceFile(path, path.toString(), name);
        try (InputStream in = Files.newInputStream(path)) {
          byte[] bytes = StrictText.readWhole(in, file, MAX_RULE_BYTES);
          rules.add(IgnoreRules.parse(StrictText.decode(bytes, StandardCharsets.UTF_8, file)));
        }
      }
    }
    return rules;
  }

  private Optional<SourceFile> visit(Level level, Path entry) throws IOException {
    String name = entry.getFileName().toString();
    if (name.startsWith(".")) {
      log.leftOut(LeftOut.HIDDEN);
      return Optional.empty();
    }
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(entry, BasicFileAttributes.class);
    } catch (FileSystemException e) {
      if (Files.isSymbolicLink(entry)) {
        log.leftOut(LeftOut.BROKEN_LINK);
        return Optional.empty();
      }
      throw e;
    }
    List<String> names = new ArrayList<>(level.names());
    names.add(name);
    if (isIgnored(names, attributes.isDirectory())) {
      log.leftOut(LeftOut.IGNORED);
    } else if (attributes.isDirectory()) {
      enterFolder(level, entry, List.copyOf(names));
    } else if (attributes.isRegularFile()) {
      return Optional.of(new SourceFile(entry, entry.toString(), String.join("/", names)));
    } else {
      log.leftOut(LeftOut.NOT_A_FILE);
    }
    return Optional.empty();
  }

  /** The rules nearest to the file decide; of one folder's files the second, Akin's own. */
  private boolean isIgnored(List<String> names, boolean isFolder) {
    var nearestFirst = levels.descendingIterator();
    while (nearestFirst.hasNext()) {
      Level level = nearestFirst.next();
      List<String> below = names.subList(level.names().size(), names.size());
      for (IgnoreRules rules : level.rules().reversed()) {
        Optional<Boolean> verdict = rules.ignores(below, isFolder);
        if (verdict.isPresent()) {
          return verdict.get();
        }
      }
    }
    return false;
  }

  private void enterFolder(Level level, Path folder, List<String> names) throws IOException {
    boolean isLink = Files.isSymbolicLink(folder);
    Path real = isLink ? folder.toRealPath() : level.real().resolve(folder.getFileName());
    if (isLink && levels.stream().anyMatch(above -> above.real().equals(real))) {
      log.leftOut(LeftOut.LINK_LOOP);
    } else {
      unread = Optional.of(new Level(folder, real, names, List.of(), List.<Path>of().iterator()));
    }
  }
}
