package dev.akin.bench.encoding;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncoderOptions;
import dev.akin.encoder.Models;
import dev.akin.encoder.Role;
import dev.akin.encoder.Truncation;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sentences a second of wall time: a static model on one and two threads beside the transformer it
 * was distilled from, in turns in one process, on the sentences of {@code sts/stsb-en} and titles
 * of {@code papers/acl-anthology}. Prints a Markdown table of medians, least and most.
 *
 * <p>{@code bench/run --main dev.akin.bench.encoding.StaticSpeed FOLDER TEACHER [ROUNDS]}
 */
public final class StaticSpeed {
  /** Long enough to be measured, for the static model. */
  private static final int TEXTS = 200_000;

  /** The teacher is hundreds of times slower. */
  private static final int TEACHER_TEXTS = 2_000;

  private static final int TITLES = 70_000;

  private StaticSpeed() {}

  /** An encoder and how many texts it is given. */
  private record Timed(Encoder encoder, int texts) {}

  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
    Map<String, List<String>> sets = new LinkedHashMap<>();
    sets.put("stsb-en sentences", sentences());
    sets.put("titles", AnthologyTexts.read("title", TITLES));
    EncoderOptions options = EncoderOptions.defaults().withTruncation(Truncation.CUT);
    try (Encoder one = Models.open(arguments[0], options.withThreads(1));
        Encoder two = Models.open(arguments[0], options.withThreads(2));
        Encoder teacher = Models.open(arguments[1], options.withThreads(2))) {
      Map<String, Timed> systems = new LinkedHashMap<>();
      systems.put("static, 1 thread", new Timed(one, TEXTS));
      systems.put("static, 2 threads", new Timed(two, TEXTS));
      systems.put(arguments[1] + ", 2 threads", new Timed(teacher, TEACHER_TEXTS));
      System.out.println("| texts | characters | encoder | texts a second | least | most |");
      System.out.println("|---|---|---|---|---|---|");
      for (Map.Entry<String, List<String>> set : sets.entrySet()) {
        measure(set.getKey(), set.getValue(), systems, rounds);
      }
    }
  }

  private static List<String> sentences() throws IOException {
    String root = System.getenv().getOrDefault("AKIN_DATA", "../shared/data");
    List<String> sentences = new ArrayList<>();
    Path folder = Path.of(root, "sts", "stsb-en");
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
          sentences.addAll(Arrays.asList(line.split("\t", -1)).subList(0, 2));
        }
      }
    }
    return sentences;
  }

  private static void measure(
      String name, List<String> texts, Map<String, Timed> systems, int rounds) {
    double characters = texts.stream().mapToInt(String::length).average().orElse(0);
    Map<String, List<Double>> speeds = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<String, Timed> system : systems.entrySet()) {
        double speed = speed(system.getValue(), texts);
        // The first round warms up.
        if (round >= 0) {
          speeds.computeIfAbsent(system.getKey(), _ -> new ArrayList<>()).add(speed);
        }
      }
    }
    speeds.forEach((system, measured) -> {
      measured.sort(Double::compare);
      System.out.printf(
          Locale.ROOT,
          "| %,d %s | %.0f | %s | %,.0f | %,.0f | %,.0f |%n",
          texts.size(),
          name,
          characters,
          system,
          measured.get(measured.size() / 2),
          measured.getFirst(),
          measured.getLast());
    });
  }

  private static double speed(Timed system, List<String> texts) {
    List<String> given = new ArrayList<>(system.texts());
    for (int i = 0; i < system.texts(); i++) {
      given.add(texts.get(i % texts.size()));
    }
    long start = System.nanoTime();
    try (Matrix rows = system.encoder().encode(given, Role.DOCUMENT)) {
      return rows.rows() / ((System.nanoTime() - start) / 1e9);
    }
  }
}
