package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.format.words.Oddities;
import dev.akin.text.Json;
import dev.akin.vector.ExactScan;
import dev.akin.words.Neighbour;
import dev.akin.words.UnknownWordException;
import dev.akin.words.WordSearch;
import dev.akin.words.WordVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file of word vectors a command is about, and which of its words can be answers. */
final class WordsFile {
  /** Answers are words or short phrases; longer ones push their scores out. */
  static final int WORD_COLUMNS = 24;

  @Parameters(index = "0", paramLabel = "FILE", description = "A file of word vectors.")
  private Path file = Path.of("");

  @Option(
      names = "--first",
      paramLabel = "N",
      description =
          "Only the first N words of the file can be answers; most files have the frequent ones"
              + " first. Default: all.")
  private Optional<Integer> first = Optional.empty();

  Path path() {
    return file;
  }

  /** Something done with the vectors while they are open. */
  interface Job {
    void run(WordSearch search) throws IOException;
  }

  /**
   * Opens the file, says what was odd in it, and does the job; a missing word gets a suggestion.
   */
  int ask(Invocation invocation, Job job) throws IOException {
    if (first.isPresent() && first.get() < 1) {
      throw CommandException.badUse("--first is 1 or more, got " + first.get());
    }
    try (WordVectors vectors = open(invocation.console(), file)) {
      try {
        job.run(search(vectors));
      } catch (UnknownWordException e) {
        throw missing(e, vectors);
      }
      return ExitCode.OK;
    }
  }

  private WordSearch search(WordVectors vectors) {
    var scan = new ExactScan(Runtime.getRuntime().availableProcessors());
    WordSearch all = WordSearch.of(vectors, scan);
    return first.isPresent() ? all.amongFirst(first.get()) : all;
  }

  /** Opens a file and says what was odd in it. */
  static WordVectors open(Console console, Path file) throws IOException {
    WordVectors vectors = WordVectors.open(file);
    Oddities found = vectors.file().oddities();
    note(console, file, found.duplicates(), "row left out: its word stood before");
    note(console, file, found.nameless(), "row left out: it has no word");
    note(console, file, found.notUtf8(), "word that is not UTF-8 and cannot be asked for");
    if (found.isUnterminated()) {
      console.note(
          "akin: %s: no line feed behind the last row; the file may be cut short".formatted(file));
    }
    return vectors;
  }

  private static void note(Console console, Path file, long count, String what) {
    if (count > 0) {
      int space = what.indexOf(' ');
      console.note(
          "akin: %s: %s%s"
              .formatted(
                  file, Messages.count(count, what.substring(0, space)), what.substring(space)));
    }
  }

  /** The complaint about a word without a vector, with the word that may have been meant. */
  private static CommandException missing(UnknownWordException e, WordVectors vectors) {
    return CommandException.failed(
        "no word '%s' among the %,d of the file%s"
            .formatted(
                Messages.oneLine(e.word()),
                vectors.size(),
                WordSuggestion.of(e.word(), vectors.words())));
  }

  /** Answers, one a line. */
  static void print(Console console, boolean json, List<Neighbour> answers) {
    for (Neighbour answer : answers) {
      if (json) {
        console.json(json(answer));
      } else {
        console.line(line(answer.word(), answer.score()));
      }
    }
  }

  /** An answer as JSON. */
  static Json json(Neighbour answer) {
    return Console.members("word", Json.of(answer.word()), "score", Json.of(answer.score()));
  }

  private static String line(String word, double score) {
    return "%s  %7.4f".formatted(DisplayWidth.pad(Messages.oneLine(word), WORD_COLUMNS), score);
  }
}
