package dev.akin.study.system;

import dev.akin.encoder.head.Pooling;
import dev.akin.encoder.sparse.TermWeight;
import dev.akin.search.Fusion;
import dev.akin.study.system.SystemSpec.Embedding;
import dev.akin.study.system.SystemSpec.Reading;
import dev.akin.words.SentenceWeighting;
import dev.akin.words.WordVectorEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one system's text. */
final class SystemSpecParser {
  private static final Pattern CALL = Pattern.compile("([a-z0-9]+)\\((.*)\\)");
  private static final Pattern DIMENSION = Pattern.compile("([0-9]{1,6})d");

  private static final Pattern LATENT = Pattern.compile("lsa(?:@([0-9]{1,6})d)?");

  private static final Map<String, Pooling> POOLINGS = new LinkedHashMap<>();

  static {
    POOLINGS.put("mean", new Pooling.Mean());
    POOLINGS.put("first", new Pooling.FirstToken());
    POOLINGS.put("last", new Pooling.LastToken());
    POOLINGS.put("max", new Pooling.Max());
    POOLINGS.put("weighted", new Pooling.WeightedMean());
    POOLINGS.put("sqrt", new Pooling.MeanSqrtLength());
  }

  private final String text;

  SystemSpecParser(String text) {
    this.text = text.strip();
  }

