package dev.akin.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(names = "--json", description = "Print one JSON object a line.")
  boolean json;

  @Option(names = "--debug", description = "Show stack traces and the logs of libraries.")
  boolean debug;
}
