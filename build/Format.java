import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks or fixes the format of every Java source below a folder: {@code Format check|fix FOLDER}.
 * Exits 1 and lists the files when a check fails.
 */
public final class Format {
  private static final Set<String> SKIPPED = Set.of("target", ".git", "node_modules");

  public static void main(String[] arguments) throws Exception {
    boolean fix = arguments[0].equals("fix");
    Path root = Path.of(arguments[1]);
    // Files older than the last clean check need no other; 'mvn clean' forgets it.
    Path checked = root.resolve("target").resolve("format-checked");
    FileTime start = FileTime.from(Instant.now());
    FileTime since =
        Files.exists(checked) ? Files.getLastModifiedTime(checked) : FileTime.fromMillis(0);
    List<Path> wrong = new ArrayList<>();
    var formatter = new Formatter();
    for (Path file : sources(root)) {
      if (Files.getLastModifiedTime(file).compareTo(since) < 0) {
        continue;
      }
      String before = Files.readString(file);
      String after = formatter.formatSourceAndFixImports(before);
      if (!before.equals(after)) {
        wrong.add(file);
        if (fix) {
          Files.writeString(file, after);
        }
      }
    }
    if (!fix && !wrong.isEmpty()) {
      wrong.forEach(file -> System.err.println("not formatted: " + file));
      System.err.println("fix with: mvn -q -N validate -Dakin.format=fix");
      System.exit(1);
    }
    Files.createDirectories(checked.getParent());
    Files.writeString(checked, "");
    Files.setLastModifiedTime(checked, start);
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }
}
