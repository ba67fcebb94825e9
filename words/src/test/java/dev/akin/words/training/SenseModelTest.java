package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.encoder.Sha256;
import dev.akin.vector.FormatException;
import dev.akin.words.WordVectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What chooses senses in other texts, kept in a folder. */
class SenseModelTest {
  private static final String SETTINGS = "senses.properties";
  private static final List<String> FILES =
      List.of(SETTINGS, "words.tsv", "output.npy", "input.npy");

  @TempDir Path folder = Path.of("");
  private Path model = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    model = Files.createDirectory(folder.resolve("model"));
  }

  /** A bank by rivers and one with money, and words that stand in both. */
  private static WordSource text() {
    return sink -> {
      for (int line = 0; line < 400; line++) {
        String near = line % 2 == 0 ? "river water shore" : "money credit loan";
        for (String word : ("the bank " + near + " and").split(" ", -1)) {
          byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
          sink.word(bytes, 0, bytes.length);
        }
        sink.lineEnd();
      }
    };
  }

  private TrainedTables train(Method method, long seed) throws IOException {
    TrainingOptions options =
        TrainingOptions.builder(method).dimension(8).senses(2).sampling(1e-2).seed(seed).build();
    TrainingRun run = TrainingRun.in(folder);
    TrainedTables learned = new LookupTrainer(options).train(text(), run, TrainingListener.NONE);
    run.clear();
    return learned;
  }

  @ParameterizedTest
  @EnumSource(names = {"SENSES", "MSSG"})
  void aModelThatWasReadBackChoosesAsTheTablesDid(Method method) throws IOException {
    try (TrainedTables learned = train(method, 1)) {
      learned.writeModel(model);
      WordSenses before = learned.senses();
      try (SenseModel read = SenseModel.read(model);
          WordVectors vectors = read.senses().vectors()) {
        assertThat(read).hasToString("SenseModel[%s, 9 words, 8 d]".formatted(method.label()));
        assertThat(read.options().senses()).isEqualTo(2);
        WordSenses after = read.senses();
        int[] words = {
          read.find("the").orElseThrow(),
          read.find("Bank").orElseThrow(),
          read.find("RIVER").orElseThrow()
        };
        assertThat(read.find("banks")).isEmpty();
        int rows = 0;
        for (int word = 0; word < read.vocabulary().size(); word++) {
          assertThat(after.count(word)).isEqualTo(before.count(word));
          for (int sense = 0; sense < after.count(word); sense++, rows++) {
            assertThat(after.prior(word, sense)).isEqualTo(before.prior(word, sense));
            assertThat(after.vector(word, sense)).isEqualTo(before.vector(word, sense));
            assertThat(vectors.words().word(rows)).isEqualTo(after.name(word, sense));
            assertThat(vectors.vector(rows)).isEqualTo(after.vector(word, sense));
          }
        }
        assertThat(vectors.size()).isEqualTo(rows);
        for (int at = 0; at < words.length; at++) {
          assertThat(after.probabilities(words, at)).isEqualTo(before.probabilities(words, at));
          assertThat(after.context(words, at)).isEqualTo(before.context(words, at));
        }
      }
    }
  }

  @Test
  void whatLearnedNoSensesKeepsNoModel() throws IOException {
    try (TrainedTables learned =
        new LookupTrainer(TrainingOptions.builder(Method.CBOW).dimension(8).build())
            .train(text(), TrainingRun.in(folder), TrainingListener.NONE)) {
      assertThatThrownBy(() -> learned.writeModel(model))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cbow");
    }
    assertThatThrownBy(() -> SenseModel.read(model))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("no such file, and a model of senses has it");
  }

  @ParameterizedTest
  @EnumSource(names = {"SENSES", "MSSG"})
  void aFileThatIsCutAnywhereIsRefusedByName(Method method) throws IOException {
    write(method, 1);
    for (String name : FILES) {
      Path file = model.resolve(name);
      byte[] good = Files.readAllBytes(file);
      // Every length of what is read as fields, and some of the rows.
      for (int length = 0; length < good.length; length += length < 600 ? 1 : 97) {
        byte[] cut = Arrays.copyOf(good, length);
        Files.write(file, cut);
        assertThatThrownBy(() -> SenseModel.read(model).close())
            .as("%s of %d bytes", name, cut.length)
            .isInstanceOf(FormatException.class)
            .hasMessageContaining(name);
      }
      Files.write(file, good);
    }
    SenseModel.read(model).close();
  }

  @Test
  void aByteThatChangedAnywhereIsRefused() throws IOException {
    write(Method.MSSG, 1);
    for (String name : FILES) {
      Path file = model.resolve(name);
      byte[] good = Files.readAllBytes(file);
      for (int at = 0; at < good.length; at += at < 600 ? 7 : 97) {
        byte[] changed = good.clone();
        changed[at] ^= 1;
        Files.write(file, changed);
        assertThatThrownBy(() -> SenseModel.read(model).close())
            .as("%s changed at %d", name, at)
            .isInstanceOf(FormatException.class)
            .hasMessageContaining(model.toString());
      }
      Files.write(file, good);
    }
  }

  @Test
  void tablesOfAnotherModelAreRefused() throws IOException {
    write(Method.SENSES, 1);
    Path other = Files.createDirectory(folder.resolve("other"));
    try (TrainedTables learned = train(Method.SENSES, 2)) {
      learned.writeModel(other);
    }
    for (String name : List.of("output.npy", "input.npy")) {
      byte[] good = Files.readAllBytes(model.resolve(name));
      Files.write(model.resolve(name), Files.readAllBytes(other.resolve(name)));
      assertThatThrownBy(() -> SenseModel.read(model))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining(name)
          .hasMessageContaining("of another model");
      Files.write(model.resolve(name), good);
    }
  }

  /** Files that lie and have the right digests. */
  @Test
  void whatIsWholeButWrongIsRefusedToo() throws IOException {
    write(Method.SENSES, 1);
    refuses(SETTINGS, text -> text.replace("-senses-1", "-senses-9"), "akin-word-senses-9");
    refuses(SETTINGS, text -> text.replace("=SENSES", "=CBOW").replace("senses=2\n", ""), "cbow");
    refuses(SETTINGS, text -> text.replace("senses=2", "senses=3"), "input.npy");
    refuses(SETTINGS, text -> text.replace("senses=2", "senses=200"), "got 200");
    refuses(SETTINGS, text -> text.replace("dimension=8", "dimension=9"), "9 cells");
    refuses("words.tsv", text -> text.replaceFirst("\t[0-9]+", "\tmany"), "words.tsv:1");
    refuses("words.tsv", text -> text + "another\t9\n", "10 words");
    String nan = new String(new byte[] {0, 0, (byte) 0xc0, 0x7f}, StandardCharsets.ISO_8859_1);
    int cell = 128 + 4 * (3 * 8 + 5);
    for (String name : List.of("output.npy", "input.npy")) {
      refuses(
          name,
          text -> text.substring(0, cell) + nan + text.substring(cell + 4),
          name + ", row 3, cell 5: NaN");
    }
  }

  private void write(Method method, long seed) throws IOException {
    try (TrainedTables learned = train(method, seed)) {
      learned.writeModel(model);
    }
  }

  private void refuses(String name, UnaryOperator<String> damage, String said) throws IOException {
    byte[] settings = Files.readAllBytes(model.resolve(SETTINGS));
    Path file = model.resolve(name);
    byte[] good = Files.readAllBytes(file);
    String before = Sha256.hex(file);
    String damaged = damage.apply(new String(good, StandardCharsets.ISO_8859_1));
    Files.write(file, damaged.getBytes(StandardCharsets.ISO_8859_1));
    String signed =
        Files.readString(model.resolve(SETTINGS))
            .replace(before, Sha256.hex(file))
            .replaceFirst("identity=[0-9a-f]+\n$", "");
    Files.writeString(
        model.resolve(SETTINGS),
        "%sidentity=%s\n".formatted(signed, Sha256.hex(signed.getBytes(StandardCharsets.UTF_8))));
    assertThatThrownBy(() -> SenseModel.read(model).close())
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(said);
    Files.write(file, good);
    Files.write(model.resolve(SETTINGS), settings);
  }
}
