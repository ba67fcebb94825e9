package dev.akin.encoder;

import dev.akin.encoder.head.Pooling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a family of published models wants to be used, for folders that do not say it: one row of
 * data each, from the models' own cards. Rows of all of them are brought to length 1.
 *
 * <p>A family is known by the name of the folder, also of one in the Hugging Face cache; what a
 * model was trained from is no sign of it, since another training may have had other prompts.
 *
 * @param name what people call it
 * @param pattern the names of its models, without their makers'
 * @param pooling empty where more than pooling stands between token rows and rows, so that only the
 *     folder's modules can say it
 */
record ModelFamily(String name, Pattern pattern, Optional<Pooling> pooling, Prompts prompts) {
  private static final Prompts FOR_PASSAGES =
      new Prompts("Represent this sentence for searching relevant passages: ", "");

  static final List<ModelFamily> ALL =
      List.of(
          of("all-MiniLM", "all-MiniLM-L(6|12)-v[12]", new Pooling.Mean(), Prompts.NONE),
          of("all-mpnet", "all-mpnet-base-v[12]", new Pooling.Mean(), Prompts.NONE),
          of("multi-qa-MiniLM", "multi-qa-MiniLM-L6-cos-v1", new Pooling.Mean(), Prompts.NONE),
          of(
              "BGE (English)",
              "bge-(small|base|large)-en(-v1\\.5)?",
              new Pooling.FirstToken(),
              FOR_PASSAGES),
          of(
              "BGE (Chinese)",
              "bge-(small|base|large)-zh(-v1\\.5)?",
              new Pooling.FirstToken(),
              new Prompts("为这个句子生成表示以用于检索相关文章：", "")),
          of("BGE-M3", "bge-m3", new Pooling.FirstToken(), Prompts.NONE),
          of(
              "E5",
              "(multilingual-)?e5-(small|base|large)(-v2)?",
              new Pooling.Mean(),
              new Prompts("query: ", "passage: ")),
          of("GTE", "gte-(small|base|large)", new Pooling.Mean(), Prompts.NONE),
          of(
              "Nomic Embed",
              "nomic-embed-text-v1(\\.5)?",
              new Pooling.Mean(),
              new Prompts("search_query: ", "search_document: ")),
          of(
              "Arctic Embed",
              "snowflake-arctic-embed-(xs|s|m|l|m-v1\\.5)",
              new Pooling.FirstToken(),
              FOR_PASSAGES),
          of(
              "Arctic Embed 2",
              "snowflake-arctic-embed-(m|l)-v2\\.0",
              new Pooling.FirstToken(),
              new Prompts("query: ", "")),
          of("mxbai-embed", "mxbai-embed-large-v1", new Pooling.FirstToken(), FOR_PASSAGES),
          of(
              "Qwen3-Embedding",
              "Qwen3-Embedding-.*",
              new Pooling.LastToken(),
              new Prompts(
                  "Instruct: Given a web search query, retrieve relevant passages that answer the"
                      + " query\nQuery:",
                  "")),
          new ModelFamily(
              "EmbeddingGemma",
              pattern("embeddinggemma-300m"),
              Optional.empty(),
              new Prompts("task: search result | query: ", "title: none | text: ")));

  private static ModelFamily of(String name, String pattern, Pooling pooling, Prompts prompts) {
    return new ModelFamily(name, pattern(pattern), Optional.of(pooling), prompts);
  }

  /** Also behind its maker's name and an underscore, and before the mark of an export. */
  private static Pattern pattern(String names) {
    return Pattern.compile("([^_]+_)?" + names + "(-onnx)?", Pattern.CASE_INSENSITIVE);
  }

  /** The family of the model in a folder. */
  static Optional<ModelFamily> of(Path folder) {
    String name = modelName(folder.toAbsolutePath().normalize());
    return ALL.stream().filter(family -> family.pattern().matcher(name).matches()).findFirst();
  }

  /** The folder's name; of {@code models--ORG--NAME/snapshots/COMMIT} the model's. */
  private static String modelName(Path folder) {
    Path snapshots = folder.getParent();
    Path repository = snapshots == null ? null : snapshots.getParent();
    if (snapshots != null && snapshots.endsWith("snapshots") && repository != null) {
      String name = String.valueOf(repository.getFileName());
      return name.startsWith("models--") ? name.substring(name.lastIndexOf("--") + 2) : name;
    }
    return String.valueOf(folder.getFileName());
  }
}
