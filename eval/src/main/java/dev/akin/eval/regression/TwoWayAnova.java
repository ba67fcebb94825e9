package dev.akin.eval.regression;

import dev.akin.eval.statistic.Tail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two-way analysis of variance with cells of any sizes: how much of the scores each factor explains
 * beyond the other (type II sums of squares, by regression), and whether the one's effect depends
 * on the other's level.
 *
 * @param first SS = RSS(second) − RSS(both)
 * @param second SS = RSS(first) − RSS(both)
 * @param interaction SS = RSS(both) − RSS(cells); empty if it was left out
 * @param residual what no term explains: the rest within cells, or of both factors if the
 *     interaction was left out
 */
public record TwoWayAnova(Term first, Term second, Optional<Term> interaction, Residual residual) {
  /**
   * One line of the table.
   *
   * @param sumOfSquares what the term explains
   * @param df its degrees of freedom
   * @param f (sumOfSquares/df) over the residual's mean square
   * @param p of f, for no effect
   */
  public record Term(String name, double sumOfSquares, int df, double f, double p) {}

  /**
   * The last line of the table.
   *
   * @param df its degrees of freedom, at least 1
   */
  public record Residual(double sumOfSquares, int df) {
    Term term(String name, double explained, int termDf) {
      // Differences of sums of squares may fall below 0 by rounding.
      double sum = Math.max(0, explained);
      double f = sum == 0 ? 0 : sum / termDf / (sumOfSquares / df);
      return new Term(name, sum, termDf, f, Tail.f(f, termDf, df));
    }
  }

  /** Scores and the two levels of each. */
  @SuppressWarnings("ArrayRecordComponent") // made and read in this class, compared nowhere
  private record Data(Factor first, Factor second, double[] scores) {
    LinearModel fit(Factor... factors) {
      Design design = Design.of(scores.length);
      for (Factor factor : factors) {
        design = design.withFactor(factor.name(), factor.levels());
      }
      return LinearModel.fit(design, scores);
    }

    /** The rest within cells, whose own means are all explained. */
    Residual withinCells() {
      Map<List<String>, List<Double>> cells = new LinkedHashMap<>();
      for (int i = 0; i < scores.length; i++) {
        cells
            .computeIfAbsent(
                List.of(first.levels().get(i), second.levels().get(i)), _ -> new ArrayList<>())
            .add(scores[i]);
      }
      double sum = cells.values().stream().mapToDouble(Data::aroundMean).sum();
      return new Residual(sum, scores.length - cells.size());
    }

    private static double aroundMean(List<Double> cell) {
      double mean = cell.stream().mapToDouble(y -> y).sum() / cell.size();
      return cell.stream().mapToDouble(y -> (y - mean) * (y - mean)).sum();
    }

    TwoWayAnova table(LinearModel both, Optional<Term> interaction, Residual residual) {
      return new TwoWayAnova(
          main(first, fit(second), both, residual),
          main(second, fit(first), both, residual),
          interaction,
          residual);
    }

    private static Term main(
        Factor factor, LinearModel other, LinearModel both, Residual residual) {
      return residual.term(
          factor.name(),
          other.residual() - both.residual(),
          other.degreesOfFreedom() - both.degreesOfFreedom());
    }
  }

  /**
   * The table with the interaction, which is empty if the filled cells leave it no freedom.
   *
   * @param scores one a row
   * @throws IllegalArgumentException if the rows differ in number, a score is not finite, no cell
   *     has two scores, or the cells fall into parts that share no level
   */
  public static TwoWayAnova of(Factor first, Factor second, double... scores) {
    Data data = new Data(first, second, scores);
    LinearModel both = data.fit(first, second);
    Residual residual = data.withinCells();
    if (residual.df() < 1) {
      throw new IllegalArgumentException(
          "each of the %d scores is alone in its cell of %s and %s: leave the interaction out"
              .formatted(scores.length, first.name(), second.name()));
    }
    Optional<Term> interaction =
        Optional.of(both.degreesOfFreedom() - residual.df())
            .filter(df -> df > 0)
            .map(df ->
                residual.term(
                    first.name() + ":" + second.name(),
                    both.residual() - residual.sumOfSquares(),
                    df));
    return data.table(both, interaction, residual);
  }

  /**
   * The table of two factors whose effects add up; one score a cell is enough.
   *
   * @param scores one a row
   * @throws IllegalArgumentException as {@link #of}, but for lonely scores
   */
  public static TwoWayAnova withoutInteraction(Factor first, Factor second, double... scores) {
    Data data = new Data(first, second, scores);
    LinearModel both = data.fit(first, second);
    Residual residual = new Residual(both.residual(), both.degreesOfFreedom());
    return data.table(both, Optional.empty(), residual);
  }
}
