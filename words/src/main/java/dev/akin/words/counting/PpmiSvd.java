package dev.akin.words.counting;

import dev.akin.vector.Matrix;
import dev.akin.vector.transform.TruncatedSvd;
import dev.akin.words.counting.ContextWindow.Weight;
import java.io.IOException;

/**
 * The truncated singular value decomposition of positive pointwise mutual information: U diag(σ)ᵖ
 * (Levy, Goldberg and Dagan 2015). Counts without a learning rate: what is found is the best of its
 * rank.
 *
 * @param window words on each side; a word at distance d counts (w − d + 1) / w
 * @param smoothing exponent of contexts' counts; 0.75 in the paper
 * @param shift k, as many negatives as skip-gram would have; 1 for none
 * @param power p of σ: 0.5 or less is better than 1
 */
public record PpmiSvd(int window, double smoothing, double shift, double power)
    implements CountingMethod {
  /** Refuses what is no such matrix, naming it and its value. */
  public PpmiSvd {
    ContextWindow.requireReach(window);
    if (!(smoothing > 0 && smoothing <= 1)) {
      throw new IllegalArgumentException("smoothing is above 0 and at most 1, got " + smoothing);
    }
    if (!(shift >= 1 && Double.isFinite(shift))) {
      throw new IllegalArgumentException("shift is 1 or more and finite, got " + shift);
    }
    if (!(power >= 0 && power <= 1)) {
      throw new IllegalArgumentException("power is from 0 to 1, got " + power);
    }
  }

  /** Window 5, smoothing 0.75, no shift, power 0.5. */
  public static PpmiSvd usual() {
    return new PpmiSvd(5, 0.75, 1, 0.5);
  }

  @Override
  public String label() {
    return "ppmi-svd";
  }

  @Override
  public ContextWindow contexts() {
    return ContextWindow.around(window, Weight.LINEAR);
  }

  @Override
  public Matrix learn(Cooccurrences counts, CountingOptions options, CountingRun run)
      throws IOException {
    if (options.dimension() > counts.rows()) {
      throw new IllegalArgumentException(
          "%d cells cannot be had from %d words; ask for fewer cells or a lower least count"
              .formatted(options.dimension(), counts.rows()));
    }
    Ppmi ppmi = new Ppmi(counts, smoothing, shift);
    TruncatedSvd.Options svd = TruncatedSvd.Options.of(options.dimension(), options.seed());
    return TruncatedSvd.of(ppmi, svd).leftRows(power);
  }
}
