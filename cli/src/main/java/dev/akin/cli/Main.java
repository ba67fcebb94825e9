package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.logging.LogManager;
import picocli.CommandLine;

/** The command {@code akin}: arguments in, exit code out. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    // What is printed and written is one language's, whatever the user's: 1,204 and 0.5, in digits
    // that programs read.
    Locale.setDefault(Locale.ROOT);
    PrintStream err = standardError(System.getProperty("akin.stderr", ""));
    System.setErr(err);
    var results =
        new ResultStream(new FileOutputStream(FileDescriptor.out), ResultStream::brokenPipe);
    PrintStream out =
        new PrintStream(new BufferedOutputStream(results, 1 << 13), false, StandardCharsets.UTF_8);
    Terminal terminal =
        Terminal.of(
            System.getProperty("akin.terminal", ""),
            System.getProperty("akin.columns", ""),
            System.getenv());
    var interruption = new Interruption();
    var console = new Console(out, err, terminal);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.request(console::note), "interruption"));
    int code =
        run(new Invocation(List.of(args), System.getenv(), System.in, console, interruption));
    out.flush();
    Runtime.getRuntime().halt(exitCode(code, results, console));
  }

  /** A job whose results did not arrive is not done. */
  static int exitCode(int code, ResultStream results, Console console) {
    if (code != ExitCode.OK || results.loss().isEmpty()) {
      return code;
    }
    console.note(
        "akin: standard output: %s; the results are not whole".formatted(results.loss().get()));
    return ExitCode.FAILED;
  }

  /**
   * Opens what the launcher named as the true standard error, since the JVM's own warnings go to
   * the other one.
   */
  private static PrintStream standardError(String named) {
    FileOutputStream stream = new FileOutputStream(FileDescriptor.err);
    if (!named.isEmpty()) {
      try {
        stream = new FileOutputStream(named, true);
      } catch (IOException notThere) {
        // Called without the launcher's descriptor: what the JVM was given is the right one.
      }
    }
    return new PrintStream(new BufferedOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  /** Runs one command and returns its exit code; never throws, never ends the process. */
  static int run(Invocation invocation) {
    try {
      if (!invocation.args().contains("--debug")) {
        LogManager.getLogManager().reset();
      }
      CommandLine line = CommandTree.build(invocation);
      return line.execute(invocation.args().toArray(new String[0]));
    } catch (OutOfMemoryError e) {
      return new Failures(invocation).outOfMemory(e);
    } finally {
      invocation.console().out().flush();
      invocation.interruption().finish();
    }
  }
}
