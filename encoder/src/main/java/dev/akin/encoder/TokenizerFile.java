package dev.akin.encoder;

import dev.akin.text.Tokenizer;
import dev.akin.text.tokenizer.Tokenizers;
import java.io.IOException;
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
    return switch (this) {
      case OnDisk(var file) -> parse(Files.readAllBytes(file), file.toString());
      case OnClassPath(var resource) -> parse(ClassPath.read(resource), resource);
    };
  }

  private static Loaded parse(byte[] bytes, String where) {
    return new Loaded(Tokenizers.parse(bytes, where), Sha256.hex(bytes));
  }
}
