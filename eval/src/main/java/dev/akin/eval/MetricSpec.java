package dev.akin.eval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A metric as it was written: a name and what it was given.
 *
 * @param base the name, as typed
 * @param parameters by name, the number behind the @ among them as {@link #CUTOFF}
 */
record MetricSpec(String base, Map<String, String> parameters) {
  static final String CUTOFF = "@";

  /**
   * Takes {@code p=0.8,rel=2} apart; values may stand in quotes.
   *
   * @param given what stood in parentheses, if anything
   * @param cutoff what stood behind the @, if anything
   */
  static MetricSpec of(String base, @Nullable String given, @Nullable String cutoff) {
    Map<String, String> parameters = new TreeMap<>();
    if (cutoff != null) {
      parameters.put(CUTOFF, cutoff);
    }
    if (given != null && !given.isBlank()) {
      for (String part : given.split(",", -1)) {
        int equals = part.indexOf('=');
        if (equals < 0) {
          throw new IllegalArgumentException(
              "a parameter of %s is name=value, got '%s'".formatted(base, part.strip()));
        }
        String name = part.substring(0, equals).strip();
        String value = part.substring(equals + 1).strip().replaceAll("^(['\"])(.*)\\1$", "$2");
        if (parameters.put(name, value) != null) {
          throw new IllegalArgumentException("%s has two %s".formatted(base, name));
        }
      }
    }
    return new MetricSpec(base, parameters);
  }

  /** Refuses every parameter but these and the cutoff. */
  void requireOnly(List<String> known) {
    for (String name : parameters.keySet()) {
      if (!name.equals(CUTOFF) && !known.contains(name)) {
        throw new IllegalArgumentException(
            "%s has no parameter '%s'%s"
                .formatted(
                    base, name, known.isEmpty() ? "" : "; it has " + String.join(", ", known)));
      }
    }
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  int count(String name, int usual) {
    Optional<String> value = find(name);
    if (value.isEmpty()) {
      return usual;
    }
    if (!value.get().matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "the %s of %s is a whole number, got %s"
              .formatted(name.equals(CUTOFF) ? "cutoff" : name, base, value.get()));
    }
    return Integer.parseInt(value.get());
  }

  double number(String name, double usual) {
    Optional<String> value = find(name);
    try {
      return value.isPresent() ? Double.parseDouble(value.get()) : usual;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the %s of %s is a number, got '%s'".formatted(name, base, value.orElse("")), e);
    }
  }

  /** The cutoff, or the whole ranking. */
  int k() {
    return count(CUTOFF, Scope.WHOLE);
  }

  Scope scope() {
    return new Scope(count("rel", 1), k());
  }
}
