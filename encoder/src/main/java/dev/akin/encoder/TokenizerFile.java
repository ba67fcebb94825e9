package dev.akin.encoder;

import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.text.Tokenizer;
import dev.akin.text.tokenizer.Tokenizers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the {@code tokenizer.json} of a model is. */
sealed interface TokenizerFile {
  /** A loaded tokenizer and the SHA-256 of its file. */
  record Loaded(Tokenizer tokenizer, String digest) {}

  /** A file of the user's. */
  record OnDisk(Path file) implements TokenizerFile {}

  /** A file at the root of a jar. */
  record OnClassPath(String resource) implements TokenizerFile {}

  /**
   * Reads it.
   *
   * @throws dev.akin.text.FormatException if it is not a tokenizer this project can run
   */
  default Loaded load() throws IOException {
    byte[] bytes = bytes();
    return new Loaded(Tokenizers.parse(bytes, where()), Sha256.hex(bytes));
  }

  /** The JSON object in it, for a file that {@link #load} took. */
  default Json.Members json() throws IOException {
    if (Json.parse(new String(bytes(), StandardCharsets.UTF_8), where())
        instanceof Json.Members tokenizer) {
      return tokenizer;
    }
    throw new FormatException(where(), "expected a JSON object");
  }

  private byte[] bytes() throws IOException {
    return switch (this) {
      case OnDisk(var file) -> Files.readAllBytes(file);
      case OnClassPath(var resource) -> ClassPath.read(resource);
    };
  }

  private String where() {
    return switch (this) {
      case OnDisk(var file) -> file.toString();
      case OnClassPath(var resource) -> resource;
    };
  }
}
