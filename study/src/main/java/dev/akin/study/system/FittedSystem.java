package dev.akin.study.system;

import dev.akin.encoder.Encoder;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Rows of an encoder that is learned anew for every task.
 *
 * @param owner closes the encoders at the end
 */
record FittedSystem(SystemSpec.Fitted spec, Consumer<Encoder> owner) implements MeasuredSystem {
  @Override
  public String name() {
    return spec.text();
  }

  @Override
  public String identity() {
    return spec.text() + " of the task's own texts, recipe 1";
  }

  /** It has rows only for texts that it is told before. */
  @Override
  public Optional<Encoder> findEncoder() {
    return Optional.empty();
  }

  @Override
  public Encoder requireEncoder(String task, List<String> texts) {
    try {
      return fitted(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Ranker prepare(Corpus corpus) throws IOException {
    try (Stream<Document> documents = corpus.documents()) {
      Encoder encoder = fitted(documents.map(Document::titleAndText).toList());
      return EmbeddingRanker.of(encoder, RowForm.FLOAT32, corpus);
    }
  }

  private Encoder fitted(List<String> texts) throws IOException {
    Encoder encoder = spec.rows().fit(texts);
    owner.accept(encoder);
    return encoder;
  }
}
