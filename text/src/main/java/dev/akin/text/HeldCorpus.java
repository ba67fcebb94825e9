package dev.akin.text;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** A corpus that fits in memory. */
record HeldCorpus(String name, List<Document> held) implements Corpus {
  HeldCorpus {
    Objects.requireNonNull(name, "name");
    held = List.copyOf(held);
    Set<String> ids = new HashSet<>();
    for (Document document : held) {
      if (!ids.add(document.id())) {
        throw new IllegalArgumentException(
            "%s has two documents with the id '%s'; the second at %s"
                .formatted(name, document.id(), document.origin()));
      }
    }
  }

  @Override
  public Stream<Document> documents() {
    return held.stream();
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.of(held.size());
  }
}
