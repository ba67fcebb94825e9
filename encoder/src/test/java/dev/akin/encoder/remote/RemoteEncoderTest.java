package dev.akin.encoder.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.HashedEncoder;
import dev.akin.encoder.Prompts;
import dev.akin.encoder.Role;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real server on loopback that answers with hashed rows. */
@SuppressWarnings("NullAway.Init")
class RemoteEncoderTest {
  private static final int DIMENSION = 16;
  private final HashedEncoder truth = HashedEncoder.of(DIMENSION);
  private final List<Json.Members> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private Behaviour behaviour = Behaviour.BASE64;

  enum Behaviour {
    BASE64,
    FLOATS_REVERSED,
    BUSY_TWICE,
    ALWAYS_BUSY,
    UNAUTHORIZED,
    NOT_JSON,
    TOO_FEW,
    NOT_A_NUMBER
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/embeddings", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address() {
    return "http://localhost:%d/v1?model=hashed".formatted(server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Json.Members request = (Json.Members) Json.parse(body, "request");
    requests.add(request);
    keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    int earlier = requests.size() - 1;
    boolean isBusy =
        behaviour == Behaviour.ALWAYS_BUSY || (behaviour == Behaviour.BUSY_TWICE && earlier < 2);
    if (isBusy) {
      exchange.getResponseHeaders().set("Retry-After", "0");
      reply(exchange, 429, "{\"error\":{\"message\":\"slow down\"}}");
    } else if (behaviour == Behaviour.UNAUTHORIZED) {
      reply(exchange, 401, "{\"error\":{\"message\":\"no such key\",\"code\":null}}");
    } else if (behaviour == Behaviour.NOT_JSON) {
      reply(exchange, 200, "<html>hello</html>");
    } else {
      exchange.getResponseHeaders().set("x-truncated-inputs", "1");
      reply(exchange, 200, embeddings(request));
    }
  }

  private static List<Json> input(Json.Members request) {
    return request.find("input").orElseThrow() instanceof Json.Array(List<Json> items)
        ? items
        : List.of();
  }

  private String embeddings(Json.Members request) {
    List<Json> input = input(request);
    List<Json> data = new ArrayList<>();
    for (int i = 0; i < input.size(); i++) {
      float[] row = truth.encode(((Json.Text) input.get(i)).value(), Role.DOCUMENT);
      if (behaviour == Behaviour.NOT_A_NUMBER) {
        row[3] = Float.NaN;
      }
      data.add(new Json.Members(Map.of("index", Json.of(i), "embedding", written(row))));
    }
    if (behaviour == Behaviour.FLOATS_REVERSED) {
      Collections.reverse(data);
    }
    if (behaviour == Behaviour.TOO_FEW) {
      data.removeLast();
    }
    return new Json.Members(
            Map.of(
                "data", new Json.Array(data),
                "usage", new Json.Members(Map.of("prompt_tokens", Json.of(7)))))
        .toLine();
  }

