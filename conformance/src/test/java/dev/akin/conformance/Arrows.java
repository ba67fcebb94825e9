package dev.akin.conformance;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The modules and the only arrows allowed between them, as the design draws them. */
final class Arrows {
  /** Module → what it may depend on. */
  static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("vector", Set.of()),
          Map.entry("text", Set.of()),
          Map.entry("eval", Set.of()),
          Map.entry("format", Set.of("vector")),
          Map.entry("reader", Set.of("text")),
          Map.entry("encoder", Set.of("text", "vector", "format")),
          Map.entry("search", Set.of("encoder", "text", "vector", "eval")),
          Map.entry(
              "cli", Set.of("search", "encoder", "reader", "format", "eval", "text", "vector")),
          Map.entry("testkit", Set.of()),
          Map.entry(
              "conformance",
              Set.of("cli", "search", "encoder", "reader", "format", "eval", "text", "vector")),
          Map.entry(
              "bench",
              Set.of("cli", "search", "encoder", "reader", "format", "eval", "text", "vector")));

  /** Modules of the floor: the JDK and JSpecify's annotations only. */
  static final Set<String> FLOOR = Set.of("vector", "text", "eval");

  private Arrows() {}

  /** What a module may depend on. */
  static Set<String> from(String module) {
    return Objects.requireNonNull(ALLOWED.get(module), module);
  }
}
