package dev.akin.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.format.tensor.ElementType;
import dev.akin.format.tensor.Safetensors;
import dev.akin.format.tensor.Tensor;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Static models of the tiny model's eight tokens, with rows computed by hand. */
class StaticFolderTest {
  /** Of [PAD] [UNK] [CLS] [SEP] red green blue query. */
  private static final float[] ROWS = {9, 9, 5, 5, 1, 0, 0, 1, 2, 0, 0, 4, 3, 3, 0, -6};

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), TinyModel.TOKENIZER);
    Files.writeString(
        folder.resolve("config.json"), "{\"model_type\":\"model2vec\",\"normalize\":false}");
    table(Tensor.of("embeddings", List.of(8L, 2L), ROWS));
  }

  private void table(Tensor... tensors) throws IOException {
    Safetensors.write(folder.resolve("model.safetensors"), List.of(tensors), Map.of());
  }

  private float[] row(String text) throws IOException {
    try (Encoder encoder = Encoder.open(folder)) {
      return encoder.encode(text, Role.DOCUMENT);
    }
  }

  @Test
  void model2vecAveragesKnownTokensWithoutSpecialOnes() throws IOException {
    assertThat(row("red nonsense green")).containsExactly(1, 2);
    assertThat(row("nonsense")).containsExactly(0, 0);
    assertThat(row("")).containsExactly(0, 0);
  }

  @Test
  void sentenceTransformersCountsUnknownTokensToo() throws IOException {
    Files.delete(folder.resolve("config.json"));
    Files.createDirectories(folder.resolve("0_StaticEmbedding"));
    Files.writeString(
        folder.resolve("modules.json"),
        """
        [{"idx":0,"name":"0","path":"0_StaticEmbedding","type":"sentence_transformers.models.StaticEmbedding"}]
        """);
    table(Tensor.of("embedding.weight", List.of(8L, 2L), ROWS));
    assertThat(row("red nonsense")).containsExactly(3.5f, 2.5f);
  }

  @Test
  void weightsAndMappingAreLookedUpByTheTokensOwnId() throws IOException {
    Files.writeString(
        folder.resolve("config.json"), "{\"model_type\":\"model2vec\",\"normalize\":true}");
    ByteBuffer mapping = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    for (long row : new long[] {0, 0, 0, 0, 0, 1, 1, 1}) {
      mapping.putLong(row);
    }
    table(
        Tensor.of("embeddings", List.of(2L, 2L), new float[] {1, 0, 0, 1}),
        Tensor.of("weights", List.of(8L), new float[] {1, 1, 1, 1, 3, 4, 1, 1}),
        new Tensor(
            "mapping", ElementType.I64, List.of(8L), MemorySegment.ofBuffer(mapping.flip())));
    assertThat(row("red green")).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
  }

  @Test
  void tablesThatDoNotFitTheirTokenizerAreRefused() throws IOException {
    table(Tensor.of("embeddings", List.of(3L, 2L), new float[6]));
    refused("token 3 has row 3, the table has 3; tokenizer and table are not of one model");
    table(Tensor.of("embeddings", List.of(16L), ROWS));
    refused("its embeddings has shape [16], not a table");
    table(
        Tensor.of("embeddings", List.of(8L, 2L), ROWS),
        Tensor.of("weights", List.of(2L), new float[2]));
    refused("its weights has 2 cells for 8 tokens");
    Files.delete(folder.resolve("model.safetensors"));
    refused("it has no model.safetensors");
  }

  private void refused(String message) {
    assertThatThrownBy(() -> Encoder.open(folder).close())
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theIdentityFollowsTheTable() throws IOException {
    String before = hash();
    assertThat(hash()).isEqualTo(before);
    float[] changed = ROWS.clone();
    changed[9] = 0.5f;
    table(Tensor.of("embeddings", List.of(8L, 2L), changed));
    assertThat(hash()).isNotEqualTo(before);
  }

  private String hash() throws IOException {
    try (Encoder encoder = Encoder.open(folder)) {
      assertThat(encoder.maxTokens()).isEqualTo(Integer.MAX_VALUE);
      assertThat(encoder.countTokens("red green")).isEqualTo(2);
      return encoder.identity().hash();
    }
  }
}
