package dev.akin.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.text.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
  @TempDir Path folder;

  private final EncoderOptions options = EncoderOptions.defaults();

  @Test
  void modelsAreListedWithWhatOneAsksBeforeUsingThem() {
    assertThat(Models.list())
        .extracting(ModelCard::name)
        .containsExactly("minilm", "bge-small", "minilm:int8", "bge-small:int8");
    ModelCard card = Models.find("bge-small").orElseThrow();
    assertThat(card.maxTokens()).isEqualTo(512);
    assertThat(card.prompts().query())
        .isEqualTo("Represent this sentence for searching relevant passages: ");
    assertThat(card.isPresent()).isTrue();
    assertThat(card.isNormalized()).isTrue();
    assertThat(Models.find("nobody")).isEmpty();
  }

  @Test
  void namesOpenModelsHashedEncodersAndFolders() throws IOException {
    try (Encoder hashed = Models.open("hashed-64", options);
        Encoder tiny = Models.open(TinyModel.write(folder).toString(), options)) {
      assertThat(hashed.dimension()).isEqualTo(64);
      assertThat(tiny.dimension()).isEqualTo(2);
    }
    assertThatThrownBy(() -> Models.open("nobody", options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no model or folder is called nobody; models: minilm, bge-small, minilm:int8,"
                + " bge-small:int8, hashed-256");
  }

  @Test
  void theCacheFolderIsFilledOnceUsedAgainAndMendedWhenDamaged() throws IOException {
    EncoderOptions cached = options.withCacheFolder(folder);
    String hash;
    try (Encoder encoder = Models.open("minilm:int8", cached);
        Encoder direct = Models.open("minilm:int8", options)) {
      hash = encoder.identity().hash();
      assertThat(direct.identity().hash()).isEqualTo(hash);
    }
    Path weights = onlyFile(folder);
    byte[] whole = Files.readAllBytes(weights);
    long written = Files.getLastModifiedTime(weights).toMillis();
    Models.open("minilm:int8", cached).close();
    assertThat(Files.getLastModifiedTime(weights).toMillis()).isEqualTo(written);
    byte[] damaged = whole.clone();
    damaged[damaged.length / 2] ^= 8;
    for (byte[] bad : List.of(damaged, new byte[whole.length], new byte[10])) {
      Files.write(weights, bad);
      try (Encoder encoder = Models.open("minilm:int8", cached)) {
        assertThat(encoder.identity().hash()).isEqualTo(hash);
      }
      assertThat(Files.readAllBytes(weights)).isEqualTo(whole);
    }
  }

  @Test
  void aCacheFolderThatCannotBeUsedIsReportedOnceAndDoneWithout() throws IOException {
    Path file = Files.writeString(folder.resolve("cache"), "a file where the folder should be");
    List<String> warnings = new ArrayList<>();
    EncoderOptions unusable = options.withCacheFolder(file).withWarnings(warnings::add);
    try (Encoder encoder = Models.open("minilm:int8", unusable);
        Encoder direct = Models.open("minilm:int8", options)) {
      assertThat(encoder.identity()).isEqualTo(direct.identity());
    }
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("the cache folder " + file)
        .endsWith("so models are unpacked again at each start");
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".onnx")).findFirst().orElseThrow();
    }
  }

  @Test
  void jarsWithOtherFilesThanExpectedAreRefused() {
    String right = "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1";
    String wrong = "0".repeat(64);
    String resource = "all-minilm-l6-v2-q.onnx";
    assertThatThrownBy(
            () -> new WeightFile.OnClassPath(resource, 22_972_370, wrong).load(Optional.empty(), 0))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("its SHA-256 is " + right + ", expected " + wrong);
    assertThatThrownBy(
            () -> new WeightFile.OnClassPath(resource, 22_972_371, right).load(Optional.empty(), 0))
        .hasMessageContaining("it has 22972370 bytes, expected 22972371");
    assertThatThrownBy(
            () -> new WeightFile.OnClassPath(resource, 1000, right).load(Optional.empty(), 0))
        .hasMessageContaining("it has more than 1000 bytes, expected 1000");
    assertThatThrownBy(() -> ClassPath.open("nothing.onnx"))
        .hasMessage("no jar on the class path holds nothing.onnx: add the model's artifact");
  }

  @Test
  void optionsAreBounded() {
    assertThatThrownBy(() -> options.withThreads(0))
        .hasMessage("an encoder runs on 1 to 1024 threads, got 0");
  }
}
