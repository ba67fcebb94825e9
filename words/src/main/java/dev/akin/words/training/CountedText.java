package dev.akin.words.training;

import dev.akin.words.training.TokenFile.Keeping;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A text counted and written down as numbers, both while it is read once: words are numbered as
 * they come, and when it is known which are kept, the file is numbered anew.
 *
 * @param vocabulary of the words that predict
 * @param predicted of those that are predicted: the same, but of pairs
 */
record CountedText(Vocabulary vocabulary, Vocabulary predicted, TokenFile tokens) {
  /**
   * Reads a source; a second time if it holds more different words than are counted at once, as
   * then their numbers do not hold.
   *
   * @param mostWords different words held at once while counting
   * @throws IllegalArgumentException if there is nothing to learn from
   */
  static CountedText read(WordSource source, TrainingOptions options, int mostWords, Path file)
      throws IOException {
    if (options.method() == Method.PAIRS) {
      return readPairs(source, options.leastCount(), mostWords, file);
    }
    Keeping keeping = options.method().readsLines() ? Keeping.LINES : Keeping.WORDS;
    var counter = new WordCounter(mostWords);
    TokenFile draft = TokenFile.write(source, Keeping.LINES, file, counter::add);
    Vocabulary vocabulary = counter.finish(source.toString(), draft.lines(), options.leastCount());
    TokenFile tokens =
        counter.hasForgotten()
            ? TokenFile.write(source, keeping, file, vocabulary.words()::find)
            : draft.renumbered(keeping, counter.ordinals());
    return new CountedText(vocabulary, vocabulary, tokens);
  }

  private static CountedText readPairs(WordSource source, long leastCount, int mostWords, Path file)
      throws IOException {
    var counter = new WordCounter(mostWords);
    var other = new WordCounter(mostWords);
    TokenFile draft = TokenFile.write(source, Keeping.PAIRS, file, counter::add, other::add);
    Vocabulary firsts =
        counter.finish(source + " (first words of pairs)", draft.lines(), leastCount);
    Vocabulary seconds =
        other.finish(source + " (second words of pairs)", draft.lines(), leastCount);
    TokenFile pairs =
        counter.hasForgotten() || other.hasForgotten()
            ? TokenFile.write(
                source, Keeping.PAIRS, file, firsts.words()::find, seconds.words()::find)
            : draft.renumbered(Keeping.PAIRS, counter.ordinals(), other.ordinals());
    if (pairs.cells() == 0) {
      throw new IllegalArgumentException(
          "%s: of no pair do both words stand at least %d times; give more pairs or a lower least"
                  .formatted(source, leastCount)
              + " count");
    }
    return new CountedText(firsts, seconds, pairs);
  }
}
