package dev.akin.cli;

import dev.akin.format.words.WordFormat;
import dev.akin.words.training.EdgeGraph;
import dev.akin.words.training.GraphWalks;
import dev.akin.words.training.LookupTrainer;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainedTables;
import dev.akin.words.training.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin train graph}. */
@Command(
    name = "graph",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Learns a vector for each node of a graph from random walks (node2vec; with p and q of 1"
          + " DeepWalk), and writes them as word2vec's text or binary by the name of --out.",
      "A training that was stopped, even by kill -9, goes on where its state was last saved when"
          + " the same command is given again. The state is in the folder OUT.training."
    },
    footer = {
      "",
      "Examples:",
      "  akin train graph edges.tsv --out nodes.vec",
      "  akin train graph links.txt --out pages.vec --directed --p 4 --q 0.5"
    })
final class TrainGraphCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      index = "0",
      paramLabel = "EDGES",
      description =
          "A file with two nodes and, if it likes, a weight in a line, between blanks or tabs.")
  private Path path = Path.of("");

  @Mixin private TrainingOutput output = new TrainingOutput();

  @Option(names = "--directed", description = "An edge leads from the first node to the second.")
  private boolean isDirected;

  @Option(names = "--walks", paramLabel = "N", description = "Walks from a node. Default: 10.")
  private int walks = GraphWalks.Options.USUAL.walks();

  @Option(names = "--length", paramLabel = "N", description = "Nodes of a walk. Default: 80.")
  private int length = GraphWalks.Options.USUAL.length();

  @Option(
      names = "--p",
      paramLabel = "X",
      description = "The higher, the more seldom a walk goes straight back. Default: 1.")
  private double p = GraphWalks.Options.USUAL.p();

  @Option(
      names = "--q",
      paramLabel = "X",
      description = "Above 1 a walk stays near, below 1 it goes away. Default: 1.")
  private double q = GraphWalks.Options.USUAL.q();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "skipgram, cbow, structured-skipgram, positional-cbow or order-cbow. Default: skipgram.")
  private String method = "skipgram";

  @Mixin private TrainingChoices choices = new TrainingChoices();

  TrainGraphCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    Method chosen =
        TrainingChoices.method(
            method,
            List.of(),
            Method.SKIP_GRAM,
            Method.CBOW,
            Method.STRUCTURED_SKIP_GRAM,
            Method.POSITIONAL_CBOW,
            Method.ORDER_CBOW);
    TrainingOptions options =
        choices.settle(TrainingOptions.builder(chosen).sampling(0).leastCount(1));
    GraphWalks.Options walking = walking();
    WordFormat format = output.file().format(WordFormat.WORD2VEC_BINARY);
    output.check();
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (Files.isDirectory(path)) {
      throw CommandException.badUse(path + " is a folder; give a file of edges");
    }
    var source = new GraphWalks(EdgeGraph.read(path, isDirected), walking);
    new TrainingJob(invocation, output, new LookupTrainer(options), "node")
        .run(source, format, common.json, TrainedTables::write);
    return ExitCode.OK;
  }

  private GraphWalks.Options walking() {
    try {
      return new GraphWalks.Options(walks, length, p, q, choices.seed());
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e).replaceFirst("^([pq]):", "--$1:"));
    }
  }
}
