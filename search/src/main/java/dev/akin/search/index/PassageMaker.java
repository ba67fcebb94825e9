package dev.akin.search.index;

import dev.akin.encoder.Encoder;
import dev.akin.text.Document;
import dev.akin.text.Passage;
import dev.akin.text.split.Boundaries;
import dev.akin.text.split.PassageSplitter;
import java.util.List;
import java.util.function.Function;

/** Makes the passages of a document as the index's splitting says; at least one. */
final class PassageMaker {
  private final Function<Document, List<Passage>> splitter;

  /**
   * A maker of passages.
   *
   * @throws IndexRefusedException if the encoder's special tokens leave a passage no room
   */
  PassageMaker(Splitting splitting, Encoder encoder, Boundaries boundaries) {
    this.splitter =
        switch (splitting) {
          case Splitting.Whole _ -> document -> List.of(whole(document));
          case Splitting.Passages passages -> splitter(passages, encoder, boundaries)::split;
        };
  }

  private static PassageSplitter splitter(
      Splitting.Passages passages, Encoder encoder, Boundaries boundaries) {
    try {
      return PassageSplitter.of(
          boundaries, encoder::countTokens, passages.maxTokens(), passages.overlapTokens());
    } catch (IllegalArgumentException e) {
      throw new IndexRefusedException(
          "%s: %s".formatted(encoder.identity().name(), e.getMessage()));
    }
  }

  List<Passage> passages(Document document) {
    List<Passage> passages = splitter.apply(document);
    return passages.isEmpty() ? List.of(whole(document)) : passages;
  }

  private static Passage whole(Document document) {
    String text = document.text();
    return new Passage(
        document.id(), 0, document.title(), text, 0, text.length(), document.origin().lineAt(0));
  }
}
