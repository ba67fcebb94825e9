package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.text.Json;
import dev.akin.vector.ExactScan;
import dev.akin.words.WordVectors;
import dev.akin.words.geometry.CounterFitting;
import dev.akin.words.geometry.Lexicon;
import dev.akin.words.geometry.Retrofitting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
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
      "Pulls words together that a lexicon connects, and keeps each near its own vector.",
      "A line of the lexicon is a word and the words it belongs to. With --antonyms those are"
          + " pushed apart too (counter-fitting)."
    },
    footer = {
      "",
      "Example:",
      "  akin words retrofit vectors.vec --lexicon synonyms.txt --both-ways --out fitted.vec"
    })
final class WordsRetrofitCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "FILE", description = "A file of word vectors.")
  private Path file = Path.of("");

  @Option(
      names = "--lexicon",
      required = true,
      paramLabel = "FILE",
      description = "Words and the words they belong to.")
  private Path lexicon = Path.of("");

  @Option(
      names = "--antonyms",
      paramLabel = "FILE",
      description = "Words and those that are to be far from them; links then go both ways.")
  private Optional<Path> antonyms = Optional.empty();

  @Option(names = "--both-ways", description = "A link of one word to another is one back too.")
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

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  WordsRetrofitCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    WordRowsOut written = new WordRowsOut(out, force, invocation.interruption());
    written.check("--out");
    if (antonyms.isPresent() && alpha.isPresent()) {
      throw CommandException.badUse("--alpha is about retrofitting; leave it or --antonyms out");
    }
    BiFunction<WordVectors, Lexicon, Retrofitting.Fitted> method = method();
    Lexicon links = Lexicon.read(lexicon);
    Console console = invocation.console();
    try (WordVectors vectors = WordsFile.open(console, file);
        Retrofitting.Fitted fitted =
            method.apply(vectors, isSymmetric ? links.symmetric() : links)) {
      written.write(vectors.words(), fitted.rows());
      report(console, vectors, fitted);
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(lexicon + ": " + Failures.message(e));
    }
    return ExitCode.OK;
  }

  private BiFunction<WordVectors, Lexicon, Retrofitting.Fitted> method() throws IOException {
    try {
      if (antonyms.isEmpty()) {
        return new Retrofitting(rounds.orElse(10), alpha.orElse(1.0))::fit;
      }
      Lexicon apart = Lexicon.read(antonyms.get());
      ExactScan scan = new ExactScan(Runtime.getRuntime().availableProcessors());
      CounterFitting fitting = new CounterFitting(rounds.orElse(20), 0.1, 0.2, scan);
      return (vectors, together) -> fitting.fit(vectors, together, apart);
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse(Failures.message(e));
    }
  }

  private void report(Console console, WordVectors vectors, Retrofitting.Fitted fitted) {
    if (common.json) {
      console.json(
          Console.members(
              "out", Json.of(out.toString()),
              "words", Json.of(vectors.size()),
              "moved", Json.of(fitted.moved()),
              "links", Json.of(fitted.links())));
      return;
    }
    console.note(
        "akin: %,d of %,d words pulled by %,d links; written to %s"
            .formatted(fitted.moved(), vectors.size(), fitted.links(), out));
  }
}
