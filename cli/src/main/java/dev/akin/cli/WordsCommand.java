package dev.akin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code akin words}: files of word vectors, asked, judged and converted. */
@Command(
    name = "words",
    description = {
      "Asks, judges, converts and changes files of word vectors: word2vec text and binary, GloVe,"
          + " fastText .vec, .bin and .ftz, also packed with gzip; told by their content."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  akin words nearest glove.6B.100d.txt frog",
      "  akin words analogy vectors.bin man king woman",
      "  akin search notes/ \"how do birds steer\" --model words:vectors.bin"
    })
final class WordsCommand implements Runnable {
  @Mixin private CommonOptions common = new CommonOptions();

  private WordsCommand() {}

  /** The command with its own commands. */
  static CommandLine tree(Invocation invocation) {
    return new CommandLine(new WordsCommand())
        .addSubcommand("nearest", new WordsNearestCommand(invocation))
        .addSubcommand("analogy", new WordsAnalogyCommand(invocation))
        .addSubcommand("similarity", new WordsSimilarityCommand(invocation))
        .addSubcommand("outlier", new WordsOutlierCommand(invocation))
        .addSubcommand("vector", new WordsVectorCommand(invocation))
        .addSubcommand("senses", new WordsSensesCommand(invocation))
        .addSubcommand("evaluate", new WordsEvaluateCommand(invocation))
        .addSubcommand("convert", new WordsConvertCommand(invocation))
        .addSubcommand("align", new WordsAlignCommand(invocation))
        .addSubcommand("change", new WordsChangeCommand(invocation))
        .addSubcommand("retrofit", new WordsRetrofitCommand(invocation))
        .addSubcommand("debias", new WordsDebiasCommand(invocation))
        .addSubcommand("info", new WordsInfoCommand(invocation));
  }

  @Override
  public void run() {
    throw CommandException.badUse(
        "say what: akin words nearest, analogy, similarity, outlier, vector, senses, evaluate,"
            + " convert, align, change, retrofit, debias or info"
            + (common.json ? "; --json stands behind it" : ""));
  }
}
