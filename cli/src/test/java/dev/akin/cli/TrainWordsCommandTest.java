package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.words.OutOfVocabulary;
import dev.akin.words.WordVectors;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainWordsCommandTest {
  @TempDir Path folder = Path.of("");

  private Path text = Path.of("");

  @BeforeEach
  void writeText() throws IOException {
    text = write(2000);
  }

  /** Sentences about birds or ships: words that never meet. */
  private Path write(int lines) throws IOException {
    List<List<String>> topics =
        List.of(
            List.of("bird", "wing", "feather", "nest", "Beak"),
            List.of("ship", "sail", "mast", "harbour", "Keel"));
    var random = new Random(5);
    var sentences = new ArrayList<String>();
    for (int i = 0; i < lines; i++) {
      List<String> topic = topics.get(random.nextInt(2));
      var words = new ArrayList<String>();
      for (int w = 0; w < 8; w++) {
        words.add(topic.get(random.nextInt(topic.size())));
      }
      sentences.add(String.join(" ", words) + ".");
    }
    return Files.write(folder.resolve("text.txt"), sentences);
  }

  private Cli.Outcome akin(Object... args) {
    return new Cli(folder.resolve("cache")).run(args);
  }

  private Cli.Outcome train(Path out, Object... more) {
    List<Object> args = new ArrayList<>(List.of("train", "words", text, "--out", out));
    args.addAll(List.of("--sampling", 0, "--dimension", 16, "--threads", 1, "--rate", 0.1));
    args.addAll(List.of(more));
    return akin(args.toArray());
  }

  @Test
  void wordsAreLearnedAndWrittenInTheFormatOfTheName() throws IOException {
    Path vec = folder.resolve("v.vec");
    Path bin = folder.resolve("v.bin");
    Cli.Outcome outcome = train(vec);
    assertThat(outcome.err()).contains("20 words of 20, 16 dimensions, from 16,000 tokens");
    assertThat(outcome.code()).isZero();
    assertThat(train(bin).code()).isZero();
    try (var read = WordVectors.open(vec);
        var packed = WordVectors.open(bin)) {
      assertThat(read.similarity("bird", "wing")).isGreaterThan(read.similarity("bird", "sail"));
      assertThat(packed.requireVector("bird")).isEqualTo(read.requireVector("bird"));
    }
    assertThat(folder.resolve("v.vec.training")).doesNotExist();
  }

  @Test
  void aPipeIsNotWaitedForAndMoreMemoryThanThereIsIsRefused() {
    Cli.Outcome device =
        akin("train", "words", "/dev/null", "--words", "blanks", "--out", folder.resolve("v.vec"));
    assertThat(device.code()).isEqualTo(2);
    assertThat(device.err())
        .contains("/dev/null is a pipe or a device, and a text may be read again");
    Cli.Outcome counts =
        akin(
            "train",
            "counts",
            text,
            "--out",
            folder.resolve("v.vec"),
            "--count-memory",
            Long.MAX_VALUE);
    assertThat(counts.code()).isEqualTo(2);
    assertThat(counts.err()).contains("--count-memory 9223372036854775807: the JVM may take");
  }

  @Test
  void aStoppedCountingLeavesNothing() throws IOException {
    Path out = Files.createDirectory(folder.resolve("counts")).resolve("v.vec");
    Cli.Outcome stopped =
        new Cli(folder.resolve("cache")).runStopped("train", "counts", text, "--out", out);
    assertThat(stopped.code()).isEqualTo(130);
    assertThat(stopped.err()).isEqualTo("akin: stopped; nothing was written\n");
    assertThat(out.getParent()).isEmptyDirectory();
  }

  @Test
  void wordsAreLearnedFromWhatATeacherMakesOfTheirLines() throws IOException {
    Path vec = folder.resolve("v.vec");
    Cli.Outcome outcome =
        akin(
            "train",
            "words",
            text,
            "--out",
            vec,
            "--method",
            "x2static",
            "--teacher",
            "hashed-64",
            "--sampling",
            0,
            "--threads",
            1);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err())
        .contains("20 words of 20, 64 dimensions, from 16,000 tokens")
        .containsPattern("tokens in [0-9.]+ s after [0-9.]+ s of encoding lines, written to");
    try (var read = WordVectors.open(vec)) {
      assertThat(read.similarity("bird", "wing"))
          .isGreaterThan(read.similarity("bird", "sail") + 0.3f);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"senses", "mssg"})
  void theSensesOfAWordAreWrittenUnderItsNumberedNameAndChosenInOtherTexts(String method)
      throws IOException {
    Files.writeString(
        text, Files.readString(text).replaceAll("\\b(bird|sail)\\b", "both").replace(".", ""));
    Path vec = folder.resolve("v.vec");
    Path model = folder.resolve("senses.model");
    Cli.Outcome outcome =
        train(vec, "--method", method, "--senses", 2, "--epochs", 10, "--model-into", model);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    try (var read = WordVectors.open(vec)) {
      assertThat(read.find("both")).isEmpty();
      float ofBirds = read.similarity("both#1", "wing#1") - read.similarity("both#2", "wing#1");
      float ofShips =
          read.similarity("both#1", "harbour#1") - read.similarity("both#2", "harbour#1");
      assertThat(ofBirds * ofShips).isNegative();
      assertThat(Math.abs(ofBirds)).isGreaterThan(0.3f);
      assertThat(Math.abs(ofShips)).isGreaterThan(0.3f);
      String bird = ofBirds > 0 ? "both#1" : "both#2";
      String ship = ofBirds > 0 ? "both#2" : "both#1";
      assertThat(senses(model, "the Both has a nest and a BEAK").lines().getFirst())
          .matches("%s +(0\\.[5-9]|1\\.0)[0-9]+  .*(wing|feather|nest|Beak)#1.*".formatted(bird));
      assertThat(senses(model, "both by mast and harbour").lines().getFirst())
          .startsWith(ship + " ");
    }
    Cli.Outcome twice = senses(model, "both: nest, feather, wing. both", "--json", "-k", 3);
    assertThat(twice.lines()).hasSize(4);
    assertThat(twice.lines().getFirst())
        .matches(
            "\\{\"place\":1,\"sense\":\"both#[12]\",\"probability\":[0-9.E-]+,\"prior\":0[.][0-9]+,"
                + "\"nearest\":\\[(\\{\"word\":\"[^\"]+\",\"score\":[0-9.]+\\},?){3}\\]\\}");
    assertThat(twice.lines().getLast()).startsWith("{\"place\":2,");
    Cli.Outcome alone = senses(model, "both");
    assertThat(alone.err()).contains("no other word of the text is known");
    assertThat(alone.lines()).hasSize(2);
    assertThat(alone.lines().getFirst()).startsWith("both#1 ");
  }

  private Cli.Outcome senses(Path model, String place, Object... more) {
    List<Object> args = new ArrayList<>(List.of("words", "senses", model, place, "--word", "both"));
    args.addAll(List.of(more));
    Cli.Outcome outcome = akin(args.toArray());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome;
  }

  @Test
  void fastTextComposesWordsThatItNeverSaw() throws IOException {
    Path bin = folder.resolve("v.bin");
    assertThat(train(bin, "--method", "fasttext", "--buckets", 5000).code()).isZero();
    try (var read = WordVectors.open(bin)) {
      assertThat(read.composes()).isTrue();
      assertThat(read.findVector("feathers", OutOfVocabulary.COMPOSED)).isPresent();
      assertThat(read.similarity("feather", "feathers"))
          .isGreaterThan(read.similarity("feathers", "harbour"));
    }
  }

  @Test
  void documentsAreSplitByUnicodeInLowerCase() throws IOException {
    Path out = folder.resolve("v.vec");
    Cli.Outcome outcome = train(out, "--words", "unicode");
    assertThat(outcome.err()).contains("10 words of 10");
    try (var read = WordVectors.open(out)) {
      assertThat(read.find("beak")).isPresent();
      assertThat(read.find("Beak")).isEmpty();
    }
  }

  @Test
  void slicesOfACompassAreInOneSpaceAndCanBeCompared() throws IOException {
    Path compass = folder.resolve("compass");
    Path all = folder.resolve("all.vec");
    assertThat(train(all, "--method", "cbow", "--compass-into", compass).code()).isZero();
    // In the second slice 'bird' sails.
    String slice = Files.readString(text);
    Path changed = folder.resolve("changed.txt");
    Files.writeString(
        changed, slice.replace("bird", "?").replace("mast", "bird").replace("?", "mast"));
    Path before = folder.resolve("before.vec");
    Path after = folder.resolve("after.vec");
    assertThat(akin("train", "words", text, "--compass", compass, "--out", before).code()).isZero();
    assertThat(akin("train", "words", changed, "--compass", compass, "--out", after).code())
        .isZero();
    try (var whole = WordVectors.open(all);
        var read = WordVectors.open(after)) {
      assertThat(read.dimension()).isEqualTo(16);
      assertThat(read.size()).isEqualTo(whole.size());
    }
    Cli.Outcome most = akin("words", "change", before, after, "-k", 4);
    assertThat(most.code()).isZero();
    assertThat(most.lines().stream().map(line -> line.split(" ", -1)[0])).contains("bird", "bird.");
    for (String measure : List.of("lncs2", "moving", "intersection")) {
      Cli.Outcome one =
          akin(
              "words",
              "change",
              before,
              after,
              "sail",
              "bird",
              "--measure",
              measure,
              "--json",
              "--neighbours",
              5);
      assertThat(one.lines()).hasSize(2);
      assertThat(score(one.lines().get(0))).isGreaterThan(score(one.lines().get(1)));
    }
  }

  private static double score(String json) {
    return Double.parseDouble(json.replaceAll(".*\"score\":([-0-9.eE]+).*", "$1"));
  }

  @Test
  @Tag("slow")
  void aKilledTrainingGoesOnToTheSameBytes() throws IOException, InterruptedException {
    text = write(15_000);
    Path whole = folder.resolve("whole.vec");
    Path killed = folder.resolve("killed.vec");
    assertThat(train(whole, "--epochs", 60).code()).isZero();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.akin.cli.Main",
                "train",
                "words",
                text.toString(),
                "--out",
                killed.toString(),
                "--sampling",
                "0",
                "--dimension",
                "16",
                "--threads",
                "1",
                "--rate",
                "0.1",
                "--epochs",
                "60",
                "--save-every",
                "1")
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "log"))
            .start();
    Path state = folder.resolve("killed.vec.training").resolve("state");
    while (!Files.exists(state) && process.isAlive()) {
      Thread.sleep(5);
    }
    assertThat(process.isAlive()).as("the training outlives its first saving").isTrue();
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(killed).doesNotExist();
    assertThat(state).exists();
    assertThat(train(killed, "--epochs", 61).err())
        .contains("state of another training: epochs is 60 there and 61 here;");
    assertThat(train(killed, "--epochs", 60).code()).isZero();
    assertThat(Files.mismatch(whole, killed)).isEqualTo(-1);
    assertThat(state).doesNotExist();
  }

  @Test
  void countsReadTextsAndWriteFilesAsTrainingsDo() throws IOException {
    Path text = Files.writeString(folder.resolve("text.txt"), "Birds fly high . \n".repeat(20));
    Path asWritten = folder.resolve("written.vec");
    Path folded = folder.resolve("folded.glove");
    assertThat(counts(text, asWritten).err()).contains("4 words, 2 dimensions");
    assertThat(counts(text, folded, "--words", "unicode", "--as", "glove").err())
        .contains("3 words, 2 dimensions");
    assertThat(Files.readAllLines(asWritten).getFirst()).isEqualTo("4 2");
    try (var read = WordVectors.open(asWritten)) {
      assertThat(read.words().find("Birds")).isPresent();
    }
    try (var read = WordVectors.open(folded)) {
      assertThat(read.words().find("birds")).isPresent();
      assertThat(read.words().find(".")).isEmpty();
    }
  }

  private Cli.Outcome counts(Path text, Path out, Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "train", "counts", text, "--out", out, "--method", "ppmi-svd", "--dimension", 2));
    args.addAll(List.of(more));
    Cli.Outcome outcome = new Cli(folder.resolve("cache")).run(args.toArray());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome;
  }
}
