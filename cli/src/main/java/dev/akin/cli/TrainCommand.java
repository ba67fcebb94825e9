package dev.akin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code akin train}: learning from the user's own texts. */
@Command(
    name = "train",
    description = {
      "Learns from your own texts: vectors of words, documents and the nodes of graphs."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {"", "Example:", "  akin train words wiki.txt --out wiki.vec"})
final class TrainCommand implements Runnable {
  @Mixin private CommonOptions common = new CommonOptions();

  private TrainCommand() {}

  /** The command with its own commands. */
  static CommandLine tree(Invocation invocation) {
    return new CommandLine(new TrainCommand())
        .addSubcommand("words", new TrainWordsCommand(invocation))
        .addSubcommand("counts", new TrainCountsCommand(invocation))
        .addSubcommand("documents", new TrainDocumentsCommand(invocation))
        .addSubcommand("graph", new TrainGraphCommand(invocation));
  }

  @Override
  public void run() {
    throw CommandException.badUse(
        "say what: akin train words, counts, documents or graph"
            + (common.json ? "; --json stands behind it" : ""));
  }
}
