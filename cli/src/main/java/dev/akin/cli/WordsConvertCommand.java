package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.format.words.FastTextModel;
import dev.akin.format.words.WordFile;
import dev.akin.format.words.WordFormat;
import dev.akin.text.Json;
import dev.akin.words.WordVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code akin words convert}. */
@Command(
    name = "convert",
    abbreviateSynopsis = true,
    sortOptions = false,
    description = {
      "Writes word vectors in another format, cells unchanged.",
      "word2vec: text that gensim and fastText read, also as .vec; word2vec-binary,"
          + " word2vec-packed: with and without a line feed a row; glove: text without a header;"
          + " fasttext: a .bin that fasttext opens."
    },
    footer = {
      "",
      "Examples:",
      "  akin words convert glove.840B.300d.txt --out glove.vec --blanks underscore",
      "  akin words convert cc.tr.300.bin.gz --out tr.bin --as word2vec-binary --first 200000"
    })
final class WordsConvertCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "FILE", description = "A file of word vectors.")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
  private Path out = Path.of("");

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description =
          "word2vec, word2vec-binary, word2vec-packed, glove or fasttext. Default: word2vec for"
              + " .vec and .txt.")
  private Optional<String> as = Optional.empty();

  @Option(names = "--first", paramLabel = "N", description = "The first N words only.")
  private Optional<Integer> first = Optional.empty();

  @Option(
      names = "--blanks",
      paramLabel = "refuse|underscore|skip",
      description =
          "What happens to words with a blank, which only fasttext can hold. Default: refuse.")
  private WordsConversion.Blanks blanks = WordsConversion.Blanks.REFUSE;

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  WordsConvertCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws IOException {
    WordFormat format = format();
    if (first.isPresent() && first.get() < 1) {
      throw CommandException.badUse("--first is 1 or more, got " + first.get());
    }
    OutFile.check("--out", out, force);
    if (Files.exists(out) && Files.isSameFile(out, file)) {
      throw CommandException.badUse("--out %s is the file that is read".formatted(out));
    }
    try (WordVectors vectors = WordsFile.open(invocation.console(), file);
        WholeFile whole = WholeFile.begin(out, invocation.interruption())) {
      WordsConversion.Written written = write(vectors.file(), format, whole.part());
      whole.finish();
      report(format, written);
    } catch (IllegalArgumentException e) {
      throw CommandException.failed(Failures.message(e));
    }
    return ExitCode.OK;
  }

  private WordFormat format() {
    if (as.isPresent()) {
      return format(as.get());
    }
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".vec") || name.endsWith(".txt")) {
      return WordFormat.WORD2VEC_TEXT;
    }
    throw CommandException.badUse(
        "--out %s: the name does not say which format; name it with --as: %s"
            .formatted(out, String.join(", ", labels())));
  }

  /** The format of a name that can be written. */
  static WordFormat format(String name) {
    return WordFormat.find(name)
        .filter(format -> format != WordFormat.FASTTEXT_QUANTIZED)
        .orElseThrow(() ->
            CommandException.badUse(
                "--as %s: no format has that name%s; formats: %s"
                    .formatted(
                        name, Messages.didYouMean(name, labels()), String.join(", ", labels()))));
  }

  private static List<String> labels() {
    return Arrays.stream(WordFormat.values())
        .filter(format -> format != WordFormat.FASTTEXT_QUANTIZED)
        .map(WordFormat::label)
        .collect(Collectors.toList());
  }

  private WordsConversion.Written write(WordFile words, WordFormat format, Path part)
      throws IOException {
    boolean hasNgrams = words instanceof FastTextModel m && m.args().subwords().most() > 0;
    if (format == WordFormat.FASTTEXT && words instanceof FastTextModel model) {
      if (first.isPresent()) {
        throw CommandException.badUse(
            "--first would part the words from their n-grams; leave it out, or choose another"
                + " --as");
      }
      model.write(part);
      return new WordsConversion.Written(model.words().size(), 0, 0);
    }
    if (hasNgrams) {
      invocation
          .console()
          .note(
              "akin: the n-grams of %s are not written: there words it does not have get no vector"
                  .formatted(file));
    }
    var conversion = new WordsConversion(words, first.orElse(Integer.MAX_VALUE), blanks);
    return format == WordFormat.FASTTEXT
        ? conversion.toFastText(part)
        : conversion.toRows(part, format);
  }

  private void report(WordFormat format, WordsConversion.Written written) {
    Console console = invocation.console();
    if (common.json) {
      console.json(
          Console.members(
              "out", Json.of(out.toString()),
              "format", Json.of(format.label()),
              "words", Json.of(written.words()),
              "renamed", Json.of(written.renamed()),
              "skipped", Json.of(written.skipped())));
      return;
    }
    console.note(
        "akin: %s written to %s as %s%s%s"
            .formatted(
                Messages.count(written.words(), "word"),
                out,
                format.label(),
                written.renamed() > 0 ? "; %,d with underscores".formatted(written.renamed()) : "",
                written.skipped() > 0 ? "; %,d left out".formatted(written.skipped()) : ""));
  }
}
