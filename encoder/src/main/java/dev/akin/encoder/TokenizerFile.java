package dev.akin.encoder;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.text.Tokenizer;
import dev.akin.text.tokenizer.Tokenizers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the {@code tokenizer.json} of a model is, or what stands for it. */
sealed interface TokenizerFile {
  /**
   * A loaded tokenizer.
   *
   * @param digest SHA-256 of its file; of two, both with a blank between
   */
  record Loaded(Tokenizer tokenizer, String digest) {}

  /** A file of the user's. */
  record OnDisk(Path file) implements TokenizerFile {}

  /**
   * A BERT model's vocabulary, a token a line; a {@code tokenizer_config.json} may lie beside it.
   */
  record Vocabulary(Path file) implements TokenizerFile {}

  /** A file at the root of a jar. */
  record OnClassPath(String resource) implements TokenizerFile {}

  /**
   * Reads it.
   *
   * @throws dev.akin.text.FormatException if it is not a tokenizer this project can run
   */
  default Loaded load() throws IOException {
    return switch (this) {
      case OnDisk(var file) -> load(Files.readAllBytes(file));
      case OnClassPath(var resource) -> load(ClassPath.read(resource));
      case Vocabulary(var file) ->
          new Loaded(Tokenizers.of(Tokenizers.tokenizerJson(file), where()), digests(file));
    };
  }

  private Loaded load(byte[] json) {
    return new Loaded(Tokenizers.parse(json, where()), Sha256.hex(json));
  }

  private static String digests(Path vocabulary) throws IOException {
    Path config = vocabulary.resolveSibling("tokenizer_config.json");
    String digest = Sha256.hex(vocabulary);
    return Files.exists(config) ? digest + " " + Sha256.hex(config) : digest;
  }

  /** The JSON object in it, for a file that {@link #load} took. */
  default Json.Members json() throws IOException {
    Json json =
        switch (this) {
          case OnDisk(var file) -> parse(Files.readAllBytes(file));
          case OnClassPath(var resource) -> parse(ClassPath.read(resource));
          case Vocabulary(var file) -> Tokenizers.tokenizerJson(file);
        };
    if (json instanceof Json.Members tokenizer) {
      return tokenizer;
    }
    throw new FormatException(where(), "expected a JSON object");
  }

  private Json parse(byte[] json) {
    return Json.parse(new String(json, StandardCharsets.UTF_8), where());
  }

  private String where() {
    return switch (this) {
      case OnDisk(var file) -> file.toString();
      case Vocabulary(var file) -> file.toString();
      case OnClassPath(var resource) -> resource;
    };
  }
}
