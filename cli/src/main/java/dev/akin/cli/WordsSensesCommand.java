package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.reader.IcuBoundaries;
import dev.akin.text.Json;
import dev.akin.vector.ExactScan;
import dev.akin.words.Neighbour;
import dev.akin.words.WordSearch;
import dev.akin.words.WordVectors;
import dev.akin.words.training.SenseModel;
import dev.akin.words.training.Vocabulary;
import dev.akin.words.training.WordSenses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin words senses}. */
@Command(
    name = "senses",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Which sense of a word a text means: the probability of each, and the words nearest to it.",
      "The model is what 'akin train words' with --method senses or mssg keeps with --model-into."
          + " Words are Unicode's, found as they are written and else in lower case; those that the"
          + " model does not know are left out. A word that stands several times gets an answer for"
          + " each place."
    },
    footer = {
      "",
      "Example:",
      "  akin words senses senses.model \"the bank of the river\" --word bank"
    })
final class WordsSensesCommand implements Callable<Integer> {
  private static final int DEFAULT_K = 5;

  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "MODEL", description = "A folder of a model of senses.")
  private Path folder = Path.of("");

  @Parameters(index = "1", paramLabel = "TEXT", description = "A text with the word in it.")
  private String text = "";

  @Option(names = "--word", required = true, paramLabel = "WORD", description = "The word.")
  private String word = "";

  @Option(
      names = "-k",
      paramLabel = "K",
      description = "How many neighbours of each sense. Default: 5.")
  private int k = DEFAULT_K;

  WordsSensesCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    WordsAnalogyCommand.checkK(k);
    try (SenseModel model = SenseModel.read(folder)) {
      int wanted = model.find(word).orElseThrow(() -> unknown(model.vocabulary()));
      int[] words =
          IcuBoundaries.root().lexicalWords(text).stream()
              .map(model::find)
              .flatMapToInt(OptionalInt::stream)
              .toArray();
      int[] places = IntStream.range(0, words.length).filter(at -> words[at] == wanted).toArray();
      if (places.length == 0) {
        throw CommandException.failed(
            "the word '%s' does not stand in the text '%s'"
                .formatted(Messages.oneLine(word), Messages.oneLine(text)));
      }
      if (words.length == 1) {
        invocation
            .console()
            .note("akin: no other word of the text is known; this is how often each sense stands");
      }
      List<List<Neighbour>> near = nearest(model.senses(), wanted);
      for (int place = 0; place < places.length; place++) {
        if (places.length > 1 && !common.json) {
          invocation.console().line("place %d of %d".formatted(place + 1, places.length));
        }
        print(model.senses(), words, places[place], place + 1, near);
      }
      return ExitCode.OK;
    }
  }

  private CommandException unknown(Vocabulary vocabulary) {
    return CommandException.failed(
        "no word '%s' among the %,d of the model%s"
            .formatted(
                Messages.oneLine(word),
                vocabulary.size(),
                WordSuggestion.of(word, vocabulary.words())));
  }

  /** The senses nearest to each sense of a word, without its own. */
  private List<List<Neighbour>> nearest(WordSenses senses, int wanted) {
    List<Integer> own = IntStream.range(0, senses.count(wanted)).boxed().toList();
    List<String> names = own.stream().map(sense -> senses.name(wanted, sense)).toList();
    var scan = new ExactScan(Runtime.getRuntime().availableProcessors());
    try (WordVectors vectors = senses.vectors()) {
      var search = WordSearch.of(vectors, scan);
      return own.stream()
          .map(sense -> search.nearest(senses.vector(wanted, sense), k, names))
          .toList();
    }
  }

  /** The senses at a place of the text, a line each, the most probable first. */
  private void print(
      WordSenses senses, int[] words, int at, int place, List<List<Neighbour>> near) {
    Console console = invocation.console();
    double[] shares = senses.probabilities(words, at);
    int[] order =
        IntStream.range(0, shares.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer sense) -> -shares[sense]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int sense : order) {
      String name = senses.name(words[at], sense);
      List<Neighbour> nearest = near.get(sense);
      if (common.json) {
        console.json(
            Console.members(
                "place", Json.of(place),
                "sense", Json.of(name),
                "probability", Json.of(shares[sense]),
                "prior", Json.of(senses.prior(words[at], sense)),
                "nearest", new Json.Array(nearest.stream().map(WordsFile::json).toList())));
      } else {
        console.line(
            "%s  %.4f  %s"
                .formatted(
                    DisplayWidth.pad(Messages.oneLine(name), WordsFile.WORD_COLUMNS),
                    shares[sense],
                    nearest.stream()
                        .map(one -> Messages.oneLine(one.word()))
                        .collect(Collectors.joining(", "))));
      }
    }
  }
}
