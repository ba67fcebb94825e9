package dev.akin.eval.regression;

import java.util.HashSet;
import java.util.List;

/**
 * A thing that scores may depend on and that has a few levels: the system, the benchmark.
 *
 * @param name what it is called
 * @param levels one a row
 */
public record Factor(String name, List<String> levels) {
  /** Refuses a factor that never changes. */
  public Factor {
    levels = List.copyOf(levels);
    if (new HashSet<>(levels).size() < 2) {
      throw new IllegalArgumentException(
          "factor %s needs two levels, and has %s".formatted(name, new HashSet<>(levels)));
    }
  }
}
