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
 * A model that comes as a Maven artifact with its ONNX file: one row of data each.
 *
 * <p>Pooling, prompts and limits are those of the models' own cards; the limit in the tokenizer
 * files that come along (128 tokens) is the one they were trained with, and is not obeyed.
 *
 * @param artifact its name behind the common {@link #ARTIFACTS}
 * @param stem what its files' names begin with
 * @param bytes length of the ONNX file
 * @param sha256 of the ONNX file
 */
record Bundled(
    String name,
    Family family,
    Precision precision,
    String artifact,
    String stem,
    long bytes,
    String sha256) {

  /** What a model and its quantised twin have in common. */
  private record Family(Recipe recipe, String licence) {
    static Family of(Pooling pooling, Prompts prompts, int maxTokens, String licence) {
      Head head = new Head(pooling, List.of(new RowLayer.Normalize()));
      return new Family(
          new Recipe(head, prompts, true, false, maxTokens, Similarity.COSINE), licence);
    }
  }

  private static final String ARTIFACTS = "dev.langchain4j:langchain4j-embeddings-";
  private static final int DIMENSION = 384;

  private static final Family MINILM =
      Family.of(new Pooling.Mean(), Prompts.NONE, 256, "Apache-2.0");

  private static final Family BGE_SMALL =
      Family.of(
          new Pooling.FirstToken(),
          new Prompts("Represent this sentence for searching relevant passages: ", ""),
          512,
          "MIT");

  static final List<Bundled> ALL =
      List.of(
          new Bundled(
              "minilm",
              MINILM,
              Precision.FLOAT32,
              "all-minilm-l6-v2",
              "all-minilm-l6-v2",
              90_387_606,
              "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e"),
          new Bundled(
              "bge-small",
              BGE_SMALL,
              Precision.FLOAT32,
              "bge-small-en-v15",
              "bge-small-en-v1.5",
              133_093_490,
              "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35"),
          new Bundled(
              "minilm:int8",
              MINILM,
              Precision.INT8,
              "all-minilm-l6-v2-q",
              "all-minilm-l6-v2-q",
              22_972_370,
              "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1"),
          new Bundled(
              "bge-small:int8",
              BGE_SMALL,
              Precision.INT8,
              "bge-small-en-v15-q",
              "bge-small-en-v1.5-q",
              34_014_426,
              "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4"));

  /** Opens it and tries it on its golden text. */
  Encoder open(EncoderOptions options) throws IOException {
    ModelCard card = card();
    if (!card.isPresent()) {
      throw new IllegalArgumentException(
          "%s is not on the class path: add the artifact %s".formatted(name, card.source()));
    }
    return source().open(options, goldens());
  }

  private ModelSource source() {
    return new ModelSource(
        name,
        family.recipe(),
        new WeightFile.OnClassPath(stem + ".onnx", bytes, sha256),
        new TokenizerFile.OnClassPath(stem + "-tokenizer.json"),
        0);
  }

  private List<Golden> goldens() throws IOException {
    String resource = "dev/akin/encoder/golden/" + name.replace(':', '-') + ".json";
    return Golden.parse(new String(ClassPath.read(resource), StandardCharsets.UTF_8), resource);
  }

  ModelCard card() {
    Recipe recipe = family.recipe();
    return new ModelCard(
        name,
        DIMENSION,
        recipe.maxTokens(),
        recipe.head().pooling(),
        recipe.head().isUnit(),
        recipe.prompts(),
        recipe.similarity(),
        precision,
        ARTIFACTS + artifact,
        family.licence(),
        ClassPath.has(stem + ".onnx"));
  }
}
