package dev.akin.eval.label;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How the figures of several classes become one. */
public enum Average {
  /** The figure of the summed counts: every item weighs the same. */
  MICRO {
    @Override
    double over(List<ClassScore> classes, ToDoubleFunction<ClassScore> figure) {
      int hits = 0;
      int predicted = 0;
      int support = 0;
      for (ClassScore each : classes) {
        hits += each.hits();
        predicted += each.predicted();
        support += each.support();
      }
      return figure.applyAsDouble(new ClassScore(0, hits, predicted, support));
    }
  },
  /** The plain mean: every class weighs the same, however rare. */
  MACRO {
    @Override
    double over(List<ClassScore> classes, ToDoubleFunction<ClassScore> figure) {
      return classes.stream().mapToDouble(figure).average().orElse(0);
    }
  },
  /** The mean weighted by how many items a class truly has. */
  WEIGHTED {
    @Override
    double over(List<ClassScore> classes, ToDoubleFunction<ClassScore> figure) {
      double sum = 0;
      double weight = 0;
      for (ClassScore each : classes) {
        sum += each.support() * figure.applyAsDouble(each);
        weight += each.support();
      }
      return weight == 0 ? 0 : sum / weight;
    }
  };

  abstract double over(List<ClassScore> classes, ToDoubleFunction<ClassScore> figure);
}
