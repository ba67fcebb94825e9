package dev.akin.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {
  private final JsonFile file =
      JsonFile.parse(
          "{\"text\":\"a\",\"n\":12,\"huge\":1e30,\"zero\":0,\"null\":null,\"list\":[1],\"o\":{}}",
          "c.json");

  @Test
  void valuesComeInTheirTypesAndNullIsAbsent() {
    assertThat(file.requireText("text")).isEqualTo("a");
    assertThat(file.requirePositive("n")).isEqualTo(12);
    assertThat(file.findPositive("huge")).isEqualTo(OptionalInt.of(Integer.MAX_VALUE));
    assertThat(file.has("null")).isFalse();
    assertThat(file.findPositive("null")).isEmpty();
    assertThat(file.requireItems("list")).hasSize(1);
    assertThat(file.object("nothing").has("x")).isFalse();
  }

  @Test
  void wrongValuesAreNamedWithTheFile() {
    assertThatThrownBy(() -> file.requireText("n"))
        .hasMessage("c.json: its \"n\" is 12, expected a string");
    assertThatThrownBy(() -> file.requireText("none")).hasMessage("c.json: it has no \"none\"");
    assertThatThrownBy(() -> file.requireItems("none")).hasMessage("c.json: it has no \"none\"");
    assertThatThrownBy(() -> file.requirePositive("none")).hasMessage("c.json: it has no \"none\"");
    assertThatThrownBy(() -> file.findPositive("zero"))
        .hasMessage("c.json: its \"zero\" is 0.0, expected 1 or more");
    assertThatThrownBy(() -> file.findDouble("text"))
        .hasMessage("c.json: its \"text\" is \"a\", expected a number");
    assertThatThrownBy(() -> file.requireItems("o"))
        .hasMessage("c.json: its \"o\" is {}, expected a list");
    assertThatThrownBy(() -> file.object("n"))
        .hasMessage("c.json, \"n\": expected an object, found 12");
    assertThatThrownBy(() -> JsonFile.parse("[1]", "d.json"))
        .hasMessage("d.json: expected an object, found [1]");
  }

  @Test
  void whatIsTooLargeForAConfigurationIsNotRead(@TempDir Path folder) throws IOException {
    Path large = folder.resolve("config.json");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(1L << 31);
    }
    assertThatThrownBy(() -> JsonFile.read(large))
        .hasMessage(large + ": 2147483648 bytes are too many for a configuration");
  }
}
