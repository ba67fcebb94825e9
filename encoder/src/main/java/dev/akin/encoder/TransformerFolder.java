package dev.akin.encoder;

import dev.akin.text.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The Transformer module of a model folder: its weights, tokenizer, and limits. */
final class TransformerFolder {
  /** Where limits are kept; the first that exists counts. */
  private static final List<String> SENTENCE_CONFIGS =
      List.of(
          "sentence_bert_config.json",
          "sentence_roberta_config.json",
          "sentence_distilbert_config.json",
          "sentence_camembert_config.json",
          "sentence_albert_config.json",
          "sentence_xlm-roberta_config.json",
          "sentence_xlnet_config.json");

  /** Full precision first: reduced precision is taken only where there is nothing else. */
  private static final List<String> WEIGHTS =
      List.of(
          "onnx/model.onnx",
          "model.onnx",
          "onnx/model_O3.onnx",
          "onnx/model_O2.onnx",
          "onnx/model_O1.onnx",
          "onnx/model_fp16.onnx",
          "onnx/model_qint8_avx512_vnni.onnx",
          "onnx/model_qint8_avx512.onnx",
          "onnx/model_quint8_avx2.onnx",
          "onnx/model_qint8_arm64.onnx",
          "onnx/model_int8.onnx",
          "onnx/model_quantized.onnx",
          "onnx/model_uint8.onnx",
          "model_quantized.onnx");

  /** Models whose first two positions are not for tokens. */
  private static final Set<String> OFFSET_POSITIONS =
      Set.of("roberta", "xlm-roberta", "camembert", "mpnet", "xlm-roberta-xl");

  private static final int RESERVED_POSITIONS = 2;

  private final Path root;
  private final Path folder;
  private final Consumer<String> warnings;
  private final JsonFile config;

  /** The module in {@code folder} of the model in {@code root}; the two are mostly the same. */
  TransformerFolder(Path root, Path folder, Consumer<String> warnings) throws IOException {
    this.root = root;
    this.folder = folder;
    this.warnings = warnings;
    this.config = JsonFile.readIfThere(folder.resolve("config.json"));
  }

  /**
   * The graph to run.
   *
   * @throws FormatException if there is none, saying how to make one
   */
  WeightFile weights() throws IOException {
    for (String name : WEIGHTS) {
      Optional<Path> file = find(name);
      if (file.isPresent()) {
        if (!name.endsWith("model.onnx")) {
          warnings.accept("%s has no model.onnx: %s is used".formatted(root, name));
        }
        return new WeightFile.OnDisk(file.get(), externalData(file.get()));
      }
    }
    throw new FormatException(root.toString(), withoutWeights());
  }

  private String withoutWeights() {
    String export =
        ": export the graph with “optimum-cli export onnx --model %s --task feature-extraction %s/onnx”"
            .formatted(root, root);
    if (find("model.safetensors").isPresent()) {
      return "it has model.safetensors but no onnx/model.onnx" + export;
    }
    if (find("pytorch_model.bin").isPresent()) {
      return "it has only pytorch_model.bin, which cannot be run here" + export;
    }
    return "it has no onnx/model.onnx";
  }

  /** Tensors kept outside the graph, which must lie beside it. */
  private static List<Path> externalData(Path onnx) throws IOException {
    String stem = onnx.getFileName().toString();
    try (Stream<Path> files = Files.list(onnx.toAbsolutePath().getParent())) {
      return files
          .filter(file -> isExternalData(file.getFileName().toString(), stem))
          .sorted()
          .toList();
    }
  }

  private static boolean isExternalData(String name, String stem) {
    return name.startsWith(stem + "_data") || name.equals(stem + ".data");
  }

  /** Its {@code tokenizer.json}, or the vocabulary of an older BERT model. */
  TokenizerFile tokenizer() {
    return find("tokenizer.json")
        .<TokenizerFile>map(TokenizerFile.OnDisk::new)
        .or(() -> find("vocab.txt").map(TokenizerFile.Vocabulary::new))
        .orElseThrow(() ->
            new FormatException(
                root.toString(),
                "it has neither tokenizer.json nor vocab.txt: load it with transformers and save it"
                    + " with its fast tokenizer"));
  }

  /** The first of this module's folder and the model's that has the file. */
  private Optional<Path> find(String name) {
    return Stream.of(folder, root)
        .map(place -> place.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  int padId() {
    return config.findDouble("pad_token_id").isPresent()
        ? (int) Math.max(0, config.findDouble("pad_token_id").getAsDouble())
        : 0;
  }

  boolean lowerCases() throws IOException {
    return sentenceConfig().isTrue("do_lower_case", false);
  }

  /** The stated limit, else the smaller of the model's positions and the tokenizer's limit. */
  int maxTokens() throws IOException {
    OptionalInt positions = positions();
    OptionalInt stated = sentenceConfig().findPositive("max_seq_length");
    if (stated.isPresent()) {
      if (positions.isPresent() && stated.getAsInt() > positions.getAsInt()) {
        throw sentenceConfig()
            .error(
                "its max_seq_length is %d, the model has positions for %d tokens"
                    .formatted(stated.getAsInt(), positions.getAsInt()));
      }
      return stated.getAsInt();
    }
    List<Integer> limits = new ArrayList<>();
    positions.ifPresent(limits::add);
    Optional<Path> tokenizer = find("tokenizer_config.json");
    if (tokenizer.isPresent()) {
      JsonFile.read(tokenizer.get()).findPositive("model_max_length").ifPresent(limits::add);
    }
    return limits.stream()
        .min(Integer::compare)
        .orElseThrow(() ->
            new FormatException(
                root.toString(),
                "nothing says how many tokens it reads: put {\"max_seq_length\": 512} with the"
                    + " right number into sentence_bert_config.json"));
  }

  private OptionalInt positions() {
    OptionalInt positions = config.findPositive("max_position_embeddings");
    String type = config.findText("model_type").orElse("");
    return positions.isPresent() && OFFSET_POSITIONS.contains(type)
        ? OptionalInt.of(positions.getAsInt() - RESERVED_POSITIONS)
        : positions;
  }

  private JsonFile sentenceConfig() throws IOException {
    for (String name : SENTENCE_CONFIGS) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        return JsonFile.read(file);
      }
    }
    return JsonFile.readIfThere(folder.resolve(SENTENCE_CONFIGS.getFirst()));
  }
}
