package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.text.Json;
import dev.akin.words.WordVectors;
import dev.akin.words.geometry.Lexicon;
import dev.akin.words.geometry.Retrofitting;
import java.io.IOException;
import java.nio.file.Path;
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
      "Pulls words together that a lexicon connects, and keeps each near its own vector.",
      "A line of the lexicon is a word and the words it belongs to."
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

  @Option(names = "--both-ways", description = "A link of one word to another is one back too.")
  private boolean isSymmetric;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
  private Path out = Path.of("");

  @Option(names = "--rounds", paramLabel = "N", description = "Over all words. Default: 10.")
  private int rounds = 10;

  @Option(
      names = "--alpha",
      paramLabel = "WEIGHT",
      description = "Of a word's own vector, against 1 for its neighbours' mean. Default: 1.")
  private double alpha = 1;

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  WordsRetrofitCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    WordRowsOut written = new WordRowsOut(out, force);
    written.check("--out");
    Retrofitting retrofitting = retrofitting();
    Lexicon links = Lexicon.read(lexicon);
    Console console = invocation.console();
    try (WordVectors vectors = WordsFile.open(console, file);
        Retrofitting.Fitted fitted =
            retrofitting.fit(vectors, isSymmetric ? links.symmetric() : links)) {
      written.write(vectors.words(), fitted.rows());
      report(console, vectors, fitted);
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(lexicon + ": " + Failures.message(e));
    }
    return ExitCode.OK;
  }

  private Retrofitting retrofitting() {
    try {
      return new Retrofitting(rounds, alpha);
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
