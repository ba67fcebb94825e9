package dev.akin.study.system;

import dev.akin.encoder.Encoder;
import dev.akin.text.Corpus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a task may ask of a system: rows of texts, where it has them, and rankings of a corpus.
 *
 * <p>Safe for many threads. Opened and closed by {@link Systems}.
 */
public interface MeasuredSystem {
  /** Its text: {@link SystemSpec#text}. */
  String name();

  /** What decides its results, for reports: the space's hash, or the formula and its parameters. */
  String identity();

  /**
   * Rows of texts in the form in which they are compared; empty for systems that only rank. Stays
   * the system's to close.
   */
  Optional<Encoder> findEncoder();

  /** Makes a corpus ready to be searched; the caller closes the ranker, the system lives longer. */
  Ranker prepare(Corpus corpus) throws IOException;

  /**
   * The encoder for a task.
   *
   * @param texts all that the task will encode: a bag of words knows no other words
   * @throws IllegalArgumentException if it has none: a task needs rows and this system only ranks
   */
  default Encoder requireEncoder(String task, List<String> texts) {
    return findEncoder()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s ranks documents and has no vectors; %s needs vectors: measure a model with it"
                    .formatted(name(), task)));
  }
}
