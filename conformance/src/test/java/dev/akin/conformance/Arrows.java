package dev.akin.conformance;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The modules and the only arrows allowed between them, as the design draws them. */
final class Arrows {
  /** What a user's program may use. */
  private static final Set<String> LIBRARY =
      Set.of("study", "search", "words", "encoder", "reader", "format", "eval", "text", "vector");

  /** Module → what it may depend on. */
  static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("vector", Set.of()),
          Map.entry("text", Set.of()),
          Map.entry("eval", Set.of()),
          Map.entry("format", Set.of("vector")),
          Map.entry("reader", Set.of("text")),
          Map.entry("encoder", Set.of("text", "vector", "format")),
          Map.entry("words", Set.of("encoder", "text", "vector", "format")),
          Map.entry("search", Set.of("encoder", "text", "vector", "eval")),
          Map.entry(
              "study",
              Set.of("search", "words", "encoder", "reader", "format", "eval", "text", "vector")),
          Map.entry("cli", LIBRARY),
          Map.entry("testkit", Set.of()),
          Map.entry("conformance", union("cli")),
          Map.entry("bench", union("cli")));

  /** Modules of the floor: the JDK and JSpecify's annotations only. */
  static final Set<String> FLOOR = Set.of("vector", "text", "eval");

  private Arrows() {}

  private static Set<String> union(String module) {
    Set<String> all = new TreeSet<>(LIBRARY);
    all.add(module);
    return all;
  }

  /** What a module may depend on. */
  static Set<String> from(String module) {
    return Objects.requireNonNull(ALLOWED.get(module), module);
  }
}
