package dev.akin.cli;

import dev.akin.cli.console.Console;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one line for the person and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  /** Options of libraries that are options of the command too, where they stand without dashes. */
  private static final Pattern OPTION_NAME =
      Pattern.compile("(?<![-\\w])(id-column|title-column|text-column|max-document-bytes)\\b");

  private final Invocation invocation;

  Failures(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    if (e.getCause() instanceof CommandException wrapped) {
      return report(wrapped, wrapped.exitCode());
    }
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    return say("%s; see '%s --help'".formatted(describe(e), command), e, ExitCode.BAD_USE);
  }

  private static String describe(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return describeUnmatched(unmatched.getUnmatched().getFirst(), e.getCommandLine());
    }
    return Messages.lowerFirst(message(e))
        .replace("is not an int", "is not a whole number")
        .replace("is not a double", "is not a number");
  }

  private static String describeUnmatched(String typed, CommandLine line) {
    String shown = Messages.oneLine(typed);
    if (typed.startsWith("-")) {
      List<String> known = new ArrayList<>();
      for (OptionSpec option : line.getCommandSpec().options()) {
        known.addAll(List.of(option.names()));
      }
      return "there is no option '%s'%s".formatted(shown, Messages.didYouMean(typed, known));
    }
    if (line.getSubcommands().isEmpty()) {
      return "'%s' is one word too many; put what belongs together in quotes".formatted(shown);
    }
    return "there is no command '%s'%s"
        .formatted(shown, Messages.didYouMean(typed, line.getSubcommands().keySet()));
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    return report(e, e instanceof CommandException c ? c.exitCode() : ExitCode.FAILED);
  }

  private int report(Throwable e, int exitCode) {
    return switch (e) {
      case CommandException c -> say(message(c), c, exitCode);
      case UncheckedIOException unchecked ->
          report(Objects.requireNonNull(unchecked.getCause()), exitCode);
      case IOException io -> say(describe(io), io, exitCode);
      case dev.akin.text.FormatException f -> say(message(f), f, exitCode);
      case dev.akin.vector.FormatException f -> say(message(f), f, exitCode);
      case IllegalArgumentException i -> say(message(i), i, exitCode);
      default ->
          say(
              "this is a defect of akin, please report it with the output of the same command with"
                  + " --debug: "
                  + e,
              e,
              exitCode);
    };
  }

  /** The memory of the JVM did not suffice. */
  int outOfMemory(OutOfMemoryError e) {
    return say(
        "out of memory (%s): the JVM may take %s; give it more, as in AKIN_JAVA_OPTIONS=-Xmx8g, or ask for less"
            .formatted(message(e), Messages.bytes(Runtime.getRuntime().maxMemory())),
        e,
        ExitCode.FAILED);
  }

  static String message(Throwable e) {
    String text = Messages.oneLine(Objects.requireNonNullElse(e.getMessage(), e.toString()));
    return OPTION_NAME
        .matcher(text)
        .replaceAll("--$0")
        .replaceAll("start over without (the state|it)$", "start over with --restart");
  }

  /** The JDK's exceptions of files carry the path alone as their message. */
  private static String describe(IOException e) {
    return switch (e) {
      case NoSuchFileException f -> f.getFile() + ": no such file or folder";
      case AccessDeniedException f -> f.getFile() + ": permission denied";
      case FileAlreadyExistsException f -> f.getFile() + ": exists already";
      case NotDirectoryException f -> f.getFile() + ": not a folder";
      case DirectoryNotEmptyException f -> f.getFile() + ": the folder is not empty";
      case FileNotFoundException f -> message(f);
      case FileSystemException f ->
          "%s: %s"
              .formatted(f.getFile(), Objects.requireNonNullElse(f.getReason(), "cannot be used"));
      default -> message(e);
    };
  }

  private int say(String message, Throwable e, int exitCode) {
    Console console = invocation.console();
    console.out().flush();
    console.note("akin: " + message);
    if (invocation.args().contains("--debug")) {
      var trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      console.note(trace.toString().stripTrailing());
    }
    return exitCode;
  }
}
