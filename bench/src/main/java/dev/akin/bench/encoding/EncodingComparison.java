package dev.akin.bench.encoding;

import com.sun.management.OperatingSystemMXBean;
import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncoderOptions;
import dev.akin.encoder.Models;
import dev.akin.encoder.Role;
import dev.akin.encoder.Truncation;
import dev.akin.vector.Matrix;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts a second of process CPU time on titles and abstracts of {@code papers/acl-anthology}: this
 * project's encoder, a loop written by hand on raw ONNX Runtime, and LangChain4j's in-process
 * class, in turns (A B C A B C …) in one process. Prints a Markdown table.
 *
 * <p>{@code bench/run --main dev.akin.bench.encoding.EncodingComparison [ROUNDS [TITLES
 * [ABSTRACTS]]]}
 */
public final class EncodingComparison {
  private static final int WARM_UP_TEXTS = 300;

  /** What LangChain4j's tokenizer cuts at, whatever the text. */
  private static final int RIVAL_TOKENS = 128;

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private EncodingComparison() {}

  private interface System {
    void encode(List<String> texts);
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int titles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5000;
    int abstracts = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2000;
    Map<String, List<String>> sets = new LinkedHashMap<>();
    if (titles > 0) {
      sets.put(titles + " titles", AnthologyTexts.read("title", titles));
    }
    if (abstracts > 0) {
      sets.put(abstracts + " abstracts", AnthologyTexts.read("text", abstracts));
    }
    int threads = Runtime.getRuntime().availableProcessors();
    EncoderOptions options = EncoderOptions.defaults().withTruncation(Truncation.CUT);
    try (Encoder full = Models.open("minilm", options);
        Encoder cut = Models.open("minilm", options.withMaxTokens(RIVAL_TOKENS));
        Encoder int8 = Models.open("minilm:int8", options);
        RawLoop raw = new RawLoop(full.maxTokens(), threads)) {
      AllMiniLmL6V2EmbeddingModel rival = new AllMiniLmL6V2EmbeddingModel();
      Map<String, System> systems = new LinkedHashMap<>();
      systems.put("Akin, 256 tokens", texts -> encode(full, texts));
      systems.put("hand-written loop, 256 tokens", raw::encode);
      systems.put("LangChain4j, 128 tokens", texts -> rival.embedAll(segments(texts)));
      systems.put("Akin, 128 tokens", texts -> encode(cut, texts));
      systems.put("Akin int8, 256 tokens", texts -> encode(int8, texts));
      java.lang.System.out.print(compare(sets, systems, rounds));
    }
  }

  private static void encode(Encoder encoder, List<String> texts) {
    try (Matrix rows = encoder.encode(texts, Role.DOCUMENT)) {
      if (rows.rows() != texts.size()) {
        throw new AssertionError("rows are missing");
      }
    }
  }

  private static List<TextSegment> segments(List<String> texts) {
    return texts.stream().map(TextSegment::from).toList();
  }

  private static String compare(
      Map<String, List<String>> sets, Map<String, System> systems, int rounds) {
    StringBuilder table = new StringBuilder();
    for (Map.Entry<String, List<String>> set : sets.entrySet()) {
      List<String> texts = set.getValue();
      Map<String, List<Double>> speeds = new LinkedHashMap<>();
      for (System system : systems.values()) {
        system.encode(texts.subList(0, Math.min(WARM_UP_TEXTS, texts.size())));
      }
      for (int round = 0; round < rounds; round++) {
        systems.forEach((name, system) ->
            speeds.computeIfAbsent(name, _ -> new ArrayList<>()).add(speed(system, texts)));
      }
      table.append(rows(set.getKey(), speeds));
    }
    return table.toString();
  }

  /** Texts a second of CPU time of the whole process. */
  private static double speed(System system, List<String> texts) {
    long before = MACHINE.getProcessCpuTime();
    system.encode(texts);
    return texts.size() / ((MACHINE.getProcessCpuTime() - before) / 1e9);
  }

  private static String rows(String set, Map<String, List<Double>> speeds) {
    double rival = median(speeds.get("LangChain4j, 128 tokens"));
    double raw = median(speeds.get("hand-written loop, 256 tokens"));
    double full = median(speeds.get("Akin, 256 tokens"));
    StringBuilder rows = new StringBuilder();
    rows.append(
        "\n| %s | texts a CPU-second (all rounds) | × LangChain4j | × hand-written | × Akin |\n"
            .formatted(set));
    rows.append("|---|---|---|---|---|\n");
    speeds.forEach((name, values) ->
        rows.append(
            "| %s | %.0f (%s) | %.2f | %.2f | %.2f |%n"
                .formatted(
                    name,
                    median(values),
                    String.join(" ", values.stream().map(v -> String.format("%.0f", v)).toList()),
                    median(values) / rival,
                    median(values) / raw,
                    median(values) / full)));
    return rows.toString();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
