package dev.akin.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.TestData;
import dev.akin.text.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The golden vectors that come with the bundled models are those of the independent path. {@code
 * -Dakin.golden=write} computes them anew.
 */
@Tag("slow")
class GoldenVectorsTest {
  private static final String TEXT = "Which birds steer by the stars at night?";

  @ParameterizedTest
  @ValueSource(strings = {"minilm", "bge-small", "minilm:int8", "bge-small:int8"})
  void storedVectorsAreThoseOfTheIndependentPath(String model) throws Exception {
    Path file =
        TestData.projectRoot()
            .resolve("encoder/src/main/resources/dev/akin/encoder/golden")
            .resolve(model.replace(':', '-') + ".json");
    double minimum = model.endsWith("int8") ? 0.99 : 0.9999;
    try (Reference reference = new Reference(model)) {
      float[] vector = reference.vector(TEXT);
      if ("write".equals(System.getProperty("akin.golden"))) {
        write(file, vector, minimum);
      }
      List<Golden> stored = Golden.parse(Files.readString(file), file.toString());
      assertThat(stored).hasSize(1);
      assertThat(stored.getFirst().text()).isEqualTo(TEXT);
      stored.getFirst().check(vector, model);
    }
  }

  private static void write(Path file, float[] vector, double minimum) throws Exception {
    List<Json> cells = new ArrayList<>();
    for (float cell : vector) {
      cells.add(Json.of(cell));
    }
    Map<String, Json> entry = new LinkedHashMap<>();
    entry.put("text", Json.of(TEXT));
    entry.put("vector", new Json.Array(cells));
    Map<String, Json> whole = new LinkedHashMap<>();
    whole.put("minimumCosine", Json.of(minimum));
    whole.put("texts", new Json.Array(List.of(new Json.Members(entry))));
    Files.writeString(file, new Json.Members(whole).toLine() + "\n");
  }
}
