package dev.akin.cli;

/** Ends a command with one line for the person and an exit code. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The command was called wrongly; nothing was done. */
  static CommandException badUse(String message) {
    return new CommandException(ExitCode.BAD_USE, message);
  }

  /** The command could not do its job. */
  static CommandException failed(String message) {
    return new CommandException(ExitCode.FAILED, message);
  }

  /** The user stopped the command. */
  static CommandException interrupted(String message) {
    return new CommandException(ExitCode.INTERRUPTED, message);
  }

  int exitCode() {
    return exitCode;
  }
}
