package dev.akin.encoder.distil;

import dev.akin.text.Json;
import java.util.Map;

/**
 * What a token's row is multiplied by, so that a mean of rows is led by rare tokens. Frequencies
 * are those of Zipf's law for the token's rank, vocabularies being in the order of frequency.
 */
public sealed interface TokenWeighting {
  /** 1 for all. */
  record Equal() implements TokenWeighting {}

  /** ln(1 + rank), ranks from 1. */
  record Zipf() implements TokenWeighting {}

  /**
   * a / (a + p): smooth inverse frequency (Arora, Liang and Ma 2017), with p = (1 / (rank + 1)) / Σ
   * (1 / (r + 1)).
   *
   * @param a the smaller, the less frequent tokens count
   */
  record Sif(double a) implements TokenWeighting {
    /** What model2vec takes. */
    public static final Sif USUAL = new Sif(1e-4);

    public Sif {
      if (!(a > 0) || a > 1) {
        throw new IllegalArgumentException("a of a / (a + p) is above 0 and at most 1, got " + a);
      }
    }
  }

  /**
   * The weights of tokens in the order of frequency.
   *
   * @return [count], that of rank i + 1 at i
   */
  default double[] weights(int count) {
    double[] weights = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += 1.0 / (i + 2);
    }
    for (int i = 0; i < count; i++) {
      weights[i] =
          switch (this) {
            case Equal _ -> 1;
            case Zipf _ -> Math.log(i + 2);
            case Sif(double a) -> a / (a + 1.0 / (i + 2) / sum);
          };
    }
    return weights;
  }

  /** What model2vec's {@code config.json} says about it. */
  default Map<String, Json> notes() {
    return switch (this) {
      case Equal _ -> Map.of("apply_zipf", Json.of(false));
      case Zipf _ -> Map.of("apply_zipf", Json.of(true));
      case Sif(double a) -> Map.of("sif_coefficient", Json.of(a));
    };
  }
}
