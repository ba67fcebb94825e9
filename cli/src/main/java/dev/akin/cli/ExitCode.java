package dev.akin.cli;

/** What a command tells the shell. */
final class ExitCode {
  static final int OK = 0;

  /** The job failed. */
  static final int FAILED = 1;

  /** The command was called wrongly. */
  static final int BAD_USE = 2;

  private ExitCode() {}
}
