package dev.akin.encoder.remote;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import dev.akin.encoder.RowRange;
import dev.akin.encoder.Sha256;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Rows from a server that speaks OpenAI's {@code POST /embeddings}. Safe for many threads.
 *
 * <p>A server says neither what its model is made of nor how it cuts long texts. So the identity is
 * what can be seen from outside (address, model name, prompts, dimension, and where the rows of two
 * probe texts are largest), truncation is only known where the server sends {@code
 * x-truncated-inputs}, and whether a row depends on its batch is the server's promise, not ours.
 */
public final class RemoteEncoder implements Encoder {
  private static final List<String> PROBES = List.of("akin", "The quick brown fox jumps.");

  /** Tries of a request that the server is too busy for. */
  private static final int TRIES = 4;

  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;

  /** Of a server's message that is shown. */
  private static final int MESSAGE_CHARS = 300;

  private final RemoteOptions options;
  private final HttpClient client;
  private final Identity identity;

  private RemoteEncoder(RemoteOptions options, HttpClient client, Identity identity) {
    this.options = options;
    this.client = client;
    this.identity = identity;
  }

  /**
   * Asks the server for two probe texts, which tell the dimension.
   *
   * @throws IOException if it cannot be reached or refuses, with its own message
   * @throws FormatException if it answers something else than embeddings
   */
  public static RemoteEncoder open(RemoteOptions options) throws IOException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(options.timeout()).build();
    try {
      Identity unknown = new Identity(options.toString(), "", 1);
      Answer answer = new RemoteEncoder(options, client, unknown).ask(PROBES);
      float[][] rows = answer.reply().rows(PROBES.size());
      return new RemoteEncoder(options, client, identity(options, rows));
    } catch (IOException | RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private static Identity identity(RemoteOptions options, float[][] probes) {
    int dimension = probes[0].length;
    if (dimension == 0 || probes[1].length != dimension) {
      throw new FormatException(
          options.toString(),
          "its embeddings have %d and %d cells".formatted(dimension, probes[1].length));
    }
    String seen =
        "remote 1\n%s\n%s\n%s\n%d\n%d %d"
            .formatted(
                options,
                options.prompts().query(),
                options.prompts().document(),
                dimension,
                largest(probes[0]),
                largest(probes[1]));
    String hash = Sha256.hex(seen.getBytes(StandardCharsets.UTF_8));
    return new Identity(options.toString(), hash, dimension);
  }

  /** The place of the cell that is largest in size: rounding on the server does not move it. */
  private static int largest(float[] row) {
    int largest = 0;
    for (int i = 1; i < row.length; i++) {
      largest = Math.abs(row[i]) > Math.abs(row[largest]) ? i : largest;
    }
    return largest;
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    RowRange.check(texts.size(), dimension(), out, firstRow);
    String prompt = options.prompts().of(role);
    EncodingReport report = EncodingReport.NOTHING;
    try {
      for (int from = 0; from < texts.size(); from += options.batch()) {
        int to = Math.min(texts.size(), from + options.batch());
        Answer answer = ask(texts.subList(from, to).stream().map(prompt::concat).toList());
        float[][] rows = answer.reply().rows(to - from);
        for (int i = 0; i < rows.length; i++) {
          out.setRow(firstRow + from + i, rows[i]);
        }
        report =
            report.plus(
                new EncodingReport(rows.length, answer.reply().tokens(), answer.truncated(), 0));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return report;
  }

  /** A reply, and how many texts of the request the server says it cut. */
  private record Answer(EmbeddingsReply reply, long truncated) {}

  private Answer ask(List<String> texts) throws IOException {
    HttpRequest request = request(texts);
    long pause = FIRST_PAUSE_MILLIS;
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> response = send(request);
      int status = response.statusCode();
      if (status == 200) {
        long truncated = response.headers().firstValueAsLong("x-truncated-inputs").orElse(0);
        return new Answer(EmbeddingsReply.parse(response.body(), options.toString()), truncated);
      }
      boolean isBusy = status == TOO_MANY || status == UNAVAILABLE;
      if (!isBusy || attempt == TRIES) {
        throw new IOException(
            "%s answered %d%s".formatted(options, status, message(response.body())));
      }
      OptionalLong asked = response.headers().firstValueAsLong("retry-after");
      pause(Math.min(LONGEST_PAUSE_MILLIS, asked.isPresent() ? asked.getAsLong() * 1000 : pause));
      pause *= 2;
    }
  }

  private HttpRequest request(List<String> texts) {
    Map<String, Json> members = new LinkedHashMap<>();
    options.model().ifPresent(name -> members.put("model", Json.of(name)));
    List<Json> input = new ArrayList<>();
    texts.forEach(text -> input.add(Json.of(text)));
    members.put("input", new Json.Array(input));
    members.put("encoding_format", Json.of("base64"));
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(options.endpoint())
            .timeout(options.timeout())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(new Json.Members(members).toLine()));
    options.key().ifPresent(key -> builder.header("Authorization", "Bearer " + key));
    return builder.build();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + options, e);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new IOException("%s cannot be reached: %s".formatted(options, reason), e);
    }
  }

  private void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + options, e);
    }
  }

  /** The server's own words, where it sends some. */
  private static String message(String body) {
    String text = body.strip().replaceAll("\\s+", " ");
    try {
      if (Json.parse(body, "reply") instanceof Json.Members root) {
        text =
            root.find("error").orElse(root) instanceof Json.Members error
                ? error.findText("message").orElse(text)
                : root.findText("error").orElse(text);
      }
    } catch (FormatException e) {
      return shown(text); // what is no JSON is shown as it is
    }
    return shown(text);
  }

  private static String shown(String text) {
    return text.isEmpty() ? "" : ": " + text.substring(0, Math.min(MESSAGE_CHARS, text.length()));
  }

  /** Not known. */
  @Override
  public int maxTokens() {
    return Integer.MAX_VALUE;
  }

  /** Words between white space: a server does not show its tokenizer. */
  @Override
  public int countTokens(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
  }

  @Override
  public Similarity similarity() {
    return Similarity.COSINE;
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public String toString() {
    return identity.toString();
  }

  @Override
  public void close() {
    client.close();
  }
}
