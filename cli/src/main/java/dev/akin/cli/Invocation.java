package dev.akin.cli;

import dev.akin.cli.console.Console;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * One call of the command, with everything it may know of the world.
 *
 * @param args what the user typed after {@code akin}
 * @param env the environment
 * @param in standard input
 * @param console where results and notes go
 * @param interruption set when the user wants it to stop (Ctrl-C)
 */
record Invocation(
    List<String> args,
    Map<String, String> env,
    InputStream in,
    Console console,
    Interruption interruption) {}
