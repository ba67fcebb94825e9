package dev.akin.encoder;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.text.Tokenizer;
import dev.akin.text.tokenizer.Tokenizers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The StaticEmbedding module of a model folder: a table and its tokenizer. */
final class StaticFolder {
  private final Path root;
  private final Path folder;

  /** The module in {@code folder} of the model in {@code root}; the two may be the same. */
  StaticFolder(Path root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  /**
   * Opens the encoder.
   *
   * @param threads that share the texts of a call
   * @throws FormatException if a file is missing or damaged, or table and tokenizer do not fit
   */
  Encoder open(String name, Recipe recipe, int threads) throws IOException {
    Path weights = require("model.safetensors");
    Path file = require("tokenizer.json");
    byte[] bytes = Files.readAllBytes(file);
    Tokenizer tokenizer = Tokenizers.parse(bytes, file.toString());
    StaticTable table =
        StaticTable.read(weights, tokenizer.vocabulary().size(), unknown(bytes, file, tokenizer));
    int dimension = dimension(name, recipe, table);
    String hash = recipe.spaceHash(Sha256.hex(weights), Sha256.hex(bytes), Truncation.CUT);
    return new StaticEncoder(
        tokenizer, table, recipe, new Identity(name, hash, dimension), threads);
  }

  private static int dimension(String name, Recipe recipe, StaticTable table) {
    try {
      return recipe.head().outputDimension(table.dimension());
    } catch (IllegalArgumentException e) {
      throw new FormatException(name, "its parts do not fit: " + e.getMessage(), e);
    }
  }

  /** The id of the token that stands for what the vocabulary lacks. */
  private static Optional<Integer> unknown(byte[] tokenizerJson, Path file, Tokenizer tokenizer) {
    JsonFile model =
        JsonFile.parse(new String(tokenizerJson, StandardCharsets.UTF_8), file.toString())
            .object("model");
    Optional<Json> id = model.find("unk_id");
    if (id.isPresent() && id.get() instanceof Json.Num number) {
      return Optional.of((int) number.asLong());
    }
    return model
        .findText("unk_token")
        .flatMap(token -> tokenizer.vocabulary().findId(token).stream().boxed().findFirst());
  }

  private Path require(String name) {
    return Stream.of(folder, root)
        .map(place -> place.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> new FormatException(root.toString(), "it has no " + name));
  }
}
