package dev.akin.bench;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import dev.akin.text.Json;
import dev.akin.text.Tokenizer;
import dev.akin.text.tokenizer.TokenizerKind;
import dev.akin.text.tokenizer.TokenizerTrainer;
import dev.akin.text.tokenizer.TokenizerTraining;
import dev.akin.text.tokenizer.Tokenizers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Our tokenizers against the Hugging Face library, the same texts on one thread: ids and spans of
 * 2,000 texts an operation. Both give the same ids, which is checked before anything is timed.
 *
 * <p>{@code huggingFaceIdsOnly} leaves the library's spans where they are, which spares it the
 * objects they become in Java.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(3)
public class TokenizerBenchmark {
  private static final int TEXTS = 2_000;

  /** Which tokenizer. */
  @Param({"minilm", "bge-small", "byte-level-bpe", "unigram"})
  public String model = "";

  /** Which texts: long abstracts or short titles. */
  @Param({"scifact", "titles"})
  public String texts = "";

  private List<String> lines = List.of();
  private Tokenizer ours;
  private HuggingFaceTokenizer theirs;

  /** Opens both and compares them. */
  @Setup
  public void open() throws IOException {
    lines = readLines();
    byte[] json = tokenizerJson();
    ours = Tokenizers.parse(json, model);
    theirs =
        HuggingFaceTokenizer.newInstance(
            new ByteArrayInputStream(json), Map.of("padding", "false", "truncation", "false"));
    for (String line : lines) {
      long[] expected = theirs.encode(line, true, false).getIds();
      int[] ids = ours.encode(line).ids();
      if (expected.length != ids.length) {
        throw new IllegalStateException("not the same tokens: " + line);
      }
      for (int i = 0; i < ids.length; i++) {
        if (ids[i] != expected[i]) {
          throw new IllegalStateException("not the same tokens: " + line);
        }
      }
    }
  }

  /** Closes the library's. */
  @TearDown
  public void close() {
    theirs.close();
  }

  /** Ids and spans, ours. */
  @Benchmark
  public int akin() {
    int tokens = 0;
    for (String line : lines) {
      tokens += ours.encode(line).length();
    }
    return tokens;
  }

  /** Ids and spans of the library, through the native interface at its barest. */
  @Benchmark
  public int huggingFace() {
    int tokens = 0;
    for (String line : lines) {
      long encoding = TokenizersLibrary.LIB.encode(theirs.getHandle(), line, true);
      tokens += TokenizersLibrary.LIB.getTokenIds(encoding).length;
      tokens += TokenizersLibrary.LIB.getTokenCharSpans(encoding).length;
      TokenizersLibrary.LIB.deleteEncoding(encoding);
    }
    return tokens;
  }

  /** Ids of the library alone. */
  @Benchmark
  public int huggingFaceIdsOnly() {
    int tokens = 0;
    for (String line : lines) {
      long encoding = TokenizersLibrary.LIB.encode(theirs.getHandle(), line, true);
      tokens += TokenizersLibrary.LIB.getTokenIds(encoding).length;
      TokenizersLibrary.LIB.deleteEncoding(encoding);
    }
    return tokens;
  }

  private byte[] tokenizerJson() throws IOException {
    return switch (model) {
      case "minilm" -> resource("/all-minilm-l6-v2-tokenizer.json");
      case "bge-small" -> resource("/bge-small-en-v1.5-tokenizer.json");
      case "byte-level-bpe" -> trained(TokenizerKind.BYTE_LEVEL_BPE);
      case "unigram" -> trained(TokenizerKind.UNIGRAM);
      default -> throw new IllegalArgumentException("no model " + model);
    };
  }

  private byte[] trained(TokenizerKind kind) {
    var training = new TokenizerTraining(kind, 8_000, 2, List.of());
    Json json = TokenizerTrainer.train(training, lines.stream());
    return json.toLine().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TokenizerBenchmark.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  private List<String> readLines() throws IOException {
    String data = Objects.requireNonNullElse(System.getenv("AKIN_DATA"), "../shared/data");
    boolean isTitles = texts.equals("titles");
    Path file =
        Path.of(data)
            .resolve(
                isTitles ? "papers/acl-anthology.jsonl.gz" : "retrieval/scifact/corpus.jsonl.gz");
    var found = new ArrayList<String>();
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      for (String line :
          new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", TEXTS + 1)) {
        if (found.size() < TEXTS && Json.parse(line, file.toString()) instanceof Json.Members m) {
          found.add(m.findText(isTitles ? "title" : "text").orElse(""));
        }
      }
    }
    return found;
  }
}
