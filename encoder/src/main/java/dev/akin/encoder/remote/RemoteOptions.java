package dev.akin.encoder.remote;

import dev.akin.encoder.Prompts;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which server, and how it is asked.
 *
 * @param endpoint where embeddings are posted to
 * @param model what the server is asked for; empty where it has one only
 * @param key sent as a bearer token; never part of a message
 * @param prompts put before texts
 * @param batch texts a request
 * @param timeout of a request
 */
public record RemoteOptions(
    URI endpoint,
    Optional<String> model,
    Optional<String> key,
    Prompts prompts,
    int batch,
    Duration timeout) {
  /** Fewer than any server's limit that we know of, and enough to keep one busy. */
  private static final int BATCH = 64;

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String ROUTE = "/embeddings";

  public RemoteOptions {
    if (batch < 1) {
      throw new IllegalArgumentException("a request carries 1 text or more, got " + batch);
    }
  }

  /**
   * The server of an address: {@code http://localhost:8080/v1?model=minilm}.
   *
   * @throws IllegalArgumentException if it is not an address of http or https
   */
  public static RemoteOptions of(String address) {
    URI given;
    try {
      given = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is not an address of a server".formatted(address), e);
    }
    boolean isWeb = "http".equals(given.getScheme()) || "https".equals(given.getScheme());
    if (!isWeb || given.getHost() == null || given.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "'%s' is not an address http://HOST[:PORT]/PATH[?model=NAME] without user or password"
              .formatted(address));
    }
    String path = given.getPath() == null ? "" : given.getPath().replaceAll("/+$", "");
    URI endpoint = given.resolve(path.endsWith(ROUTE) ? path : path + ROUTE);
    return new RemoteOptions(
        endpoint, model(given.getRawQuery()), Optional.empty(), Prompts.NONE, BATCH, TIMEOUT);
  }

  private static Optional<String> model(@Nullable String query) {
    if (query == null) {
      return Optional.empty();
    }
    if (!query.startsWith("model=") || query.contains("&")) {
      throw new IllegalArgumentException(
          "'%s' in a server's address: only model=NAME is understood".formatted(query));
    }
    return Optional.of(
        URLDecoder.decode(query.substring("model=".length()), StandardCharsets.UTF_8));
  }

  /** The same with a key. */
  public RemoteOptions withKey(String changed) {
    return new RemoteOptions(endpoint, model, Optional.of(changed), prompts, batch, timeout);
  }

  /** The same with prompts. */
  public RemoteOptions withPrompts(Prompts changed) {
    return new RemoteOptions(endpoint, model, key, changed, batch, timeout);
  }

  /** The same with so many texts a request. */
  public RemoteOptions withBatch(int changed) {
    return new RemoteOptions(endpoint, model, key, prompts, changed, timeout);
  }

  /** The same with another patience. */
  public RemoteOptions withTimeout(Duration changed) {
    return new RemoteOptions(endpoint, model, key, prompts, batch, changed);
  }

  /** {@code http://localhost:8080/v1/embeddings, model minilm}: for messages, without the key. */
  @Override
  public String toString() {
    return endpoint + model.map(name -> ", model " + name).orElse("");
  }
}