  private Json written(float[] row) {
    if (behaviour == Behaviour.FLOATS_REVERSED) {
      return new Json.Array(IntStream.range(0, row.length).mapToObj(i -> Json.of(row[i])).toList());
    }
    ByteBuffer bytes = ByteBuffer.allocate(row.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(row);
    return Json.of(Base64.getEncoder().encodeToString(bytes.array()));
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private RemoteEncoder open() {
    try {
      return RemoteEncoder.open(RemoteOptions.of(address()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void rowsAreThoseOfTheServerInEitherEncodingAndAnyOrder() {
    List<String> texts = List.of("robin", "diesel engine", "a star");
    for (Behaviour each : List.of(Behaviour.BASE64, Behaviour.FLOATS_REVERSED)) {
      behaviour = each;
      try (Encoder encoder = open();
          Matrix rows = encoder.encode(texts, Role.DOCUMENT)) {
        assertThat(encoder.dimension()).isEqualTo(DIMENSION);
        for (int i = 0; i < texts.size(); i++) {
          assertThat(rows.copyRow(i)).isEqualTo(truth.encode(texts.get(i), Role.DOCUMENT));
        }
      }
    }
  }

  @Test
  void manyTextsGoInBatchesAndTokensAndCutTextsAreCounted() throws IOException {
    List<String> texts = IntStream.range(0, 130).mapToObj(i -> "text " + i).toList();
    try (Encoder encoder = open();
        Matrix rows = Matrix.allocate(130, DIMENSION)) {
      requests.clear();
      EncodingReport report = encoder.encode(texts, Role.DOCUMENT, rows, 0);
      assertThat(requests).extracting(request -> input(request).size()).containsExactly(64, 64, 2);
      assertThat(report).isEqualTo(new EncodingReport(130, 21, 3, 0));
    }
  }

  @Test
  void modelKeyAndPromptsAreSent() throws IOException {
    RemoteOptions options =
        RemoteOptions.of(address()).withKey("secret").withPrompts(new Prompts("query: ", ""));
    try (Encoder encoder = RemoteEncoder.open(options)) {
      encoder.encode("birds", Role.QUERY);
      Json.Members last = requests.getLast();
      assertThat(last.findText("model")).contains("hashed");
      assertThat(input(last)).containsExactly(Json.of("query: birds"));
      assertThat(keys.getLast()).isEqualTo("Bearer secret");
      assertThat(encoder.toString()).doesNotContain("secret");
    }
  }

  @Test
  void aBusyServerIsAskedAgain() {
    behaviour = Behaviour.BUSY_TWICE;
    try (Encoder encoder = open()) {
      assertThat(encoder.dimension()).isEqualTo(DIMENSION);
      assertThat(requests).hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALWAYS_BUSY  | answered 429: slow down
          UNAUTHORIZED | answered 401: no such key
          NOT_JSON     | model hashed
          TOO_FEW      | the answer has not one embedding for each of 2 texts
          NOT_A_NUMBER | cell 3 of embedding 0 is NaN
          """)
  void whatIsWrongIsSaidWithTheServersWords(Behaviour each, String problem) {
    behaviour = each;
    assertThatThrownBy(this::open)
        .isInstanceOfAny(UncheckedIOException.class, FormatException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("/v1/embeddings");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    int port = server.getAddress().getPort();
    server.stop(0);
    assertThatThrownBy(() -> RemoteEncoder.open(RemoteOptions.of(address())))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "http://localhost:%d/v1/embeddings, model hashed cannot be reached: ".formatted(port));
  }

  @Test
  void otherPromptsAreAnotherSpaceAndTheSameServerTheSame() throws IOException {
    RemoteOptions options = RemoteOptions.of(address());
    try (Encoder one = RemoteEncoder.open(options);
        Encoder two = RemoteEncoder.open(options);
        Encoder other = RemoteEncoder.open(options.withPrompts(new Prompts("q: ", "")))) {
      assertThat(two.identity().isSameSpace(one.identity())).isTrue();
      assertThat(other.identity().isSameSpace(one.identity())).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://h:1/v1, http://h:1/v1/embeddings",
    "http://h:1/v1/, http://h:1/v1/embeddings",
    "https://h/embeddings?model=a%20b, https://h/embeddings",
    "http://h, http://h/embeddings"
  })
  void anAddressLeadsToTheRoute(String address, String endpoint) {
    assertThat(RemoteOptions.of(address).endpoint()).hasToString(endpoint);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://h/v1, is not an address http",
    "http://user:pass@h/v1, without user or password",
    "http://h/v1?key=x, only model=NAME is understood",
    "http://h h/v1, is not an address of a server"
  })
  void addressesThatMakeNoSenseAreRefused(String address, String problem) {
    assertThatThrownBy(() -> RemoteOptions.of(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }
}
