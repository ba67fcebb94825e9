package dev.akin.study.choose;

import dev.akin.search.Fusion;
import dev.akin.study.system.RowForm;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.system.SystemSpec.Embedding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedSet;

/**
 * What may be tried. Each list holds the values of one choice beside the usual one (the model's own
 * prompts, pooling and dimension, float32, exact search, no fusion, no reranking), which is always
 * tried.
 *
 * @param models encoders, as {@link SystemSpec} names them; at least one
 * @param readings other prompts and poolings, as they stand in a system: {@code @prompt=none},
 *     {@code @pool=first}
 * @param dimensions to which rows are cut
 * @param forms in what numbers rows are kept
 * @param hasGraph whether search through a graph is tried
 * @param fusions with BM25: empty for ranks (RRF), else the encoder's weight of weighted scores
 * @param rerankDepths how many documents of a cheaper system a stronger encoder orders again
 */
public record ChoiceGrid(
    List<Embedding> models,
    List<String> readings,
    List<Integer> dimensions,
    List<RowForm> forms,
    boolean hasGraph,
    List<OptionalDouble> fusions,
    List<Integer> rerankDepths) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no model or a value makes no sense (names it)
   */
  public ChoiceGrid {
    models = List.copyOf(models);
    readings = List.copyOf(readings);
    dimensions = List.copyOf(dimensions);
    forms = List.copyOf(forms);
    fusions = List.copyOf(fusions);
    rerankDepths = List.copyOf(rerankDepths);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("a grid needs an encoder, say minilm");
    }
    for (int depth : rerankDepths) {
      if (depth < 1) {
        throw new IllegalArgumentException("a reranking depth is 1 or more, got " + depth);
      }
    }
    for (OptionalDouble weight : fusions) {
      if (weight.isPresent() && !(weight.getAsDouble() > 0 && weight.getAsDouble() < 1)) {
        throw new IllegalArgumentException(
            "the weight of a fusion lies between 0 and 1, got " + weight.getAsDouble());
      }
    }
  }

  /** BM25 and each encoder as it is. */
  List<SystemSpec> start() {
    SequencedSet<SystemSpec> specs = new LinkedHashSet<>();
    specs.add(new SystemSpec.Lexical());
    specs.addAll(models);
    return List.copyOf(specs);
  }

  /** A model read in each other way: every prompt with every pooling. */
  List<SystemSpec> readingsOf(Embedding model) {
    List<SystemSpec> specs = new ArrayList<>();
    for (String reading : readings) {
      specs.add(SystemSpec.parse(model.text() + reading));
    }
    return specs;
  }

  /** Every dimension with every form, exactly searched, but for whole float32 rows. */
  List<SystemSpec> formsOf(Embedding best) {
    List<OptionalInt> cuts = new ArrayList<>(List.of(OptionalInt.empty()));
    dimensions.forEach(d -> cuts.add(OptionalInt.of(d)));
    SequencedSet<RowForm> all = new LinkedHashSet<>(List.of(RowForm.FLOAT32));
    all.addAll(forms);
    List<SystemSpec> specs = new ArrayList<>();
    for (OptionalInt cut : cuts) {
      for (RowForm form : all) {
        Embedding spec = new Embedding(best.model(), best.reading(), cut, form, false);
        if (!spec.equals(best)) {
          specs.add(spec);
        }
      }
    }
    return specs;
  }

  /** Whole rows searched through a graph. */
  List<SystemSpec> graphOf(Embedding best) {
    return hasGraph
        ? List.of(new Embedding(best.model(), best.reading(), best.dimension(), best.form(), true))
        : List.of();
  }

  /** Fused with BM25 in each way. */
  List<SystemSpec> fusionsOf(Embedding best) {
    List<SystemSpec> specs = new ArrayList<>();
    for (OptionalDouble weight : fusions) {
      Fusion fusion =
          weight.isPresent()
              ? new Fusion.WeightedScores(List.of(rest(weight.getAsDouble()), weight.getAsDouble()))
              : new Fusion.ReciprocalRank(Fusion.DEFAULT_K, List.of());
      specs.add(new SystemSpec.Fused(List.of(new SystemSpec.Lexical(), best), fusion));
    }
    return specs;
  }

  /** 1 − w as people write it: 0.3 and not 0.30000000000000004. */
  private static double rest(double weight) {
    return java.math.BigDecimal.ONE.subtract(java.math.BigDecimal.valueOf(weight)).doubleValue();
  }

  /** The documents of a cheaper system in the order of an encoder. */
  List<SystemSpec> rerankedBy(Embedding second, SystemSpec first) {
    return rerankDepths.stream()
        .<SystemSpec>map(depth -> new SystemSpec.Reranked(first, second, depth))
        .toList();
  }

  /**
   * The readings of prompts and poolings: each with each, but for the usual pair.
   *
   * @param prompts {@code model} or {@code none}
   * @param poolings {@code model}, or a pooling as a system names it
   * @throws IllegalArgumentException if one is unknown
   */
  public static List<String> readings(List<String> prompts, List<String> poolings) {
    SequencedSet<String> readings = new LinkedHashSet<>();
    for (String prompt : prompts) {
      for (String pooling : poolings) {
        String reading =
            (pooling.equals("model") ? "" : "@pool=" + pooling)
                + (prompt.equals("model") ? "" : "@prompt=" + prompt);
        if (!reading.isEmpty()) {
          SystemSpec _ = SystemSpec.parse("model" + reading);
          readings.add(reading);
        }
      }
    }
    return List.copyOf(readings);
  }
}
