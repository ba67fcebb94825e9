package dev.akin.encoder;

import dev.akin.encoder.ModelCard.Precision;
import dev.akin.encoder.head.Head;
import dev.akin.encoder.head.Pooling;
import dev.akin.encoder.head.RowLayer;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The models that come as Maven artifacts with their ONNX files: one row of data each.
 *
 * <p>Pooling, prompts and limits are those of the models' own cards; the limit in the tokenizer
 * files that come along (128 tokens) is one that was used to train them, and is not obeyed.
 */
enum Bundled {
  MINILM(
      "minilm",
      Family.MINILM,
      Precision.FLOAT32,
      new Files(
          "all-minilm-l6-v2",
          "all-minilm-l6-v2",
          90_387_606,
          "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e")),
  MINILM_INT8(
      "minilm:int8",
      Family.MINILM,
      Precision.INT8,
      new Files(
          "all-minilm-l6-v2-q",
          "all-minilm-l6-v2-q",
          22_972_370,
          "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1")),
  BGE_SMALL(
      "bge-small",
      Family.BGE_SMALL,
      Precision.FLOAT32,
      new Files(
          "bge-small-en-v15",
          "bge-small-en-v1.5",
          133_093_490,
          "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35")),
  BGE_SMALL_INT8(
      "bge-small:int8",
      Family.BGE_SMALL,
      Precision.INT8,
      new Files(
          "bge-small-en-v15-q",
          "bge-small-en-v1.5-q",
          34_014_426,
          "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4"));

  private static final int DIMENSION = 384;

  /** The artifact's last part, the stem of its files, and what its ONNX file must be. */
  private record Files(String artifact, String stem, long bytes, String sha256) {}

  private enum Family {
    MINILM(new Pooling.Mean(), Prompts.NONE, 256, "Apache-2.0"),
    BGE_SMALL(
        new Pooling.FirstToken(),
        new Prompts("Represent this sentence for searching relevant passages: ", ""),
        512,
        "MIT");

    private final Recipe recipe;
    private final String licence;

    Family(Pooling pooling, Prompts prompts, int maxTokens, String licence) {
      Head head = new Head(pooling, List.of(new RowLayer.Normalize()));
      this.recipe = new Recipe(head, prompts, true, false, maxTokens, Similarity.COSINE);
      this.licence = licence;
    }
  }

  private final String modelName;
  private final Family family;
  private final Precision precision;
  private final Files files;

  Bundled(String modelName, Family family, Precision precision, Files files) {
    this.modelName = modelName;
    this.family = family;
    this.precision = precision;
    this.files = files;
  }

  String modelName() {
    return modelName;
  }

  /** Opens it and tries it on its golden text. */
  Encoder open(EncoderOptions options) throws IOException {
    if (!card().isPresent()) {
      throw new IllegalArgumentException(
          "%s is not on the class path: add the artifact %s".formatted(modelName, card().source()));
    }
    return source().open(options, goldens());
  }

  private ModelSource source() {
    return new ModelSource(
        modelName,
        family.recipe,
        new WeightFile.OnClassPath(files.stem + ".onnx", files.bytes, files.sha256),
        new TokenizerFile.OnClassPath(files.stem + "-tokenizer.json"),
        0);
  }

  private List<Golden> goldens() throws IOException {
    String resource = "dev/akin/encoder/golden/" + modelName.replace(':', '-') + ".json";
    return Golden.parse(new String(ClassPath.read(resource), StandardCharsets.UTF_8), resource);
  }

  ModelCard card() {
    Recipe recipe = family.recipe;
    return new ModelCard(
        modelName,
        DIMENSION,
        recipe.maxTokens(),
        recipe.head().pooling(),
        recipe.head().isUnit(),
        recipe.prompts(),
        recipe.similarity(),
        precision,
        "dev.langchain4j:langchain4j-embeddings-" + files.artifact,
        family.licence,
        ClassPath.has(files.stem + ".onnx"));
  }
}
