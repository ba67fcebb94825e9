package dev.akin.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Encoders by name: the models that come as Maven artifacts, hashed encoders, and folders. */
public final class Models {
  private static final String HASHED = "hashed-";

  private Models() {}

  /** The models that come as artifacts, present or not. */
  public static List<ModelCard> list() {
    return Bundled.ALL.stream().map(Bundled::card).toList();
  }

  /** The card of one of these. */
  public static Optional<ModelCard> find(String name) {
    return findBundled(name).map(Bundled::card);
  }

  /**
   * Opens an encoder by name: that of an artifact ({@code minilm}), {@code hashed-} and a
   * dimension, or the path of a model folder.
   *
   * @throws IllegalArgumentException if nothing has that name, or its artifact is not on the class
   *     path
   * @throws dev.akin.text.FormatException if a file of the model is missing, damaged or of a kind
   *     that cannot be run
   */
  public static Encoder open(String name, EncoderOptions options) throws IOException {
    Optional<Bundled> bundled = findBundled(name);
    if (bundled.isPresent()) {
      return bundled.get().open(options);
    }
    if (name.matches(HASHED + "[0-9]{1,6}")) {
      return HashedEncoder.of(Integer.parseInt(name.substring(HASHED.length())));
    }
    if (Files.isDirectory(Path.of(name))) {
      return Encoder.open(Path.of(name), options);
    }
    throw new IllegalArgumentException(
        "no model or folder is called %s; models: %s, hashed-256"
            .formatted(
                name, list().stream().map(ModelCard::name).collect(Collectors.joining(", "))));
  }

  private static Optional<Bundled> findBundled(String name) {
    return Bundled.ALL.stream().filter(b -> b.name().equals(name)).findFirst();
  }
}
