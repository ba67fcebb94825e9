package dev.akin.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** A program of others that a test compares with; the test is skipped where it is not installed. */
public final class OtherProgram {
  private final String name;

  private OtherProgram(String name) {
    this.name = name;
  }

  /** A program on the search path; skips the running test when there is none of that name. */
  public static OtherProgram require(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    boolean isThere =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(path)
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    Assumptions.assumeTrue(isThere, () -> "skipped: the program " + name + " is not installed");
    return new OtherProgram(name);
  }

  /**
   * The lines that it prints.
   *
   * @param folder where what goes in and comes out is kept
   * @param input the lines it is given
   * @throws IllegalStateException if it fails, with what it complained about
   */
  public List<String> run(Path folder, List<String> input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(List.of(arguments));
    Path out = folder.resolve(name + ".out");
    Path err = folder.resolve(name + ".err");
    int code =
        new ProcessBuilder(command)
            .redirectInput(Files.write(folder.resolve(name + ".in"), input).toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException(
          "%s ended with %d: %s".formatted(command, code, Files.readString(err)));
    }
    return Files.readAllLines(out);
  }
}
