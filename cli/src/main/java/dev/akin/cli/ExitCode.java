package dev.akin.cli;

/** What a command tells the shell. */
final class ExitCode {
  static final int OK = 0;

  /** The job failed. */
  static final int FAILED = 1;

  /** The command was called wrongly. */
  static final int BAD_USE = 2;

  /** Stopped by Ctrl-C, as shells report it. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
