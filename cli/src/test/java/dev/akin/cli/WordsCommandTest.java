package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.format.words.FastTextModel;
import dev.akin.format.words.WordFile;
import dev.akin.format.words.WordFormat;
import dev.akin.format.words.WordList;
import dev.akin.text.Json;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsCommandTest {
  private static final String VECTORS =
      """
      man 1 0 0 0
      woman 1 1 0 0
      king 1 0 1 0
      queen 1 1 1 0
      car 0 0 0 1
      ship .1 0 0 1
      """;

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("v.txt"), VECTORS);
  }

  @Test
  void nearestWordsStandWithTheirCosines() {
    Cli.Outcome outcome = run("words", "nearest", file, "car", "-k", "2");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.lines()).hasSize(2);
    assertThat(outcome.lines().getFirst()).matches("ship +0\\.9950");
    assertThat(outcome.lines().getLast()).matches("man +0\\.0000");
    assertThat(run("words", "nearest", file, "car", "--first", "2").lines()).hasSize(2);
  }

  @Test
  void analogiesAreCompletedByEveryMethod() {
    for (String method : List.of("add", "mul", "direction")) {
      Cli.Outcome outcome =
          run("words", "analogy", file, "man", "king", "woman", "--method", method, "--json");
      assertThat(outcome.lines()).hasSize(3);
      assertThat(Json.parse(outcome.lines().getFirst(), "out"))
          .isInstanceOfSatisfying(
              Json.Members.class,
              answer -> assertThat(answer.findText("word")).as(method).hasValue("queen"));
    }
  }

  @Test
  void similarityAndOutlierAreOneLineAndOneAWord() {
    assertThat(run("words", "similarity", file, "man", "woman").lines()).containsExactly("0.7071");
    assertThat(run("words", "similarity", file, "man", "woman", "--json").out())
        .contains("\"cosine\":0.707106");
    assertThat(run("words", "outlier", file, "man", "king", "car", "queen").lines().getFirst())
        .startsWith("car ");
  }

  @Test
  void vectorsArePrintedAsTheyStand() {
    assertThat(run("words", "vector", file, "ship", "king").lines())
        .containsExactly("ship 0.1 0.0 0.0 1.0", "king 1.0 0.0 1.0 0.0");
    assertThat(run("words", "vector", file, "king", "--json").lines())
        .containsExactly("{\"word\":\"king\",\"composed\":false,\"vector\":[1.0,0.0,1.0,0.0]}");
  }

  @Test
  void cslsRanksByItsOwnScores() {
    Cli.Outcome outcome = run("words", "nearest", file, "man", "--csls", "-k", "2");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.lines()).hasSize(2);
    assertThat(run("words", "nearest", file, "mann", "--csls").err())
        .isEqualTo("akin: no word 'mann' among the 6 of the file; did you mean 'man'?\n");
  }

  @ParameterizedTest
  @CsvSource({"King, king", "QUEEN, queen", "womann, woman", "shpi, ship"})
  void aMissingWordGetsASuggestion(String typed, String meant) {
    Cli.Outcome outcome = run("words", "nearest", file, typed);
    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err())
        .isEqualTo(
            "akin: no word '%s' among the 6 of the file; did you mean '%s'?\n"
                .formatted(typed, meant));
  }

  @ParameterizedTest
  @CsvSource({
    "word2vec, WORD2VEC_TEXT",
    "word2vec-binary, WORD2VEC_BINARY",
    "word2vec-packed, WORD2VEC_BINARY_PACKED",
    "glove, GLOVE",
    "fasttext, FASTTEXT"
  })
  void vectorsAreConvertedUnchangedToEveryFormat(String as, WordFormat format) throws IOException {
    Path out = folder.resolve("out");
    Cli.Outcome outcome = run("words", "convert", file, "--out", out, "--as", as);
    assertThat(outcome.err()).isEqualTo("akin: 6 words written to %s as %s\n".formatted(out, as));
    try (WordFile written = WordFile.open(out)) {
      assertThat(written.format()).isEqualTo(format);
      assertThat(written.words().word(3)).isEqualTo("queen");
      assertThat(written.copyVector(3)).containsExactly(1, 1, 1, 0);
      assertThat(written.copyVector(5)).containsExactly(.1f, 0, 0, 1);
    }
    assertThat(run("words", "convert", file, "--out", out, "--as", as).code())
        .isEqualTo(ExitCode.BAD_USE);
    Cli.Outcome again =
        run("words", "convert", out, "--out", folder.resolve("again.vec"), "--first", "2");
    assertThat(again.code()).isZero();
    assertThat(folder.resolve("again.vec")).content().startsWith("2 4\nman 1.0 0.0 0.0 0.0\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void wordsWithBlanksAreRenamedOrLeftOutAndCounted() throws IOException {
    Path phrases =
        Files.writeString(
            folder.resolve("p.txt"), "new york 1 2\nnew_york 3 4\nlos angeles 5 6\nbird 7 8\n");
    Path out = folder.resolve("p.vec");
    Cli.Outcome refused = run("words", "convert", phrases, "--out", out);
    assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("'new york'; --blanks underscore or --blanks skip");
    assertThat(out).doesNotExist();
    assertThat(run("words", "convert", phrases, "--out", out, "--blanks", "underscore").err())
        .contains("3 words written")
        .contains("1 with underscores; 1 left out");
    assertThat(out)
        .content()
        .isEqualTo("3 2\nnew_york 3.0 4.0\nlos_angeles 5.0 6.0\nbird 7.0 8.0\n");
    assertThat(
            run("words", "convert", phrases, "--out", out, "--blanks", "skip", "--force", "--json")
                .out())
        .contains("\"words\":2")
        .contains("\"skipped\":2");
  }

  @Test
  void whatAFileIsAndWhatIsOddInItIsShown() throws IOException {
    Path odd = Files.writeString(folder.resolve("odd.txt"), "a 1 2\na 3 4\nb c 5 6");
    Cli.Outcome outcome = run("words", "info", odd, "--json");
    assertThat(Json.parse(outcome.out().strip(), "out"))
        .isInstanceOfSatisfying(
            Json.Members.class,
            facts -> {
              assertThat(facts.findText("format")).hasValue("glove");
              assertThat(facts.toLine())
                  .contains(
                      "\"words\":2",
                      "\"duplicates\":1",
                      "\"withBlank\":1",
                      "\"unterminated\":true");
            });
    assertThat(run("words", "nearest", odd, "a").err())
        .contains("1 row left out: its word stood before")
        .contains("no line feed behind the last row");
    Path model = folder.resolve("m.bin");
    try (FastTextModel written =
        FastTextModel.ofTable(WordList.of(List.of("a")), Matrix.allocate(1, 2))) {
      written.write(model);
    }
    assertThat(run("words", "info", model).out())
        .contains("fasttext")
        .contains("skip gram")
        .contains("negative sampling");
  }

  @Test
  void vectorsAreJudgedByAllSetsOfAFolderWithTheirCoverage() throws IOException {
    Path sets = Files.createDirectories(folder.resolve("sets/analogies"));
    Files.writeString(folder.resolve("sets/pairs.tsv"), "Man\tWoman\t8\nman\tcar\t1\nman\tx\t3\n");
    Files.writeString(folder.resolve("sets/LICENSE"), "Some licence\nof two lines\n");
    Files.writeString(folder.resolve("sets/en-de.tsv"), "man\tMann\nship\tSchiff\ncar\tAuto\n");
    Files.writeString(sets.resolve("gram1.txt"), "man woman king queen\nman woman king prince\n");
    Files.writeString(sets.resolve("royal.txt"), "man king woman queen\n");
    Cli.Outcome outcome = run("words", "evaluate", file, folder.resolve("sets"));
    assertThat(outcome.lines().stream().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "pairs spearman 1.0000 covered 2 of 3 (66.7 %)",
            "analogies/gram1 accuracy 1.0000 mrr 1.0000 covered 1 of 2 (50.0 %)",
            "analogies/royal accuracy 1.0000 mrr 1.0000 covered 1 of 1 (100.0 %)",
            "analogies/semantic accuracy 1.0000 mrr 1.0000 covered 1 of 1 (100.0 %)",
            "analogies/syntactic accuracy 1.0000 mrr 1.0000 covered 1 of 2 (50.0 %)",
            "analogies/total accuracy 1.0000 mrr 1.0000 covered 2 of 3 (66.7 %)");
    assertThat(
            run("words", "evaluate", file, folder.resolve("sets"), "--intervals").lines().stream()
                .map(line -> line.replaceAll(" +", " ")))
        .contains(
            "pairs spearman 1.0000 [1.0000, 1.0000] covered 2 of 3 (66.7 %)",
            "analogies/total accuracy 1.0000 mrr 1.0000 [1.0000, 1.0000] covered 2 of 3 (66.7 %)");
    assertThat(outcome.err())
        .contains("LICENSE is no set of words")
        .contains("1 translation file; --target names");
    Path target =
        Files.writeString(folder.resolve("de.txt"), "Mann 1 0 0 0\nSchiff 0 0 0 1\nBaum 0 1 0 0\n");
    assertThat(
            run(
                    "words",
                    "evaluate",
                    file,
                    folder.resolve("sets/en-de.tsv"),
                    "--target",
                    target,
                    "--json")
                .lines())
        .containsExactly(
            "{\"kind\":\"dictionary\",\"name\":\"en-de/cosine\",\"p@1\":1.0,\"p@5\":1.0,\"p@10\":1.0,\"mrr\":1.0,\"covered\":2,\"total\":3}",
            "{\"kind\":\"dictionary\",\"name\":\"en-de/csls\",\"p@1\":1.0,\"p@5\":1.0,\"p@10\":1.0,\"mrr\":1.0,\"covered\":2,\"total\":3}");
  }

  @Test
  void wordVectorsAreAModelOfEveryCommand() throws IOException {
    Path corpus =
        Files.writeString(
            folder.resolve("c.jsonl"),
            """
            {"_id":"a","text":"the king and the queen"}
            {"_id":"b","text":"car, ship"}
            """);
    String model = "words:" + file;
    Cli.Outcome found =
        run("search", corpus, "woman", "--mode", "dense", "--model", model, "--json", "-k", "1");
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(found.out()).contains("\"a\"");
    Cli.Outcome encoded = run("encode", corpus, "--out", folder.resolve("c.npy"), "--model", model);
    assertThat(encoded.err()).contains("3 of 7 words without a vector");
    assertThat(run("model", "show", model).out()).contains(model);
    Path index = folder.resolve("index");
    assertThat(run("index", corpus, "--into", index, "--model", model).out())
        .contains("3 of 7 words without a vector");
    assertThat(run("search", index, "queen", "-k", "1").code()).isZero();
  }

  @Test
  void sentenceVectorsOfAFastTextModelAreAModelToo() throws IOException {
    Path corpus =
        Files.writeString(
            folder.resolve("c.jsonl"),
            """
            {"_id":"a","text":"the king and the queen"}
            {"_id":"b","text":"ship ship, Car"}
            """);
    Path bin = folder.resolve("v.bin");
    assertThat(run("words", "convert", file, "--out", bin, "--as", "fasttext").code()).isZero();
    Cli.Outcome found =
        run("search", corpus, "king", "--mode", "dense", "--model", "fasttext:" + bin, "-k", 1);
    assertThat(found.out()).as(found.err()).contains("a");
    Cli.Outcome encoded =
        run("encode", corpus, "--out", folder.resolve("c.npy"), "--model", "fasttext:" + bin);
    // 'the' twice and 'and', and as written 'ship,' and 'Car', are no words of the file.
    assertThat(encoded.err()).contains("5 of 8 words without a vector");
    Path out = folder.resolve("d.npy");
    Cli.Outcome plain = run("encode", corpus, "--out", out, "--model", "fasttext:" + file);
    assertThat(plain.code()).isEqualTo(1);
    assertThat(plain.err())
        .contains("fastText's sentence vectors need its model (.bin, .ftz), and this is a file of");
    assertThat(out).doesNotExist();
    Cli.Outcome missing = run("encode", corpus, "--out", out, "--model", "fasttext:missing.bin");
    assertThat(missing.err()).isEqualTo("akin: missing.bin: no such file or folder\n");
  }

  private Cli.Outcome run(Object... args) {
    return new Cli(folder.resolve("cache")).run(args);
  }
}
