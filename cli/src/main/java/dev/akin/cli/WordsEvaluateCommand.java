package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.vector.ExactScan;
import dev.akin.words.Casing;
import dev.akin.words.Csls;
import dev.akin.words.OutOfVocabulary;
import dev.akin.words.WordLookup;
import dev.akin.words.WordSearch;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.AnalogySet;
import dev.akin.words.evaluation.DictionarySet;
import dev.akin.words.evaluation.SimilaritySet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin words evaluate}. */
@Command(
    name = "evaluate",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Judges word vectors by sets of words, each with its coverage: similarities (word word score:"
          + " Spearman), analogies (a b c d, ': section': accuracy and mean reciprocal rank; the"
          + " files of a folder are one set) and, with --target, dictionaries (word<TAB>word:"
          + " P@1, P@5, P@10 and mean reciprocal rank by cosine and CSLS).",
      "What a file is is told by its first lines; files of a folder that are no set are left out."
    },
    footer = {
      "",
      "Examples:",
      "  akin words evaluate vectors.bin word-sets/",
      "  akin words evaluate vectors.bin questions-words.txt --first 30000 --casing lower",
      "  akin words evaluate en.vec en-de.tsv --target de.vec --first 50000"
    })
final class WordsEvaluateCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private WordsFile file = new WordsFile();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "SETS",
      description = "Files, or folders of them.")
  private List<Path> sets = List.of();

  @Option(
      names = "--casing",
      paramLabel = "as_written|lower|as_written_or_lower",
      description =
          "Under which spellings the words of a set are looked up. Default: as_written_or_lower.")
  private Casing casing = Casing.AS_WRITTEN_OR_LOWER;

  @Option(
      names = "--compose",
      description = "Compose words the file does not have from n-grams (fastText models).")
  private boolean compose;

  @Option(
      names = "--method",
      paramLabel = "add|mul|direction",
      description = "How analogies are answered. Default: add.")
  private WordsAnalogyCommand.Method method = WordsAnalogyCommand.Method.ADD;

  @Option(
      names = "--target",
      paramLabel = "FILE",
      description = "Vectors of the other language, in the same space, for dictionaries.")
  private Optional<Path> target = Optional.empty();

  @Option(
      names = "--intervals",
      description =
          "Also 95 %% intervals of Spearman, accuracy and P@1: percentile bootstrap over what is"
              + " covered, 2,000 draws.")
  private boolean hasIntervals;

  WordsEvaluateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    WordSetFiles found = WordSetFiles.find(sets);
    if (found.isEmpty()) {
      throw CommandException.failed("no set of words in " + sets);
    }
    if (target.isPresent() && found.dictionaries().isEmpty()) {
      throw CommandException.badUse("--target is about dictionaries; there is none in " + sets);
    }
    noteLeftOut(found);
    return file.ask(invocation, search -> evaluate(found, search));
  }

  private void noteLeftOut(WordSetFiles found) {
    Console console = invocation.console();
    for (Path other : found.others()) {
      console.note("akin: left out: %s is no set of words".formatted(other));
    }
    if (target.isEmpty() && !found.dictionaries().isEmpty()) {
      console.note(
          "akin: left out: %s; --target names the vectors of the other language"
              .formatted(Messages.count(found.dictionaries().size(), "translation file")));
    }
  }

  private void evaluate(WordSetFiles found, WordSearch search) throws IOException {
    var printer = new WordScores(invocation.console(), common.json, hasIntervals);
    WordLookup lookup =
        new WordLookup(
            search.vectors(), casing, compose ? OutOfVocabulary.COMPOSED : OutOfVocabulary.ABSENT);
    for (Path similarity : found.similarities()) {
      printer.print(SimilaritySet.read(similarity).evaluate(lookup));
    }
    for (Map.Entry<String, List<Path>> set : found.analogies().entrySet()) {
      printer.print(
          AnalogySet.read(set.getKey(), set.getValue()).evaluate(search, lookup, method.method()));
    }
    if (target.isPresent()) {
      evaluate(found.dictionaries(), search, lookup, printer);
    }
  }

  private void evaluate(
      List<Path> dictionaries, WordSearch search, WordLookup lookup, WordScores printer)
      throws IOException {
    try (WordVectors others = WordsFile.open(invocation.console(), target.orElseThrow())) {
      var scan = new ExactScan(Runtime.getRuntime().availableProcessors());
      WordSearch targets = WordSearch.of(others, scan).amongFirst(search.candidates());
      Csls csls =
          Csls.between(
              search.vectors().unitRows(search.candidates()),
              others.unitRows(targets.candidates()),
              Csls.DEFAULT_NEIGHBOURS,
              scan);
      for (Path dictionary : dictionaries) {
        DictionarySet set = DictionarySet.read(dictionary);
        printer.print("cosine", set.evaluate(lookup, targets));
        printer.print("csls", set.evaluate(lookup, targets, csls));
      }
    }
  }
}
