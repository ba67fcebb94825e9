package dev.akin.vector.probe;

import dev.akin.vector.Match;
import java.util.Arrays;
import java.util.List;

/** How much each neighbour's vote weighs; the votes of one row's neighbours sum to 1. */
public sealed interface Weighting {
  /** The same for every neighbour. */
  record Uniform() implements Weighting {
    @Override
    public double[] of(List<Match> neighbours) {
      double[] weights = new double[neighbours.size()];
      Arrays.fill(weights, 1.0 / weights.length);
      return weights;
    }
  }

  /**
   * exp(similarity / temperature), over its sum (Wu et al. 2018, section 3.4).
   *
   * @param temperature above 0: the smaller, the more the nearest ones decide
   */
  record Exponential(double temperature) implements Weighting {
    /** What Wu et al. weigh cosines with. */
    public static final double COSINE_TEMPERATURE = 0.07;

    /** Refuses a temperature that is not above 0. */
    public Exponential {
      if (!(temperature > 0 && temperature <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "a temperature of %s: it must be above 0".formatted(temperature));
      }
    }

    @Override
    public double[] of(List<Match> neighbours) {
      double[] weights = neighbours.stream().mapToDouble(m -> m.score() / temperature).toArray();
      LogisticLoss.softmax(weights);
      return weights;
    }
  }

  /** The weights of some neighbours, nearest first; they sum to 1. */
  double[] of(List<Match> neighbours);
}
