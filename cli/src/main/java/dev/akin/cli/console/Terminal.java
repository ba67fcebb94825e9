package dev.akin.cli.console;

import java.util.List;
import java.util.Map;

/**
 * What is known of the terminal. The JVM cannot ask the system which streams are terminals without
 * starting slower, so the launcher says it.
 *
 * @param isStdout whether standard output is one
 * @param isStderr whether standard error is one
 * @param columns its width, for wrapping
 * @param hasColours whether results may be coloured
 */
public record Terminal(boolean isStdout, boolean isStderr, int columns, boolean hasColours) {
  /** The width where nothing is known, and of everything that is not a terminal. */
  public static final int DEFAULT_COLUMNS = 80;

  private static final int LEAST_COLUMNS = 40;
  private static final int MOST_COLUMNS = 160;

  /** No terminal: a pipe, a file, a test. */
  public static final Terminal NONE = new Terminal(false, false, DEFAULT_COLUMNS, false);

  /**
   * Reads what the launcher and the environment say.
   *
   * @param streams {@code stdout}, {@code stderr}, both separated by a comma, or nothing
   * @param columns the launcher's width, may be empty
   * @param env NO_COLOR (no-color.org), TERM and COLUMNS are read
   */
  public static Terminal of(String streams, String columns, Map<String, String> env) {
    List<String> named = List.of(streams.split(",", -1));
    boolean isStdout = named.contains("stdout");
    boolean plain =
        !env.getOrDefault("NO_COLOR", "").isEmpty() || env.getOrDefault("TERM", "").equals("dumb");
    String width = columns.isEmpty() ? env.getOrDefault("COLUMNS", "") : columns;
    return new Terminal(
        isStdout, named.contains("stderr"), parseColumns(width), isStdout && !plain);
  }

  private static int parseColumns(String text) {
    if (!text.matches("[0-9]{1,5}")) {
      return DEFAULT_COLUMNS;
    }
    int columns = Integer.parseInt(text);
    // A terminal that does not know its size says 0.
    return columns == 0 ? DEFAULT_COLUMNS : Math.clamp(columns, LEAST_COLUMNS, MOST_COLUMNS);
  }
}
