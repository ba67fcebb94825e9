package dev.akin.encoder;

import dev.akin.encoder.head.Head;
import dev.akin.encoder.head.Pooling;
import dev.akin.encoder.head.RowLayer;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A sentence-transformers model folder as it lies on disk: {@code modules.json} and what it names.
 *
 * <p>Modules are told apart by the last part of their {@code type}, which is the same in old and
 * new files.
 */
final class ModelFolder {
  private final Path folder;
  private final Consumer<String> warnings;

  private ModelFolder(Path folder, Consumer<String> warnings) {
    this.folder = folder;
    this.warnings = warnings;
  }

  /**
   * Opens the encoder in a folder.
   *
   * @throws FormatException if a file is missing, damaged, or of a kind that cannot be run
   */
  static Encoder open(Path folder, EncoderOptions options) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new FormatException(folder.toString(), "no such folder");
    }
    return new ModelFolder(folder, options.warnings()).open(options);
  }

  /** One entry of {@code modules.json}. */
  private record Module(String kind, Path path) {}

  private Encoder open(EncoderOptions options) throws IOException {
    List<Module> modules = modules();
    Module first = modules.getFirst();
    if (first.kind().equals("StaticEmbedding")) {
      return openStatic(modules, options);
    }
    if (!first.kind().equals("Transformer")) {
      throw error(
          "its first module is %s; only Transformer and StaticEmbedding can be run here"
              .formatted(first.kind()));
    }
    JsonFile sentence = JsonFile.readIfThere(folder.resolve("config_sentence_transformers.json"));
    TransformerFolder transformer = new TransformerFolder(folder, first.path(), warnings);
    Optional<ModelFamily> family = ModelFamily.of(folder);
    Pipeline pipeline = pipeline(modules, family);
    Recipe recipe =
        new Recipe(
            new Head(pipeline.pooling().pooling(), pipeline.layers()),
            options.prompts().orElseGet(() -> prompts(sentence, family)),
            pipeline.pooling().includesPrompt(),
            transformer.lowerCases(),
            transformer.maxTokens(),
            similarity(sentence));
    ModelSource source =
        new ModelSource(
            name(), recipe, transformer.weights(), transformer.tokenizer(), transformer.padId());
    OptionalInt cut = sentence.findPositive("truncate_dim");
    EncoderOptions used =
        options.dimension().isEmpty() && cut.isPresent()
            ? options.withDimension(cut.getAsInt())
            : options;
    return source.open(used, goldens());
  }

  /** What stands between token rows and rows. */
  private record Pipeline(PoolingConfig pooling, List<RowLayer> layers) {}

  /** What the modules say, else what is known of the model's family, else the plain mean. */
  private Pipeline pipeline(List<Module> modules, Optional<ModelFamily> family) throws IOException {
    if (Files.exists(folder.resolve("modules.json"))) {
      return new Pipeline(pooling(modules), layers(modules));
    }
    Optional<Pooling> known = family.flatMap(ModelFamily::pooling);
    if (known.isEmpty()) {
      warnings.accept(
          "%s has no modules.json: its token rows are averaged and not brought to length 1"
              .formatted(folder));
      return new Pipeline(new PoolingConfig(new Pooling.Mean(), true), List.of());
    }
    warnings.accept(
        "%s has no modules.json: its token rows are pooled as %s has it (%s) and brought to length 1"
            .formatted(folder, family.orElseThrow().name(), known.get()));
    return new Pipeline(new PoolingConfig(known.get(), true), List.of(new RowLayer.Normalize()));
  }

  /**
   * What the folder says, else what is known of the model's family. Empty prompts say nothing:
   * sentence-transformers writes them by itself.
   */
  private Prompts prompts(JsonFile sentence, Optional<ModelFamily> family) {
    Prompts own = prompts(sentence);
    Prompts known = family.map(ModelFamily::prompts).orElse(Prompts.NONE);
    if (!own.equals(Prompts.NONE) || known.equals(Prompts.NONE)) {
      return own;
    }
    warnings.accept(
        "%s names no prompts: those of %s are put before queries (“%s”) and documents (“%s”)"
            .formatted(
                folder,
                family.orElseThrow().name(),
                known.query().replace('\n', ' '),
                known.document()));
    return known;
  }

  /** A table of token rows; the mean is its only pooling. */
  private Encoder openStatic(List<Module> modules, EncoderOptions options) throws IOException {
    JsonFile sentence = JsonFile.readIfThere(folder.resolve("config_sentence_transformers.json"));
    List<RowLayer> layers = layers(modules);
    if (options.pooling().isPresent()) {
      throw new IllegalArgumentException(
          "%s is a table of token rows, whose only pooling is the mean".formatted(folder));
    }
    Head head = new Head(new Pooling.Mean(), layers);
    OptionalInt cut =
        options.dimension().isPresent()
            ? options.dimension()
            : sentence.findPositive("truncate_dim");
    Recipe recipe =
        new Recipe(
            cut.isPresent() ? head.cutTo(cut.getAsInt()) : head,
            options.prompts().orElse(prompts(sentence)),
            true,
            false,
            Integer.MAX_VALUE,
            similarity(sentence));
    return new StaticFolder(folder, modules.getFirst().path())
        .open(name(), recipe, options.threads());
  }

  private String name() {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    return last == null ? folder.toString() : last.toString();
  }

  private List<Module> modules() throws IOException {
    Path file = folder.resolve("modules.json");
    if (!Files.exists(file) && isModel2Vec()) {
      JsonFile config = JsonFile.read(folder.resolve("config.json"));
      Module table = new Module("StaticEmbedding", folder);
      return config.isTrue("normalize", false)
          ? List.of(table, new Module("Normalize", folder))
          : List.of(table);
    }
    if (!Files.exists(file)) {
      return List.of(new Module("Transformer", folder));
    }
    if (!(JsonFile.readValue(file) instanceof Json.Array(List<Json> items)) || items.isEmpty()) {
      throw new FormatException(file.toString(), "expected a list of modules");
    }
    List<Module> modules = new ArrayList<>();
    for (Json item : items) {
      JsonFile entry = JsonFile.of(item, file.toString());
      String type = entry.requireText("type");
      String kind = type.substring(type.lastIndexOf('.') + 1);
      modules.add(new Module(kind, inside(entry.findText("path").orElse(""), entry)));
    }
    return modules;
  }

  private boolean isModel2Vec() throws IOException {
    return JsonFile.readIfThere(folder.resolve("config.json"))
        .findText("model_type")
        .equals(Optional.of("model2vec"));
  }

  private Path inside(String relative, JsonFile entry) {
    Path path = folder.resolve(relative).normalize();
    if (!path.startsWith(folder.normalize())) {
      throw entry.error("its path \"%s\" leads out of the model's folder".formatted(relative));
    }
    return path;
  }

  private PoolingConfig pooling(List<Module> modules) throws IOException {
    List<Module> poolings = modules.stream().filter(m -> m.kind().equals("Pooling")).toList();
    return switch (poolings.size()) {
      case 0 -> new PoolingConfig(new Pooling.Mean(), true);
      case 1 -> PoolingConfig.read(poolings.getFirst().path().resolve("config.json"));
      default -> throw error("its modules.json names %d poolings".formatted(poolings.size()));
    };
  }

  private List<RowLayer> layers(List<Module> modules) throws IOException {
    List<RowLayer> layers = new ArrayList<>();
    boolean isPooled = modules.getFirst().kind().equals("StaticEmbedding");
    for (Module module : modules.subList(1, modules.size())) {
      switch (module.kind()) {
        case "Pooling" -> isPooled = true;
        case "Dropout" -> {} // Does something in training only.
        case "Dense" -> layers.add(LayerFolder.dense(module.path()));
        case "LayerNorm" -> layers.add(LayerFolder.layerNorm(module.path()));
        case "Normalize" -> layers.add(new RowLayer.Normalize());
        default ->
            throw error(
                "its modules.json names a module %s, which is not one of Transformer, StaticEmbedding, Pooling, Dense, LayerNorm, Normalize, Dropout"
                    .formatted(module.kind()));
      }
      if (!isPooled && !module.kind().equals("Dropout")) {
        throw error(
            "its modules.json has %s before Pooling, which cannot be run here"
                .formatted(module.kind()));
      }
    }
    return layers;
  }

  /** The document prompt is the first of three names; both fall back to the default prompt. */
  private static Prompts prompts(JsonFile sentence) {
    JsonFile prompts = sentence.object("prompts");
    String byDefault =
        sentence.findText("default_prompt_name").flatMap(prompts::findText).orElse("");
    Optional<String> document =
        prompts
            .findText("document")
            .or(() -> prompts.findText("passage"))
            .or(() -> prompts.findText("corpus"));
    return new Prompts(prompts.findText("query").orElse(byDefault), document.orElse(byDefault));
  }

  private static Similarity similarity(JsonFile sentence) {
    String name = sentence.findText("similarity_fn_name").orElse("cosine");
    return switch (name) {
      case "cosine" -> Similarity.COSINE;
      case "dot" -> Similarity.DOT;
      case "euclidean" -> Similarity.EUCLIDEAN;
      default ->
          throw sentence.error(
              "its similarity_fn_name is %s, expected cosine, dot or euclidean".formatted(name));
    };
  }

  private List<Golden> goldens() throws IOException {
    Path file = folder.resolve("golden.json");
    return Files.exists(file) ? Golden.parse(Files.readString(file), file.toString()) : List.of();
  }

  private FormatException error(String problem) {
    return new FormatException(folder.toString(), problem);
  }
}
