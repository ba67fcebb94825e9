package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.text.Json;
import dev.akin.vector.ExactScan;
import dev.akin.words.WordVectors;
import dev.akin.words.geometry.CounterFitting;
import dev.akin.words.geometry.KnowledgeGraph;
import dev.akin.words.geometry.Lexicon;
import dev.akin.words.geometry.Retrofitting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin words retrofit}. */
@Command(
    name = "retrofit",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Pulls words together that a lexicon or a knowledge graph connects, and keeps each near its"
          + " own vector.",
      "A line of a lexicon is a word and the words it belongs to. With --antonyms those are"
          + " pushed apart too (counter-fitting). A line of a graph is head<TAB>relation<TAB>tail;"
          + " its terms that are no words of the file get vectors and stand behind them."
    },
    footer = {
      "",
      "Examples:",
      "  akin words retrofit vectors.vec --lexicon synonyms.txt --both-ways --out fitted.vec",
      "  akin words retrofit vectors.vec --triples graph.tsv --both-ways --out fitted.vec"
    })
final class WordsRetrofitCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "FILE", description = "A file of word vectors.")
  private Path file = Path.of("");

  @Option(
      names = "--lexicon",
      paramLabel = "FILE",
      description = "Words and the words they belong to.")
  private Optional<Path> lexicon = Optional.empty();

  @Option(
      names = "--triples",
      paramLabel = "FILE",
      description =
          "Triples of a knowledge graph, head<TAB>relation<TAB>tail, in place of a lexicon. A term"
              + " of several words that the file does not have starts at their mean, any other at"
              + " the mean of its neighbours.")
  private Optional<Path> triples = Optional.empty();

  @Option(
      names = "--relation-weights",
      paramLabel = "FILE",
      description =
          "What triples weigh, relation<TAB>weight; 0 leaves a relation out. Default: 1 each.")
  private Optional<Path> relationWeights = Optional.empty();

  @Option(
      names = "--antonyms",
      paramLabel = "FILE",
      description = "Words and those that are to be far from them; links then go both ways.")
  private Optional<Path> antonyms = Optional.empty();

  @Option(
      names = "--both-ways",
      description = "A link of one word to another is one back too. Else tails pull heads only.")
  private boolean isSymmetric;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
  private Path out = Path.of("");

  @Option(names = "--rounds", paramLabel = "N", description = "Over all words. Default: 10, or 20.")
  private Optional<Integer> rounds = Optional.empty();

  @Option(
      names = "--alpha",
      paramLabel = "WEIGHT",
      description = "Of a word's own vector, against 1 for its neighbours' mean. Default: 1.")
  private Optional<Double> alpha = Optional.empty();

  @Option(
      names = "--keep-lengths",
      description = "Each vector is as long as it was; else all are about 1.")
  private boolean keepsLengths;

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  WordsRetrofitCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    WordRowsOut written = new WordRowsOut(out, force, invocation.interruption());
    written.check("--out");
    checkOptions();
    Fit fit = fit();
    Console console = invocation.console();
    try (WordVectors vectors = WordsFile.open(console, file);
        Retrofitting.Fitted fitted = fit.of(vectors)) {
      written.write(fitted.words(), fitted.rows());
      report(console, vectors, fitted);
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(
          lexicon.or(() -> triples).orElseThrow() + ": " + Failures.message(e));
    }
    return ExitCode.OK;
  }

  private void checkOptions() {
    if (lexicon.isPresent() == triples.isPresent()) {
      throw CommandException.badUse("give what connects words, either --lexicon or --triples");
    }
    if (antonyms.isPresent() && triples.isPresent()) {
      throw CommandException.badUse("--antonyms goes with a --lexicon; leave it or --triples out");
    }
    if (relationWeights.isPresent() && triples.isEmpty()) {
      throw CommandException.badUse("--relation-weights are those of --triples; leave them out");
    }
    if (antonyms.isPresent() && alpha.isPresent()) {
      throw CommandException.badUse("--alpha is about retrofitting; leave it or --antonyms out");
    }
    if (antonyms.isPresent() && keepsLengths) {
      throw CommandException.badUse(
          "--keep-lengths is about retrofitting; leave it or --antonyms out");
    }
  }

  /** What is done to the vectors, all that it needs being read. */
  private interface Fit {
    Retrofitting.Fitted of(WordVectors vectors);
  }

  private Fit fit() throws IOException {
    if (triples.isPresent()) {
      Retrofitting retrofitting = retrofitting();
      KnowledgeGraph read = KnowledgeGraph.read(triples.get());
      KnowledgeGraph weighted =
          relationWeights.isPresent() ? read.weighted(relationWeights.get()) : read;
      KnowledgeGraph graph = isSymmetric ? weighted.symmetric() : weighted;
      return vectors -> retrofitting.fit(vectors, graph);
    }
    if (antonyms.isPresent()) {
      CounterFitting fitting = counterFitting();
      Lexicon together = lexicon();
      Lexicon apart = Lexicon.read(antonyms.get());
      return vectors -> fitting.fit(vectors, together, apart);
    }
    Retrofitting retrofitting = retrofitting();
    Lexicon links = lexicon();
    return vectors -> retrofitting.fit(vectors, links);
  }

  private Lexicon lexicon() throws IOException {
    Lexicon links = Lexicon.read(lexicon.orElseThrow());
    return isSymmetric ? links.symmetric() : links;
  }

  private Retrofitting retrofitting() {
    try {
      return new Retrofitting(rounds.orElse(10), alpha.orElse(1.0), keepsLengths);
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private CounterFitting counterFitting() {
    ExactScan scan = new ExactScan(Runtime.getRuntime().availableProcessors());
    try {
      return new CounterFitting(rounds.orElse(20), 0.1, 0.2, scan);
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private void report(Console console, WordVectors vectors, Retrofitting.Fitted fitted) {
    int added = fitted.words().size() - vectors.size();
    if (common.json) {
      console.json(
          Console.members(
              "out", Json.of(out.toString()),
              "words", Json.of(fitted.words().size()),
              "moved", Json.of(fitted.moved()),
              "links", Json.of(fitted.links()),
              "terms_added", Json.of(added),
              "terms_left_out", Json.of(fitted.leftOut())));
      return;
    }
    String terms =
        triples.isPresent()
            ? "; %s added, %,d without a start left out"
                .formatted(Messages.count(added, "term"), fitted.leftOut())
            : "";
    console.note(
        "akin: %,d of %,d words pulled by %,d links%s; written to %s"
            .formatted(fitted.moved(), fitted.words().size(), fitted.links(), terms, out));
  }
}
