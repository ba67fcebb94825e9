package dev.akin.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code akin} alone: help and version. */
@Command(
    name = "akin",
    description = "Finds what is akin: by meaning and by words, in your own texts.",
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    synopsisSubcommandLabel = "COMMAND",
    descriptionHeading = "%n",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  akin search notes/ \"how do birds steer\"",
      "  akin index papers.jsonl --into papers.akin",
      "",
      "'akin COMMAND --help' shows a command's options and examples.",
      "Exit codes: 0 done, 1 the job failed, 2 bad use, 130 stopped by Ctrl-C."
    })
final class AkinCommand implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  @Override
  public void run() {
    throw CommandException.badUse(
        "a command is missing: one of %s; see 'akin --help'".formatted(CommandTree.names()));
  }
}