  /** The name a pooling has in a text. */
  static String name(Pooling pooling) {
    return POOLINGS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(pooling))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no short name for " + pooling));
  }

  static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  SystemSpec parse() {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a system has no name");
    }
    if (text.equals("bm25")) {
      return new SystemSpec.Lexical();
    }
    for (TermWeight weight : TermWeight.values()) {
      if (text.equals(weight.text())) {
        return new SystemSpec.Words(weight);
      }
    }
    if (text.equals("esa")) {
      return new SystemSpec.Fitted(new FittedRows.ExplicitSemantic());
    }
    Matcher latent = LATENT.matcher(text);
    if (latent.matches()) {
      String cells = latent.group(1);
      return new SystemSpec.Fitted(
          new FittedRows.LatentSemantic(
              cells == null ? FittedRows.LatentSemantic.USUAL_DIMENSION : whole(cells)));
    }
    Matcher call = CALL.matcher(text);
    return call.matches() ? call(call.group(1), call.group(2)) : embedding(text);
  }

  private SystemSpec call(String function, String arguments) {
    List<String> parts = split(arguments, ';');
    List<SystemSpec> systems = SystemSpec.parseAll(parts.getFirst());
    List<String> options = parts.size() == 1 ? List.of() : split(parts.get(1), ',');
    if (parts.size() > 2) {
      throw problem("it has more than one ';'");
    }
    return switch (function) {
      case "hybrid", "rrf" -> new SystemSpec.Fused(atLeastTwo(systems), reciprocalRank(options));
      case "scores" ->
          new SystemSpec.Fused(
              atLeastTwo(systems),
              new Fusion.WeightedScores(options.stream().map(this::decimal).toList()));
      case "rerank" -> reranked(systems, options);
      case "sif" -> sentences(SentenceWeighting.Sif.USUAL, systems, options);
      case "usif" -> sentences(SentenceWeighting.Usif.USUAL, systems, options);
      default ->
          throw problem(
              "there is no '%s(…)'; there are hybrid, rrf, scores, rerank, sif, usif"
                  .formatted(function));
    };
  }

  private List<SystemSpec> atLeastTwo(List<SystemSpec> systems) {
    if (systems.size() < 2) {
      throw problem("a fusion is of two systems or more");
    }
    return systems;
  }

  private Fusion reciprocalRank(List<String> options) {
    double k = Fusion.DEFAULT_K;
    List<Double> weights = new ArrayList<>();
    for (String option : options) {
      if (option.startsWith("k=")) {
        k = decimal(option.substring(2));
      } else {
        weights.add(decimal(option));
      }
    }
    return new Fusion.ReciprocalRank(k, weights);
  }

  private SystemSpec sentences(
      SentenceWeighting weighting, List<SystemSpec> systems, List<String> options) {
    if (systems.size() != 1
        || !options.isEmpty()
        || !(systems.getFirst() instanceof Embedding words)
        || !words.equals(Embedding.of(words.model()))
        || !words.model().startsWith(WordVectorEncoder.PREFIX)) {
      throw problem("sif(…) and usif(…) are of word vectors: sif(words:FILE)");
    }
    String file = words.model().substring(WordVectorEncoder.PREFIX.length());
    return new SystemSpec.Fitted(new FittedRows.Sentences(weighting, file));
  }

  private SystemSpec reranked(List<SystemSpec> systems, List<String> options) {
    if (systems.size() != 2
        || !(systems.get(1) instanceof Embedding second)
        || options.size() > 1) {
      throw problem("a reranking is rerank(SYSTEM,MODEL;DEPTH)");
    }
    int depth = options.isEmpty() ? SystemSpec.Reranked.DEFAULT_DEPTH : whole(options.getFirst());
    return new SystemSpec.Reranked(systems.getFirst(), second, depth);
  }

  private Embedding embedding(String whole) {
    List<String> parts = List.of(whole.split("@", -1));
    String model = parts.getFirst();
    if (model.isEmpty() || model.contains("(") || model.contains(")")) {
      throw problem("a model's name is missing, or a bracket too many");
    }
    OptionalInt dimension = OptionalInt.empty();
    RowForm form = RowForm.FLOAT32;
    Reading reading = Reading.USUAL;
    boolean isGraph = false;
    for (String part : parts.subList(1, parts.size())) {
      Matcher cut = DIMENSION.matcher(part);
      if (cut.matches()) {
        dimension = OptionalInt.of(whole(cut.group(1)));
      } else if (part.equals("hnsw") || part.equals("exact")) {
        isGraph = part.equals("hnsw");
      } else if (part.contains("=")) {
        reading = changed(reading, part);
      } else {
        form = form(part);
      }
    }
    return new Embedding(model, reading, dimension, form, isGraph);
  }

  private RowForm form(String part) {
    for (RowForm form : RowForm.values()) {
      if (form.text().equals(part)) {
        return form;
      }
    }
    throw problem(
        "'@%s' is not one of @128d, @int8, @bit, @hnsw, @pool=…, @prompt=none, @tokens=…, @long=split"
            .formatted(part));
  }

  private Reading changed(Reading reading, String part) {
    String name = part.substring(0, part.indexOf('='));
    String value = part.substring(part.indexOf('=') + 1);
    return switch (name) {
      case "pool" ->
          new Reading(
              Optional.of(pooling(value)),
              reading.hasPrompts(),
              reading.maxTokens(),
              reading.isSplit());
      case "tokens" ->
          new Reading(
              reading.pooling(),
              reading.hasPrompts(),
              OptionalInt.of(whole(value)),
              reading.isSplit());
      case "prompt" ->
          new Reading(
              reading.pooling(),
              isFirst(value, "model", "none", "a prompt is the model's (model) or none"),
              reading.maxTokens(),
              reading.isSplit());
      case "long" ->
          new Reading(
              reading.pooling(),
              reading.hasPrompts(),
              reading.maxTokens(),
              isFirst(value, "split", "cut", "a long text is split or cut"));
      default ->
          throw problem(
              "there is no '@%s=…'; there are pool, prompt, tokens, long".formatted(name));
    };
  }

  private boolean isFirst(String value, String first, String second, String choice) {
    if (!value.equals(first) && !value.equals(second)) {
      throw problem("'%s': %s".formatted(value, choice));
    }
    return value.equals(first);
  }

  private Pooling pooling(String name) {
    Pooling pooling = POOLINGS.get(name);
    if (pooling == null) {
      throw problem(
          "there is no pooling '%s'; there are %s"
              .formatted(name, String.join(", ", POOLINGS.keySet())));
    }
    return pooling;
  }

  private int whole(String number) {
    if (!number.matches("[1-9][0-9]{0,8}")) {
      throw problem("'%s' is not a whole number of 1 or more".formatted(number));
    }
    return Integer.parseInt(number);
  }

  private double decimal(String number) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw problem("'%s' is not a number".formatted(number));
    }
  }

  private IllegalArgumentException problem(String what) {
    return new IllegalArgumentException("the system '%s': %s".formatted(text, what));
  }

  /** The parts between separators that stand outside all brackets, stripped. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == separator && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
