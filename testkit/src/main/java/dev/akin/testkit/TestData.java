package dev.akin.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the real data sets that some tests need; such a test is skipped, by name, where they are
 * absent.
 */
public final class TestData {
  private TestData() {}

  /** The project's own folder. */
  public static Path projectRoot() {
    return Path.of(System.getProperty("akin.root", ".")).toAbsolutePath().normalize();
  }

  /** {@code AKIN_DATA}, else {@code ../shared/data} beside the project. */
  public static Path root() {
    String named = System.getenv("AKIN_DATA");
    return named == null ? projectRoot().resolveSibling("shared").resolve("data") : Path.of(named);
  }

  /** A file or folder below the data root; skips the running test when it is not there. */
  public static Path require(String relative) {
    Path path = root().resolve(relative);
    Assumptions.assumeTrue(
        Files.exists(path), () -> "skipped: no data set " + relative + " (set AKIN_DATA)");
    return path;
  }
}
