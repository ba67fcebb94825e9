package dev.akin.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.head.Pooling;
import dev.akin.format.tensor.Safetensors;
import dev.akin.format.tensor.Tensor;
import dev.akin.text.FormatException;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;

class ModelFolderTest {
  private static final Offset<Float> CLOSE = within(1e-6f);

  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();
  private final EncoderOptions options = EncoderOptions.defaults().withWarnings(warnings::add);

  @BeforeEach
  void write() throws IOException {
    TinyModel.write(folder);
  }

  private void put(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  private void modules(String... kindsAndPaths) throws IOException {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < kindsAndPaths.length; i += 2) {
      entries.add(
          "{\"idx\":%d,\"name\":\"%d\",\"path\":\"%s\",\"type\":\"sentence_transformers.models.%s\"}"
              .formatted(i / 2, i / 2, kindsAndPaths[i + 1], kindsAndPaths[i]));
    }
    put("modules.json", entries.toString());
  }

  private float[] row(String text, Role role) throws IOException {
    try (Encoder encoder = Encoder.open(folder, options)) {
      return encoder.encode(text, role);
    }
  }

  private void refused(String message) {
    assertThatThrownBy(() -> Encoder.open(folder, options).close())
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  @DefaultLocale("ar-EG")
  void theIdentityIsTheSameInEveryLanguage() throws IOException {
    String arabic;
    try (Encoder encoder = Encoder.open(folder, options)) {
      arabic = encoder.identity().hash();
    }
    Locale.setDefault(Locale.ROOT);
    try (Encoder encoder = Encoder.open(folder, options)) {
      assertThat(encoder.identity().hash()).isEqualTo(arabic);
    }
  }

  @Test
  void rowsAreWhatTheModulesSayComputedByHand() throws IOException {
    // [CLS] red green [SEP]: (1,0) (2,0) (0,4) (0,1), mean (3/4, 5/4).
    float length = (float) Math.sqrt(9 + 25);
    assertThat(row("red green", Role.DOCUMENT))
        .containsExactly(new float[] {3 / length, 5 / length}, CLOSE);
    assertThat(warnings).isEmpty();
  }

  @Test
  void withoutModulesTheMeanIsTakenAndThatIsReported() throws IOException {
    Files.delete(folder.resolve("modules.json"));
    assertThat(row("red green", Role.DOCUMENT)).containsExactly(0.75f, 1.25f);
    assertThat(warnings)
        .containsExactly(
            folder
                + " has no modules.json: its token rows are averaged and not brought to length 1");
  }

  private static final String E5_PROMPTS =
      "{\"prompts\":{\"query\":\"query: \",\"document\":\"passage: \"}}";

  /** The identity of a model of that folder's name, with a configuration of prompts or without. */
  private String identity(String name, String prompts) throws IOException {
    Path named = TinyModel.write(folder.resolve(name));
    if (!prompts.isEmpty()) {
      Files.writeString(named.resolve("config_sentence_transformers.json"), prompts);
    }
    try (Encoder encoder = Encoder.open(named, options)) {
      return encoder.identity().hash();
    }
  }

  @Test
  void aFolderThatNamesNoPromptsGetsThoseOfItsFamilyAndThatIsReported() throws IOException {
    String withPrompts = identity("some-model", E5_PROMPTS);
    String withOthers = identity("other-model", "{\"prompts\":{\"query\":\"red \"}}");
    assertThat(identity("plain-model", "")).isNotIn(withPrompts, withOthers);
    assertThat(warnings).isEmpty();
    for (String name :
        List.of(
            "e5-small-v2",
            "intfloat_multilingual-E5-base",
            "e5-large-v2-onnx",
            "models--intfloat--e5-base/snapshots/0a1b2c")) {
      assertThat(identity(name, "")).as(name).isEqualTo(withPrompts);
      assertThat(warnings)
          .containsExactly(
              folder.resolve(name)
                  + " names no prompts: those of E5 are put before queries (“query: ”) and"
                  + " documents (“passage: ”)");
      warnings.clear();
    }
    // As sentence-transformers writes them by itself.
    assertThat(identity("e5-base-v2", "{\"prompts\":{\"query\":\"\",\"document\":\"\"}}"))
        .isEqualTo(withPrompts);
    warnings.clear();
    assertThat(identity("e5-large", "{\"prompts\":{\"query\":\"red \"}}")).isEqualTo(withOthers);
    assertThat(warnings).isEmpty();
  }

  @Test
  void promptsAskedForGoBeforeThoseOfTheFamily() throws IOException {
    String plain = identity("plain-model", "");
    Path e5 = TinyModel.write(folder.resolve("e5-small-v2"));
    try (Encoder encoder = Encoder.open(e5, options.withPrompts(Prompts.NONE))) {
      assertThat(encoder.identity().hash()).isEqualTo(plain);
      assertThat(encoder.findTreatment())
          .contains(new Treatment(Optional.of(new Pooling.Mean()), true, Prompts.NONE));
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void aFolderWithoutModulesIsPooledAsItsFamilyIs() throws IOException {
    Path bge = TinyModel.write(folder.resolve("bge-base-en-v1.5"));
    Files.delete(bge.resolve("modules.json"));
    try (Encoder encoder = Encoder.open(bge, options)) {
      // The first token's row, (1, 0), has length 1.
      assertThat(encoder.encode("red green", Role.DOCUMENT)).containsExactly(1, 0);
      assertThat(encoder.findTreatment().orElseThrow().prompts().query())
          .isEqualTo("Represent this sentence for searching relevant passages: ");
    }
    assertThat(warnings)
        .hasSize(2)
        .first()
        .isEqualTo(
            bge
                + " has no modules.json: its token rows are pooled as BGE (English) has it"
                + " (FirstToken[]) and brought to length 1");
  }

  @Test
  void newNamesOfModulesAndPoolingsAreRead() throws IOException {
    put(
        "modules.json",
        """
        [{"idx":0,"name":"0","path":"","type":"sentence_transformers.base.modules.transformer.Transformer"},
         {"idx":1,"name":"1","path":"1_Pooling","type":"sentence_transformers.sentence_transformer.modules.pooling.Pooling"}]
        """);
    put("1_Pooling/config.json", "{\"embedding_dimension\":2,\"pooling_mode\":[\"mean\",\"cls\"]}");
    assertThat(row("red green", Role.DOCUMENT)).containsExactly(1, 0, 0.75f, 1.25f);
  }

  @Test
  void severalOldFlagsAreConcatenatedInTheDocumentedOrder() throws IOException {
    modules("Transformer", "", "Pooling", "1_Pooling");
    put(
        "1_Pooling/config.json",
        """
        {"pooling_mode_lasttoken":true,"pooling_mode_max_tokens":true,"pooling_mode_cls_token":true}
        """);
    assertThat(row("red green", Role.DOCUMENT)).containsExactly(1, 0, 2, 4, 0, 1);
  }

  @Test
  void denseLayersWithActivationAndResidualAreApplied() throws IOException {
    modules("Transformer", "", "Dropout", "1_Dropout", "Pooling", "1_Pooling", "Dense", "2_Dense");
    put(
        "2_Dense/config.json",
        """
        {"in_features":2,"out_features":2,"bias":true,"use_residual":true,
         "activation_function":"torch.nn.modules.activation.ReLU"}
        """);
    Safetensors.write(
        folder.resolve("2_Dense/model.safetensors"),
        List.of(
            Tensor.of("linear.weight", List.of(2L, 2L), new float[] {1, 1, 0, -1}),
            Tensor.of("linear.bias", List.of(2L), new float[] {1, 0})),
        Map.of());
    // pooled (3/4, 5/4): relu(2 + 1, -5/4) plus itself.
    assertThat(row("red green", Role.DOCUMENT)).containsExactly(3.75f, 1.25f);
  }

  @Test
  void layerNormIsApplied() throws IOException {
    modules("Transformer", "", "Pooling", "1_Pooling", "LayerNorm", "2_LayerNorm");
    put("2_LayerNorm/config.json", "{\"dimension\":2}");
    Safetensors.write(
        folder.resolve("2_LayerNorm/model.safetensors"),
        List.of(
            Tensor.of("norm.weight", List.of(2L), new float[] {2, 1}),
            Tensor.of("norm.bias", List.of(2L), new float[] {0, 10})),
        Map.of());
    // (3/4, 5/4): mean 1, variance 1/16.
    assertThat(row("red green", Role.DOCUMENT))
        .containsExactly(new float[] {-2, 11}, within(1e-3f));
  }

  @Test
  void promptsComeBeforeTheTextByRole() throws IOException {
    put(
        "config_sentence_transformers.json",
        """
        {"prompts":{"query":"query ","passage":"blue "},"similarity_fn_name":"dot"}
        """);
    modules("Transformer", "", "Pooling", "1_Pooling");
    // [CLS] query red [SEP]: (1,0) (0,-6) (2,0) (0,1).
    assertThat(row("red", Role.QUERY)).containsExactly(0.75f, -1.25f);
    assertThat(row("red", Role.DOCUMENT)).containsExactly(1.5f, 1);
    try (Encoder plain = Encoder.open(folder, options.withPrompts(Prompts.NONE))) {
      assertThat(plain.encode("red", Role.QUERY)).containsExactly(new float[] {1, 1 / 3f}, CLOSE);
      assertThat(plain.similarity()).isEqualTo(Similarity.DOT);
    }
  }

  @Test
  void promptsAreLeftOutOfPoolingWhenTheModelSaysSo() throws IOException {
    put("config_sentence_transformers.json", "{\"prompts\":{\"query\":\"query \"}}");
    put("1_Pooling/config.json", "{\"pooling_mode\":\"mean\",\"include_prompt\":false}");
    modules("Transformer", "", "Pooling", "1_Pooling");
    // Of [CLS] query red [SEP] only red and [SEP] are averaged.
    assertThat(row("red", Role.QUERY)).containsExactly(1, 0.5f);
  }

  @Test
  void truncateDimCutsAndBringsBackToLengthOne() throws IOException {
    put("config_sentence_transformers.json", "{\"truncate_dim\":1}");
    assertThat(row("red green", Role.DOCUMENT)).containsExactly(1);
  }

  @Test
  void textsAreLowerCasedWhenTheModelSaysSo() throws IOException {
    put("sentence_bert_config.json", "{\"max_seq_length\":8,\"do_lower_case\":true}");
    assertThat(row("RED", Role.DOCUMENT)).isEqualTo(row("red", Role.DOCUMENT));
  }

  @Test
  void aGraphThatPoolsByItselfIsTakenAtItsWord() throws IOException {
    Files.write(
        folder.resolve("onnx/model.onnx"),
        TinyModel.graph(List.of("input_ids", "attention_mask"), "sentence_embedding"));
    float length = (float) Math.sqrt(9 + 25);
    assertThat(row("red green", Role.DOCUMENT))
        .containsExactly(new float[] {3 / length, 5 / length}, CLOSE);
  }

  @Test
  void inputsAreGivenByNameAndOnlyThoseTheGraphDeclares() throws IOException {
    float[] two = row("red", Role.DOCUMENT);
    Files.write(
        folder.resolve("onnx/model.onnx"),
        TinyModel.graph(
            List.of("position_ids", "token_type_ids", "input_ids", "attention_mask"),
            "token_embeddings"));
    assertThat(row("red", Role.DOCUMENT)).isEqualTo(two);
    Files.write(
        folder.resolve("onnx/model.onnx"),
        TinyModel.graph(List.of("input_ids", "pixel_values"), "last_hidden_state"));
    refused("its graph wants an input pixel_values, which a text encoder does not have");
  }

  @Test
  void graphsThatAreNoTextEncodersAreRefused() throws IOException {
    Files.write(folder.resolve("onnx/model.onnx"), TinyModel.graph(List.of("input_ids"), "logits"));
    refused(
        "not a text encoder: its graph gives [logits], none of last_hidden_state, token_embeddings,"
            + " sentence_embedding");
  }

  @Test
  void theLimitIsTheStatedOneElseTheSmallestOfTheConfigurations() throws IOException {
    try (Encoder encoder = Encoder.open(folder, options)) {
      assertThat(encoder.maxTokens()).isEqualTo(8);
    }
    Files.delete(folder.resolve("sentence_bert_config.json"));
    put("tokenizer_config.json", "{\"model_max_length\":1e30}");
    try (Encoder encoder = Encoder.open(folder, options)) {
      assertThat(encoder.maxTokens()).isEqualTo(16);
    }
    put("config.json", "{\"model_type\":\"xlm-roberta\",\"max_position_embeddings\":514}");
    try (Encoder encoder = Encoder.open(folder, options.withMaxTokens(100))) {
      assertThat(encoder.maxTokens()).isEqualTo(100);
    }
    put("sentence_bert_config.json", "{\"max_seq_length\":513}");
    refused("its max_seq_length is 513, the model has positions for 512 tokens");
    Files.delete(folder.resolve("sentence_bert_config.json"));
    Files.delete(folder.resolve("config.json"));
    Files.delete(folder.resolve("tokenizer_config.json"));
    refused("nothing says how many tokens it reads");
    assertThatThrownBy(
            () -> {
              TinyModel.write(folder);
              Encoder.open(folder, options.withMaxTokens(9)).close();
            })
        .hasMessage("the model reads 1 to 8 tokens, 9 were asked for");
    assertThatThrownBy(() -> Encoder.open(folder, options.withMaxTokens(2)).close())
        .hasMessageContaining("it reads 2 tokens, of which 2 are special: no room for a text");
  }

  @Test
  void theLimitInTheTokenizerFileIsNotObeyed() throws IOException {
    try (Encoder encoder = Encoder.open(folder, options)) {
      assertThat(encoder.countTokens("red red red red")).isEqualTo(6);
      try (Matrix row = Matrix.allocate(1, 2)) {
        assertThat(encoder.encode(List.of("red red red red"), Role.DOCUMENT, row, 0))
            .isEqualTo(new EncodingReport(1, 6, 0, 0));
      }
    }
  }

  @Test
  void anOlderBertFolderIsReadByItsVocabulary() throws IOException {
    float[] row = row("red green", Role.DOCUMENT);
    Files.delete(folder.resolve("tokenizer.json"));
    put("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\nred\ngreen\nblue\nquery\n");
    put("tokenizer_config.json", "{\"do_lower_case\":false}");
    String identity;
    try (Encoder encoder = Encoder.open(folder, options)) {
      assertThat(encoder.encode("red green", Role.DOCUMENT)).isEqualTo(row);
      assertThat(encoder.findTokenEncoder().orElseThrow().tokenizerJson().find("model"))
          .isPresent();
      identity = encoder.identity().hash();
    }
    try (Encoder again = Encoder.open(folder, options)) {
      assertThat(again.identity().hash()).isEqualTo(identity);
    }
    put("tokenizer_config.json", "{\"do_lower_case\":true}");
    try (Encoder other = Encoder.open(folder, options)) {
      assertThat(other.identity().hash()).isNotEqualTo(identity);
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void missingPiecesAreNamed() throws IOException {
    Files.delete(folder.resolve("tokenizer.json"));
    refused(
        folder
            + ": it has neither tokenizer.json nor vocab.txt: load it with transformers and save it"
            + " with its fast tokenizer");
    Files.delete(folder.resolve("onnx/model.onnx"));
    refused(folder + ": it has no onnx/model.onnx");
    put("pytorch_model.bin", "");
    refused("it has only pytorch_model.bin, which cannot be run here: export the graph with");
    put("model.safetensors", "");
    refused("it has model.safetensors but no onnx/model.onnx: export the graph with");
    assertThatThrownBy(() -> Encoder.open(folder.resolve("nowhere")))
        .hasMessage(folder.resolve("nowhere") + ": no such folder");
  }

  @Test
  void reducedWeightsAreTakenOnlyWhereThereIsNothingElseAndNamed() throws IOException {
    Files.move(folder.resolve("onnx/model.onnx"), folder.resolve("onnx/model_quantized.onnx"));
    row("red", Role.DOCUMENT);
    assertThat(warnings)
        .containsExactly(folder + " has no model.onnx: onnx/model_quantized.onnx is used");
  }

  @Test
  void modulesThatCannotBeRunAreNamed() throws IOException {
    modules("Transformer", "", "Pooling", "1_Pooling", "CNN", "2_CNN");
    refused(
        "its modules.json names a module CNN, which is not one of Transformer, StaticEmbedding,"
            + " Pooling,");
    modules("BoW", "");
    refused("its first module is BoW; only Transformer and StaticEmbedding can be run here");
    modules("Transformer", "", "Normalize", "1_Normalize", "Pooling", "1_Pooling");
    refused("its modules.json has Normalize before Pooling, which cannot be run here");
    modules("Transformer", "", "Pooling", "1_Pooling", "Pooling", "1_Pooling");
    refused("its modules.json names 2 poolings");
    modules("Transformer", "../..");
    refused("its path \"../..\" leads out of the model's folder");
    put("modules.json", "{}");
    refused("modules.json: expected a list of modules");
  }

  @Test
  void wrongConfigurationsAreNamedWithFileAndValue() throws IOException {
    put("1_Pooling/config.json", "{\"pooling_mode\":\"median\"}");
    refused("its pooling_mode is median, expected one of [cls, max, mean,");
    put("1_Pooling/config.json", "{\"pooling_mode_mean_tokens\":1}");
    refused("its \"pooling_mode_mean_tokens\" is 1, expected true or false");
    Files.delete(folder.resolve("1_Pooling/config.json"));
    refused("config.json: no such file, and the model needs it");
    put("1_Pooling/config.json", "{\"pooling_mode\":\"mean\"");
    refused("1_Pooling/config.json");
    put("1_Pooling/config.json", "{}");
    put("config_sentence_transformers.json", "{\"similarity_fn_name\":\"manhattan\"}");
    refused("its similarity_fn_name is manhattan, expected cosine, dot or euclidean");
    put("config_sentence_transformers.json", "{\"truncate_dim\":7}");
    assertThatThrownBy(() -> Encoder.open(folder, options).close())
        .hasMessageContaining("rows of 2 cells cannot be cut to 7");
  }

  @Test
  void denseFoldersThatLieAreNamed() throws IOException {
    modules("Transformer", "", "Pooling", "1_Pooling", "Dense", "2_Dense");
    put(
        "2_Dense/config.json",
        "{\"in_features\":3,\"out_features\":1,\"activation_function\":\"x.Tanh\"}");
    refused("2_Dense: it has no model.safetensors");
    put("2_Dense/pytorch_model.bin", "");
    refused("it has only pytorch_model.bin, which is a program, not data");
    Safetensors.write(
        folder.resolve("2_Dense/model.safetensors"),
        List.of(
            Tensor.of("linear.weight", List.of(1L, 3L), new float[3]),
            Tensor.of("linear.bias", List.of(1L), new float[1])),
        Map.of());
    refused("its parts do not fit: a dense layer for rows of 3 cells got rows of 2");
    put("2_Dense/config.json", "{\"in_features\":2,\"out_features\":1}");
    refused("tensor linear.weight: its shape is [1, 3], config.json says [1, 2]");
    put(
        "2_Dense/config.json",
        "{\"in_features\":2,\"out_features\":1,\"activation_function\":\"x.Mish\"}");
    refused("its activation_function x.Mish is not one of Identity, Tanh,");
  }

  @Test
  void damagedGraphsAreRefusedInOneSentence() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("onnx/model.onnx"));
    for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
      Files.write(folder.resolve("onnx/model.onnx"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Encoder.open(folder, options).close())
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith(folder.resolve("onnx/model.onnx").toString());
    }
  }

  @Test
  void aGoldenFileIsTriedAtOpening() throws IOException {
    float length = (float) Math.sqrt(9 + 25);
    put(
        "golden.json",
        "{\"texts\":[{\"text\":\"red green\",\"vector\":[%s,%s]}]}"
            .formatted(3 / length, 5 / length));
    row("red", Role.QUERY);
    put("golden.json", "{\"texts\":[{\"text\":\"red green\",\"vector\":[1,0]}]}");
    refused(
        "the self-test failed: the row of “red green” has 2 cells and cosine 0.514496 to the 2"
            + " expected");
    put("golden.json", "{\"texts\":[{\"text\":\"red green\",\"vector\":[1,\"x\"]}]}");
    refused("its vector holds \"x\", not a number");
  }

  @Test
  void theIdentityChangesWithWhateverChangesRows() throws IOException {
    List<String> hashes = new ArrayList<>();
    hashes.add(hash(options));
    assertThat(hash(options)).isEqualTo(hashes.getFirst());
    assertThat(hash(options.withThreads(1).withTruncation(Truncation.CUT)))
        .isEqualTo(hashes.getFirst());
    hashes.add(hash(options.withPrompts(new Prompts("query ", ""))));
    hashes.add(hash(options.withTruncation(Truncation.SPLIT)));
    hashes.add(hash(options.withDimension(1)));
    hashes.add(hash(options.withMaxTokens(7)));
    put("1_Pooling/config.json", "{\"pooling_mode\":\"cls\"}");
    hashes.add(hash(options));
    put("tokenizer.json", TinyModel.TOKENIZER + " ");
    hashes.add(hash(options));
    byte[] graph = Files.readAllBytes(folder.resolve("onnx/model.onnx"));
    graph[indexOfLastWeight(graph)] ^= 1;
    Files.write(folder.resolve("onnx/model.onnx"), graph);
    hashes.add(hash(options));
    assertThat(hashes).doesNotHaveDuplicates();
  }

  private static int indexOfLastWeight(byte[] graph) {
    // −6 as a little-endian float ends in C0 C0; its lowest byte is the first of four.
    for (int i = graph.length - 4; i > 0; i--) {
      if (graph[i] == 0
          && graph[i + 1] == 0
          && graph[i + 2] == (byte) 0xC0
          && graph[i + 3] == (byte) 0xC0) {
        return i;
      }
    }
    throw new AssertionError("no weight −6 in the graph");
  }

  private String hash(EncoderOptions changed) throws IOException {
    try (Encoder encoder = Encoder.open(folder, changed)) {
      return encoder.identity().hash();
    }
  }
}
