package dev.akin.cli.console;

import java.io.PrintStream;

/**
 * The last line of standard error: progress is drawn on it, and notes take its place. Safe for many
 * threads.
 */
final class StatusLine {
  private static final String WIPE = "\r\u001b[K";

  private final PrintStream err;
  private boolean isDrawn;

  StatusLine(PrintStream err) {
    this.err = err;
  }

  /** Draws a text over what was there. */
  synchronized void draw(String text) {
    isDrawn = true;
    err.print("\r" + text + "\u001b[K");
    err.flush();
  }

  /** Leaves an empty line, if something was drawn. */
  synchronized void wipe() {
    if (isDrawn) {
      isDrawn = false;
      err.print(WIPE);
      err.flush();
    }
  }

  /** Prints a line that stays, where something was drawn in its place. */
  synchronized void note(String text) {
    wipe();
    err.print(text + "\n");
    err.flush();
  }
}
