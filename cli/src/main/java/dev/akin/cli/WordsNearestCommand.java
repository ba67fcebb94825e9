package dev.akin.cli;

import dev.akin.words.Csls;
import dev.akin.words.Neighbour;
import dev.akin.words.WordSearch;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin words nearest}. */
@Command(
    name = "nearest",
    abbreviateSynopsis = true,
    sortOptions = false,
    description =
        "The words nearest to a word, by cosine. A word the file does not have is composed from its"
            + " n-grams where the file is a fastText model.",
    footer = {
      "",
      "Examples:",
      "  akin words nearest vectors.bin frog -k 5",
      "  akin words nearest vectors.bin frog --csls --first 30000"
    })
final class WordsNearestCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private WordsFile file = new WordsFile();

  @Parameters(index = "1", paramLabel = "WORD", description = "The word.")
  private String word = "";

  @Option(names = "-k", paramLabel = "K", description = "How many words. Default: 10.")
  private int k = WordsAnalogyCommand.DEFAULT_K;

  @Option(
      names = "--csls",
      description =
          "Rank by CSLS, which takes from words that are near to everything what they have too much"
              + " (10 neighbours). Compares every word with every word first: use --first.")
  private boolean csls;

  WordsNearestCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    WordsAnalogyCommand.checkK(k);
    return file.ask(
        invocation, search -> WordsFile.print(invocation.console(), common.json, nearest(search)));
  }

  private List<Neighbour> nearest(WordSearch search) {
    if (!csls) {
      return search.nearest(word, k);
    }
    search.vectors().requireVector(word);
    return search.nearest(word, k, search.csls(Csls.DEFAULT_NEIGHBOURS));
  }
}
